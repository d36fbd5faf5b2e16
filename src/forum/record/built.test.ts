import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStore } from '#store/store.ts'
import { startServer, type TestServer } from '../../../tests/support/server.ts'
import { readRound } from './store-progress.ts'

const POSTS = 60
/** How long the first round may take, in milliseconds. */
const PATIENCE = 40_000

let server: TestServer
beforeAll(async () => {
  const prepare = async (rostra: TestServer['rostra']) => {
    await rostra('migrate')
    await rostra('demo', '--threads', '6', '--posts', String(POSTS))
  }
  server = await startServer({ prepare, environment: { ROSTRA_LOG: 'error' } })
})
afterAll(() => server.stop())

test('the built program reads, in a thread of its own, what nobody told it of', async () => {
  const store = openStore({ kind: 'sqlite', file: join(server.data, 'rostra.sqlite') })
  try {
    const deadline = Date.now() + PATIENCE
    while ((await readRound(store.read))?.round.finishedAt == null) {
      expect(Date.now(), server.log()).toBeLessThan(deadline)
      await new Promise(resolve => setTimeout(resolve, 100))
    }
    const readings = await store.read.selectFrom('readings').select(['findings', 'html']).execute()
    expect(readings).toHaveLength(POSTS)
    expect(server.log()).toBe('')
  } finally {
    await store.close()
  }
})
