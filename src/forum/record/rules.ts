import type { Visible } from '../permissions/visible.ts'
import type { Post } from '../posts/model.ts'
import type { Thread } from '../threads/model.ts'
import { type Hindrance, hindranceToWriting, refuse } from '../threads/rules.ts'

const NOT_FOUND: Hindrance = { code: 'not-found' }
const NOT_ALLOWED: Hindrance = { code: 'not-allowed' }
const DELETED: Hindrance = { code: 'not-allowed', sentence: 'refused.post-deleted' }

/** What of a post its rules look at. */
type Ruled = Pick<Post, 'authorId' | 'deletedAt'>

/** A locked thread and a board that one may only read keep nobody from saying what they meant. */
function hindranceToCorrect(visible: Visible, thread: Thread, post: Ruled): Hindrance | null {
  const hindrance = hindranceToWriting(visible)
  if (hindrance) return hindrance
  if (!visible.readsIn(thread)) return NOT_FOUND
  const moderates = visible.moderatesIn(thread)
  if (thread.deletedAt !== null || post.deletedAt !== null) return moderates ? DELETED : NOT_FOUND
  return moderates || post.authorId === visible.actor.memberId ? null : NOT_ALLOWED
}

/** Whether somebody may correct what was read of a post: its author, and moderators. */
export const mayCorrect = (visible: Visible, thread: Thread, post: Ruled): boolean =>
  hindranceToCorrect(visible, thread, post) === null
/** Throws `not-signed-in`, `not-found` or `not-allowed` unless somebody may correct what was read of a post. */
export const mustCorrect = (visible: Visible, thread: Thread, post: Ruled): void =>
  refuse(hindranceToCorrect(visible, thread, post))

/** Whether a correction needs a reason: for what somebody else wrote. */
export const mustGiveReason = (visible: Visible, post: Ruled): boolean =>
  post.authorId !== visible.actor.memberId
