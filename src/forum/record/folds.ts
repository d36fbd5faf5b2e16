import type { Span } from '@rostra/record'
import type { Piece, ReadableText } from '../findings/text.ts'
import { apartFrom } from './marks.ts'
import { plainParagraphsIn } from './places.ts'

const WORD = /[\p{L}\p{N}]/u

/** Paragraphs that stand in the text before, neighbours together; and how many they are. */
interface Fold extends Span {
  readonly opening: string
  readonly closing: string
}

/** The stretch of the text that each stretch of the HTML holds; null for one without text. Both go in order. */
function textsOf(pieces: readonly Piece[], stretches: readonly Span[]): (Span | null)[] {
  let place = 0
  return stretches.map(({ start, end }) => {
    while (place < pieces.length && pieces[place]!.from < start) place++
    const first = pieces[place]
    let last: Piece | undefined
    while (place < pieces.length && pieces[place]!.from < end) last = pieces[place++]
    return first && last ? { start: first.start, end: last.end } : null
  })
}

/** Those of the paragraphs of which no word stands outside of the repeats. */
function repeatedOf(
  text: string,
  paragraphs: readonly { readonly at: Span; readonly text: Span }[],
  repeats: readonly Span[],
): Span[] {
  const texts = paragraphs.map(paragraph => paragraph.text)
  const own = apartFrom(texts, repeats).filter(({ start, end }) => WORD.test(text.slice(start, end)))
  let place = 0
  return paragraphs
    .filter(({ text: { start, end } }) => {
      while (place < own.length && own[place]!.end <= start) place++
      return !(place < own.length && own[place]!.start < end)
    })
    .map(({ at }) => at)
}

/**
 * The paragraphs of a post that are repeats from their first word to their last → where the folds go around them. `repeats`
 * are joined and in order, each of something before it, so that the first stand of any words is never folded.
 */
export function foldsIn(html: string, { text, pieces }: ReadableText, repeats: readonly Span[]): Fold[] {
  if (repeats.length === 0) return []
  const all = plainParagraphsIn(html)
  const paragraphs = textsOf(pieces, all).flatMap((span, index) =>
    span && WORD.test(text.slice(span.start, span.end)) ? [{ at: all[index]!, text: span }] : [],
  )
  const folds: { start: number; end: number; count: number }[] = []
  for (const { start, end } of repeatedOf(text, paragraphs, repeats)) {
    const last = folds.at(-1)
    if (last && html.slice(last.end, start).trim() === '') {
      last.end = end
      last.count++
    } else folds.push({ start, end, count: 1 })
  }
  return folds.map(({ start, end, count }) => ({
    ...{ start, end, closing: '</details>' },
    opening: `<details class="fold"><summary data-repeats="${count}"></summary>`,
  }))
}
