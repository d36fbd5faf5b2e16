import { postId } from '#base/ids.ts'
import { prepared } from '#store/prepared.ts'
import type { Writer } from '#store/store.ts'
import type { Tables } from '#store/tables.ts'
import type { Format, PostPlace } from './model.ts'

/** A text as it is kept: what was typed, and what it is printed as. */
export interface KeptText {
  readonly format: Format
  readonly source: string
  readonly html: string
  readonly renderer: number
}

/** A new post with its first wording. */
export interface NewPost extends PostPlace, KeptText {
  readonly authorId: number
  readonly at: number
  /** What makes a form that is sent twice one post; null for none. */
  readonly requestKey: string | null
}

type PostRow = Pick<Tables['posts'], 'id' | 'authorId' | 'createdAt' | 'html' | 'renderer' | 'requestKey'>

const insert = prepared((db, { id, authorId, createdAt, html, renderer, requestKey }: PostRow) =>
  db
    .insertInto('posts')
    .values({
      ...{ id, authorId, guestName: null, createdAt, html, renderer, revision: 1, editedAt: null },
      ...{ deletedAt: null, deletedBy: null, deleteReason: null, requestKey },
    })
    .onConflict(conflict =>
      conflict.columns(['authorId', 'requestKey']).where('requestKey', 'is not', null).doNothing(),
    )
    .returning('id'),
)

const insertRevision = prepared((db, row: Tables['revisions']) => {
  const { postId: id, revision, format, source, authorId, createdAt, reason } = row
  return db
    .insertInto('revisions')
    .values({ postId: id, revision, format, source, authorId, createdAt, reason })
})

/**
 * Adds a post and its first wording; → its id, or null when its author has a post of the same request already. Throws an
 * `Error` where its number is taken.
 */
export async function insertPost(db: Writer, post: NewPost): Promise<number | null> {
  const { authorId, at, html, renderer, requestKey, format, source } = post
  const id = postId(post.threadId, post.number)
  const [row] = await insert(db, { id, authorId, createdAt: at, html, renderer, requestKey })
  if (!row) return null
  const revision = { postId: id, revision: 1, format, source, authorId, createdAt: at, reason: '' }
  await insertRevision(db, revision)
  return id
}

/** A new wording of a post. */
export interface NewRevision extends KeptText {
  readonly revision: number
  readonly authorId: number
  readonly at: number
  readonly reason: string
}

/** Gives a post a new wording; the others are kept. */
export async function addRevision(db: Writer, id: number, wording: NewRevision): Promise<void> {
  const { revision, format, source, authorId, at, reason, html, renderer } = wording
  await insertRevision(db, { postId: id, revision, format, source, authorId, createdAt: at, reason })
  await db.updateTable('posts').set({ html, renderer, revision, editedAt: at }).where('id', '=', id).execute()
}

/** Marks a post as deleted, or as not deleted. */
export async function setDeleted(
  db: Writer,
  id: number,
  deleted: Pick<Tables['posts'], 'deletedAt' | 'deletedBy' | 'deleteReason'>,
): Promise<void> {
  await db.updateTable('posts').set(deleted).where('id', '=', id).execute()
}
