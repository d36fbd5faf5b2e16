import { act, type Forum, type RecordKeeper } from '../act.ts'
import { SYSTEM } from '../actor.ts'
import { wantRound } from './round.ts'
import { addWaiting, isWaiting, nameOf, takeWaiting } from './store-waiting.ts'

/** What is to be told to another process and is not written down yet. A crash loses it; a round finds it again. */
const untold = new WeakMap<Forum, Set<string>>()

/** Tells whoever reads of a post: in this process, or in another one, which hears of it at its next turn. */
export async function tellOfPost(forum: Forum, postId: number): Promise<void> {
  if (forum.record) forum.record.look([postId])
  else untoldOf(forum).add(nameOf({ postId }))
}

/** Tells whoever reads of a thread whose posts are all gone, or all back, as `tellOfPost` does. */
export async function tellOfThread(forum: Forum, threadId: number): Promise<void> {
  if (forum.record) forum.record.lookAtThread(threadId)
  else untoldOf(forum).add(nameOf({ threadId }))
}

function untoldOf(forum: Forum): Set<string> {
  const known = untold.get(forum) ?? new Set()
  untold.set(forum, known)
  return known
}

/** Writes down what is to be told to another process, all at once: posting must not wait for a write of its own. */
export async function writeWaiting(forum: Forum): Promise<void> {
  const names = untold.get(forum)
  if (!names || names.size === 0) return
  untold.delete(forum)
  try {
    await act(forum, SYSTEM, ({ db }) => addWaiting(db, [...names]))
  } catch (error) {
    for (const name of names) untoldOf(forum).add(name)
    throw error
  }
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
