import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findMiscounts } from '#store/counts.ts'
import { openStore, type StoreOptions } from '#store/store.ts'
import { openTestStore, STORES } from '../../tests/support/databases.ts'
import { type Outcome, runProgram } from '../../tests/support/program.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rostra-demo-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('rostra demo', () => {
  it('says with code 2 what was written wrongly, and touches nothing', async () => {
    const wrong = [
      ['--threads', '0'],
      ['--posts', 'many'],
      ['--seed', '-1'],
      ['--threads', '9999999999'],
      ['--threads', '3', '--posts', '2'],
      ['example'],
    ]
    for (const words of wrong) {
      const environment = { ROSTRA_DATA: join(folder, 'none') }
      const { code, stdout, stderr } = await runProgram(['demo', ...words], { environment })
      expect([words, code, stdout]).toEqual([words, 2, ''])
      expect(stderr).toMatch(/^error: /m)
    }
    expect(() => openStore({ kind: 'sqlite', file: join(folder, 'none', 'rostra.sqlite') })).toThrow()
  })
})

describe.each(STORES)('rostra demo on %s', kind => {
  /** An empty database, as the program and as a test finds it; undefined where it is only inside this process. */
  async function emptyDatabase(
    name: string,
  ): Promise<
    { environment: Record<string, string>; address: StoreOptions; close(): Promise<void> } | undefined
  > {
    const data = join(folder, `${kind}-${name}`)
    const address: StoreOptions = { kind: 'sqlite', file: join(data, 'rostra.sqlite') }
    if (kind === 'sqlite')
      return { environment: { ROSTRA_DATA: data }, address, close: async () => undefined }
    const store = await openTestStore('postgres', { migrated: false })
    if (!('url' in store.address)) return undefined
    const environment = { ROSTRA_DATA: data, DATABASE_URL: store.address.url }
    return { environment, address: store.address, close: () => store.close() }
  }

  it('fills an empty forum with the example, once', async context => {
    const database = await emptyDatabase('example')
    if (!database) return context.skip()
    const run = (...words: string[]): Promise<Outcome> =>
      runProgram(['demo', ...words], { environment: database.environment })
    const first = await run('--json')
    expect(first.code).toBe(0)
    expect(JSON.parse(first.stdout)).toMatchObject({
      unchanged: false,
      counts: { board: { changed: 0, left: 0 }, post: { changed: 0, left: 0 } },
    })
    expect(await run()).toMatchObject({
      ...{ code: 1, stdout: '' },
      stderr: 'The example community is here already.\n',
    })
    expect(await run('--into-existing')).toMatchObject({
      code: 0,
      stdout: 'Nothing was taken: the example community is here already.\n',
    })
    await database.close()
  })

  it('fills with generated threads, and says how fast', async context => {
    const database = await emptyDatabase('bulk')
    if (!database) return context.skip()
    const run = (...words: string[]): Promise<Outcome> =>
      runProgram(['demo', ...words], { environment: database.environment })
    const { code, stdout } = await run('--threads', '4', '--posts', '90', '--json')
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toEqual({
      ...{ boards: 10, members: 12, threads: 4, posts: 90 },
      ...{ seconds: expect.any(Number), postsPerSecond: expect.any(Number) },
    })
    const refused = await run('--threads', '1')
    expect(refused).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('--into-existing') })
    expect(await run('--posts', '30', '--into-existing', '--seed', '2')).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(
        /^Filled with 30 posts, 2 threads, 10 boards, 12 members: [\d,]+ posts\/s\.\n$/,
      ),
    })
    const store = openStore(database.address)
    expect(await findMiscounts(store.read)).toEqual({ threads: 0, boards: 0, members: 0 })
    await store.close()
    await database.close()
  })
})
