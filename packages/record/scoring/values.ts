import type { DateFinding, Figure, Span } from '../src/findings.ts'
import { count, type Hits, hits, type Share, share } from './counts.ts'
import { pairsOf } from './stretches.ts'

/** A text with its annotated dates; `value` as `DateFinding` has it. `date`: when it was written. */
export interface GoldDates {
  readonly text: string
  readonly date?: string
  readonly dates: readonly (Span & { readonly value: string })[]
}

/** How well dates were found, and how well they were understood as well. */
export interface DateScore {
  readonly span: Hits
  readonly value: Hits
}

export const emptyDateScore = (): DateScore => ({ span: hits(), value: hits() })

const NEAR = 0.8

/** Adds one text: a date counts as found at an overlap of 0.8, as understood where the value is the same besides. */
export function scoreDates(score: DateScore, gold: GoldDates, found: readonly DateFinding[]): void {
  const pairs = pairsOf(gold.dates, found, NEAR)
  found.forEach((one, j) => {
    const pair = pairs.ofFound.get(j)
    count(score.span.precision, pair !== undefined)
    count(score.value.precision, pair !== undefined && gold.dates[pair.other]!.value === one.value)
  })
  gold.dates.forEach((one, i) => {
    const pair = pairs.ofGold.get(i)
    count(score.span.recall, pair !== undefined)
    count(score.value.recall, pair !== undefined && found[pair.other]!.value === one.value)
  })
}

/** A sentence with its annotated amounts, as text: `15.0`, a range `252.0-287.0`. */
export interface GoldFigures {
  readonly text: string
  readonly quantities: readonly { readonly value: string }[]
}

const RANGE = /^(-?[\d.e+]+)-(-?[\d.e+]+)$/
const CLOSE = 1e-6

/** Adds one sentence: each annotated value or range is met by one figure of the same value, wherever it stands. */
export function scoreFigures(score: Hits, gold: GoldFigures, found: readonly Figure[]): void {
  const open = gold.quantities.map(({ value }) => amountsOf(value))
  for (const { value, to } of found) {
    const amounts = to === null ? [value] : [value, to]
    const place = open.findIndex(each => isSameAmounts(each, amounts))
    if (place !== -1) open.splice(place, 1)
    count(score.precision, place !== -1)
    if (place !== -1) count(score.recall, true)
  }
  for (const _missed of open) count(score.recall, false)
}

function amountsOf(written: string): number[] {
  const range = RANGE.exec(written)
  return range ? [Number(range[1]), Number(range[2])] : [Number(written)]
}

const isSameAmounts = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length &&
  a.every((value, i) => Math.abs(value - b[i]!) <= CLOSE * Math.max(1, Math.abs(value)))

/** Paragraphs of which one at most stands astray: its place, or -1. */
export interface GoldStray {
  readonly paragraphs: readonly string[]
  readonly stray: number
}

/** How well stray paragraphs were found, and how many posts without one were alarmed. */
export interface StrayScore {
  readonly found: Hits
  readonly alarms: Share
}

export const emptyStrayScore = (): StrayScore => ({ found: hits(), alarms: share() })

/** Adds one text. `text` is its paragraphs, joined by line breaks. */
export function scoreStray(score: StrayScore, gold: GoldStray, found: readonly Span[]): void {
  const starts = new Map<number, number>()
  let start = 0
  gold.paragraphs.forEach((paragraph, place) => {
    starts.set(start, place)
    start += paragraph.length + 1
  })
  const places = found.map(span => starts.get(span.start) ?? null)
  for (const place of places) count(score.found.precision, place === gold.stray)
  if (gold.stray === -1) count(score.alarms, places.length > 0)
  else count(score.found.recall, places.includes(gold.stray))
}
