import { type Expression, sql } from 'kysely'
import { postId } from '#base/ids.ts'
import type { Reader, Writer } from '#store/store.ts'
import type { LikeThread } from './model.ts'

/** Threads that are looked at for each key, the newest first. */
const MOST_OF_A_KEY = 100

/** The same, with the address that it is about, as it is compared. */
export interface Candidate extends LikeThread {
  readonly sourceKey: string
}

/** Where and since when threads are looked for. */
export interface Within {
  readonly boards: ReadonlySet<number>
  readonly since: number
}

const selectCandidates = (db: Reader, { boards, since }: Within) =>
  db
    .selectFrom('threads')
    .select(['id', 'title', 'slug', 'boardId', 'createdAt', 'postCount', 'sourceKey'])
    .where('boardId', 'in', [...boards])
    .where('deletedAt', 'is', null)
    .where('createdAt', '>=', since)

/** Threads whose titles have one of these keys: of each key the newest few. */
export async function threadsByKeys(
  db: Reader,
  hashes: readonly number[],
  within: Within,
): Promise<Candidate[]> {
  if (hashes.length === 0 || within.boards.size === 0) return []
  const newest = (hash: number): Expression<{ threadId: number }> =>
    sql<{
      threadId: number
    }>`select thread_id from (select thread_id from title_keys where hash = ${hash} order by thread_id desc limit ${sql.lit(MOST_OF_A_KEY)}) as of_one`
  const all = sql<{ threadId: number }>`(${sql.join(hashes.map(newest), sql` union `)})`
  return selectCandidates(db, within).where('id', 'in', sql<number>`${all}`).execute()
}

/** Threads about one of these addresses, the newest few. */
export async function threadsByAddress(
  db: Reader,
  keys: readonly string[],
  within: Within,
): Promise<Candidate[]> {
  if (keys.length === 0 || within.boards.size === 0) return []
  return (
    selectCandidates(db, within)
      .where('sourceKey', 'in', keys)
      // Said for the index, which holds no threads without an address.
      .where('sourceKey', '<>', sql.lit(''))
      .orderBy('id', 'desc')
      .limit(MOST_OF_A_KEY)
      .execute()
  )
}

/** What a thread is made findable by. */
export interface Unkeyed {
  readonly id: number
  readonly title: string
  readonly boardId: number
  readonly sourceUrl: string
  readonly createdAt: number
  /** Its first post as it is printed; null where there is none. */
  readonly html: string | null
}

const selectUnkeyed = (db: Reader) =>
  db
    .selectFrom('threads')
    .leftJoin('posts', join =>
      join.on('posts.id', '=', sql<number>`threads.id * ${sql.lit(postId(1, 0))} + 1`),
    )
    .select(['threads.id', 'threads.title', 'threads.boardId', 'threads.sourceUrl', 'threads.createdAt'])
    .select('posts.html')
    .where('threads.keyed', '=', sql.lit<0>(0))

/** Threads that are not findable yet, at most so many; with an id that one alone. */
export async function unkeyedThreads(db: Reader, limit: number, id?: number): Promise<Unkeyed[]> {
  return selectUnkeyed(db)
    .$if(id !== undefined, query => query.where('threads.id', '=', id!))
    .orderBy('threads.id')
    .limit(limit)
    .execute()
}

/** Makes threads findable: by the hashes of their titles, in place of any they had, and by their addresses. */
export async function writeKeys(
  db: Writer,
  threads: readonly { id: number; hashes: readonly number[]; sourceKey: string }[],
): Promise<void> {
  const ids = threads.map(thread => thread.id)
  if (ids.length === 0) return
  await db.deleteFrom('titleKeys').where('threadId', 'in', ids).execute()
  const rows = threads.flatMap(({ id: threadId, hashes }) => hashes.map(hash => ({ hash, threadId })))
  if (rows.length > 0)
    await db
      .insertInto('titleKeys')
      .values(rows)
      .onConflict(conflict => conflict.columns(['hash', 'threadId']).doNothing())
      .execute()
  await db
    .updateTable('threads')
    .set(eb => {
      let cases = eb.case().when('id', '=', ids[0]!).then(threads[0]!.sourceKey)
      for (const { id, sourceKey } of threads.slice(1)) cases = cases.when('id', '=', id).then(sourceKey)
      return { keyed: 1, sourceKey: cases.else(eb.ref('sourceKey')).end() }
    })
    .where('id', 'in', ids)
    .execute()
}

/** Forgets the keys of threads that were started before a time, at most of so many; → of how many. */
export async function forgetKeysBefore(db: Writer, before: number, limit: number): Promise<number> {
  const old = await db
    .selectFrom('threads')
    .select('id')
    .where('createdAt', '<', before)
    .where(eb => eb.exists(eb.selectFrom('titleKeys').select('hash').whereRef('threadId', '=', 'threads.id')))
    .orderBy('id')
    .limit(limit)
    .execute()
  if (old.length === 0) return 0
  await db
    .deleteFrom('titleKeys')
    .where(
      'threadId',
      'in',
      old.map(row => row.id),
    )
    .execute()
  return old.length
}
