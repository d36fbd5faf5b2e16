import { Refused } from '#base/errors.ts'
import { MAX_NUMBER } from '#base/ids.ts'
import type { Act } from '../../act.ts'
import { attachTo, describe } from '../../attachments/actions.ts'
import type { AttachmentsInput } from '../../attachments/model.ts'
import { threadPlace } from '../../drafts/model.ts'
import { forgetDraft } from '../../drafts/store.ts'
import { beginInThread } from '../../threads/actions.ts'
import { extendThread } from '../../threads/store-write.ts'
import type { Format, PostPlace } from '../model.ts'
import { printText, readTyped } from '../rendering.ts'
import { mustReply } from '../rules.ts'
import { findByRequest } from '../store.ts'
import { insertPost } from '../store-write.ts'
import { countInThread } from './count.ts'

/** What is asked of `reply`. */
export interface ReplyInput extends AttachmentsInput {
  readonly threadId: number
  readonly format: Format
  readonly source: string
  /** Random, the same whenever the same form is sent: it makes one post. Null for none. */
  readonly requestKey: string | null
}

/**
 * Adds a post to a thread; → where it stands, or where the one stands that the same form has made before. Throws
 * `not-signed-in`, `not-found`, `not-allowed`, and `invalid` for the field `source`.
 */
export async function reply(a: Act, input: ReplyInput): Promise<PostPlace> {
  const { db, now: at } = a
  const { threadId, requestKey } = input
  const { thread, visible, actor } = await beginInThread(a, threadId)
  const authorId = actor.memberId
  const known = requestKey === null ? undefined : await findByRequest(db, authorId, requestKey)
  if (known) return known
  mustReply(visible, thread)
  const number = thread.lastNumber + 1
  if (number > MAX_NUMBER) throw new Refused('not-allowed', 'refused.thread-full')
  await describe(a, input.alts, null)
  const text = await readTyped(db, input.source, input.format, { memberId: authorId })
  const post = { ...printText(text, number, a.origin), threadId, number, authorId, at, requestKey }
  const postId = await insertPost(db, post)
  // The same form, sent to two threads at once.
  if (postId === null) throw new Refused('conflict')
  await attachTo(a, { postId, ids: input.attachments, inText: [...text.attachments.keys()] })
  const { boardId } = thread
  await extendThread(db, { id: threadId, number, at, authorId })
  await countInThread(db, thread, { authorId, by: 1 })
  await forgetDraft(db, authorId, threadPlace(threadId))
  a.emit({ type: 'post.added', postId, boardId, memberId: authorId })
  return { threadId, number }
}
