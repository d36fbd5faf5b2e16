import { Refused } from '#base/errors.ts'
import type { Act } from '../act.ts'
import type { PostPlace } from '../posts/model.ts'
import { postOf } from '../posts/store.ts'
import { beginInThread } from '../threads/actions.ts'
import { touchBoard } from '../threads/store-counts.ts'
import { updateThread } from '../threads/store-write.ts'
import { mustAccept, mustUnaccept } from './rules.ts'

/**
 * Says that a post answers the question that its thread is, in place of any other; nothing happens when it does already.
 * Throws `not-signed-in`, `not-found`, `not-allowed`.
 */
export async function accept(a: Act, { threadId, number }: PostPlace): Promise<void> {
  const { thread, visible, actor } = await beginInThread(a, threadId)
  const post = await postOf(a.db, visible, thread, number)
  if (!post) throw new Refused('not-found')
  mustAccept(visible, thread, post)
  if (thread.answer === number) return
  await updateThread(a.db, threadId, { answer: number })
  await touchBoard(a.db, thread.boardId)
  a.emit({ type: 'answer.set', threadId, boardId: thread.boardId, memberId: actor.memberId, number })
}

/** Says that a post is not the answer; nothing happens when it is not. Throws `not-signed-in`, `not-found`, `not-allowed`. */
export async function unaccept(a: Act, { threadId, number }: PostPlace): Promise<void> {
  const { thread, visible, actor } = await beginInThread(a, threadId)
  if (!(await postOf(a.db, visible, thread, number))) throw new Refused('not-found')
  mustUnaccept(visible, thread)
  if (thread.answer !== number) return
  await updateThread(a.db, threadId, { answer: null })
  await touchBoard(a.db, thread.boardId)
  a.emit({ type: 'answer.set', threadId, boardId: thread.boardId, memberId: actor.memberId, number: null })
}
