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

/** By what a thread is made findable. */
export interface Keys {
  readonly id: number
  /** As they were read: a thread that has another title or address by now is left for another turn. */
  readonly title: string
  readonly sourceUrl: string
  readonly hashes: readonly number[]
  readonly sourceKey: string
}

/** Makes threads findable: by the hashes of their titles, in place of any they had, and by their addresses. */
export async function writeKeys(db: Writer, threads: readonly Keys[]): Promise<void> {
  if (threads.length === 0) return
  const ids = await markKeyed(db, threads)
  if (ids.length === 0) return
  await db.deleteFrom('titleKeys').where('threadId', 'in', ids).execute()
  const written = new Set(ids)
  const rows = threads
    .filter(thread => written.has(thread.id))
    .flatMap(({ id: threadId, hashes }) => hashes.map(hash => ({ hash, threadId })))
  if (rows.length === 0) return
  await db
    .insertInto('titleKeys')
    .values(rows)
    .onConflict(conflict => conflict.columns(['hash', 'threadId']).doNothing())
    .execute()
}

/** → the ids of those that are still what they were. They are held until the transaction ends. */
async function markKeyed(db: Writer, threads: readonly Keys[]): Promise<number[]> {
  const rows = await db
    .updateTable('threads')
    .set(eb => {
      const [first, ...others] = threads as readonly [Keys, ...Keys[]]
      let cases = eb.case().when('id', '=', first.id).then(first.sourceKey)
      for (const { id, sourceKey } of others) cases = cases.when('id', '=', id).then(sourceKey)
      return { keyed: 1, sourceKey: cases.else(eb.ref('sourceKey')).end() }
    })
    .where(
      'id',
      'in',
      threads.map(thread => thread.id),
    )
    .where(eb =>
      eb.or(
        threads.map(({ id, title, sourceUrl }) =>
          eb.and([eb('id', '=', id), eb('title', '=', title), eb('sourceUrl', '=', sourceUrl)]),
        ),
      ),
    )
    .returning('id')
    .execute()
  return rows.map(row => row.id)
}

/**
 * Threads with keys that were started before a time. From the keys on, which are those of a few months, however many threads
 * there are: the cross join says so to SQLite.
 */
export const selectOldKeyed = (db: Reader | Writer, before: number, limit: number) =>
  db
    .selectFrom(eb => eb.selectFrom('titleKeys').select('threadId').distinct().as('withKeys'))
    .crossJoin('threads')
    .select('threads.id')
    .whereRef('threads.id', '=', 'withKeys.threadId')
    .where('threads.createdAt', '<', before)
    .limit(limit)

/** Forgets the keys of threads that were started before a time, at most of so many; → of how many. */
export async function forgetKeysBefore(db: Writer, before: number, limit: number): Promise<number> {
  const old = await selectOldKeyed(db, before, limit).execute()
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
