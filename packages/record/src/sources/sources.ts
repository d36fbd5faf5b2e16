import type { ReadOptions, Source, Span } from '../findings.ts'
import { paragraphsOf } from '../text/paragraphs.ts'
import { type Piece, piecesOf } from '../text/pieces.ts'
import { plainSentences } from '../text/plain-sentences.ts'
import { dateOfAddress, publisherOf } from './addresses.ts'

interface Link extends Span {
  readonly url: string
}

/**
 * A text, and stretches of it that are links → the sources it gives, in their order: the links to other sites, and
 * addresses that stand in the text as such. A link belongs to its sentence, or to the one before where its own only
 * shows where that is from ("See … for the rest of it"); one that stands alone behind the last
 * sentence of a paragraph belongs to the paragraph; one alone in the first or last paragraph, or behind "Source:",
 * belongs to the whole text; one alone in a paragraph between belongs to the paragraph before it. `pieces` spares
 * reading the text twice. Linear; throws nothing.
 */
export function sourcesIn(
  text: string,
  links: NonNullable<ReadOptions['links']> = [],
  pieces: readonly Piece[] = piecesOf(text),
): Source[] {
  const found = linksIn(text, links, pieces)
  if (found.length === 0) return []
  const place = new Places(text, pieces, found)
  return found.map(link => ({
    start: link.start,
    end: link.end,
    url: link.url,
    publisher: publisherOf(link.url),
    date: dateOfAddress(link.url),
    of: place.of(link),
  }))
}

/** The links given, and bare addresses outside of them, in order and without overlaps. */
function linksIn(text: string, links: readonly Link[], pieces: readonly Piece[]): Link[] {
  const given = links
    .filter(
      ({ start, end, url }) => start >= 0 && start < end && end <= text.length && publisherOf(url) !== '',
    )
    .map(({ start, end, url }) => ({ start, end, url }))
  const bare: Link[] = []
  for (const { kind, start, end, lower } of pieces) {
    if (kind !== 'address') continue
    const url = /^www\./i.test(lower) ? `https://${lower}` : lower
    if (publisherOf(url) !== '') bare.push({ start, end, url })
  }
  const all = [...given, ...bare].sort((one, other) => one.start - other.start || other.end - one.end)
  const kept: Link[] = []
  for (const link of all) if (link.start >= (kept[kept.length - 1]?.end ?? 0)) kept.push(link)
  return kept
}

/** Words beside a link that only say that it is one. */
const POINTERS = new Set(
  'source sources quelle quellen via link links see read more here siehe hier mehr lire voir ici fuente fuentes vía ver aquí from by at und and also on the article full story original h t hat tip edit update ref reference references citation'.split(
    ' ',
  ),
)
const SOURCE_LINE =
  /^[\s*_>([-]{0,8}(?:sources?|quellen?|fuentes?|via|vía|links?|references?|belege?|h\/t)\s{0,3}:/i

/** Where the links stand among paragraphs and sentences; asked in the order of the text. */
class Places {
  private readonly text: string
  private readonly whole: Span
  private readonly paragraphs: readonly Span[]
  private readonly sentences: readonly Span[]
  /** For each sentence and paragraph whether it says anything beside its links. */
  private readonly silent: readonly boolean[]
  private readonly silentParagraphs: readonly boolean[]
  private readonly sentenceBefore: readonly number[]
  private readonly sentenceAfter: readonly number[]
  private readonly paragraphBefore: readonly number[]
  private paragraph = 0
  private sentence = 0

  constructor(text: string, pieces: readonly Piece[], links: readonly Link[]) {
    this.text = text
    this.paragraphs = paragraphsOf(text)
    this.sentences = plainSentences(pieces)
    this.silent = saysNothing(this.sentences, pieces, links, MOST_BESIDE)
    this.silentParagraphs = saysNothing(this.paragraphs, pieces, links)
    this.sentenceBefore = spokenBefore(this.silent)
    this.sentenceAfter = spokenAfter(this.silent)
    this.paragraphBefore = spokenBefore(this.silentParagraphs)
    const last = this.paragraphs[this.paragraphs.length - 1]
    this.whole = { start: this.paragraphs[0]?.start ?? 0, end: last?.end ?? text.length }
  }

  of(link: Link): Span {
    const { paragraphs, sentences } = this
    while (this.paragraph + 1 < paragraphs.length && (paragraphs[this.paragraph] as Span).end <= link.start)
      this.paragraph++
    while (this.sentence + 1 < sentences.length && (sentences[this.sentence] as Span).end <= link.start)
      this.sentence++
    const paragraph = paragraphs[this.paragraph] as Span
    const head = this.text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + 40))
    if (SOURCE_LINE.test(head)) return this.whole
    if (this.silentParagraphs[this.paragraph] === true) return this.beside()
    if (this.silent[this.sentence] !== true) return within(sentences[this.sentence] as Span, paragraph)
    return this.behind(paragraph)
  }

  /** A paragraph that is a link alone: of the text where it begins or ends it, else of the last paragraph with words. */
  private beside(): Span {
    const earlier = this.paragraphBefore[this.paragraph] as number
    const last = this.paragraphBefore[this.paragraphs.length] as number
    return earlier === -1 || last < this.paragraph ? this.whole : (this.paragraphs[earlier] as Span)
  }

  /** A link behind a sentence: of the paragraph where no more words follow in it, else of that sentence. */
  private behind(paragraph: Span): Span {
    const next = this.sentences[this.sentenceAfter[this.sentence] as number]
    if (next === undefined || next.start >= paragraph.end) return paragraph
    const before = this.sentences[this.sentenceBefore[this.sentence] as number]
    return before === undefined || before.start < paragraph.start ? paragraph : before
  }
}

/** For each place, and for the one behind the last, the nearest place before that is not silent; -1 for none. */
function spokenBefore(silent: readonly boolean[]): number[] {
  const before = [-1]
  for (let at = 0; at < silent.length; at++) before.push(silent[at] === true ? (before[at] as number) : at)
  return before
}

/** For each place the nearest one behind that is not silent; the number of places for none. */
function spokenAfter(silent: readonly boolean[]): number[] {
  const after: number[] = new Array(silent.length)
  for (let at = silent.length - 1, next = silent.length; at >= 0; at--) {
    after[at] = next
    if (silent[at] !== true) next = at
  }
  return after
}

function within(sentence: Span, paragraph: Span): Span {
  return { start: Math.max(sentence.start, paragraph.start), end: Math.min(sentence.end, paragraph.end) }
}

/** A sentence that begins so shows where the one before it is from: "See … for the rest of it". */
const SHOWING = new Set('see siehe voir ver source sources quelle fuente via link links read'.split(' '))
/** How many words that do not point at a link such a sentence may have. */
const MOST_BESIDE = 6

/**
 * For each stretch whether all its words are links, or only point at one; with up to `most` others where it begins by
 * showing something. The stretches are in order.
 */
function saysNothing(
  stretches: readonly Span[],
  pieces: readonly Piece[],
  links: readonly Link[],
  most = 0,
): boolean[] {
  let piece = 0
  let link = 0
  return stretches.map(({ start, end }) => {
    let others = 0
    let linked = false
    let first: string | null = null
    while (piece < pieces.length && (pieces[piece] as Piece).start < end) {
      const each = pieces[piece] as Piece
      piece++
      if (each.start < start) continue
      while (link < links.length && (links[link] as Link).end <= each.start) link++
      const inLink = link < links.length && (links[link] as Link).start <= each.start
      if (inLink) linked = true
      else if (each.kind === 'digits' || (each.kind === 'word' && !POINTERS.has(each.lower))) others++
      if (each.kind === 'word') first ??= each.lower
    }
    return linked && others <= (SHOWING.has(first ?? '') ? most : 0)
  })
}
