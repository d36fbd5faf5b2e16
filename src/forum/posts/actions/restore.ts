import type { Act } from '../../act.ts'
import type { PostPlace } from '../model.ts'
import { mustRestore } from '../rules.ts'
import { setDeleted } from '../store-write.ts'
import { beginWithPost } from './begin.ts'
import { countPost } from './delete.ts'

/**
 * Puts a deleted post back. Nothing happens when it is not deleted. → where it stands. Throws `not-signed-in`,
 * `not-found`, `not-allowed`.
 */
export async function restorePost(a: Act, input: PostPlace): Promise<PostPlace> {
  const { post, thread, visible, actor } = await beginWithPost(a, input)
  mustRestore(visible, thread)
  const { threadId, number } = post
  if (post.deletedAt === null) return { threadId, number }
  await setDeleted(a.db, post.id, { deletedAt: null, deletedBy: null, deleteReason: null })
  await countPost(a, thread, post, 1)
  const event = { postId: post.id, boardId: thread.boardId, memberId: actor.memberId }
  a.emit({ type: 'post.restored', ...event })
  return { threadId, number }
}
