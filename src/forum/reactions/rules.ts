import { includes } from '../permissions/model.ts'
import type { Visible } from '../permissions/visible.ts'
import type { Post } from '../posts/model.ts'
import type { Thread } from '../threads/model.ts'
import { type Hindrance, hindranceToWriting, refuse } from '../threads/rules.ts'

const NOT_FOUND: Hindrance = { code: 'not-found' }
const NOT_ALLOWED: Hindrance = { code: 'not-allowed' }
const OWN: Hindrance = { code: 'not-allowed', sentence: 'refused.own-post' }
const DELETED: Hindrance = { code: 'not-allowed', sentence: 'refused.post-deleted' }

/** What of a post its rules look at. */
type Ruled = Pick<Post, 'authorId' | 'deletedAt'>

function hindranceToReact(visible: Visible, thread: Thread, post: Ruled): Hindrance | null {
  const { boardId } = thread
  const hindrance = hindranceToWriting(visible)
  if (hindrance) return hindrance
  if (!visible.reads(boardId)) return NOT_FOUND
  if (thread.deletedAt !== null || post.deletedAt !== null)
    return visible.moderates(boardId) ? DELETED : NOT_FOUND
  if (!includes(visible.level(boardId), 'reply')) return NOT_ALLOWED
  return post.authorId === visible.actor.memberId ? OWN : null
}

/** Whether somebody may react to a post: whoever may reply in its board, to others' posts, in locked threads too. */
export const mayReact = (visible: Visible, thread: Thread, post: Ruled): boolean =>
  hindranceToReact(visible, thread, post) === null
/** Throws `not-signed-in`, `not-found` or `not-allowed` unless somebody may react to a post. */
export const mustReact = (visible: Visible, thread: Thread, post: Ruled): void =>
  refuse(hindranceToReact(visible, thread, post))
