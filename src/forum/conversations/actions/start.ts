import { Refused } from '#base/errors.ts'
import { slugOf } from '#base/slug.ts'
import type { Act } from '../../act.ts'
import { attachTo, describe } from '../../attachments/actions.ts'
import type { AttachmentsInput } from '../../attachments/model.ts'
import { CONVERSATIONS } from '../../boards/model.ts'
import { forgetDraft } from '../../drafts/store.ts'
import type { Format, PostPlace } from '../../posts/model.ts'
import { printText, readTyped } from '../../posts/rendering.ts'
import { findByRequest } from '../../posts/store.ts'
import { insertPost } from '../../posts/store-write.ts'
import { countMemberAttempt } from '../../sessions/member-attempts.ts'
import { readTitle } from '../../threads/model.ts'
import { insertThread } from '../../threads/store-write.ts'
import { CONVERSATION_PLACE, MOST_PEOPLE, STARTS, tooManyPeople } from '../model.ts'
import { mustConverse, mustWriteTo } from '../rules.ts'
import { addPeople, makeBoard, markRead } from '../store-write.ts'
import { readRecipients } from './invite.ts'

/** What every conversation is as a thread. */
const PLAIN = { boardId: CONVERSATIONS, kind: 'discussion', prefixId: null, sourceUrl: '' } as const

/** What is asked of `startConversation`. */
export interface ConversationInput extends AttachmentsInput {
  /** Names of members with commas between them. */
  readonly people: string
  readonly title: string
  readonly format: Format
  readonly source: string
  /** Random, the same whenever the same form is sent: it makes one conversation. Null for none. */
  readonly requestKey: string | null
}

/**
 * Starts a conversation with its first post; → where that stands. Throws `not-signed-in`, `not-allowed` for the suspended,
 * `too-many`, and `invalid` for the fields `people`, `title` and `source`.
 */
export async function startConversation(a: Act, input: ConversationInput): Promise<PostPlace> {
  const { db, actor, now: at } = a
  const { requestKey } = input
  mustConverse(actor)
  const { memberId } = actor
  const before = requestKey === null ? undefined : await findByRequest(db, memberId, requestKey)
  if (before) return before
  // Whoever sends the same form at the same time waits here, and then finds the conversation.
  const attempt = await countMemberAttempt(a, 'conversation', memberId, STARTS)
  const known = requestKey === null ? undefined : await findByRequest(db, memberId, requestKey)
  if (known) {
    await attempt.takeBack()
    return known
  }
  attempt.mustBeWithin()
  const recipients = await readRecipients(a, input.people, memberId)
  if (recipients.length === 0) throw new Refused('invalid', 'conversation.nobody-else', { field: 'people' })
  for (const recipient of recipients) mustWriteTo(recipient)
  if (recipients.length >= MOST_PEOPLE) throw tooManyPeople()
  const title = readTitle(input.title)
  await describe(a, input.alts, null)
  const text = await readTyped(db, input.source, input.format, { memberId })
  await makeBoard(db)
  const thread = { ...PLAIN, title, slug: slugOf(title), authorId: memberId, at }
  const threadId = await insertThread(db, thread)
  const post = { ...printText(text, 1, a.origin), threadId, number: 1, authorId: memberId, at, requestKey }
  const postId = await insertPost(db, post)
  // The same form, sent to a board at once.
  if (postId === null) throw new Refused('conflict')
  await attachTo(a, { postId, ids: input.attachments, inText: [...text.attachments.keys()] })
  await addPeople(db, { threadId, memberIds: [memberId], invitedBy: null, at })
  await addPeople(db, { threadId, memberIds: recipients.map(each => each.id), invitedBy: memberId, at })
  await markRead(db, { threadId, memberId, number: 1 })
  await forgetDraft(db, memberId, CONVERSATION_PLACE)
  a.emit({ type: 'post.added', postId, boardId: CONVERSATIONS, memberId })
  return { threadId, number: 1 }
}
