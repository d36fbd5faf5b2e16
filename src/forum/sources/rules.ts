import type { Visible } from '../permissions/visible.ts'
import type { Post } from '../posts/model.ts'
import { hindranceBesidePost } from '../posts/rules.ts'
import type { Thread } from '../threads/model.ts'
import { type Hindrance, refuse } from '../threads/rules.ts'
import type { KeptSource } from './model.ts'

const NOT_ALLOWED: Hindrance = { code: 'not-allowed' }

/** What of a post its rules look at. */
type Ruled = Pick<Post, 'authorId' | 'deletedAt'>

/**
 * Whether somebody may ask for sources of a post and give some: whoever may reply in its board. In locked threads too, for
 * the record goes on when the talk is over; and of their own posts, since who wrote something may want help with it.
 */
export const maySource = (visible: Visible, thread: Thread, post: Ruled): boolean =>
  hindranceBesidePost(visible, thread, post) === null
/** Throws `not-signed-in`, `not-found` or `not-allowed` unless somebody may ask for sources of a post and give some. */
export const mustSource = (visible: Visible, thread: Thread, post: Ruled): void =>
  refuse(hindranceBesidePost(visible, thread, post))

function hindranceToRemove(
  visible: Visible,
  thread: Thread,
  { post, source }: { readonly post: Ruled; readonly source: Pick<KeptSource, 'memberId'> },
): Hindrance | null {
  const hindrance = hindranceBesidePost(visible, thread, post)
  if (hindrance) return hindrance
  if (visible.moderatesIn(thread)) return null
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
