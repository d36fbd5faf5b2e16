import { Refused } from '#base/errors.ts'
import { slugOf } from '#base/slug.ts'
import type { Act } from '../../act.ts'
import { mustWrite } from '../../actor.ts'
import { attachTo, describe } from '../../attachments/actions.ts'
import type { AttachmentsInput } from '../../attachments/model.ts'
import { type DetailsInput, readDetails } from '../../details/model.ts'
import { boardPlace } from '../../drafts/model.ts'
import { forgetDraft } from '../../drafts/store.ts'
import { countMessages } from '../../members/store.ts'
import { visibleTo } from '../../permissions/visible.ts'
import { writeTags } from '../../tags/store.ts'
import { readTitle } from '../../threads/model.ts'
import { mustStart } from '../../threads/rules.ts'
import { countBoard, touchBoard } from '../../threads/store-counts.ts'
import { insertThread } from '../../threads/store-write.ts'
import type { Format, PostPlace } from '../model.ts'
import { printText, readTyped } from '../rendering.ts'
import { findByRequest } from '../store.ts'
import { insertPost } from '../store-write.ts'

/** What is asked of `startThread`. */
export interface StartInput extends DetailsInput, AttachmentsInput {
  readonly boardId: number
  readonly title: string
  readonly format: Format
  readonly source: string
  /** Random, the same whenever the same form is sent: it makes one thread. Null for none. */
  readonly requestKey: string | null
  /** It was written earlier: what the author is writing in this board by now is something else. */
  readonly isFromEarlier?: boolean
}

/**
 * Starts a thread with its first post; → where that stands. Throws `not-signed-in`, `not-found`, `not-allowed`, and
 * `invalid` for the fields `title`, `source` and those of its details (`readDetails`).
 */
export async function startThread(a: Act, input: StartInput): Promise<PostPlace> {
  const { db, actor, now: at, site } = a
  const { boardId, requestKey } = input
  mustWrite(actor)
  const board = site.boards.byId.get(boardId)
  if (!board) throw new Refused('not-found')
  mustStart(visibleTo(site, actor), board)
  const title = readTitle(input.title)
  const { tags, ...said } = readDetails(site, board, input)
  await describe(a, input.alts, null)
  const text = await readTyped(db, input.source, input.format, { memberId: actor.memberId })
  // Whoever sends the same form at the same time waits here, and then finds the thread.
  await touchBoard(db, boardId)
  const { memberId: authorId } = actor
  const known = requestKey === null ? undefined : await findByRequest(db, authorId, requestKey)
  if (known) return known
  const threadId = await insertThread(db, { boardId, title, slug: slugOf(title), authorId, at, ...said })
  await writeTags(db, threadId, tags)
  const post = { ...printText(text, 1, a.origin), threadId, number: 1, authorId, at, requestKey }
  const postId = await insertPost(db, post)
  // The same form, sent to two boards at once.
  if (postId === null) throw new Refused('conflict')
  await attachTo(a, { postId, ids: input.attachments, inText: [...text.attachments.keys()] })
  await countBoard(db, { boardId, threads: 1, posts: 1 })
  await countMessages(db, authorId, 1)
  if (!input.isFromEarlier) await forgetDraft(db, authorId, boardPlace(boardId))
  a.emit({ type: 'thread.started', threadId, boardId, memberId: authorId })
  a.emit({ type: 'post.added', postId, boardId, memberId: authorId })
  return { threadId, number: 1 }
}
