import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStore, type Store } from '#store/store.ts'
import { runProgram } from '../../tests/support/program.ts'
import { startServer, type TestServer } from '../../tests/support/server.ts'

describe('beside a running server', () => {
  let server: TestServer
  let store: Store
  beforeAll(async () => {
    server = await startServer({
      prepare: async rostra => {
        await rostra('demo', '--threads', '40', '--posts', '800')
      },
    })
    store = openStore({ kind: 'sqlite', file: join(server.data, 'rostra.sqlite') })
  })
  afterAll(async () => {
    await store.close()
    await server.stop()
  })

  const run = (data: string, ...words: string[]) => runProgram(words, { environment: { ROSTRA_DATA: data } })

  it('a backup is whole while others write and read, and comes back as it was', async () => {
    let writing = true
    let written = 0
    const writer = (async () => {
      for (; writing; written++) {
        const row = { event: `{"type":"site.changed","number":${written}}`, at: 1, doneAt: 1 }
        await store.write.insertInto('outbox').values(row).execute()
        await new Promise(resolve => setImmediate(resolve))
      }
    })()
    const reads: number[] = []
    const reader = (async () => {
      while (writing) reads.push((await fetch(server.site)).status)
    })()
    const file = join(server.data, 'backup.sqlite')
    const { stdout, code } = await run(server.data, 'backup', file, '--json')
    writing = false
    await Promise.all([writer, reader])
    expect(code).toBe(0)
    expect(written).toBeGreaterThan(10)
    expect(new Set(reads)).toEqual(new Set([200]))
    const { rows } = JSON.parse(stdout)
    expect(rows).toMatchObject({ threads: 40, posts: 800, revisions: 800 })
    expect(rows.outbox).toBeLessThanOrEqual(written)

    const again = join(server.data, 'again')
    expect(JSON.parse((await run(again, 'restore', file, '--json')).stdout).rows).toEqual(rows)
    const { stdout: doctor, code: health } = await run(again, 'doctor')
    expect([health, doctor.match(/^BAD/gm)]).toEqual([0, null])
  })

  it('nothing is restored, whatever is said', async () => {
    const file = join(server.data, 'backup.sqlite')
    const refused = await run(server.data, 'restore', file, '--overwrite')
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('The forum is running') })
    expect((await fetch(server.site)).status).toBe(200)
  })

  it('the doctor finds it well', async () => {
    const { stdout, code } = await run(server.data, 'doctor')
    expect([code, stdout.match(/^BAD.*/gm)]).toEqual([0, null])
  })
})
