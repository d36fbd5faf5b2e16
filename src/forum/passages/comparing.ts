import { type Compared, type Span, sharedPassages, wordsOf } from '@rostra/record/comparing'
import { readableText } from '../findings/text.ts'
import type { StoredSpan } from './packing.ts'

/** A text, taken apart for comparing, without the words in quotation marks: whoever repeats a quotation copies nothing. */
export const comparedOf = (text: string, leaveOut: readonly Span[]): Compared => ({
  text,
  words: wordsOf(text),
  leaveOut,
})

/** The same of a post as it is printed. `leftOut` is JSON. */
export const comparedOfPost = ({ html, leftOut }: { html: string; leftOut: string }): Compared =>
  comparedOf(readableText(html).text, JSON.parse(leftOut) as Span[])

/** What two texts share, in the order of the first. */
export function spansShared(one: Compared, other: Compared): StoredSpan[] {
  return sharedPassages(one, other).map(({ a, b, equalWords }) => ({
    ...{ start: a.start, end: a.end, of: b, words: equalWords },
    held: heldBy(one, a),
  }))
}

/** Equal words of some spans together; scripts without spaces count by halves. */
export const wordsIn = (spans: readonly StoredSpan[]): number =>
  Math.round(spans.reduce((sum, span) => sum + span.words, 0))

/** How many words a stretch of a text has. */
function heldBy({ words }: Compared, { start, end }: Span): number {
  return lowest(words.starts, end) - lowest(words.starts, start)
}

/** The first place in a rising list that is not below a value. */
function lowest(list: readonly number[], value: number): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (list[middle]! < value) low = middle + 1
    else high = middle
  }
  return low
}
