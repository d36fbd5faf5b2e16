import { numberOf, postId } from '#base/ids.ts'
import type { Reader, Writer } from '#store/store.ts'
import type { Tables } from '#store/tables.ts'
import { inBatches } from './store.ts'

/** A thread that an import meets again. */
export interface KnownThread {
  id: number
  boardId: number
  title: string
  lastNumber: number
  lastPostAt: number
  lastAuthorId: number | null
  deletedAt: number | null
}

/** Threads by their ids; those not there are missing. They are nobody else's to write to until the end. */
export async function claimThreads(db: Writer, ids: Iterable<number>): Promise<Map<number, KnownThread>> {
  const rows = await inBatches(ids, batch =>
    db
      .updateTable('threads')
      .set(eb => ({ version: eb('version', '+', 1) }))
      .where('id', 'in', batch)
      .returning(['id', 'boardId', 'title', 'lastNumber', 'lastPostAt', 'lastAuthorId', 'deletedAt'])
      .execute(),
  )
  return new Map(rows.map(row => [row.id, row]))
}

/** The numbers that posts of a thread have, deleted ones too. */
export async function takenNumbers(db: Reader, threadId: number): Promise<Set<number>> {
  const rows = await db
    .selectFrom('posts')
    .select('id')
    .where('id', '>', postId(threadId, 0))
    .where('id', '<', postId(threadId + 1, 0))
    .execute()
  return new Set(rows.map(row => numberOf(row.id)))
}

export type NewThread = Omit<Tables['threads'], 'id' | 'locked' | 'deletedAt' | 'version'>

/** Adds a thread; → its id. */
export async function insertThread(db: Writer, thread: NewThread): Promise<number> {
  const { id } = await db
    .insertInto('threads')
    .values({ ...thread, deletedAt: null })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** What a thread gains, and by what post it ends now. */
export interface ThreadGain {
  posts: number
  lastNumber: number
  lastPostAt: number
  lastAuthorId: number | null
}

export async function addToThread(db: Writer, id: number, { posts, ...last }: ThreadGain): Promise<void> {
  await db
    .updateTable('threads')
    .set(eb => ({ ...last, postCount: eb('postCount', '+', posts) }))
    .where('id', '=', id)
    .execute()
}

export type NewPost = Omit<Tables['posts'], 'deletedAt' | 'deletedBy' | 'deleteReason' | 'requestKey'>

/** Adds posts, or prints again those that are there. */
export async function writePosts(db: Writer, posts: readonly NewPost[]): Promise<void> {
  await inBatches(posts, async batch => {
    const rest = { deletedAt: null, deletedBy: null, deleteReason: null, requestKey: null }
    await db
      .insertInto('posts')
      .values(batch.map(post => ({ ...post, ...rest })))
      .onConflict(conflict => conflict.column('id').doUpdateSet(eb => ({ html: eb.ref('excluded.html') })))
      .execute()
    return []
  })
}

export async function insertRevisions(db: Writer, revisions: readonly Tables['revisions'][]): Promise<void> {
  await inBatches(revisions, async batch => {
    await db.insertInto('revisions').values(batch).execute()
    return []
  })
}

export async function insertReactions(db: Writer, reactions: readonly Tables['reactions'][]): Promise<void> {
  await inBatches(reactions, async batch => {
    await db.insertInto('reactions').values(batch).execute()
    return []
  })
}
