import { addJob } from '#jobs/store.ts'
import { act, type Forum } from '../act.ts'
import { SYSTEM } from '../actor.ts'
import { MENTIONS_JOB } from '../members/actions/rename.ts'
import { AT_ONCE, printAnew } from './rendering.ts'
import { nextPosts, postsNaming } from './store-old.ts'

/** Posts that are looked through between two turns of the queue. */
const PORTION = 5000

/**
 * Prints those posts anew that mention a member, so that they show the name and the address of today: those of the next
 * portion behind `after`, and puts the rest on the queue again. A job; see `MENTIONS_JOB`.
 */
export async function printMentions(forum: Forum, payload: unknown, portion = PORTION): Promise<void> {
  const { memberId, after } = payload as { memberId: number; after: number }
  const { read } = forum.store
  const next = await nextPosts(read, after, portion)
  const last = next.at(-1)?.id
  if (last === undefined) return
  const ids = await postsNaming(read, memberId, { after, last })
  for (let start = 0; start < ids.length; start += AT_ONCE)
    await printAnew(forum, ids.slice(start, start + AT_ONCE), true)
  if (next.length < portion) return
  await act(forum, SYSTEM, ({ db, now }) => addJob(db, MENTIONS_JOB, { memberId, after: last }, now))
}
