import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type RawBuilder, sql } from 'kysely'
import { packed } from '../../src/forum/passages/packing.ts'
import { pairs } from '../../src/store/lists.ts'
import { migrate } from '../../src/store/migrate.ts'
import { openStore, type Store } from '../../src/store/store.ts'
import {
  createDatabase,
  databaseName,
  databaseUrl,
  dropDatabase,
  findPostgres,
} from '../../tests/support/postgres.ts'
import { idOfPlace, printsOf } from './drawn.ts'

/** A database of its own that is removed when it is closed. */
export interface Filled {
  readonly store: Store
  /** Bytes that the fingerprints take. */
  bytes(): Promise<number>
  close(): Promise<void>
}

/** Rows that go into one statement. */
const PAIRS_AT_ONCE = 100_000
const POSTS_AT_ONCE = 1000

async function openSqlite(): Promise<Filled> {
  const folder = mkdtempSync(join(tmpdir(), 'rostra-bench-fingerprints-'))
  const store = openStore({ kind: 'sqlite', file: join(folder, 'forum.sqlite') })
  const close = async () => {
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  }
  const size = sql<{ bytes: number }>`select sum(pgsize) as bytes from dbstat
    where name in ('fingerprints', 'fingerprinted')`
  return { store, bytes: () => bytesOf(store, size), close }
}

async function openPostgres(): Promise<Filled | undefined> {
  const server = await findPostgres()
  if (!server) return undefined
  const name = databaseName(Date.now().toString(36), 'fingerprints')
  await createDatabase(server, name)
  const store = openStore({ kind: 'postgres', url: databaseUrl(server, name) })
  const close = async () => {
    await store.close()
    await dropDatabase(server, name)
  }
  const size = sql<{ bytes: number }>`select pg_total_relation_size('fingerprints')
    + pg_total_relation_size('fingerprinted') as bytes`
  return { store, bytes: () => bytesOf(store, size), close }
}

async function bytesOf({ write }: Store, query: RawBuilder<{ bytes: number }>): Promise<number> {
  return Number((await query.execute(write)).rows[0]?.bytes)
}

/** A database with the fingerprints of so many posts; undefined where there is no server of that kind. */
export async function openFilled(kind: Store['kind'], posts: number): Promise<Filled | undefined> {
  const filled = kind === 'sqlite' ? await openSqlite() : await openPostgres()
  if (!filled) return undefined
  try {
    await migrate(filled.store)
    await fill(filled.store, posts)
    return filled
  } catch (error) {
    await filled.close()
    throw error
  }
}

async function fill(store: Store, posts: number): Promise<void> {
  const run = (query: RawBuilder<unknown>) => query.execute(store.write)
  await addPosts(store, posts)
  // In the order of the hashes both are filled fast; posts come in another.
  await run(sql`create table drawn (hash bigint not null, post_id bigint not null)`)
  let rows: [number, number][] = []
  let marks: { postId: number; hashes: Uint8Array; leftOut: string; words: number }[] = []
  const flush = async () => {
    await run(sql`insert into drawn select one, other from ${pairs(store.write, JSON.stringify(rows))} added`)
    rows = []
  }
  for (let place = 0; place < posts; place++) {
    const id = idOfPlace(place)
    const prints = printsOf(place)
    for (const hash of prints) rows.push([hash, id])
    marks.push({ postId: id, hashes: packed(prints), leftOut: '[]', words: 130 })
    if (rows.length >= PAIRS_AT_ONCE) await flush()
    if (marks.length < POSTS_AT_ONCE && place < posts - 1) continue
    await store.write.insertInto('fingerprinted').values(marks).execute()
    marks = []
  }
  await flush()
  await run(
    sql`insert into fingerprints (hash, post_id) select hash, post_id from drawn order by hash, post_id`,
  )
  await run(sql`drop table drawn`)
  // What a server does on its own after a while.
  await run(store.kind === 'sqlite' ? sql`select 1` : sql`vacuum analyze`)
}

/** A board with threads of twenty short posts. */
async function addPosts({ write }: Store, posts: number): Promise<void> {
  const numbered = (count: number) =>
    sql`with recursive numbered (i) as (select cast(0 as bigint) union all
      select i + 1 from numbered where i + 1 < ${sql.lit(count)})`
  await sql`insert into boards (id, position, title, description, section) values (1, 1, 'News', '', 0)`.execute(
    write,
  )
  await sql`insert into threads (id, board_id, title, slug, created_at, post_count, last_number, last_post_at)
    ${numbered(Math.ceil(posts / 20))} select i + 1, 1, 'Thread', 'thread', i, 20, 20, i from numbered`.execute(
    write,
  )
  await sql`insert into posts (id, guest_name, created_at, html, renderer, revision)
    ${numbered(posts)} select (i / 20 + 1) * 1048576 + i % 20 + 1, 'Bo', i * 1000,
      '<p>A post of which only the fingerprints are measured here, so its text is short.</p>', 1, 1 from numbered`.execute(
    write,
  )
}
