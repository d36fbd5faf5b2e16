import { get, type OutgoingHttpHeaders } from 'node:http'
import type { Page } from '../baseline/http.ts'
import { startChild } from '../children.ts'
import { type Figure, middle } from '../figures.ts'
import { interleave, type Sample } from '../interleave.ts'
import { getRequest, type Load, rateOf } from '../load/load.ts'
import type { Pace, Part } from '../part.ts'
import { processorTimeOf } from '../program.ts'
import type { Stage } from '../stage/stage.ts'

/** One way to look at the page that is measured. */
interface View {
  name: string
  /** Of each reader. */
  headers(stage: Stage): Record<string, string>[]
  /** Share of what `node:http` can send. */
  goal: number
}

const GUEST: View = {
  name: 'guest thread page, compressed, from the cache',
  headers: () => [{ 'Accept-Encoding': 'gzip, deflate, br' }],
  goal: 0.6,
}

const MEMBER: View = {
  name: 'member thread page, uncompressed',
  headers: stage => stage.members.map(member => ({ 'Accept-Encoding': 'identity', Cookie: member.cookie })),
  goal: 0.1,
}

export const guestPages: Part = (stage, pace) => measure(GUEST, stage, pace)
export const memberPages: Part = (stage, pace) => measure(MEMBER, stage, pace)

async function measure(view: View, stage: Stage, pace: Pace): Promise<Figure[]> {
  const headers = view.headers(stage)
  const page = await fetchAsIs(stage.server.site + stage.thread.path, headers[0] ?? {})
  const baseline = startChild<Page, number>('baseline/http.ts')
  try {
    const port = await baseline.ask(page)
    const requests = headers.map(each => getRequest(stage.thread.path, each))
    const round = (target: { port: number; pid: number }) => () =>
      rateRound(pace, { ...target, requests, load: stage.load })
    const {
      ours,
      baseline: bare,
      ratio,
    } = await interleave(pace.rounds, round(stage.server), round({ port, pid: baseline.pid }))
    return [
      { what: `${view.name}: its size`, value: Buffer.byteLength(page.bytes) / 1000, unit: 'KB' },
      middle(view.name, '/s', ours['rate']!),
      middle('  node:http sending the same bytes', '/s', bare['rate']!),
      middle('  share', 'ratio', ratio['rate']!, { least: view.goal }),
      middle('  share by processor time of the servers', 'ratio', ratio['perSecondOfProcessor']!),
    ]
  } finally {
    await baseline.end()
  }
}

/** Load for one round; → answers a second by the clock, and by the processor time that the server took. */
export async function rateRound(
  { seconds, connections }: Pace,
  target: { port: number; pid: number; requests: string[]; load: Load; status?: number },
): Promise<Sample> {
  const { port, requests, status = 200 } = target
  const before = processorTimeOf(target.pid)
  const result = await target.load.ask({ port, connections, seconds, requests })
  const rate = rateOf(result, status)
  return { rate, perSecondOfProcessor: (1000 * result.answers) / (processorTimeOf(target.pid) - before) }
}

/** A page as it comes over the wire, its compression not undone, and the headers that say what it is. */
function fetchAsIs(url: string, headers: OutgoingHttpHeaders): Promise<Page> {
  return new Promise((resolve, reject) => {
    get(url, { headers, agent: false }, async response => {
      const chunks: Buffer[] = []
      for await (const chunk of response) chunks.push(chunk as Buffer)
      const { 'content-type': type, 'content-encoding': encoding } = response.headers
      if (response.statusCode !== 200) return reject(new Error(`${url} answers ${response.statusCode}`))
      resolve({
        headers: { 'Content-Type': type, ...(encoding && { 'Content-Encoding': encoding }) },
        bytes: Buffer.concat(chunks),
      })
    }).on('error', reject)
  })
}
