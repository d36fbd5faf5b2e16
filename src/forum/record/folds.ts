import type { Span } from '@rostra/record'
import type { Piece, ReadableText } from '../findings/text.ts'
import { apartFrom } from './marks.ts'
import { type Line, linesIn } from './places.ts'

const WORD = /[\p{L}\p{N}]/u

/** Lines that stand in the text before, one after the other. */
export interface Fold {
  readonly first: Line
  readonly last: Line
  /** How many paragraphs they are as they are read. */
  readonly count: number
}

/** A line with the stretch of the text that it holds. */
interface ReadLine {
  readonly line: Line
  readonly text: Span
}

/** The lines that have words, each with its stretch of the text. Both go in order. */
function readLines(html: string, { text, pieces }: ReadableText): ReadLine[] {
  let place = 0
  return linesIn(html).flatMap(line => {
    while (place < pieces.length && pieces[place]!.from < line.start) place++
    const first = pieces[place]
    let last: Piece | undefined
    while (place < pieces.length && pieces[place]!.from < line.end) last = pieces[place++]
    if (!first || !last) return []
    const span = { start: first.start, end: last.end }
    return WORD.test(text.slice(span.start, span.end)) ? [{ line, text: span }] : []
  })
}

/** Those of the lines of which no word stands outside of the repeats. */
function repeatedOf(text: string, lines: readonly ReadLine[], repeats: readonly Span[]): ReadLine[] {
  const texts = lines.map(line => line.text)
  const own = apartFrom(texts, repeats).filter(({ start, end }) => WORD.test(text.slice(start, end)))
  let place = 0
  return lines.filter(({ line, text: { start, end } }) => {
    while (place < own.length && own[place]!.end <= start) place++
    return line.isPlain && !(place < own.length && own[place]!.start < end)
  })
}

/** Whether nothing stands between two lines but the border of their paragraphs, or breaks. */
const areNeighbours = (html: string, one: Line, other: Line): boolean =>
  /^(?:\s|<br>|<\/p>|<p(?: dir="auto")?>)*$/.test(html.slice(one.end, other.start))

/**
 * The lines of a post that are repeats from their first word to their last, neighbours together. `repeats` are joined and in
 * order, each of something before it, so that the first stand of any words is never folded.
 */
export function foldsIn(html: string, readable: ReadableText, repeats: readonly Span[]): Fold[] {
  if (repeats.length === 0) return []
  const folds: { lines: ReadLine[] }[] = []
  for (const line of repeatedOf(readable.text, readLines(html, readable), repeats)) {
    const last = folds.at(-1)
    if (last && areNeighbours(html, last.lines.at(-1)!.line, line.line)) last.lines.push(line)
    else folds.push({ lines: [line] })
  }
  return folds.map(({ lines }) => {
    const [first, last] = [lines[0]!, lines.at(-1)!]
    const written = readable.text.slice(first.text.start, last.text.end)
    return { first: first.line, last: last.line, count: written.split('\n').length }
  })
}
