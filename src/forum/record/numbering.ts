import type { Figure, Quotation, Source, Span } from '@rostra/record'
import type { Keyed, PostFindings } from '../findings/model.ts'
import { isNotableFigure, isNotableQuotation } from './notable.ts'

/** More findings of a post than this are neither marked nor shown: nobody reads so long a margin. */
export const MOST_NUMBERED = 100

/** A finding that has a number in the text. */
export type Numbered = {
  readonly number: number
  /** Behind which place of the text the number stands. */
  readonly at: number
} & Numberable

type Numberable =
  | { readonly kind: 'quotation'; readonly parts: readonly Keyed<Quotation>[] }
  | { readonly kind: 'figure'; readonly finding: Keyed<Figure> }
  | { readonly kind: 'source'; readonly finding: Keyed<Source> }

/** Spans → the same, joined where they overlap, in order; those that only touch stay apart. */
export function joinedSpans(spans: readonly Span[]): Span[] {
  const joined: { start: number; end: number }[] = []
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1)
    if (last && start < last.end) last.end = Math.max(last.end, end)
    else if (end > start) joined.push({ start, end })
  }
  return joined
}

/** Whether a span lies within one of some joined spans, by a search among them. */
export function isWithin(joined: readonly Span[], { start, end }: Span): boolean {
  let low = 0
  let high = joined.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (joined[middle]!.end >= end) high = middle
    else low = middle + 1
  }
  return low < joined.length && joined[low]!.start <= start
}

/** Repeats of what stands before them. */
export const repeatsOf = ({ repeats }: PostFindings): Span[] =>
  joinedSpans(repeats.filter(({ start, of }) => of.end <= start))

/** Quotations by what they are parts of, in the order of their first parts. */
function quotationsOf(quotations: readonly Keyed<Quotation>[]): Keyed<Quotation>[][] {
  const groups = new Map<number, Keyed<Quotation>[]>()
  for (const quotation of quotations) {
    const parts = groups.get(quotation.group)
    if (parts) parts.push(quotation)
    else groups.set(quotation.group, [quotation])
  }
  return [...groups.values()]
}

/**
 * The findings of a post that have a number, as corrected, in the order of their numbers, which is that of the text.
 * What stands in a repeat has its number where it stands first; what is told in passing has none.
 */
export function numbered(findings: PostFindings): Numbered[] {
  const repeats = repeatsOf(findings)
  const found: (Numberable & { at: number; start: number })[] = []
  const add = (finding: Numberable, { start, end }: Span): void => {
    if (!isWithin(repeats, { start, end })) found.push({ ...finding, at: end, start })
  }
  for (const parts of quotationsOf(findings.quotations))
    if (isNotableQuotation(parts)) add({ kind: 'quotation', parts }, parts[0]!)
  for (const finding of findings.figures.filter(isNotableFigure)) add({ kind: 'figure', finding }, finding)
  for (const finding of findings.sources) add({ kind: 'source', finding }, finding)
  return found
    .sort((a, b) => a.at - b.at || a.start - b.start)
    .slice(0, MOST_NUMBERED)
    .map(({ start: _start, ...finding }, index) => ({ ...finding, number: index + 1 }))
}
