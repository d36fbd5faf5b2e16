import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestStore, STORES, type StoreKind } from '../../tests/support/databases.ts'
import { type Outcome, runProgram } from '../../tests/support/program.ts'

let folder: string
const opened: { close(): Promise<void> }[] = []
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rostra-cli-'))
})
afterAll(async () => {
  for (const store of opened) await store.close()
  rmSync(folder, { recursive: true, force: true })
})

const rostra = (...words: string[]): Promise<Outcome> =>
  runProgram(words, { environment: { ROSTRA_DATA: join(folder, 'plain') } })

describe('the command line', () => {
  it('says on standard error what was written wrongly, with code 2', async () => {
    for (const words of [[], ['nonsense'], ['backup'], ['backup', 'a', 'b'], ['migrate', '--nonsense']]) {
      const { code, stdout, stderr } = await rostra(...words)
      expect([words, code, stdout]).toEqual([words, 2, ''])
      expect(stderr).toMatch(/^(error: |Usage: )/m)
    }
    expect(existsSync(join(folder, 'plain'))).toBe(false)
  })

  it('helps, with code 0', async () => {
    const { code, stdout } = await rostra('--help')
    expect(code).toBe(0)
    for (const command of ['migrate', 'backup', 'restore']) expect(stdout).toContain(`  ${command} `)
    expect((await rostra('help', 'backup')).stdout).toContain('--overwrite')
    expect((await rostra('--version')).stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
  })

  it('names every wrong variable, with code 1', async () => {
    const environment = { ROSTRA_DURABILITY: 'some', ROSTRA_DAAT: 'x' }
    const { code, stderr } = await runProgram(['migrate'], { environment })
    expect(code).toBe(1)
    expect(stderr).toMatch(/ROSTRA_DURABILITY must be full or normal/)
    expect(stderr).toMatch(/did you mean ROSTRA_DATA\?/)
  })
})

/** Where the program finds an empty database of a kind; undefined where PostgreSQL is only inside this process. */
async function emptyDatabase(kind: StoreKind, name: string): Promise<Record<string, string> | undefined> {
  const data = join(folder, `${kind}-${name}`)
  if (kind === 'sqlite') return { ROSTRA_DATA: data }
  const store = await openTestStore('postgres', { migrated: false })
  opened.push(store)
  const { address } = store
  return 'url' in address ? { ROSTRA_DATA: data, DATABASE_URL: address.url } : undefined
}

describe.each(STORES)('commands on %s', kind => {
  it('migrate, back up and restore, with accounts, and refuse with code 1 what would destroy', async context => {
    const environment = await emptyDatabase(kind, 'from')
    if (!environment) return context.skip()
    const run = (...words: string[]): Promise<Outcome> => runProgram(words, { environment })
    const file = join(folder, `${kind}.sqlite`)
    expect(await run('migrate')).toMatchObject({ code: 0, stdout: expect.stringContaining('0001-spine') })
    expect((await run('migrate', '--json')).stdout).toBe('{"applied":[]}\n')
    expect(await run('backup', file)).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^Wrote .* 0 posts, 0 threads, 0 boards, 0 members\.\n$/),
    })
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const refused = await run('backup', file, '--json')
    expect(refused).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('there already') })
    const account = JSON.parse((await run('backup', file, '--overwrite', '--json')).stdout)
    expect(account).toMatchObject({ file, bytes: statSync(file).size, rows: { groups: 4, members: 0 } })

    const target = (await emptyDatabase(kind, 'into')) as Record<string, string>
    const restored = await runProgram(['restore', file, '--json'], { environment: target })
    expect(JSON.parse(restored.stdout)).toMatchObject({ file, rows: { groups: 4, versions: 2 } })
    const bad = join(folder, `${kind}-bad.sqlite`)
    writeFileSync(bad, 'nothing')
    expect(await runProgram(['restore', bad], { environment: target })).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining('not a backup'),
    })
  })
})
