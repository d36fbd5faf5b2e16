import { includes } from '../permissions/model.ts'
import type { Visible } from '../permissions/visible.ts'
import type { Post } from '../posts/model.ts'
import type { Thread } from '../threads/model.ts'
import { type Hindrance, hindranceToWriting, refuse } from '../threads/rules.ts'
import type { KeptSource } from './model.ts'

const NOT_FOUND: Hindrance = { code: 'not-found' }
const NOT_ALLOWED: Hindrance = { code: 'not-allowed' }
const DELETED: Hindrance = { code: 'not-allowed', sentence: 'refused.post-deleted' }

/** What of a post its rules look at. */
type Ruled = Pick<Post, 'authorId' | 'deletedAt'>

/** What keeps somebody from adding to the record of a post. */
function hindranceToSources(visible: Visible, thread: Thread, post: Ruled): Hindrance | null {
  const { boardId } = thread
  const hindrance = hindranceToWriting(visible)
  if (hindrance) return hindrance
  if (!visible.reads(boardId)) return NOT_FOUND
  if (thread.deletedAt !== null || post.deletedAt !== null)
    return visible.moderates(boardId) ? DELETED : NOT_FOUND
  return includes(visible.level(boardId), 'reply') ? null : NOT_ALLOWED
}

/**
 * Whether somebody may ask for sources of a post and give some: whoever may reply in its board. In locked threads too, for
 * the record goes on when the talk is over; and of their own posts, since who wrote something may want help with it.
 */
export const maySource = (visible: Visible, thread: Thread, post: Ruled): boolean =>
  hindranceToSources(visible, thread, post) === null
/** Throws `not-signed-in`, `not-found` or `not-allowed` unless somebody may ask for sources of a post and give some. */
export const mustSource = (visible: Visible, thread: Thread, post: Ruled): void =>
  refuse(hindranceToSources(visible, thread, post))

function hindranceToRemove(
  visible: Visible,
  thread: Thread,
  { post, source }: { readonly post: Ruled; readonly source: Pick<KeptSource, 'memberId'> },
): Hindrance | null {
  const hindrance = hindranceToSources(visible, thread, post)
  if (hindrance) return hindrance
  if (visible.moderates(thread.boardId)) return null
  const { memberId } = visible.actor
  return source.memberId === memberId || post.authorId === memberId ? null : NOT_ALLOWED
}

/** Whether somebody may take out a source that was given: who gave it, who wrote the post, and moderators. */
export const mayRemove = (
  visible: Visible,
  thread: Thread,
  of: { readonly post: Ruled; readonly source: Pick<KeptSource, 'memberId'> },
): boolean => hindranceToRemove(visible, thread, of) === null
/** Throws `not-signed-in`, `not-found` or `not-allowed` unless somebody may take out a source that was given. */
export const mustRemove = (
  visible: Visible,
  thread: Thread,
  of: { readonly post: Ruled; readonly source: Pick<KeptSource, 'memberId'> },
): void => refuse(hindranceToRemove(visible, thread, of))
