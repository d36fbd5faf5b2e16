import { fit as aligned, type Side } from '@rostra/record/comparing'
import type { Change } from './model.ts'
import { isMarked, type Spoken } from './spoken.ts'

export type Changes = readonly Change[]

/** The price of a word without a partner, as a share of its weight: what lies far apart is not brought together. */
const COST = 0.25
/** Longer words say more of where they stand than short ones; beyond this length they say no more. */
const HEAVIEST = 8
/** A kept word of so few letters between two changes joins nothing. */
const SHORT = 3
/** What was kept or removed is shown from its ends where it is longer, in UTF-16 units. */
const LONGEST = 1000
const SHOWN = 400

/** Words that stand on both sides, by their places. */
interface Pair {
  readonly from: number
  readonly to: number
}

/** What is told of two texts. */
interface Sides {
  readonly from: Spoken
  readonly to: Spoken
  /** Which of the two is the quote; of the other only what lies between its first and its last kept word counts. */
  readonly quote: 'from' | 'to'
}

/**
 * Two texts, one of them a quote of the other → how the earlier became the later. Of the one that is not the quote only the
 * stretch that fits it best is looked at, and what the quote marks as left out is not told. Linear beyond some hundred
 * words.
 */
export function differenceOf(from: Spoken, to: Spoken, quote: 'from' | 'to'): Changes {
  const [part, whole] = quote === 'to' ? [to, from] : [from, to]
  const found = aligned(sideOf(part, true), sideOf(whole, false), COST, true)
  const [ours, theirs] = quote === 'to' ? [found.b, found.a] : [found.a, found.b]
  const pairs = ours.map((place, index) => ({ from: place, to: theirs[index]! }))
  return changesOf({ from, to, quote }, joined(pairs, to))
}

/** A source and a quote of it whose words stand there in order, at known places → which words were left out unmarked. */
export function gapsOf(source: Spoken, quoted: Spoken, kept: readonly number[]): Changes {
  const pairs = kept.map((place, index) => ({ from: place, to: index }))
  return changesOf({ from: source, to: quoted, quote: 'to' }, pairs)
}

function sideOf(side: Spoken, isQuote: boolean): Side {
  const { words } = side
  return {
    folded: words,
    weights: Float64Array.from(words, word => Math.min(word.length, HEAVIEST)),
    open: Uint8Array.from({ length: words.length + 1 }, (_, at) => (isQuote && isMarked(side, at) ? 1 : 0)),
    loose: new Uint8Array(words.length),
  }
}

/** The pairs without short words that stand alone between two changes. */
function joined(pairs: readonly Pair[], { words }: Spoken): Pair[] {
  const follows = (one: Pair | undefined, next: Pair | undefined): boolean =>
    !one || !next || one.from + 1 === next.from || one.to + 1 === next.to
  return pairs.filter(
    (pair, at) =>
      words[pair.to]!.length > SHORT || follows(pairs[at - 1], pair) || follows(pair, pairs[at + 1]),
  )
}

function changesOf({ from, to, quote }: Sides, pairs: readonly Pair[]): Changes {
  const changes: Change[] = []
  const { begin, end } = boundsOf({ from, to, quote }, pairs)
  let at = begin
  for (const pair of [...pairs, null]) {
    const next = pair ?? end
    const isTold = (side: 'from' | 'to'): boolean =>
      next[side] > at[side] &&
      !(side !== quote && isMarkedAt(quote === 'to' ? to : from, at[quote], next[quote]))
    if (isTold('from')) add(changes, 'removed', piece(from, at.from, next.from, end.from))
    if (isTold('to')) add(changes, 'added', piece(to, at.to, next.to, end.to))
    if (pair) add(changes, 'kept', piece(to, pair.to, pair.to + 1, end.to))
    at = pair ? { from: pair.from + 1, to: pair.to + 1 } : next
  }
  return changes
    .map(short)
    .map((each, at) => (at < changes.length - 1 ? each : { ...each, text: each.text.trimEnd() }))
}

/**
 * What is told of both sides: all of the quote, and of the other the stretch between the first and the last kept word, and
 * beyond these as many words as the quote has others there.
 */
function boundsOf({ from, to, quote }: Sides, pairs: readonly Pair[]): { begin: Pair; end: Pair } {
  const [ours, whole] = quote === 'to' ? [to, from] : [from, to]
  const [first, last] = [pairs[0], pairs.at(-1)]
  const part = { begin: 0, end: 0 }
  if (first && last) {
    const place = quote === 'to' ? 'from' : 'to'
    part.begin = Math.max(0, first[place] - first[quote])
    part.end = Math.min(whole.words.length, last[place] + ours.words.length - last[quote])
  }
  const pairOf = (own: number, other: number): Pair =>
    quote === 'to' ? { from: other, to: own } : { from: own, to: other }
  return { begin: pairOf(0, part.begin), end: pairOf(ours.words.length, part.end) }
}

/** Whether the quote marks an omission somewhere between two of its words. */
function isMarkedAt(quote: Spoken, from: number, to: number): boolean {
  for (let at = from; at <= to; at++) if (isMarked(quote, at)) return true
  return false
}

/** The words with what stands behind them, up to the next word. */
function piece({ text, starts, ends }: Spoken, from: number, to: number, last: number): string {
  const end = to < last ? starts[to]! : (ends[to - 1] ?? 0)
  return to < last ? text.slice(starts[from], end) : `${text.slice(starts[from], end)} `
}

function add(changes: Change[], change: Change['change'], text: string): void {
  const last = changes.at(-1)
  if (last?.change === change) changes[changes.length - 1] = { change, text: last.text + text }
  else changes.push({ change, text })
}

function short({ change, text }: Change): Change {
  if (text.length <= LONGEST) return { change, text }
  return { change, text: `${text.slice(0, SHOWN).trimEnd()} […] ${text.slice(-SHOWN).trimStart()}` }
}
