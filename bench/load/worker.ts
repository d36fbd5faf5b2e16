import { randomBytes, randomInt } from 'node:crypto'
import { answerParent } from '../children.ts'
import { quantile } from '../statistics.ts'
import { Connection } from './connection.ts'
import { ADDRESS, KEY, type LoadPlan, type LoadResult } from './load.ts'

/** What one connection asks, its places filled anew each time. */
function requestOf(template: string): () => string {
  if (!template.includes(KEY)) return () => template
  const parts = template.split(KEY)
  return () => {
    const key = randomBytes(KEY.length / 2).toString('hex')
    const address = `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}`
    return parts.join(key).replace(ADDRESS, address)
  }
}

function run({ port, connections, seconds, requests }: LoadPlan): Promise<LoadResult> {
  const statuses: Record<number, number> = {}
  const times: number[] = []
  let bytes = 0
  return new Promise((resolve, reject) => {
    const start = performance.now()
    const until = start + seconds * 1000
    let open = connections
    const leave = (): null => {
      open--
      const took = (performance.now() - start) / 1000
      if (open === 0) resolve(resultOf(statuses, times, bytes, took))
      return null
    }
    for (let index = 0; index < connections; index++) {
      const make = requestOf(requests[index % requests.length] as string)
      new Connection(port, {
        next: () => (performance.now() < until ? make() : leave()),
        answered: answer => {
          statuses[answer.status] = (statuses[answer.status] ?? 0) + 1
          times.push(answer.milliseconds)
          bytes += answer.bytes
        },
        failed: reject,
      })
    }
  })
}

function resultOf(
  statuses: Record<number, number>,
  times: number[],
  bytes: number,
  seconds: number,
): LoadResult {
  const sorted = Float64Array.from(times).sort()
  return {
    answers: times.length,
    seconds,
    statuses,
    bytes,
    median: quantile(sorted, 0.5),
    slow: quantile(sorted, 0.99),
  }
}

answerParent(run)
