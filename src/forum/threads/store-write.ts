import { postId } from '#base/ids.ts'
import { prepared } from '#store/prepared.ts'
import type { Writer } from '#store/store.ts'
import type { ThreadKind } from '../kinds/model.ts'

/** What is known of a thread when it is started; its first post is number 1. */
export interface StartedThread {
  readonly boardId: number
  readonly title: string
  readonly slug: string
  readonly authorId: number
  readonly at: number
  readonly kind: ThreadKind
  readonly prefixId: number | null
  readonly sourceUrl: string
}

const insert = prepared(
  (db, { boardId, title, slug, authorId, at, kind, prefixId, sourceUrl }: StartedThread) =>
    db
      .insertInto('threads')
      .values({
        ...{ boardId, title, slug, authorId, guestName: null, kind, prefixId, sourceUrl },
        ...{ createdAt: at, lastPostAt: at, lastAuthorId: authorId },
        ...{ postCount: 1, lastNumber: 1, deletedAt: null },
      })
      .returning('id'),
)

/** Adds a thread with its first post counted; → its id. */
export async function insertThread(db: Writer, thread: StartedThread): Promise<number> {
  const [row] = await insert(db, thread)
  return row!.id
}

/** A post that was added at the end of a thread. */
interface AddedPost {
  readonly id: number
  readonly number: number
  readonly at: number
  readonly authorId: number
}

const extend = prepared((db, { id, number, at, authorId }: AddedPost) =>
  db
    .updateTable('threads')
    .set(eb => ({
      lastNumber: number,
      lastPostAt: at,
      lastAuthorId: authorId,
      postCount: eb('postCount', '+', 1),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id),
)

/** Counts a post at the end of a thread. */
export async function extendThread(db: Writer, post: AddedPost): Promise<void> {
  await extend(db, post)
}

const touch = prepared((db, { id }: { id: number }) =>
  db
    .updateTable('threads')
    .set(eb => ({ version: eb('version', '+', 1) }))
    .where('id', '=', id),
)

/** Makes the kept pages of a thread old. */
export async function touchThread(db: Writer, id: number): Promise<void> {
  await touch(db, { id })
}

/** What may be said of a thread otherwise. With another title or address it is to be made findable anew (`keyed: 0`). */
type ThreadChange =
  | { title: string; slug: string; keyed: 0 }
  | { title: string; slug: string; keyed: 0; kind: ThreadKind; prefixId: number | null; sourceUrl: string }
  | { answer: number | null }
  | { locked: 0 | 1 }
  | { deletedAt: number | null }

/** Changes what is said of a thread as a whole. */
export async function updateThread(db: Writer, id: number, change: ThreadChange): Promise<void> {
  await db
    .updateTable('threads')
    .set(eb => ({ ...change, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/**
 * Counts posts of a thread that were deleted (−1) or restored (1), and looks which is now the last that is not deleted.
 * The thread must be locked.
 */
export async function recountThread(db: Writer, id: number, posts: number): Promise<void> {
  const last = await db
    .selectFrom('posts')
    .select(['createdAt', 'authorId'])
    .where('id', '>', postId(id, 0))
    .where('id', '<', postId(id + 1, 0))
    .where('deletedAt', 'is', null)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  await db
    .updateTable('threads')
    .set(eb => ({
      postCount: eb('postCount', '+', posts),
      version: eb('version', '+', 1),
      ...(last && { lastPostAt: last.createdAt, lastAuthorId: last.authorId }),
    }))
    .where('id', '=', id)
    .execute()
}
