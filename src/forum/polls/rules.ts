import type { Visible } from '../permissions/visible.ts'
import type { Post } from '../posts/model.ts'
import { hindranceBesidePost } from '../posts/rules.ts'
import type { Thread } from '../threads/model.ts'
import { type Hindrance, hindranceInThread, refuse } from '../threads/rules.ts'
import { isOver, type Poll } from './model.ts'

const NOT_ALLOWED: Hindrance = { code: 'not-allowed' }
const OVER: Hindrance = { code: 'not-allowed', sentence: 'poll.is-over' }

/** What of a post and its poll the rules look at. */
interface Ruled {
  readonly post: Pick<Post, 'authorId' | 'deletedAt'>
  readonly poll: Pick<Poll, 'closed' | 'closesAt'>
  /** Epoch milliseconds. */
  readonly now: number
}

function hindranceToVote(visible: Visible, thread: Thread, { post, poll, now }: Ruled): Hindrance | null {
  return (
    hindranceBesidePost(visible, thread, post) ??
    hindranceInThread(visible, thread) ??
    (isOver(poll, now) ? OVER : null)
  )
}

function hindranceToClose(visible: Visible, thread: Thread, { post }: Ruled): Hindrance | null {
  const hindrance = hindranceBesidePost(visible, thread, post) ?? hindranceInThread(visible, thread)
  if (hindrance) return hindrance
  return visible.moderatesIn(thread) || post.authorId === visible.actor.memberId ? null : NOT_ALLOWED
}

/** Whether somebody may vote: whoever may reply in the board, while the poll is open and its thread not locked. */
export const mayVote = (visible: Visible, thread: Thread, of: Ruled): boolean =>
  hindranceToVote(visible, thread, of) === null
/** Throws `not-signed-in`, `not-found` or `not-allowed` unless somebody may vote. */
export const mustVote = (visible: Visible, thread: Thread, of: Ruled): void =>
  refuse(hindranceToVote(visible, thread, of))

/** Whether somebody may close a poll before its time: who asked, and moderators. */
export const mayClose = (visible: Visible, thread: Thread, of: Ruled): boolean =>
  !isOver(of.poll, of.now) && hindranceToClose(visible, thread, of) === null
/** Throws `not-signed-in`, `not-found` or `not-allowed` unless somebody may close a poll. */
export const mustClose = (visible: Visible, thread: Thread, of: Ruled): void =>
  refuse(hindranceToClose(visible, thread, of))
