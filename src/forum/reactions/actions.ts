import type { Act } from '../act.ts'
import { addScore } from '../members/store.ts'
import { beginWithPost } from '../posts/actions/begin.ts'
import type { Post, PostPlace } from '../posts/model.ts'
import { touchThread } from '../threads/store-write.ts'
import type { Kind } from './model.ts'
import { mustReact } from './rules.ts'
import { findReaction, removeReaction, setReaction } from './store.ts'

/**
 * Gives a post a reaction, in place of the one that the same member gave it before; the same one again changes nothing.
 * Throws `not-signed-in`, `not-found`, `not-allowed`.
 */
export async function react(a: Act, input: PostPlace & { readonly kind: Kind }): Promise<void> {
  const { post, thread, visible, actor } = await beginWithPost(a, input)
  mustReact(visible, thread, post)
  const { kind } = input
  const given = { postId: post.id, memberId: actor.memberId }
  const before = await findReaction(a.db, given)
  if (before?.kind === kind) return
  const score = await setReaction(a.db, { ...given, kind, at: a.now })
  await countReaction(a, post, score - (before?.score ?? 0))
  a.emit({ type: 'reaction.set', ...given, boardId: thread.boardId, kind })
}

/** Takes back the reaction that somebody gave a post, if there is one. Throws as `react` does. */
export async function unreact(a: Act, input: PostPlace): Promise<void> {
  const { post, thread, visible, actor } = await beginWithPost(a, input)
  mustReact(visible, thread, post)
  const given = { postId: post.id, memberId: actor.memberId }
  const before = await findReaction(a.db, given)
  if (!before) return
  await removeReaction(a.db, given)
  await countReaction(a, post, -before.score)
  a.emit({ type: 'reaction.removed', ...given, boardId: thread.boardId })
}

async function countReaction({ db }: Act, { threadId, authorId }: Post, by: number): Promise<void> {
  await touchThread(db, threadId)
  if (authorId !== null && by !== 0) await addScore(db, authorId, by)
}
