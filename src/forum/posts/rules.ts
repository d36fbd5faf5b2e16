import { MINUTE } from '#base/time.ts'
import type { Visible } from '../permissions/visible.ts'
import type { Thread } from '../threads/model.ts'
import {
  type Hindrance,
  hindranceInThread,
  hindranceToReply,
  hindranceToWriting,
  refuse,
} from '../threads/rules.ts'
import type { Post } from './model.ts'

const NOT_FOUND: Hindrance = { code: 'not-found' }
const NOT_ALLOWED: Hindrance = { code: 'not-allowed' }
const DELETED: Hindrance = { code: 'not-allowed', sentence: 'refused.post-deleted' }
const FIRST: Hindrance = { code: 'not-allowed', sentence: 'refused.first-post' }

/** What of a post its rules look at. */
type Ruled = Pick<Post, 'number' | 'authorId' | 'deletedAt'>
/** The same, and when it was written. */
type Dated = Ruled & Pick<Post, 'createdAt'>

/** What keeps somebody from changing a post, deleted or not: all but its author and moderators. */
function hindranceToChange(visible: Visible, thread: Thread, post: Ruled): Hindrance | null {
  if (visible.moderatesIn(thread)) return hindranceInThread(visible, thread)
  return hindranceToReply(visible, thread) ?? (post.authorId === visible.actor.memberId ? null : NOT_ALLOWED)
}

function hindranceToEdit(visible: Visible, thread: Thread, post: Dated, now: number): Hindrance | null {
  const hindrance = hindranceToChange(visible, thread, post)
  if (hindrance) return hindrance
  return post.deletedAt === null ? hindranceByTime(visible, thread, post, now) : DELETED
}

/** A board can let its members change their posts for a while only; moderators always can. */
function hindranceByTime(visible: Visible, thread: Thread, post: Dated, now: number): Hindrance | null {
  const minutes = visible.site.boards.byId.get(thread.boardId)?.editMinutes ?? null
  if (minutes === null || visible.moderatesIn(thread) || now < post.createdAt + minutes * MINUTE) return null
  return { code: 'not-allowed', sentence: 'refused.edit-window', values: { minutes } }
}

function hindranceToDelete(visible: Visible, thread: Thread, post: Ruled): Hindrance | null {
  return hindranceToChange(visible, thread, post) ?? (post.number === 1 ? FIRST : null)
}

function hindranceToRestore(visible: Visible, thread: Thread): Hindrance | null {
  return hindranceInThread(visible, thread) ?? (visible.moderatesIn(thread) ? null : NOT_ALLOWED)
}

/**
 * What keeps somebody from adding something beside a post that is not a post itself, a reaction or a source: all who may
 * not reply in its board, and everybody in a conversation, where what is written is the talk alone. Locked threads do not.
 */
export function hindranceBesidePost(
  visible: Visible,
  thread: Thread,
  post: Pick<Post, 'deletedAt'>,
): Hindrance | null {
  const hindrance = hindranceToWriting(visible)
  if (hindrance) return hindrance
  if (!visible.readsIn(thread)) return NOT_FOUND
  if (thread.deletedAt !== null || post.deletedAt !== null)
    return visible.moderatesIn(thread) ? DELETED : NOT_FOUND
  return thread.people === null && visible.writesIn(thread) ? null : NOT_ALLOWED
}

/** Whether somebody may write in a thread. */
export const mayReply = (visible: Visible, thread: Thread): boolean =>
  hindranceToReply(visible, thread) === null
/** Throws `not-signed-in`, `not-found` or `not-allowed` unless somebody may write in a thread. */
export const mustReply = (visible: Visible, thread: Thread): void => refuse(hindranceToReply(visible, thread))

/** Whether somebody may give a post another wording now: its author, as long as the board lets them, and moderators. */
export const mayEdit = (visible: Visible, thread: Thread, post: Dated, now: number): boolean =>
  hindranceToEdit(visible, thread, post, now) === null
/** Throws `not-signed-in`, `not-found` or `not-allowed` unless somebody may give a post another wording now. */
export const mustEdit = (visible: Visible, thread: Thread, post: Dated, now: number): void =>
  refuse(hindranceToEdit(visible, thread, post, now))

/** Whether a post can be deleted by somebody, and is not deleted yet. The first goes with its thread alone. */
export const mayDelete = (visible: Visible, thread: Thread, post: Ruled): boolean =>
  post.deletedAt === null && hindranceToDelete(visible, thread, post) === null
/** Throws `not-signed-in`, `not-found` or `not-allowed` unless somebody may have a post deleted. */
export const mustDelete = (visible: Visible, thread: Thread, post: Ruled): void =>
  refuse(hindranceToDelete(visible, thread, post))

/** Whether a post is deleted and can be restored by somebody: moderators. */
export const mayRestore = (visible: Visible, thread: Thread, post: Ruled): boolean =>
  post.deletedAt !== null && hindranceToRestore(visible, thread) === null
/** Throws `not-signed-in`, `not-found` or `not-allowed` unless somebody may restore posts of a thread. */
export const mustRestore = (visible: Visible, thread: Thread): void =>
  refuse(hindranceToRestore(visible, thread))
