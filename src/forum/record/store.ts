import { type Kysely, sql } from 'kysely'
import { postId } from '#base/ids.ts'
import { prepared, preparedList } from '#store/prepared.ts'
import type { Reader, Writer } from '#store/store.ts'
import type { Tables } from '#store/tables.ts'
import { CONVERSATIONS } from '../boards/model.ts'
import type { Correction } from './corrected.ts'

/** A post as far as it matters whether it is read. */
export interface Looked {
  readonly id: number
  readonly revision: number
  readonly renderer: number
  /** When it, or its thread, was deleted; null for a post that stands. */
  readonly goneAt: number | null
  /** What was read of it last; null where nothing was. */
  readonly readRevision: number | null
  readonly readEngine: number | null
  readonly readRenderer: number | null
}

/** A conversation is nobody's to read but its people's: to the record its posts are gone from the start. */
const GONE_AT = sql<
  number | null
>`coalesce(posts.deleted_at, threads.deleted_at, case when threads.board_id = ${sql.lit(CONVERSATIONS)} then 0 end)`

/** The thread of a post, by its id; both databases divide whole numbers to whole numbers. */
const THREAD = sql<number>`posts.id / ${sql.lit(postId(1, 0))}`

const looked = (db: Kysely<Tables>) =>
  db
    .selectFrom('posts')
    .innerJoin('threads', join => join.on('threads.id', '=', THREAD))
    .leftJoin('readings', 'readings.postId', 'posts.id')
    .select([
      'posts.id',
      'posts.revision',
      'posts.renderer',
      GONE_AT.as('goneAt'),
      'readings.revision as readRevision',
      'readings.engine as readEngine',
      'readings.renderer as readRenderer',
    ])

const selectNext = prepared((db, { after, limit }: { after: number; limit: number }) =>
  looked(db).where('posts.id', '>', after).orderBy('posts.id').limit(limit),
)

/** The next posts behind one, in the order of their ids. */
export async function nextLooked(db: Reader, after: number, limit: number): Promise<Looked[]> {
  return selectNext(db, { after, limit })
}

const selectLooked = preparedList((db, ids) => looked(db).where('posts.id', 'in', ids))

/** These posts, as far as they are there. */
export async function lookedAt(db: Reader | Writer, ids: Iterable<number>): Promise<Looked[]> {
  return selectLooked(db, ids)
}

/** A post that is about to be read. */
export interface PostToRead {
  readonly id: number
  readonly boardId: number
  readonly createdAt: number
  readonly html: string
  readonly renderer: number
  readonly revision: number
}

const selectToRead = preparedList((db, ids) =>
  db
    .selectFrom('posts')
    .innerJoin('threads', join => join.on('threads.id', '=', THREAD))
    .select([
      'posts.id',
      'threads.boardId',
      'posts.createdAt',
      'posts.html',
      'posts.renderer',
      'posts.revision',
    ])
    .where('posts.id', 'in', ids),
)

/** What is needed of posts to read them. */
export async function postsToRead(db: Reader | Writer, ids: Iterable<number>): Promise<PostToRead[]> {
  return selectToRead(db, ids)
}

/** What was read of a post, as it is kept. */
export type Reading = Tables['readings']

const selectReadings = preparedList((db, ids) =>
  db.selectFrom('readings').selectAll().where('postId', 'in', ids),
)

/** What was read of posts, by their ids. */
export async function readingsOf(
  db: Reader | Writer,
  postIds: Iterable<number>,
): Promise<Map<number, Reading>> {
  return new Map((await selectReadings(db, postIds)).map(row => [row.postId, row]))
}

/** Keeps what was read of posts in place of what was read before. */
export async function keepReadings(db: Writer, readings: readonly Reading[]): Promise<void> {
  if (readings.length === 0) return
  await db
    .insertInto('readings')
    .values(readings)
    .onConflict(conflict =>
      conflict.column('postId').doUpdateSet(eb => ({
        revision: eb.ref('excluded.revision'),
        engine: eb.ref('excluded.engine'),
        renderer: eb.ref('excluded.renderer'),
        readAt: eb.ref('excluded.readAt'),
        findings: eb.ref('excluded.findings'),
        html: eb.ref('excluded.html'),
      })),
    )
    .execute()
}

/** Forgets what was read of posts. */
export async function forgetReadings(db: Writer, postIds: readonly number[]): Promise<void> {
  if (postIds.length > 0) await db.deleteFrom('readings').where('postId', 'in', postIds).execute()
}

/**
 * Has posts be read again when they are next looked at; what was read of them stays until then. All that have an id
 * from one to the other, these two among them.
 */
export async function markUnread(
  db: Writer,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<void> {
  await db
    .updateTable('readings')
    .set({ engine: 0 })
    .where('postId', '>=', from)
    .where('postId', '<=', to)
    .execute()
}

/** A correction with its post. */
export type CorrectionOf = Correction & { readonly postId: number }

const selectCorrections = preparedList((db, ids) =>
  db
    .selectFrom('corrections')
    .select(['postId', 'key', 'change', 'value', 'reason'])
    .where('postId', 'in', ids)
    .orderBy('id'),
)

/** What people changed of the readings of posts, oldest first; posts without a correction are left out. */
export async function correctionsOf(
  db: Reader | Writer,
  postIds: Iterable<number>,
): Promise<Map<number, Correction[]>> {
  const byPost = new Map<number, Correction[]>()
  for (const { postId: id, ...correction } of await selectCorrections(db, postIds)) {
    const corrections = byPost.get(id)
    if (corrections) corrections.push(correction)
    else byPost.set(id, [correction])
  }
  return byPost
}

/** Writes down a correction. */
export async function addCorrection(
  db: Writer,
  correction: Omit<Tables['corrections'], 'id'>,
): Promise<void> {
  await db.insertInto('corrections').values(correction).execute()
}

/** A line of the log of corrections. */
export interface LoggedCorrection extends Omit<Correction, 'key'> {
  readonly id: number
  readonly memberId: number | null
  readonly memberName: string | null
  readonly at: number
}

/** What people changed of the reading of one finding of a post, the latest first, with who did; the latest `limit`. */
export async function correctionLog(
  db: Reader,
  { postId: id, key }: { readonly postId: number; readonly key: string },
  limit: number,
): Promise<LoggedCorrection[]> {
  return db
    .selectFrom('corrections')
    .leftJoin('members', 'members.id', 'corrections.memberId')
    .select(['corrections.id', 'corrections.change', 'corrections.value', 'corrections.reason'])
    .select(['corrections.memberId', 'members.name as memberName', 'corrections.at'])
    .where('corrections.postId', '=', id)
    .where('corrections.key', '=', key)
    .orderBy('corrections.id', 'desc')
    .limit(limit)
    .execute()
}

/** Makes the kept pages of threads old, and holds the threads until the end of the transaction. */
export async function touchThreads(db: Writer, threadIds: readonly number[]): Promise<void> {
  await db
    .updateTable('threads')
    .set(eb => ({ version: eb('version', '+', 1) }))
    .where('id', 'in', threadIds)
    .execute()
}
