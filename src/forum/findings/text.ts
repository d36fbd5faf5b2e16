import type { ReadOptions, Span } from '@rostra/record'
import { attributeOf, entityAt, type PrintedVisitor, visitPrinted } from './printed.ts'

/** A stretch of readable text and where it stands in the HTML: unit by unit, or as one entity. */
export interface Piece {
  /** In the text. */
  readonly start: number
  readonly end: number
  /** In the HTML. */
  readonly from: number
  readonly to: number
}

/** What can be read in a post. */
export interface ReadableText {
  /** Paragraphs, each on one line. */
  readonly text: string
  /** Its links that leave the forum. */
  readonly links: NonNullable<ReadOptions['links']>
  /** Where the text stands in the HTML, in order; what lies between two pieces stands there as markup. */
  readonly pieces: readonly Piece[]
}

/** Elements that begin and end a line. */
const BLOCKS = new Set(
  'p div ul ol li blockquote h1 h2 h3 h4 h5 h6 hr table thead tbody tr td th pre details summary'.split(' '),
)
/** Elements without words of the author's. */
const HIDDEN = new Set(['pre', 'code', 'cite', 'summary', 'img'])
const HIDDEN_CLASSES = new Set([
  ...['footnote-call', 'footnote-back', 'spoiler', 'box', 'attachment', 'image', 'caption'],
])
const WEB = /^https?:\/\//i
/** Lines shorter than this were ended by their writer, whatever their end. */
const FULL_LINE = 40
const SENTENCE_END = /[.!?…:;。！？؟][\p{Pe}\p{Pf}\p{Pi}"'”’*]*$/u
/** How many units at the end of a line are looked at for the end of a sentence. */
const LOOKED_AT = 12
const LIST_ITEM = /^(?:[-–—•*·]|\d{1,3}[.)])\s/

/** Whether an element's content is left out. A spoiler of several paragraphs is folded text, not a secret. */
function isHidden(html: string, name: string, tag: string, start: number): boolean {
  if (HIDDEN.has(name)) return true
  if (name === 'blockquote')
    return tag.includes(' data-post=') || html.startsWith('\n<cite', start + tag.length)
  const names = attributeOf(tag, 'class')
  return names !== '' && name !== 'details' && HIDDEN_CLASSES.has(names)
}

/** Collects the text of printed HTML. */
class Collector implements PrintedVisitor {
  readonly parts: string[] = []
  readonly links: (Span & { url: string })[] = []
  readonly pieces: { start: number; end: number; from: number; to: number }[] = []
  private readonly html: string
  private length = 0
  /** The last units of the text. */
  private tail = ''
  /** Elements that are open from the hidden one on. */
  private hidden = 0
  /** What the next words are set apart by. */
  private apart: '' | ' ' | '\n' = ''
  /** Where the line as its writer broke it begins. */
  private lineStart = 0
  private link: { url: string; start: number } | null = null

  constructor(html: string) {
    this.html = html
  }

  open(name: string, tag: string, start: number): void {
    const isEmpty = name === 'br' || name === 'hr' || name === 'img'
    if (this.hidden > 0) {
      if (!isEmpty) this.hidden++
      return
    }
    if (BLOCKS.has(name)) this.apart = '\n'
    if (name === 'br') this.breakLine()
    if (isEmpty) return
    if (isHidden(this.html, name, tag, start)) this.hidden = 1
    else if (name === 'a') this.openLink(tag)
  }

  close(name: string): void {
    if (this.hidden > 0) this.hidden--
    else if (name === 'a') this.closeLink()
    if (this.hidden === 0 && BLOCKS.has(name)) this.apart = '\n'
  }

  text(start: number, end: number): void {
    if (this.hidden > 0) return
    let from = start
    for (let at = start; at < end; at++) {
      const sign = this.html[at]!
      if (sign !== '&' && sign !== '\n') continue
      this.add(from, at)
      const entity = sign === '&' ? entityAt(this.html, at) : undefined
      if (entity) this.put(entity[1], at, at + entity[0].length)
      else if (sign === '&') this.put('&', at, at + 1)
      else if (this.apart === '' && this.length > 0) this.put(' ', at, at + 1)
      if (entity) at += entity[0].length - 1
      from = at + 1
    }
    this.add(from, end)
  }

  /** Adds a stretch of the HTML as it stands there. */
  private add(start: number, end: number): void {
    if (start === end) return
    const words = this.html.slice(start, end)
    if (this.apart !== '' || this.length === 0) {
      const trimmed = words.trimStart()
      if (trimmed === '') return
      this.put(trimmed, end - trimmed.length, end)
    } else this.put(words, start, end)
  }

  private put(words: string, from: number, to: number): void {
    if (this.apart !== '' && this.length > 0) this.setApart(words)
    this.apart = ''
    const start = this.length
    this.append(words)
    const end = this.length
    if (this.link !== null && this.link.start < 0) this.link.start = start
    const last = this.pieces.at(-1)
    const isEven = (piece: Piece) => piece.to - piece.from === piece.end - piece.start
    const next = { start, end, from, to }
    if (last && last.end === start && last.to === from && isEven(last) && isEven(next)) {
      last.end = end
      last.to = to
    } else this.pieces.push(next)
  }

  private setApart(words: string): void {
    this.append(this.apart === ' ' && LIST_ITEM.test(words) ? '\n' : this.apart)
    this.lineStart = this.length
  }

  private append(words: string): void {
    this.parts.push(words)
    this.length += words.length
    this.tail = (this.tail + words.slice(-LOOKED_AT)).slice(-LOOKED_AT)
  }

  /** A line that goes on in the next one runs on; one that its writer ended is a paragraph. */
  private breakLine(): void {
    const runsOn =
      this.apart === '' &&
      this.length - this.lineStart >= FULL_LINE &&
      !SENTENCE_END.test(this.tail.trimEnd())
    this.apart = runsOn ? ' ' : '\n'
  }

  private openLink(tag: string): void {
    const url = attributeOf(tag, 'href')
    if (WEB.test(url) && attributeOf(tag, 'class') !== 'mention') this.link = { url, start: -1 }
  }

  private closeLink(): void {
    const { link } = this
    this.link = null
    if (link && link.start >= 0) this.links.push({ ...link, end: this.length })
  }
}

/**
 * The HTML of a post as packages/markup prints it → what its author wrote in it to be read: without quotes of other posts,
 * code, and what is hidden. Lines that were merely broken run on. Takes time in proportion to the length.
 */
export function readableText(html: string): ReadableText {
  const collector = new Collector(html)
  visitPrinted(html, collector)
  const { parts, links, pieces } = collector
  return { text: parts.join(''), links, pieces }
}

/** The first piece that ends behind a place of the text. */
function firstBehind(pieces: readonly Piece[], at: number): number {
  let low = 0
  let high = pieces.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (pieces[middle]!.end > at) high = middle
    else low = middle + 1
  }
  return low
}

/** A stretch of the text → the stretches of the HTML that it stands in, each without markup inside, in order. */
export function stretchesOf(pieces: readonly Piece[], { start, end }: Span): Span[] {
  const stretches: { start: number; end: number }[] = []
  if (start >= end) return stretches
  for (let index = firstBehind(pieces, start); index < pieces.length; index++) {
    const piece = pieces[index]!
    if (piece.start >= end) break
    const isEven = piece.to - piece.from === piece.end - piece.start
    const from = isEven ? piece.from + Math.max(0, start - piece.start) : piece.from
    const to = isEven ? piece.to - Math.max(0, piece.end - end) : piece.to
    const last = stretches.at(-1)
    if (last?.end === from) last.end = to
    else stretches.push({ start: from, end: to })
  }
  return stretches
}
