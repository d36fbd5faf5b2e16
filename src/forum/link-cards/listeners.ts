import { parse } from '@rostra/markup'
import { threadOf } from '#base/ids.ts'
import { addJob } from '#jobs/store.ts'
import { act, type Forum } from '../act.ts'
import { SYSTEM } from '../actor.ts'
import { CONVERSATIONS } from '../boards/model.ts'
import { touchThread } from '../threads/store-write.ts'
import { ASKED_AGAIN_AFTER, bareLinks, CARD_JOB } from './model.ts'
import { askFor, replaceLinks, textOnBoard } from './store.ts'

/** A post has another text, or is back: its links are noted, and pages that are not known are asked for later. */
export async function noteLinks(forum: Forum, { postId }: { readonly postId: number }): Promise<void> {
  if (!forum.outgoing.isAllowed) return
  const threadId = threadOf(postId)
  const text = await textOnBoard(forum.store.read, { postId, threadId, besides: CONVERSATIONS })
  if (!text) return
  const links = bareLinks(parse(text.source, text.format))
  await act(forum, SYSTEM, async ({ db, now }) => {
    if (!(await replaceLinks(db, postId, links))) return
    const asked = await askFor(db, links, { now, failedBefore: now - ASKED_AGAIN_AFTER })
    for (const key of asked) await addJob(db, CARD_JOB, { key }, now)
    await touchThread(db, threadId)
  })
}
