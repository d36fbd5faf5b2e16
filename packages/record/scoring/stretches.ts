import type { Span } from '../src/findings.ts'

/** Signs at the ends of a stretch that do not count when two are compared. */
const EDGE = /[\s"“”„'‘’`«»,.;:!?…()[\]—–-]/
const THAT = /^that\s+/i
const THAT_UNITS = 8

/** A stretch without quotation marks, punctuation and a leading "that": what two annotators would agree on. */
export function bare(text: string, { start, end }: Span): Span {
  const inner = withoutEdges(text, { start, end })
  const that = THAT.exec(text.slice(inner.start, Math.min(inner.end, inner.start + THAT_UNITS)))
  if (!that) return inner
  return {
    ...inner,
    start: withoutEdges(text, { start: inner.start + that[0].length, end: inner.end }).start,
  }
}

function withoutEdges(text: string, span: Span): Span {
  let { start, end } = span
  while (start < end && EDGE.test(text[start]!)) start++
  while (end > start && EDGE.test(text[end - 1]!)) end--
  return { start, end }
}

/** Units that two stretches share; 0 or less for none. */
export const shared = (a: Span, b: Span): number => Math.min(a.end, b.end) - Math.max(a.start, b.start)

/** Shared units as a part of all units of both, from 0 to 1 (the Jaccard index). */
export function overlap(a: Span, b: Span): number {
  const both = shared(a, b)
  return both <= 0 ? 0 : both / (a.end - a.start + (b.end - b.start) - both)
}

export const isSame = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end

/** Pairs of stretches of two lists, best overlap first, each in one pair at most; below `least` they are no pair. */
export function pairsOf(gold: readonly Span[], found: readonly Span[], least: number): Pairs {
  const all: { value: number; gold: number; found: number }[] = []
  gold.forEach((a, i) => {
    found.forEach((b, j) => {
      const value = overlap(a, b)
      if (value >= least) all.push({ value, gold: i, found: j })
    })
  })
  all.sort((x, y) => y.value - x.value || x.gold - y.gold || x.found - y.found)
  const ofGold = new Map<number, { other: number; value: number }>()
  const ofFound = new Map<number, { other: number; value: number }>()
  for (const { value, gold: i, found: j } of all) {
    if (ofGold.has(i) || ofFound.has(j)) continue
    ofGold.set(i, { other: j, value })
    ofFound.set(j, { other: i, value })
  }
  return { ofGold, ofFound }
}

/** Who belongs to whom, by their places in the two lists, and how well. */
export interface Pairs {
  readonly ofGold: ReadonlyMap<number, { readonly other: number; readonly value: number }>
  readonly ofFound: ReadonlyMap<number, { readonly other: number; readonly value: number }>
}
