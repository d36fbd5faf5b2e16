import { type Format, type QuotedPost, quoteSource } from '@rostra/markup'
import type { Span } from '@rostra/record'

/** A text after it was mended, and what of it its writer should look at next. */
export interface Mended {
  readonly source: string
  readonly select: Span
}

/** What may stand before or behind a passage on its lines, and is taken along with it. */
const LINE_START = /^[\s>*+#_~\-\d.()]{0,40}$/
const LINE_END = /^[\s*_~)\]]{0,40}$/
const QUOTED_LINE = /^ {0,3}> ?/gm
const WORD = /[\p{L}\p{M}\p{N}]+/gu
/** A sentence's own end, behind which nothing may be put that belongs to it. */
const SENTENCE_END = /[.!?…。！？؟]+$/u
const CLOSING_MARK = /["'”’»“›]+[.,]?$/

/** So much of a passage is looked at for its end. */
const LONGEST_END = 12

/** What is put in the place of an address that is not known yet. */
const NO_ADDRESS = 'https://'

const at = (start: number, length = 0): Span => ({ start, end: start + length })

/** A stretch, with the rest of its lines where nothing but marks stands there; and whether that is so on both sides. */
function wholeLines(source: string, { start, end }: Span): Span & { readonly isWhole: boolean } {
  const lineStart = source.lastIndexOf('\n', start - 1) + 1
  const found = source.indexOf('\n', end)
  const lineEnd = found === -1 ? source.length : found
  const isWhole = LINE_START.test(source.slice(lineStart, start)) && LINE_END.test(source.slice(end, lineEnd))
  return isWhole ? { start: lineStart, end: lineEnd, isWhole } : { start, end, isWhole }
}

/** Where the text before a place ends and the text behind it begins, empty lines left out. */
function apart(source: string, { start, end }: Span): { left: string; right: string } {
  return { left: source.slice(0, start).trimEnd(), right: source.slice(end).trimStart() }
}

/** Takes a passage out of a text. */
export function withoutPassage(source: string, place: Span): Mended {
  const { isWhole, ...cut } = wholeLines(source, place)
  if (!isWhole) {
    const isDouble = source[cut.start - 1] === ' ' && source[cut.end] === ' '
    const rest = source.slice(cut.end + (isDouble ? 1 : 0))
    return { source: source.slice(0, cut.start) + rest, select: at(cut.start) }
  }
  const { left, right } = apart(source, cut)
  const between = left !== '' && right !== '' ? '\n\n' : ''
  return { source: left + between + right, select: at(left.length + between.length) }
}

/** Puts the beginnings of a link to a source behind a statement; its address is selected, to be typed over. */
export function withLink(source: string, place: Span, format: Format, label: string): Mended {
  const words = source.slice(place.start, place.end)
  const stop = words.length - (SENTENCE_END.exec(words.slice(-LONGEST_END))?.[0].length ?? 0)
  const before = `${source.slice(0, place.start + stop)} (`
  const [opening, closing] = format === 'markdown' ? [`[${label}](`, ')'] : ['[url=', `]${label}[/url]`]
  const start = before.length + opening.length
  const link = `${opening}${NO_ADDRESS}${closing})`
  return { source: before + link + source.slice(place.start + stop), select: at(start, NO_ADDRESS.length) }
}

/** Makes passages of a text quotes of the post that they come from. The places are in order and apart from each other. */
export function asQuotes(
  source: string,
  places: readonly Span[],
  quoted: Omit<QuotedPost, 'text'>,
  format: Format,
): Mended {
  let mended: Mended = { source, select: at(0) }
  // From the end, so that what stands before keeps its place.
  for (const place of [...places].reverse()) {
    const { start, end } = wholeLines(source, place)
    const written = source.slice(start, end)
    const isQuoted = format === 'markdown' && /^ {0,3}>/.test(written)
    const text = isQuoted ? written.replace(QUOTED_LINE, '') : written
    const { left, right } = apart(mended.source, { start, end })
    const before = left === '' ? '' : `${left}\n\n`
    const block = quoteSource({ ...quoted, text }, format)
    mended = {
      source: before + block + (right === '' ? '' : `\n${right}`),
      select: at(before.length, block.length),
    }
  }
  return mended
}

/** Cuts a passage to its first words and says that it goes on. */
export function shortened(source: string, place: Span, words: number): Mended {
  const passage = source.slice(place.start, place.end)
  const ends = [...passage.matchAll(WORD)].map(({ 0: word, index }) => index + word.length)
  if (words >= ends.length) return { source, select: place }
  if (words <= 0) return withoutPassage(source, place)
  const mark = CLOSING_MARK.exec(passage.slice(-LONGEST_END))?.[0] ?? ''
  const kept = `${passage.slice(0, ends[words - 1])} […]${mark}`
  return {
    source: source.slice(0, place.start) + kept + source.slice(place.end),
    select: at(place.start, kept.length),
  }
}
