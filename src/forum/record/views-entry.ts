import type { Figure } from '@rostra/record'
import { type Html, html, joined, type Part } from '#base/html.ts'
import { shortLine } from '#base/text.ts'
import { DAY } from '#base/time.ts'
import type { Words } from '#base/words.ts'
import { kindOf } from '../findings/model.ts'
import { findingPath, quotationPath, speakerPath } from '../findings/views.ts'
import type { PostPlace } from '../posts/model.ts'
import { postPath } from '../posts/views.ts'
import {
  type Entry,
  type EntrySource,
  entryId,
  type FigureEntry,
  markId,
  type OtherPost,
  type PassageEntry,
  type QuotationEntry,
  type Speaker,
  type Spread,
  type StatementEntry,
} from './model.ts'

/** How the margin is written. */
export interface MarginOptions {
  readonly words: Words
  /** The hidden field that makes a form ours; null for whoever may not ask for sources. */
  readonly csrf: Html | null
}

/** An entry that a source can be asked for. */
export type AskedEntry = QuotationEntry | FigureEntry | StatementEntry

/** The longest run of a post's words that the margin repeats, in UTF-16 units. */
const LONGEST_WORDS = 90
const FULL_DATE = /^\d{4}-\d\d-\d\d$/

/** Words of the post, cut where they are long. */
export const Repeated = (words: string): Html =>
  html`<q dir="auto">${shortLine(words.replace(/\s+/g, ' ').trim(), LONGEST_WORDS)}</q>`

/** One line of the margin. Its number leads back to its place in the text. */
export function EntryView(post: PostPlace, entry: Entry, mayCorrect: boolean, options: MarginOptions): Html {
  const { words } = options
  const { number } = entry
  const back =
    number !== null &&
    html`<sup><a href="#${markId(post.number, number)}" role="doc-backlink" aria-label="${words.say('record.back', { number })}">${words.number(number)}</a></sup> `
  const id = number !== null && html` id="${entryId(post.number, number)}"`
  const correct =
    mayCorrect &&
    entry.kind !== 'passage' &&
    html` · <a class="correct" href="${findingPath(post, entry.key)}">${words.say('record.correct')}</a>`
  return html`<li${id}>${back}${joined(linesOf(post, entry, options), html`<br>`)}${correct}</li>`
}

function linesOf(post: PostPlace, entry: Entry, options: MarginOptions): Part[] {
  const { words } = options
  switch (entry.kind) {
    case 'quotation':
      return [
        ...quotationLines(entry, words),
        ...spreadLines(post, entry.spread, words),
        ...sourceLines(post, entry, options),
      ]
    case 'figure':
      return [FigureLine(entry, words), ...sourceLines(post, entry, options)]
    case 'statement':
      return [Repeated(entry.words), ...sourceLines(post, entry, options)]
    case 'source':
      return [SourceLine(entry.source, words)]
    case 'passage':
      return [PassageLine(post, entry, words)]
  }
}

function quotationLines({ form, speaker }: QuotationEntry, words: Words): Part[] {
  const name = SpeakerName(speaker, words)
  const lines: Part[] = [
    form === 'direct'
      ? words.sayHtml('record.quoted-direct', { name })
      : form === 'mixed'
        ? words.sayHtml('record.quoted-mixed', { name })
        : words.sayHtml('record.quoted-indirect', { name }),
  ]
  if (speaker.corrected) lines.push(words.say('record.corrected'))
  else if (speaker.reading) lines.push(ReadingLine(speaker, words))
  return lines
}

function SpeakerName({ id, name }: Speaker, words: Words): Html {
  if (name === '') return html`<b>${words.say('record.unnamed')}</b>`
  const shown = html`<b><bdi>${name}</bdi></b>`
  return id === null ? shown : html`<a href="${speakerPath(id)}">${shown}</a>`
}

/** What was inferred about a speaker, and the words that it was read from. */
function ReadingLine({ written, name, readFrom, reading }: Speaker, words: Words): Html {
  const from = html`<bdi>${readFrom}</bdi>`
  if (reading?.how === 'continued' || written === '') return words.sayHtml('record.read-continued')
  const steps = { written: html`<bdi>${written}</bdi>`, name: html`<bdi>${name}</bdi>` }
  return name.includes(readFrom)
    ? words.sayHtml('record.read-before', steps)
    : words.sayHtml('record.read-from', { ...steps, from })
}

function spreadLines(post: PostPlace, spread: Spread | null, words: Words): Part[] {
  if (!spread) return []
  const { quotationId, first, laterCount, alteredCount, altered, isAltered } = spread
  if (!first && laterCount === 0) return []
  const path = quotationPath(quotationId)
  const alteredPath = altered && alteredCount === 1 ? postPath(altered) : path
  const others = html`<a href="${alteredPath}">${words.say('record.altered', { count: alteredCount })}</a>`
  const counted = (posts: string): Html => {
    const carried = html`<a href="${path}">${posts}</a>`
    return alteredCount > 0 ? words.sayHtml('record.and-altered', { carried, others }) : carried
  }
  if (!first) {
    const later = counted(words.say('record.later-posts', { count: laterCount }))
    return [words.sayHtml('record.first-here', { later })]
  }
  const seen = { post: OtherPostLink(post, first, words) }
  const line = isAltered
    ? words.sayHtml('record.first-there-altered', seen)
    : words.sayHtml('record.first-there', seen)
  if (laterCount === 0) return [html`${line} <a href="${path}">${words.say('record.where-else')}</a>`]
  const also = counted(words.say('record.other-posts', { count: laterCount }))
  return [html`${line} ${words.sayHtml('record.also', { others: also })}`]
}

/** Another post by its number, and by its thread where that is another one. */
export function OtherPostLink(post: PostPlace, other: OtherPost, words: Words): Html {
  const number = html`<bdi>#${other.number}</bdi>`
  const name =
    other.threadId === post.threadId
      ? number
      : words.sayHtml('record.post-of', { number, title: html`<bdi>${other.threadTitle}</bdi>` })
  return html`<a href="${postPath(other)}">${name}</a>`
}

function FigureLine({ words: written, figure }: FigureEntry, words: Words): Html {
  const value = amountOf(figure, words)
  const shown = html`<b><bdi>${written}</bdi></b>${
    figure.counts !== '' && !written.includes(figure.counts) && html`, <bdi>${figure.counts}</bdi>`
  }`
  const digits = written.replace(/[\s,.'’]/g, '')
  if (figure.to === null && digits.includes(String(figure.value))) return shown
  return html`${shown} = <data value="${figure.value}">${value}</data>`
}

/** An amount in digits, with its unit: "about 41,000,000 EUR", "3 to 5 %". */
export function amountOf({ value, to, change, unit }: Figure, words: Words): string {
  const digits =
    to === null
      ? words.number(value)
      : words.say('record.range', { low: words.number(value), high: words.number(to) })
  const amount = unit === '' ? digits : `${digits}\u00a0${unit}`
  switch (change) {
    case 'about':
      return words.say('record.value-about', { amount })
    case 'over':
      return words.say('record.value-over', { amount })
    case 'under':
      return words.say('record.value-under', { amount })
    case 'up':
      return words.say('record.value-up', { amount })
    case 'down':
      return words.say('record.value-down', { amount })
    case null:
      return amount
  }
}

function PassageLine(post: PostPlace, { wordCount, other }: PassageEntry, words: Words): Html {
  const link = OtherPostLink(post, other, words)
  return words.sayHtml('record.passage', { count: wordCount, number: words.number(wordCount), post: link })
}

function sourceLines(post: PostPlace, entry: AskedEntry, options: MarginOptions): Part[] {
  if (entry.sources.length > 0) return entry.sources.map(source => SourceLine(source, options.words))
  if (entry.kind !== 'quotation' || entry.asked > 0) return [Asking(post, entry, options)]
  // Somebody's words have a speaker, if no source; words that stood elsewhere before are asked about there.
  return options.csrf && !entry.spread?.first ? [Asking(post, entry, options)] : []
}

/** Who asks for a source that is not there, and the ways to ask and to add one. */
export function Asking(
  post: PostPlace,
  { key, asked, askedByMe }: Pick<AskedEntry, 'key' | 'asked' | 'askedByMe'>,
  { words, csrf }: MarginOptions,
): Html {
  const path = findingPath(post, key)
  // Whoever is quoted may be source enough: the question is offered, not urged.
  const isQuiet = asked === 0 && kindOf(key) === 'quotation'
  const line: Part[] = []
  if (asked > 0) line.push(words.say('record.no-source-yet'), words.say('record.asked-by', { count: asked }))
  else if (!isQuiet) line.push(words.say('record.no-source'))
  if (csrf) {
    const label = isQuiet ? 'record.ask-source' : askedByMe ? 'record.unask' : 'record.ask'
    line.push(html`<button name="${askedByMe ? 'unask' : 'ask'}" value="1">${words.say(label)}</button>`)
  }
  line.push(html`<a href="${path}" rel="nofollow">${words.say('record.add')}</a>`)
  const content = joined(line, ' · ')
  const kind = !isQuiet && html` class="ask"`
  if (!csrf) return html`<span${kind}>${content}</span>`
  return html`<form${kind} method="post" action="${path}/requests" data-island>${csrf}${content}</form>`
}

/** A source, when it was published, and whether its page has the words. */
export function SourceLine({ url, publisher, published, title, verdict }: EntrySource, words: Words): Html {
  const link = html`<a href="${url}" rel="nofollow ugc noopener"${title !== '' && html` title="${title}"`}><bdi>${publisher}</bdi></a>`
  const line =
    published === ''
      ? words.sayHtml('record.source', { publisher: link })
      : words.sayHtml('record.source-of', { publisher: link, date: dayOf(published, words) })
  const holds = verdict === 'not-found' || verdict === 'unreadable' ? 'ask' : 'ok'
  return html`<span class="${holds}">${line}${verdictOf(verdict, words)}</span>`
}

function verdictOf(verdict: EntrySource['verdict'], words: Words): Part {
  switch (verdict) {
    case 'word-for-word':
      return html` · ${words.say('record.word-for-word')}`
    case 'altered':
      return html` · ${words.say('record.source-altered')}`
    case 'not-found':
      return html` · ${words.say('record.not-found')}`
    case 'unreadable':
      return html` · ${words.say('record.unreadable')}`
    case 'unchecked':
      return null
  }
}

/** A day as ISO 8601 → as it is written; a year or a month alone stays as it is. */
export function dayOf(published: string, words: Words): Html {
  // Noon, so that it is the same day in every zone.
  const shown = FULL_DATE.test(published) ? words.date(Date.parse(published) + DAY / 2) : published
  return html`<time datetime="${published}">${shown}</time>`
}
