import { type Html, html, joined, kept, trusted } from '#base/html.ts'
import type { Words } from '#base/words.ts'
import { findingPath } from '../findings/views.ts'
import type { PostPlace } from '../posts/model.ts'
import type { Entry, RecordOfPost } from './model.ts'
import { Asking, EntryView, type MarginOptions, Repeated } from './views-entry.ts'

/** Entries that stand open; the rest is folded. */
const OPEN_ENTRIES = 8
/** Longer lists end here: nobody reads on, and somebody may have posted nothing but numbers. */
const MOST_ENTRIES = 200
const MOST_UNSOURCED = 50
/** The margin says how much of a post is its writer's own where it is less than this part. */
const MUCH_CARRIED = 0.5

/** Stands for the field of a form while a margin is kept. Nobody can write it: in all words `<` is escaped. */
const TOKEN = '<token>'

/** A margin as it was last written, cut where the fields of its forms go. */
interface Written {
  readonly words: Words
  readonly number: number
  readonly mayAsk: boolean
  readonly pieces: readonly Html[]
}

const written = new WeakMap<RecordOfPost, Written>()

/** What stands in the margin of a post; null where there is nothing. */
export function Margin(post: PostPlace, record: RecordOfPost, { words, csrf }: MarginOptions): Html | null {
  const pieces = piecesOf(post, record, { words, mayAsk: csrf !== null })
  return pieces.length === 0 ? null : joined(pieces, csrf)
}

/** A page is shown again and again: what differs from request to request is the token alone. */
function piecesOf(
  post: PostPlace,
  record: RecordOfPost,
  { words, mayAsk }: Pick<Written, 'words' | 'mayAsk'>,
): readonly Html[] {
  const { number } = post
  const last = written.get(record)
  if (last?.words === words && last.number === number && last.mayAsk === mayAsk) return last.pieces
  const markup = Whole(post, record, { words, csrf: mayAsk ? trusted(TOKEN) : null })
  const pieces =
    markup === null
      ? []
      : String(markup)
          .split(TOKEN)
          .map(piece => kept(trusted(piece)))
  written.set(record, { words, number, mayAsk, pieces })
  return pieces
}

function Whole(post: PostPlace, record: RecordOfPost, options: MarginOptions): Html | null {
  const { words } = options
  const notes = [
    OwnShare(record, words),
    LaterPassages(record, words),
    options.csrf && Unsourced(post, record, options),
    Stray(record, words),
    Withdrawn(post, record, words),
  ].filter(note => note !== null)
  if (record.entries.length === 0 && notes.length === 0) return null
  return html`<div><h4>${words.say('record.title')}</h4>${Entries(post, record, options)}${notes}</div>`
}

function Entries(
  post: PostPlace,
  { entries, mayCorrect }: RecordOfPost,
  options: MarginOptions,
): Html | null {
  if (entries.length === 0) return null
  const list = (some: readonly Entry[]): Html =>
    html`<ol role="list">${some.map(entry => EntryView(post, entry, mayCorrect, options))}</ol>`
  const rest = entries.slice(OPEN_ENTRIES, MOST_ENTRIES)
  // A fold of one line would save nothing.
  if (rest.length <= 1) return list(entries)
  const count = entries.length - OPEN_ENTRIES
  return html`${list(entries.slice(0, OPEN_ENTRIES))}<details><summary>${options.words.say('record.more', { count })}</summary>${list(rest)}</details>`
}

function OwnShare({ ownShare }: RecordOfPost, words: Words): Html | null {
  if (ownShare === null || ownShare >= MUCH_CARRIED) return null
  return html`<p>${words.say('record.own-share', { percent: words.number(Math.round(ownShare * 100)) })}</p>`
}

function LaterPassages({ passageCount: count }: RecordOfPost, words: Words): Html | null {
  return count === 0 ? null : html`<p>${words.say('record.later-passages', { count })}</p>`
}

/** Sentences that a source can be asked for, without those of which something stands in the margin. */
function Unsourced(post: PostPlace, record: RecordOfPost, options: MarginOptions): Html | null {
  const starts = record.entries
    .filter(({ kind }) => kind !== 'passage' && kind !== 'source')
    .map(({ start }) => start)
    .sort((one, other) => one - other)
  let place = 0
  const others = record.unsourced.filter(({ start, end }) => {
    while (place < starts.length && starts[place]! < start) place++
    return place === starts.length || starts[place]! >= end
  })
  if (others.length === 0) return null
  const count = others.length
  return html`<details><summary>${options.words.say('record.unsourced', { count })}</summary><ul role="list">${others
    .slice(0, MOST_UNSOURCED)
    .map(each => html`<li>${Repeated(each.words)}<br>${Asking(post, each, options)}</li>`)}</ul></details>`
}

/** A question to those who look after the post: a public mark would judge what only seems so. */
function Stray({ stray }: RecordOfPost, words: Words): Html | null {
  if (stray.length === 0) return null
  return html`${stray.map(paragraph => html`<p>${words.say('record.stray')} ${Repeated(paragraph)}</p>`)}`
}

/** What was withdrawn, each leading to where it can be had back. */
function Withdrawn(post: PostPlace, { withdrawn }: RecordOfPost, words: Words): Html | null {
  if (withdrawn.length === 0) return null
  const count = withdrawn.length
  return html`<details><summary>${words.say('record.withdrawn', { count })}</summary><ul role="list">${withdrawn.map(
    ({ key, words: said }) => html`<li><a href="${findingPath(post, key)}">${Repeated(said)}</a></li>`,
  )}</ul></details>`
}

/** What was read in a post, for a program: its lines, each with its page. Offsets are of the post's readable text. */
export function recordJson(post: PostPlace, { entries, ownShare, passageCount }: RecordOfPost): object {
  const record = entries.map(entry =>
    entry.kind === 'passage' ? entry : { ...entry, path: findingPath(post, entry.key) },
  )
  return { record, ownShare, passageCount }
}
