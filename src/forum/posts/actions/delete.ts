import type { Act } from '../../act.ts'
import type { Thread } from '../../threads/model.ts'
import { recountThread } from '../../threads/store-write.ts'
import { type Post, type PostPlace, readReason } from '../model.ts'
import { mustDelete } from '../rules.ts'
import { setDeleted } from '../store-write.ts'
import { beginWithPost } from './begin.ts'
import { countInThread } from './count.ts'

/**
 * Takes a post out of sight; it no longer counts. Nothing happens when it is deleted already. → where it stood. Throws
 * `not-signed-in`, `not-found`, `not-allowed`, and `invalid` for the field `reason`.
 */
export async function deletePost(a: Act, input: PostPlace & { readonly reason: string }): Promise<PostPlace> {
  const { post, thread, visible, actor } = await beginWithPost(a, input)
  mustDelete(visible, thread, post)
  const { threadId, number } = post
  const reason = readReason(input.reason)
  if (post.deletedAt !== null) return { threadId, number }
  const { memberId } = actor
  await setDeleted(a.db, post.id, {
    deletedAt: a.now,
    deletedBy: memberId,
    deleteReason: reason === '' ? null : reason,
  })
  await countPost(a, thread, post, -1)
  a.emit({ type: 'post.deleted', postId: post.id, boardId: thread.boardId, memberId })
  return { threadId, number }
}

/** Counts a post that came back (1) or went (−1), in its thread, in its board, and on its author's card. */
export async function countPost({ db }: Act, thread: Thread, { authorId }: Post, by: 1 | -1): Promise<void> {
  await recountThread(db, thread.id, by)
  await countInThread(db, thread, { authorId, by })
}
