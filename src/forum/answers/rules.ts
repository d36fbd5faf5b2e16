import type { Visible } from '../permissions/visible.ts'
import type { Post } from '../posts/model.ts'
import type { Thread } from '../threads/model.ts'
import { type Hindrance, hindranceInThread, hindranceToReply, refuse } from '../threads/rules.ts'

const NOT_ALLOWED: Hindrance = { code: 'not-allowed' }
const NO_QUESTION: Hindrance = { code: 'not-allowed', sentence: 'answer.no-question' }
const NO_ANSWER: Hindrance = { code: 'not-allowed', sentence: 'answer.no-answer' }

type Ruled = Pick<Post, 'number' | 'deletedAt'>

/** What keeps somebody from saying which post answers a thread: all but whoever asked, and moderators. */
function hindranceToSettle(visible: Visible, thread: Thread): Hindrance | null {
  const hindrance = visible.moderatesIn(thread)
    ? hindranceInThread(visible, thread)
    : hindranceToReply(visible, thread)
  if (hindrance) return hindrance
  const asked = thread.authorId !== null && thread.authorId === visible.actor.memberId
  if (!asked && !visible.moderatesIn(thread)) return NOT_ALLOWED
  return thread.kind === 'question' ? null : NO_QUESTION
}

function hindranceToAccept(visible: Visible, thread: Thread, post: Ruled): Hindrance | null {
  const isAnswer = post.number !== 1 && post.deletedAt === null
  return hindranceToSettle(visible, thread) ?? (isAnswer ? null : NO_ANSWER)
}

/** Whether a post can be said to be the answer by somebody, and is not yet. */
export const mayAccept = (visible: Visible, thread: Thread, post: Ruled): boolean =>
  thread.answer !== post.number && hindranceToAccept(visible, thread, post) === null
/** Throws `not-signed-in`, `not-found` or `not-allowed` unless somebody may say that a post is the answer. */
export const mustAccept = (visible: Visible, thread: Thread, post: Ruled): void =>
  refuse(hindranceToAccept(visible, thread, post))

/** Whether a post is the answer, and somebody may say that it is not. */
export const mayUnaccept = (visible: Visible, thread: Thread, post: Ruled): boolean =>
  thread.answer === post.number && hindranceToAccept(visible, thread, post) === null
/** Throws `not-signed-in`, `not-found` or `not-allowed` unless somebody may say that a thread is not answered. */
export const mustUnaccept = (visible: Visible, thread: Thread): void =>
  refuse(hindranceToSettle(visible, thread))
