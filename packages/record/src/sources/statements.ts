import type { DateFinding, Figure, Source, Span, Statement } from '../findings.ts'
import { paragraphsOf } from '../text/paragraphs.ts'
import { type Piece, pieceOr, piecesOf } from '../text/pieces.ts'
import { plainSentences } from '../text/plain-sentences.ts'
import { writtenLanguage } from '../text/written-language.ts'
import { ADDRESSES, EVENT_VERBS, OPENERS, PRONOUNS, STATES, TONES } from './statement-words.ts'

/** What else was read in the text; each list in the order of the text. */
export interface Found {
  readonly figures: readonly Figure[]
  readonly dates: readonly DateFinding[]
  readonly sources: readonly Source[]
  /** Words that are reported as somebody's: the span, and who spoke, '' where that is unknown. */
  readonly quotations: readonly (Span & { readonly speaker: string })[]
  /** Stretches in quotation marks, whether attributed or not. */
  readonly marked: readonly Span[]
}

const FEWEST_WORDS = 6
const MOST_PIECES = 120

/**
 * A text and what was found in it → the sentences that could be asked for a source: they assert something that can be
 * looked up (a figure in digits, a date with its year, words of somebody named, an event with a named subject) and are
 * no question, opinion, wish, guess, instruction or greeting, nothing of the writer's own, and not somebody's quoted
 * words alone. `source` is the place in `found.sources` of the source that covers the sentence most closely. English
 * only: of other languages nothing is asked. Doubt is silence: to ask wrongly annoys. Linear; throws nothing.
 */
export function statementsIn(
  text: string,
  found: Found,
  pieces: readonly Piece[] = piecesOf(text),
): Statement[] {
  if (writtenLanguage(pieces) !== 'en') return []
  const figures = touching(found.figures.filter(isWeighty(text)))
  const dates = touching(found.dates.filter(isCertain(text)))
  const quotations = touching(found.quotations.filter(({ speaker }) => speaker !== ''))
  const marked = joined(found.marked)
  const covering = sourceOf(text, found.sources)
  let known: ReadonlySet<string> | null = null
  const names = () => {
    known ??= namesIn(pieces)
    return known
  }
  const statements: Statement[] = []
  let piece = 0
  let mark = 0
  for (const sentence of plainSentences(pieces)) {
    const own: Piece[] = []
    for (; piece < pieces.length && (pieces[piece] as Piece).start < sentence.end; piece++) {
      const each = pieces[piece] as Piece
      while (mark < marked.length && (marked[mark] as Span).end <= each.start) mark++
      if (mark >= marked.length || each.start < (marked[mark] as Span).start) own.push(each)
    }
    const evidence = figures(sentence) || dates(sentence)
    const stated = quotations(sentence)
      ? isReport(text, sentence, own)
      : isStated(text, sentence, own, evidence, names)
    if (stated) statements.push({ start: sentence.start, end: sentence.end, source: covering(sentence) })
  }
  return statements
}

/** Spans → whether one of them touches a stretch; to be asked for stretches in the order of the text. */
function touching(spans: readonly Span[]): (stretch: Span) => boolean {
  const sorted = [...spans].sort((one, other) => one.start - other.start)
  let at = 0
  let reached = -1
  return ({ start, end }) => {
    for (; at < sorted.length && (sorted[at] as Span).start < end; at++)
      reached = Math.max(reached, (sorted[at] as Span).end)
    return reached > start
  }
}

/** Spans → the same without overlaps, in order. */
function joined(spans: readonly Span[]): Span[] {
  const whole: Span[] = []
  for (const span of [...spans].sort((one, other) => one.start - other.start)) {
    const last = whole[whole.length - 1]
    if (last === undefined || span.start > last.end) whole.push({ start: span.start, end: span.end })
    else whole[whole.length - 1] = { start: last.start, end: Math.max(last.end, span.end) }
  }
  return whole
}

const BRIEF = new Set(['s', 'min', 'h', 'days', 'weeks'])

/** "is not 41 million": what a number is not needs no source. */
const DENIED = /(?:\bnot|n['’]t)\s$/i

/** "two countries" needs no source; "300,000", "12 %" and "half of all voters" do. */
function isWeighty(text: string): (figure: Figure) => boolean {
  return ({ start, end, value, unit }) => {
    if (BRIEF.has(unit) || DENIED.test(text.slice(Math.max(0, start - 5), start))) return false
    const digits = /\d/.test(text.slice(start, Math.min(end, start + 40)))
    return unit === '%' || value >= 1_000 || (value > 0 && value < 1) || (digits && value >= 10)
  }
}

/** A date that the text gives itself, with its year or day. */
function isCertain(text: string): (date: DateFinding) => boolean {
  return ({ start, end, reading }) =>
    /\d/.test(text.slice(start, Math.min(end, start + 40))) &&
    (reading === null || reading.how !== 'date-before')
}

/** Somebody's words with who said them: whether they were said can be looked up, whatever they say. */
function isReport(text: string, sentence: Span, own: readonly Piece[]): boolean {
  const words = own.filter(isWord)
  if (words.length < 2 || own.length > MOST_PIECES || isAddressed(text, sentence, own, words)) return false
  return !words.some(word => TONES.get(word.lower) === 'talk' || isUs(text, word))
}

/** Whether a sentence asserts something, in words of its own that are no opinion and no guess. */
function isStated(
  text: string,
  sentence: Span,
  own: readonly Piece[],
  evidence: boolean,
  names: () => ReadonlySet<string>,
): boolean {
  if (own.length < FEWEST_WORDS || own.length > MOST_PIECES) return false
  if (!ENDINGS.has(text[sentence.end - 1] as string)) return false
  const words = own.filter(isWord)
  if (words.length < FEWEST_WORDS || isAddressed(text, sentence, own, words)) return false
  for (const word of words) {
    // "May" is a month.
    const isMonth = word.capital && word.lower === 'may'
    if ((TONES.has(word.lower) && !isMonth) || isUs(text, word)) return false
  }
  return evidence ? hasVerb(own) || isEvent(own, names) : isEvent(own, names)
}

const ENDINGS = new Set(['.', '…', '"', '”', "'", '’', ')', ']', ':', ';'])

/** A question, a shout, a greeting or an instruction. */
function isAddressed(text: string, sentence: Span, own: readonly Piece[], words: readonly Piece[]): boolean {
  if (ADDRESSES.has((words[0] as Piece).lower) || own.some(isShouted)) return true
  return /\?["”'’)\]]{0,2}$/.test(text.slice(Math.max(sentence.start, sentence.end - 3), sentence.end))
}

function isWord({ kind }: Piece): boolean {
  return kind === 'word'
}

function isShouted(piece: Piece): boolean {
  return piece.lower === '!' || piece.lower === '?'
}

/** "us" in small letters; "US" is a country. */
function isUs(text: string, { lower, start, end }: Piece): boolean {
  return lower === 'us' && text.slice(start, end) === 'us'
}

function hasVerb(own: readonly Piece[]): boolean {
  return own.some(({ kind, lower }) => kind === 'word' && (EVENT_VERBS.has(lower) || isPast(lower)))
}

function isPast(word: string): boolean {
  return (
    word.length > 4 &&
    word.endsWith('ed') &&
    !/^(?:need|indeed|hundred|proceed|exceed|succeed|united|speed)$/.test(word)
  )
}

/** Words that have a capital within a sentence somewhere in the text. */
function namesIn(pieces: readonly Piece[]): ReadonlySet<string> {
  const names = new Set<string>()
  for (let at = 1; at < pieces.length; at++) {
    const { kind, capital, before, lower } = pieces[at] as Piece
    if (kind !== 'word' || !capital || before !== 'space') continue
    const last = pieceOr(pieces, at - 1)
    if (last.kind === 'word' || last.lower === ',') names.add(lower)
  }
  return names
}

const NEAR = 8

/** A name as the subject near the beginning of the sentence, and a verb of something that happened soon behind it. */
function isEvent(own: readonly Piece[], names: () => ReadonlySet<string>): boolean {
  if (!INTRODUCTIONS.has(pieceOr(own, 0).lower)) return happens(own, behindName(own, 0, names))
  const comma = own.slice(0, MOST_INTRODUCED).findIndex(({ lower }) => lower === ',')
  return (
    happens(own, behindName(own, 1, names)) ||
    (comma !== -1 && happens(own, behindName(own, comma + 1, names)))
  )
}

const INTRODUCTIONS = new Set(
  'in on after before during since at by last this under despite according yesterday today'.split(' '),
)
const MOST_INTRODUCED = 14

/** Whether a verb of something that happened stands soon behind a name; -1 is none. */
function happens(own: readonly Piece[], named: number): boolean {
  if (named === -1) return false
  for (let at = named; at < Math.min(own.length, named + NEAR); at++) {
    const { kind, lower, capital } = own[at] as Piece
    if (kind !== 'word') {
      if (!",'’-.".includes(lower)) return false
      continue
    }
    if (STATES.has(lower)) return isPast(pieceOr(own, at + 1).lower) || isPast(pieceOr(own, at + 2).lower)
    if (!capital && (EVENT_VERBS.has(lower) || isPast(lower))) return true
    if (PRONOUNS.has(lower)) return false
  }
  return false
}

/** The place behind a name that begins at a place, maybe after "the" and up to two small words; -1 for none. */
function behindName(own: readonly Piece[], from: number, names: () => ReadonlySet<string>): number {
  let at = pieceOr(own, from).lower === 'the' ? from + 1 : from
  for (
    let skipped = 0;
    skipped < 2 && pieceOr(own, at).kind === 'word' && !pieceOr(own, at).capital;
    skipped++
  )
    at++
  const name = pieceOr(own, at)
  if (name.kind !== 'word' || !name.capital || OPENERS.has(name.lower)) return -1
  // One capital at the beginning of a sentence is no name by itself: the word must be one elsewhere.
  if (at === 0 && !pieceOr(own, 1).capital && !names().has(name.lower)) return -1
  while (pieceOr(own, at).kind === 'word' && pieceOr(own, at).capital) at++
  return at
}

/** Sources → for a sentence the place of the one that covers it most closely, null for none; asked in order. */
function sourceOf(text: string, sources: readonly Source[]): (sentence: Span) => number | null {
  const places = new Map<string, number>()
  const key = ({ start, end }: Span) => `${start}-${end}`
  sources.forEach(({ of }, place) => {
    if (!places.has(key(of))) places.set(key(of), place)
  })
  const paragraphs = places.size === 0 ? [] : paragraphsOf(text)
  const whole = { start: paragraphs[0]?.start ?? 0, end: paragraphs[paragraphs.length - 1]?.end ?? 0 }
  let at = 0
  return sentence => {
    while (at + 1 < paragraphs.length && (paragraphs[at] as Span).end <= sentence.start) at++
    const stretches = [sentence, paragraphs[at] ?? sentence, whole]
    for (const stretch of stretches) {
      const place = places.get(key(stretch))
      if (place !== undefined) return place
    }
    return null
  }
}
