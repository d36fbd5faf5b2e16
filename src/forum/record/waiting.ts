import { act, type Forum, type RecordKeeper } from '../act.ts'
import { SYSTEM } from '../actor.ts'
import { wantRound } from './round.ts'
import { addWaiting, isWaiting, takeWaiting } from './store-waiting.ts'

/** Tells whoever reads of a post: in this process, or in another one, which hears of it at its next turn. */
export async function tellOfPost(forum: Forum, postId: number): Promise<void> {
  if (forum.record) forum.record.look([postId])
  else await act(forum, SYSTEM, ({ db }) => addWaiting(db, { postId }))
}

/** Tells whoever reads of a thread whose posts are all gone, or all back, as `tellOfPost` does. */
export async function tellOfThread(forum: Forum, threadId: number): Promise<void> {
  if (forum.record) forum.record.lookAtThread(threadId)
  else await act(forum, SYSTEM, ({ db }) => addWaiting(db, { threadId }))
}

/** Begins the turn of the one who reads in this process, who hears first of what other processes left for it. */
export async function beginTurn(forum: Forum, record: RecordKeeper): Promise<void> {
  // A read spares those who post the wait for a write that would find nothing.
  if (await isWaiting(forum.store.read)) {
    const waiting = await act(forum, SYSTEM, async ({ db }) => {
      const taken = await takeWaiting(db)
      if (taken.isMore) await wantRound(db)
      return taken
    })
    record.look(waiting.postIds)
    for (const threadId of waiting.threadIds) record.lookAtThread(threadId)
  }
  record.takeTurn()
}
