import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { postId } from '#base/ids.ts'
import { MIGRATIONS } from '../../migrations/list.ts'
import { openTestStore, STORES, type TestStore } from '../../tests/support/databases.ts'
import { testForum } from '../../tests/support/forum.ts'
import { backUp } from './backup.ts'
import type { Place } from './backup-file.ts'
import { SQLite } from './driver.ts'
import { restore } from './restore.ts'
import { openStore, type Store } from './store.ts'

const TABLES = [
  'settings',
  'versions',
  'files',
  'imports',
  'members',
  'groups',
  'groupMembers',
  'boards',
] as const
const MORE = [
  'boardPermissions',
  'threads',
  'posts',
  'revisions',
  'reactions',
  'outbox',
  'jobs',
  'schedule',
] as const

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rostra-backup-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const placeOf = (store: TestStore): Place =>
  store.address.kind === 'sqlite' ? { kind: 'sqlite', file: store.address.file } : { kind: 'postgres', store }

/** Every row of every table, in an order of its own. */
async function contents(store: Store): Promise<Record<string, unknown[]>> {
  const all: Record<string, unknown[]> = {}
  for (const table of [...TABLES, ...MORE]) {
    const rows = await store.read.selectFrom(table).selectAll().execute()
    all[table] = rows.map(row => JSON.stringify(row, Object.keys(row).sort())).sort()
  }
  return all
}

/** A thread with awkward characters, bytes and a gap in the ids. */
async function fill(store: TestStore, boardId: number, memberId: number): Promise<void> {
  await store.write.transaction().execute(async db => {
    const at = 1_764_000_000_000
    const { id } = await db
      .insertInto('threads')
      .values({
        boardId,
        title: 'Łódź \\ "quoted" \' 🚢 \u2028',
        slug: 'lodz',
        authorId: memberId,
        guestName: null,
        createdAt: at,
        postCount: 1,
        lastNumber: 1,
        lastPostAt: at,
        lastAuthorId: null,
        deletedAt: null,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await db
      .insertInto('posts')
      .values({
        id: postId(id, 1),
        authorId: memberId,
        guestName: null,
        createdAt: at,
        html: '<p>\\x41 \\u0041 كلام</p>',
        renderer: 1,
        revision: 1,
        editedAt: null,
        deletedAt: null,
        deletedBy: null,
        deleteReason: null,
        requestKey: null,
      })
      .execute()
    await db
      .insertInto('reactions')
      .values({ postId: postId(id, 1), memberId, kind: 'like', score: -1, at })
      .execute()
    const bytes = Uint8Array.from({ length: 256 }, (_, index) => index)
    for (const hash of 'abcdefghij')
      await db.insertInto('files').values({ hash, type: 'image/webp', bytes }).execute()
    const row = { event: '{}', at, doneAt: null }
    await db.insertInto('outbox').values([row, row, row]).execute()
    await db.deleteFrom('outbox').where('id', '=', 3).execute()
  })
}

const newEventId = async (store: Store): Promise<number> =>
  (
    await store.write
      .insertInto('outbox')
      .values({ event: '{}', at: 1, doneAt: null })
      .returning('id')
      .executeTakeFirstOrThrow()
  ).id

for (const from of STORES)
  for (const to of STORES)
    describe(`a backup of ${from}, restored into ${to}`, () => {
      it('is equal row for row, there and back, and counts on', async () => {
        const forum = await testForum(from)
        await fill(forum.store, forum.boards.harbour, forum.members.Bo)
        const before = await contents(forum.store)
        const first = join(folder, `${from}-${to}.sqlite`)
        const account = await backUp(placeOf(forum.store), first)
        expect(account.rows).toMatchObject({ members: 5, boards: 4, threads: 1, posts: 1, files: 10 })
        expect(account.bytes).toBe(statSync(first).size)
        expect(statSync(first).mode & 0o777).toBe(0o600)

        const other = await openTestStore(to)
        const target = await restoredInto(other, first)
        expect(await contents(target)).toEqual(before)
        const second = join(folder, `${from}-${to}-back.sqlite`)
        await backUp(placeOf(other), second)
        const third = await openTestStore(from)
        const back = await restoredInto(third, second)
        expect(await contents(back)).toEqual(before)
        expect(await newEventId(back)).toBe(4)
        await back.close()
        if (target !== back) await target.close()
        await forum.close()
      })
    })

/** Restores into an empty store. The SQLite one is opened anew: its file is another one now. */
async function restoredInto(store: TestStore, file: string): Promise<Store> {
  if (store.address.kind === 'postgres') {
    await restore(file, placeOf(store))
    return store
  }
  // The test's own folder outlives the store that is closed for it.
  const moved = join(mkdtempSync(join(folder, 'into-')), 'rostra.sqlite')
  const place = placeOf(store)
  await store.close()
  if (place.kind === 'sqlite') place.file = moved
  await restore(file, place)
  const address = { kind: 'sqlite', file: moved, durability: 'normal' } as const
  Object.assign(store, { address })
  return openStore(address)
}

describe.each(STORES)('a backup on %s', kind => {
  it('holds one moment, while others write', async () => {
    const forum = await testForum(kind)
    const text = 'x'.repeat(50_000)
    const add = (hash: string) =>
      forum.store.write
        .insertInto('files')
        .values({ hash, type: text, bytes: Uint8Array.of(1) })
        .execute()
    for (let index = 0; index < 300; index++) await add(`before-${index}`)
    let writing = Promise.resolve<unknown>(undefined)
    let written = 0
    const file = join(folder, `${kind}-busy.sqlite`)
    await backUp(placeOf(forum.store), file, {
      progress: () => {
        // PGlite has a single connection, which the backup holds: what is written waits for it.
        const hash = `during-${written++}`
        writing = writing.then(() => add(hash))
      },
    })
    await writing
    expect(written).toBeGreaterThan(1)
    const copy = new SQLite(file, { readonly: true })
    const hashes = copy.prepare('select hash from files').pluck().all() as string[]
    copy.close()
    expect(hashes.filter(hash => hash.startsWith('before'))).toHaveLength(300)
    expect(hashes.filter(hash => hash.startsWith('during'))).toEqual([])
    await forum.close()
  })

  it('is refused where a file is, and replaces it when told', async () => {
    const forum = await testForum(kind)
    const file = join(folder, `${kind}-there.sqlite`)
    writeFileSync(file, 'precious')
    await expect(backUp(placeOf(forum.store), file)).rejects.toThrow(/there already/)
    await backUp(placeOf(forum.store), file, { overwrite: true })
    expect(statSync(file).size).toBeGreaterThan(8)
    await forum.close()
  })

  it('restores over a filled forum only when told, and changes nothing when refused or damaged', async () => {
    const forum = await testForum(kind)
    const place = placeOf(forum.store)
    const file = join(folder, `${kind}-filled.sqlite`)
    await backUp(place, file)
    await forum.store.write.insertInto('settings').values({ name: 'name', value: 'Later' }).execute()
    const before = await contents(forum.store)
    await expect(restore(file, place)).rejects.toThrow(/already holds a forum/)
    for (const [name, damage] of Object.entries(DAMAGES)) {
      const bad = join(folder, `${kind}-${name}.sqlite`)
      damage(bad, file)
      await expect(restore(bad, place, { overwrite: true }), name).rejects.toThrow(
        /not a backup|damaged|triggers|newer Rostra|no file|fit together|lacks/,
      )
    }
    expect(await contents(forum.store)).toEqual(before)
    if (place.kind === 'sqlite') {
      await expect(restore(file, place, { overwrite: true })).rejects.toThrow(/is running/)
      expect(await contents(forum.store)).toEqual(before)
      expect(readdirSync(join(place.file, '..')).filter(name => name.endsWith('.part'))).toEqual([])
    } else {
      await restore(file, place, { overwrite: true })
      expect(await contents(forum.store)).toMatchObject({ settings: [] })
      // Pages that a running server keeps bear the version that the forum had.
      expect(siteVersion(await contents(forum.store))).toBeGreaterThan(siteVersion(before))
    }
    await forum.close()
  })
})

const siteVersion = ({ versions }: Record<string, unknown[]>): number =>
  JSON.parse(String(versions?.find(row => String(row).includes('"site"')))).value

const DAMAGES: Record<string, (bad: string, good: string) => void> = {
  missing: () => undefined,
  text: bad => writeFileSync(bad, 'not a database at all, but long enough to be read as one'.repeat(50)),
  empty: bad => writeFileSync(bad, ''),
  stranger: bad => change(bad, 'create table notes (text)'),
  trigger: (bad, good) =>
    copied(good, bad, 'create trigger t after insert on posts begin delete from posts; end'),
  view: (bad, good) => copied(good, bad, 'create view everybody as select * from members'),
  virtual: (bad, good) => copied(good, bad, 'create virtual table words using fts5(text)'),
  schema: (bad, good) =>
    copied(
      good,
      bad,
      "update sqlite_master set sql = 'create table posts (' where name = 'posts'",
      'pragma writable_schema = on',
    ),
  column: (bad, good) => copied(good, bad, 'alter table members rename column country to land'),
  twice: (bad, good) =>
    copied(
      good,
      bad,
      "insert into schedule values ('sweep', 1), ('sweep', 2)",
      'create table schedule (name text, ran_at integer)',
      'drop table schedule',
    ),
  cut: (bad, good) => writeFileSync(bad, readFileSync(good).subarray(0, 40_000)),
  newer: (bad, good) => copied(good, bad, "insert into migrations values ('9999-future')"),
  orphans: (bad, good) =>
    copied(good, bad, "insert into reactions values (5, 1, 'like', 1, 1)", 'pragma foreign_keys = off'),
}

/** Runs statements from the last to the first. */
function change(file: string, ...statements: string[]): void {
  const database = new SQLite(file)
  // Only so can a test write what a forger would.
  database.unsafeMode()
  for (const statement of statements.reverse()) database.exec(statement)
  database.close()
}

function copied(from: string, to: string, ...statements: string[]): void {
  const database = new SQLite(from)
  database.exec(`vacuum into '${to}'`)
  database.close()
  change(to, ...statements)
}

describe('a restored SQLite file', () => {
  it('takes the rows of a backup and nothing of its schema', async () => {
    const forum = await testForum('sqlite')
    const backup = join(folder, 'forged.sqlite')
    copied(
      (placeOf(forum.store) as { file: string }).file,
      backup,
      'create index names on members (lower(name))',
      "alter table members add column motto text default 'forged'",
      'create table extra (id integer primary key)',
    )
    const target = join(folder, 'from-forged.sqlite')
    await restore(backup, { kind: 'sqlite', file: target })
    const database = new SQLite(target)
    const schema = database.prepare('select sql from sqlite_master').pluck().all().join('\n')
    expect(schema).not.toMatch(/extra|motto|lower/)
    expect(database.pragma('page_size', { simple: true })).toBe(8192)
    expect(statSync(target).mode & 0o777).toBe(0o600)
    database.close()
    const store = openStore({ kind: 'sqlite', file: target })
    expect(await contents(store)).toEqual(await contents(forum.store))
    await store.close()
    await forum.close()
  })

  it('is brought up to this version when an older one wrote it', async () => {
    const forum = await testForum('sqlite')
    const backup = join(folder, 'older.sqlite')
    await backUp(placeOf(forum.store), backup)
    MIGRATIONS.push({
      name: '0002-later',
      up: async db => {
        await db.schema.alterTable('members').addColumn('motto', 'text').execute()
        await sql`update members set motto = 'I am ' || name`.execute(db)
      },
    })
    const target = join(folder, 'from-older.sqlite')
    try {
      await restore(backup, { kind: 'sqlite', file: target })
    } finally {
      MIGRATIONS.pop()
    }
    const database = new SQLite(target)
    expect(database.prepare("select motto from members where name = 'Bo'").pluck().get()).toBe('I am Bo')
    database.close()
    await forum.close()
  })

  it('replaces a filled forum that nobody has open, and does not meet its old log', async () => {
    const forum = await testForum('sqlite')
    const place = placeOf(forum.store) as Extract<Place, { kind: 'sqlite' }>
    const backup = join(folder, 'plain.sqlite')
    await backUp(place, backup)
    const target = join(folder, 'target.sqlite')
    copied(backup, target, "insert into settings values ('name', 'Later')")
    const open = openStore({ kind: 'sqlite', file: target })
    await open.write.insertInto('settings').values({ name: 'welcome', value: 'Hello' }).execute()
    await expect(restore(backup, { kind: 'sqlite', file: target }, { overwrite: true })).rejects.toThrow(
      /is running/,
    )
    await open.close()
    writeFileSync(`${target}-wal`, 'left by a crash')
    await restore(backup, { kind: 'sqlite', file: target }, { overwrite: true })
    expect(existsSync(`${target}-wal`)).toBe(false)
    const store = openStore({ kind: 'sqlite', file: target })
    expect(await contents(store)).toEqual(await contents(forum.store))
    await store.close()
    await forum.close()
  })

  it('is never the backup itself, nor a backup the forum', async () => {
    const forum = await testForum('sqlite')
    const place = placeOf(forum.store) as Extract<Place, { kind: 'sqlite' }>
    await expect(backUp(place, place.file, { overwrite: true })).rejects.toThrow(/the forum itself/)
    await expect(restore(place.file, place, { overwrite: true })).rejects.toThrow(/the forum itself/)
    await forum.close()
  })
})
