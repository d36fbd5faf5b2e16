import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyPassword } from '#forum/members/passwords.ts'
import { findAccountBy } from '#forum/members/store-accounts.ts'
import { openStore, type StoreOptions } from '#store/store.ts'
import { openTestStore, STORES, type StoreKind } from '../../tests/support/databases.ts'
import { type Outcome, runProgram } from '../../tests/support/program.ts'

const PASSWORD = 'a lighthouse without stairs'

let folder: string
const opened: { close(): Promise<void> }[] = []
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rostra-member-'))
})
afterAll(async () => {
  for (const store of opened) await store.close()
  rmSync(folder, { recursive: true, force: true })
})

/** An empty forum, how the program finds it, and how we look into it; undefined where only this process has the database. */
async function emptyForum(
  kind: StoreKind,
): Promise<{ environment: Record<string, string>; address: StoreOptions } | undefined> {
  const data = mkdtempSync(join(folder, `${kind}-`))
  if (kind === 'sqlite')
    return {
      environment: { ROSTRA_DATA: data },
      address: { kind: 'sqlite', file: join(data, 'rostra.sqlite') },
    }
  const store = await openTestStore('postgres', { migrated: false })
  opened.push(store)
  const { address } = store
  if (!('url' in address)) return undefined
  return { environment: { ROSTRA_DATA: data, DATABASE_URL: address.url }, address }
}

describe.each(STORES)('rostra member on %s', kind => {
  it('adds members, gives roles and passwords, and says why not', async context => {
    const house = await emptyForum(kind)
    if (!house) return context.skip()
    const member = (words: string[], input = ''): Promise<Outcome> =>
      runProgram(['member', ...words], { environment: house.environment, input })
    const json = async (words: string[], input = ''): Promise<Record<string, unknown>> =>
      JSON.parse((await member([...words, '--json'], input)).stdout)

    const ada = ['add', 'Ada Lund', '--role', 'administrator', '--address', 'ada@example.org']
    const added = await member([...ada, '--password-stdin'], `${PASSWORD}\n`)
    expect(added).toEqual({ code: 0, stdout: 'Added Ada Lund, administrator, number 1.\n', stderr: '' })
    expect(await json(['add', 'Bo'])).toEqual({ id: 2, name: 'Bo', role: 'member', address: null })
    expect(await json(['role', 'bo', 'moderator'])).toMatchObject({ name: 'Bo', role: 'moderator' })
    expect(await member(['password', 'Bo', '--password-stdin'], 'another long enough')).toMatchObject({
      code: 0,
    })
    const { link } = await json(['password', 'Bo', '--link'])
    expect(link).toMatch(/^http:\/\/localhost:3000\/password\/[\w-]{20,}$/)

    for (const [words, input, code, says] of [
      [['add', 'ADA LUND'], '', 1, /reads like it, belongs to somebody/],
      [['add', 'Cy', '--address', 'ADA@example.org'], '', 1, /address/i],
      [['role', 'Ada Lund', 'member'], '', 1, /left to administer/],
      [['role', 'Nobody Here', 'member'], '', 1, /no member Nobody Here/],
      [['password', 'Bo', '--password-stdin'], 'short', 1, /too short/],
      [['role', 'Bo', 'king'], '', 2, /Allowed choices/],
      [['add', 'Dee', '--link', '--password-stdin'], PASSWORD, 2, /cannot be used with/],
      [['password', 'Bo'], '', 2, /--password-stdin or --link/],
    ] as const) {
      const refused = await member([...words], input)
      expect([words, refused.code, refused.stdout]).toEqual([words, code, ''])
      expect(refused.stderr).toMatch(says)
    }

    const store = openStore(house.address)
    const account = await findAccountBy(store.read, { name: '', address: 'ada@example.org' })
    expect(account).toMatchObject({ name: 'Ada Lund', role: 'administrator' })
    expect(await verifyPassword(account?.password ?? null, PASSWORD)).toBe(true)
    expect(await store.read.selectFrom('members').select('name').orderBy('id').execute()).toHaveLength(2)
    await store.close()
  })
})
