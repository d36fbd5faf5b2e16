import type { QuotedPost } from '@rostra/markup'
import type { Forum } from '../act.ts'
import { type Actor, mustWrite } from '../actor.ts'
import { CONVERSATIONS } from '../boards/model.ts'
import { passagesIn } from '../passages/sharing.ts'
import { mustSeeBoard, type Visible, visibleTo } from '../permissions/visible.ts'
import type { Format } from '../posts/model.ts'
import { previewPost } from '../posts/rendering.ts'
import { quotedTexts } from '../posts/store-quotes.ts'
import type { NamedPost } from '../quotations/model.ts'
import { findThread } from '../threads/store.ts'
import { remarksIn } from './find.ts'
import { asQuotes, type Mended, shortened, withLink, withoutPassage } from './mending.ts'
import { mendOf, type Remark, type Remarks } from './model.ts'
import { readTyped } from './reading.ts'

/** Where a text is written. */
export interface WritingPlace {
  readonly boardId: number
  /** The post that it is a new wording of: what stands there is no repetition. */
  readonly except?: number | undefined
}

/** A text on which remarks are asked for. */
export interface RemarksInput extends WritingPlace {
  readonly source: string
  readonly format: Format
}

/**
 * What there is to say about a text that somebody writes; of other posts only what they may read. Writes nothing. Throws
 * `not-signed-in`, `not-allowed` for the suspended, `not-found` for a board that they may not see, `invalid` for the field
 * `source`.
 */
export async function remarksOn(forum: Forum, actor: Actor, input: RemarksInput): Promise<Remarks> {
  const visible = await writerSees(forum, actor)
  return remarksFor(forum, visible, input)
}

async function writerSees(forum: Forum, actor: Actor): Promise<Visible> {
  mustWrite(actor)
  return visibleTo(await forum.site.at(forum.store.read), actor)
}

/** The most words from one source in a place; a conversation has no such limit, and is no board. */
const limitIn = (visible: Visible, boardId: number): number | null =>
  boardId === CONVERSATIONS ? null : mustSeeBoard(visible, boardId).excerptLimit

async function remarksFor(forum: Forum, visible: Visible, input: RemarksInput): Promise<Remarks> {
  const { source, format, boardId, except } = input
  const excerptLimit = limitIn(visible, boardId)
  const html = await previewPost(forum, visible.actor, source, format)
  const { text, findings } = await readTyped(forum, html)
  const leaveOut = findings.quotations.flatMap(quotation => quotation.marked)
  const passages = await passagesIn(forum.store.read, visible, text, { except, leaveOut })
  return remarksIn({ source, text, findings, passages, excerptLimit })
}

/**
 * The text after what one remark says of it was mended; null where there is no such remark on it. `mend` is what its button
 * says, `sourceWord` what a link to a source is called. Throws as `remarksOn`.
 */
export async function mendText(
  forum: Forum,
  actor: Actor,
  input: RemarksInput & { readonly mend: string; readonly sourceWord: string },
): Promise<Mended | null> {
  const visible = await writerSees(forum, actor)
  const { list } = await remarksFor(forum, visible, input)
  const remark = list.find(each => mendOf(each) === input.mend)
  if (!remark?.place) return null
  const quoted = remark.kind === 'posted' ? await quotedPost(forum, visible, remark.post) : undefined
  return mended(remark, { ...input, quoted })
}

function mended(
  remark: Remark,
  text: {
    source: string
    format: Format
    sourceWord: string
    quoted: Omit<QuotedPost, 'text'> | undefined
  },
): Mended | null {
  const { source, format, sourceWord, quoted } = text
  const { place } = remark
  if (!place) return null
  switch (remark.kind) {
    case 'repeat':
    case 'stray':
      return withoutPassage(source, place)
    case 'unsourced':
      return withLink(source, place, format, sourceWord)
    case 'excerpt':
      return shortened(source, place, remark.rest)
    case 'posted':
      return quoted ? asQuotes(source, remark.places, quoted, format) : null
    case 'unnamed':
      return { source, select: place }
  }
}

/** What a quote of another post says of it, in two queries; undefined for one that is gone meanwhile. */
async function quotedPost(
  { store }: Forum,
  visible: Visible,
  { threadId, number, authorName }: NamedPost,
): Promise<Omit<QuotedPost, 'text'> | undefined> {
  const thread = await findThread(store.read, visible, threadId)
  const found = thread && (await quotedTexts(store.read, visible, thread, [number])).get(number)
  if (!found) return undefined
  const { author, guestName, revision } = found
  return { author: author ?? guestName ?? authorName ?? '', thread: threadId, number, revision }
}
