import type { Quotation, Span } from '@rostra/record'
import type { PostFindings } from '../findings/model.ts'
import { isWithin, joinedSpans, type Numbered, numbered, repeatsOf } from './numbering.ts'

/** What is marked in a text. Offsets are of the text. */
export interface Marks {
  /** Words in quotation marks, and figures; none overlaps another. */
  readonly quoted: readonly Span[]
  /** What is reported in the writer's own words; apart from those. */
  readonly reported: readonly Span[]
  readonly numbered: readonly Numbered[]
  /** Dates with their values as `<time>` takes them. */
  readonly dates: readonly (Span & { readonly value: string })[]
  /** What stands in the text before. */
  readonly repeats: readonly Span[]
}

/** A day, with the time of the day or without: what one moment of a calendar is. */
const FULL_DATE = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2})?$/
const MARK = /["'“”„‟«»‹›‘’‚‛「」『』]/
/** A quotation mark may be typed as two apostrophes. */
const LONGEST_MARK = 2

/** A stretch in quotation marks with its marks. */
function withMarks(text: string, { start, end }: Span): Span {
  let from = start
  let to = end
  for (let count = 0; count < LONGEST_MARK && from > 0 && MARK.test(text[from - 1]!); count++) from--
  for (let count = 0; count < LONGEST_MARK && to < text.length && MARK.test(text[to]!); count++) to++
  return { start: from, end: to }
}

const quotedIn = (text: string, { marked }: Quotation): Span[] => marked.map(span => withMarks(text, span))

/** Joined spans without what lies in others, joined too, both in order. */
export function apartFrom(spans: readonly Span[], others: readonly Span[]): Span[] {
  const left: Span[] = []
  let place = 0
  for (const { start, end } of spans) {
    let from = start
    while (place < others.length && others[place]!.end <= start) place++
    for (let next = place; next < others.length && others[next]!.start < end; next++) {
      const other = others[next]!
      if (other.start > from) left.push({ start: from, end: other.start })
      from = Math.max(from, other.end)
    }
    if (from < end) left.push({ start: from, end })
  }
  return left
}

/** The findings of a text, as corrected → what is marked in it. */
export function marksOf(text: string, findings: PostFindings): Marks {
  const found = numbered(findings)
  const repeats = repeatsOf(findings)
  const quotations = found.flatMap(each => (each.kind === 'quotation' ? each.parts : []))
  const figures = found.flatMap(each => (each.kind === 'figure' ? [each.finding] : []))
  const quoted = joinedSpans([...quotations.flatMap(part => quotedIn(text, part)), ...figures])
  const indirect = joinedSpans(quotations.filter(({ kind }) => kind === 'indirect'))
  const dates = findings.dates.filter(date => FULL_DATE.test(date.value) && !isWithin(repeats, date))
  return { quoted, reported: apartFrom(indirect, quoted), numbered: found, dates, repeats }
}
