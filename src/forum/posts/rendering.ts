import {
  attachmentsOf,
  type Document,
  mentionsOf,
  parse,
  plainText,
  type QuoteReference,
  RENDERER_VERSION,
  type Resolution,
  renderHtml,
} from '@rostra/markup'
import { Refused } from '#base/errors.ts'
import { numberOf, postId } from '#base/ids.ts'
import { isVisible } from '#base/text.ts'
import type { Reader } from '#store/store.ts'
import { act, type Forum } from '../act.ts'
import { type Actor, mustWrite, SYSTEM } from '../actor.ts'
import { type Attachment, isFree, resolvedOf } from '../attachments/model.ts'
import { attachmentsByIds } from '../attachments/store.ts'
import { nameKeyOf } from '../members/names.ts'
import { leads, namedMembers } from '../members/store.ts'
import { memberPath } from '../members/views.ts'
import { type Format, isPlace, type PostPlace, readSource } from './model.ts'
import {
  nextPosts,
  type PrintedSoFar,
  readPrinted,
  storedTexts,
  writePrinted,
  writePrints,
} from './store-old.ts'
import type { KeptText } from './store-write.ts'
import { postPath } from './views.ts'

/** More names than this, and the rest of a text's mentions stay text: nobody calls so many people. */
const MOST_MENTIONS = 100
/** The same of files. */
const MOST_NAMED = 100
/** Posts that are printed between two moments in which others have their turn. */
export const AT_ONCE = 25

/** A text on its way to being printed: its tree, and the members it mentions by the keys of their names. */
export interface ReadText {
  readonly format: Format
  readonly source: string
  readonly document: Document
  readonly members: ReadonlyMap<string, { readonly id: number; readonly name: string }>
  /** The attachments it names that it may show, by their ids. */
  readonly attachments: ReadonlyMap<number, Attachment>
}

/** Whose attachments a text may show: those of its post, and of its writer those that no post carries yet. */
export interface TextOwner {
  readonly memberId?: number | null
  readonly postId?: number | null
  /** When its wording was written, epoch milliseconds, where that was before now: names of before are told by it. */
  readonly writtenAt?: number
}

/**
 * Parses texts and looks up all whom they mention in one query, all files they name in another. Takes up to 200,000 UTF-16
 * units each.
 */
export async function readTexts(
  db: Reader,
  texts: readonly ({ readonly source: string; readonly format: Format } & TextOwner)[],
): Promise<ReadText[]> {
  const read = texts.map(({ source, format }) => ({ source, format, document: parse(source, format) }))
  const names = new Set(read.flatMap(text => mentionsOf(text.document).slice(0, MOST_MENTIONS)))
  const members = names.size === 0 ? new Map() : await namedMembers(db, names)
  const files = read.map(text => attachmentsOf(text.document).slice(0, MOST_NAMED))
  const found = await attachmentsByIds(db, [...new Set(files.flat())])
  return read.map((text, index) => ({
    ...text,
    members: new Map([...members].filter(([, member]) => leads(member, texts[index]!.writtenAt))),
    attachments: shownIn(files[index]!, found, texts[index]!),
  }))
}

function shownIn(
  ids: readonly number[],
  found: readonly Attachment[],
  { memberId = null, postId = null }: TextOwner,
): Map<number, Attachment> {
  const shown = found.filter(each => ids.includes(each.id) && isFree(each, postId, memberId))
  return new Map(shown.map(each => [each.id, each]))
}

/**
 * A text as somebody typed it → the same, read. Throws `invalid` for the field `source` when it is empty, too long, or
 * made of markup that shows nothing.
 */
export async function readTyped(
  db: Reader,
  typed: string,
  format: Format,
  owner: TextOwner = {},
): Promise<ReadText> {
  const [text] = await readTexts(db, [{ source: readSource(typed), format, ...owner }])
  if (text && isVisible(plainText(text.document))) return text
  throw new Refused('invalid', 'refused.nothing-to-see', { field: 'source' })
}

/**
 * A text that was read → what is kept of it. `number` is the post's in its thread: what a text names within itself must
 * be told apart from the other posts of a page.
 */
export function printText(text: ReadText, number: number, origin: string | undefined): KeptText {
  const { format, source, document } = text
  const html = renderHtml(document, resolutionOf(text, `p${number}-`, origin))
  return { format, source, html, renderer: RENDERER_VERSION }
}

/**
 * Where mentions and quotes lead; `idPrefix` tells what a text names within itself apart from others of its page. All
 * readers get the same text, so a quote is an address and nothing of the post.
 */
export function resolutionOf(
  { members, attachments }: ReadText,
  idPrefix: string,
  origin: string | undefined,
): Resolution {
  return {
    ...(origin !== undefined && { origin }),
    idPrefix,
    mention: name => {
      const member = members.get(nameKeyOf(name))
      return member && { href: memberPath(member), name: member.name }
    },
    quote: quoted,
    attachment: (id, how) => {
      const attachment = attachments.get(id)
      return attachment && resolvedOf(attachment, how)
    },
  }
}

function quoted({ post, author }: QuoteReference): ReturnType<NonNullable<Resolution['quote']>> {
  if (!post) return undefined
  const place = { threadId: post.thread, number: post.number }
  return isPlace(place) ? { href: postPath(place), author, number: post.number } : undefined
}

/** A text → its HTML, for the post that stands at a place. Takes up to 200,000 UTF-16 units; a `RangeError` above. */
export async function renderPost(
  db: Reader,
  source: string,
  format: Format,
  place: PostPlace,
  origin?: string,
): Promise<string> {
  const [text] = await readTexts(db, [{ source, format, postId: postId(place.threadId, place.number) }])
  return printText(text!, place.number, origin).html
}

/**
 * A text → its HTML as it would stand in a post, in a new one or in that of an id. Writes nothing. Throws as `readTyped` does, `not-signed-in` for guests,
 * and `not-allowed` for the suspended.
 */
export async function previewPost(
  forum: Forum,
  actor: Actor,
  source: string,
  format: Format,
  postId: number | null = null,
): Promise<string> {
  mustWrite(actor)
  const owner = { memberId: actor.memberId, postId }
  return printText(await readTyped(forum.store.read, source, format, owner), 0, forum.origin).html
}

/**
 * Looks at the next `limit` posts and prints those anew that an older version of the renderer printed; once a whole round
 * has met none of these it does nothing until the version is raised. → how many were printed.
 */
export async function renderOld(forum: Forum, limit: number): Promise<number> {
  const { read } = forum.store
  const fresh: PrintedSoFar = { version: RENDERER_VERSION, after: 0, met: 0, isDone: false }
  const stored = (await readPrinted(read)) ?? fresh
  if (stored.version > RENDERER_VERSION || (stored.version === RENDERER_VERSION && stored.isDone)) return 0
  const { after, met } = stored.version === RENDERER_VERSION ? stored : fresh
  const next = await nextPosts(read, after, limit)
  const old = next.filter(post => post.renderer < RENDERER_VERSION).map(post => post.id)
  for (let start = 0; start < old.length; start += AT_ONCE)
    await printAnew(forum, old.slice(start, start + AT_ONCE))
  const isEnd = next.length < limit
  const found = met + old.length
  const progress = isEnd
    ? { ...fresh, isDone: found === 0 }
    : { ...fresh, after: next.at(-1)!.id, met: found }
  await act(forum, SYSTEM, ({ db }) => writePrinted(db, progress))
  return old.length
}

/** Prints posts as their sources read now, in one transaction. `isTold` says so to whoever keeps something of their HTML. */
export async function printAnew(forum: Forum, ids: readonly number[], isTold = false): Promise<void> {
  const rows = await storedTexts(forum.store.read, ids)
  const texts = await readTexts(
    forum.store.read,
    rows.map(({ id, source, format, writtenAt }) => ({ source, format, postId: id, writtenAt })),
  )
  const posts = rows.map((post, index) => {
    const { html, renderer } = printText(texts[index]!, numberOf(post.id), forum.origin)
    return { ...post, html, renderer }
  })
  await act(forum, SYSTEM, async ({ db, emit }) => {
    await writePrints(db, posts)
    if (isTold) for (const postId of ids) emit({ type: 'post.printed', postId })
  })
}
