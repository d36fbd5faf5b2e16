import { Refused } from '#base/errors.ts'
import type { Act } from '../../act.ts'
import { attachTo, describe } from '../../attachments/actions.ts'
import type { AttachmentsInput } from '../../attachments/model.ts'
import { postPlace } from '../../drafts/model.ts'
import { forgetDraft } from '../../drafts/store.ts'
import { renameThread } from '../../threads/actions.ts'
import { touchThread } from '../../threads/store-write.ts'
import { type Post, type PostPlace, type PostSource, readEditReason, readSource } from '../model.ts'
import { printText, readTyped } from '../rendering.ts'
import { mustEdit } from '../rules.ts'
import { sourceOf } from '../store.ts'
import { storedTexts, writePrints } from '../store-old.ts'
import { addRevision } from '../store-write.ts'
import { beginWithPost } from './begin.ts'

/** What is asked of `editPost`. The text is written as the post was. */
export interface EditInput extends PostPlace, AttachmentsInput {
  readonly source: string
  /** Of the thread, with its first post; left out where it stays. */
  readonly title?: string | undefined
  /** Why; '' for no word about it, which the author of the post alone may keep to themselves. */
  readonly reason: string
  /** The number of the wording that was changed. */
  readonly basedOn: number
}

/**
 * Gives a post another wording, and with the first one its thread another title. What is as it was changes nothing.
 * → where it stands, and the number of its wording. Throws `not-signed-in`, `not-found`, `not-allowed`, `invalid` for the
 * fields `source`, `title` and `reason`, and `conflict` when somebody has changed the post since.
 */
export async function editPost(a: Act, input: EditInput): Promise<PostPlace & { revision: number }> {
  const { db, now: at } = a
  const { post, thread, visible, actor } = await beginWithPost(a, input)
  mustEdit(visible, thread, post, at)
  const { threadId, number } = post
  if (input.title !== undefined && number === 1) await renameThread(a, { threadId, title: input.title })
  const reason = readEditReason(input.reason, post.authorId === actor.memberId)
  const present = await sourceOf(db, post)
  if (!present) throw new Error(`Post ${threadId}/${number} lacks its wording ${post.revision}.`)
  const isSame = readSource(input.source) === present.source
  if (isSame) {
    await changeAttachments(a, post, present, input)
    return { threadId, number, revision: post.revision }
  }
  if (input.basedOn !== post.revision)
    throw new Refused('conflict', 'refused.post-changed', { field: 'source' })
  await describe(a, input.alts, post.id)
  const owner = { memberId: actor.memberId, postId: post.id }
  const text = await readTyped(db, input.source, present.format, owner)
  const revision = post.revision + 1
  const wording = { ...printText(text, number, a.origin), revision, authorId: actor.memberId, at, reason }
  await addRevision(db, post.id, wording)
  await attachTo(a, { postId: post.id, ids: input.attachments, inText: [...text.attachments.keys()] })
  await touchThread(db, threadId)
  await forgetDraft(db, actor.memberId, postPlace({ threadId, number }))
  const event = { postId: post.id, boardId: thread.boardId, memberId: actor.memberId }
  a.emit({ type: 'post.edited', ...event, revision })
  return { threadId, number, revision }
}

/** Other files with the same wording: the post is printed anew where it shows them, and is not counted as changed. */
async function changeAttachments(a: Act, post: Post, present: PostSource, input: EditInput): Promise<void> {
  if (!input.attachments && !input.alts) return
  const { db, actor } = a
  const isDescribed = await describe(a, input.alts, post.id)
  const owner = { memberId: actor.memberId, postId: post.id }
  const text = await readTyped(db, present.source, present.format, owner)
  const inText = [...text.attachments.keys()]
  const isChanged = await attachTo(a, { postId: post.id, ids: input.attachments, inText })
  if (!isDescribed && !isChanged) return
  const { html, renderer } = printText(text, post.number, a.origin)
  const rows = await storedTexts(db, [post.id])
  await writePrints(
    db,
    rows.map(row => ({ ...row, html, renderer })),
  )
  a.emit({ type: 'post.printed', postId: post.id })
}
