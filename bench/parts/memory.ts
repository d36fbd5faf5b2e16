import type { Figure } from '../figures.ts'
import { getRequest, rateOf } from '../load/load.ts'
import type { Part } from '../part.ts'
import { memoryOf, startProgram } from '../program.ts'
import { withCopy } from '../stage/copy.ts'
import { signIn } from '../stage/stage.ts'
import { postingRequest } from './posting.ts'

const IDLE_MB = 100
const REST = 5000

const rest = (): Promise<void> => new Promise(resolve => setTimeout(resolve, REST))

/** Memory of a fresh server that has shown one page and rested, and of the same after readers and writers came. */
export const memory: Part = (stage, { seconds, connections }) =>
  withCopy(stage, async (data): Promise<Figure[]> => {
    const { path } = stage.thread
    // One that reads ten thousand old posts is not idle; what that takes is measured with the record.
    const server = await startProgram(data, { path, environment: { ROSTRA_READING: 'off' } })
    try {
      await rest()
      const idle = memoryOf(server.pid).now
      const member = await signIn(server.site, 'Bench 1')
      const page = [getRequest(path, { 'Accept-Encoding': 'identity', Cookie: member.cookie })]
      const guest = [getRequest(path, { 'Accept-Encoding': 'br' })]
      const posts = [await postingRequest(member, stage.busy[0] as number)]
      for (const [requests, status] of [
        [guest, 200],
        [page, 200],
        [posts, 303],
      ] as const) {
        const plan = { port: server.port, connections, seconds: 2 * seconds, requests: [...requests] }
        rateOf(await stage.load.ask(plan), status)
      }
      await rest()
      const after = memoryOf(server.pid)
      return [
        { what: 'memory of the idle server', value: idle, unit: 'MB', goal: { most: IDLE_MB } },
        { what: '  after readers and writers came', value: after.now, unit: 'MB' },
        { what: '  at most meanwhile', value: after.peak, unit: 'MB' },
      ]
    } finally {
      await server.stop()
    }
  })
