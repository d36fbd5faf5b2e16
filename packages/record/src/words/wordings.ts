import type { Span } from '../findings.ts'
import { gramHashes } from './fingerprints.ts'
import { type Fit, fit, type Side } from './fit.ts'
import { bitsOf } from './idf.ts'
import { type Words, wordsOf } from './words.ts'

/** A quotation with fewer words than this is compared with none: too many people say it. */
export const LEAST_WORDS = 6
const LEAST_BITS = 30
const LEAST_SIMILARITY = 0.7
/**
 * A similarity of 0.7 is reached exactly where the kept weight is 7/6 of what is missing: 2k / (2k + m) >= 0.7. With
 * this price for a missing word the best alignment is one that reaches it, if any does.
 */
const COST = LEAST_SIMILARITY / (2 * (1 - LEAST_SIMILARITY))
/** Brackets further apart than this, in characters, hold no edit. */
const LONGEST_EDIT = 200

/** Words of a quotation, and what its writer marked as left out or changed. */
export interface Quoted {
  /** The text that the places of the words count in. */
  readonly text: string
  readonly words: Words
  /** 1 at i: between word i - 1 and word i something may be missing: "…", "...", "[…]", square brackets. */
  readonly open: Uint8Array
  /** 1 at i: word i stands in square brackets and is the writer's own. */
  readonly edited: Uint8Array
}

/** How two quotations stand to each other. */
export interface Wording {
  /**
   * `same`: the shorter stands in the longer word for word, but for marks, case, white space and what is marked as left
   * out or changed; `altered`: the same words with others among them; `different`: anything else.
   */
  readonly relation: 'same' | 'altered' | 'different'
  /** Whether both have the same first and last word, so that neither is an excerpt. */
  readonly whole: boolean
  /** Kept weight of all weight in the stretch that both have, 0 to 1 (Dice). */
  readonly similarity: number
  /** Rarity of the kept words together, in bits. */
  readonly bits: number
}

/**
 * A text, or the stretch of it within quotation marks → its words and its marked changes, ready for comparing. A letter
 * in brackets belongs to its word ("[T]he" is "the"). Linear.
 */
export function quotedOf(text: string, stretch: Span = { start: 0, end: text.length }): Quoted {
  // The same length, so that all places stay; a character without width does not end a word.
  const joined = text.slice(stretch.start, stretch.end).replace(/\[(\p{L})\](?=\p{L})/gu, '\u200b$1\u200b')
  const words = wordsOf(joined)
  const open = new Uint8Array(words.folded.length + 1)
  const edited = new Uint8Array(words.folded.length)
  let within = false
  let close = 0
  let at = 0
  for (const mark of joined.matchAll(/\u2026|\.{3,}|\.(?: \.){2,}|\[|\]/g)) {
    for (; at < words.folded.length && words.starts[at]! < mark.index; at++) if (within) edited[at] = 1
    open[at] = 1
    if (mark[0] === '[') {
      if (close < mark.index) close = (joined.indexOf(']', mark.index) + 1 || Infinity) - 1
      within = close - mark.index <= LONGEST_EDIT
    } else if (mark[0] === ']') within = false
  }
  const moved = {
    ...words,
    starts: words.starts.map(each => each + stretch.start),
    ends: words.ends.map(each => each + stretch.start),
  }
  return { text, words: moved, open, edited }
}

/**
 * Two quotations → how their wordings stand to each other; null where one has fewer than six words of its own. The shorter
 * is fitted into the longer; `altered` needs 30 bits of kept words and a similarity of 0.7. Sayings and slogans that
 * everybody uses are for the caller to leave out: it knows how many have said them. Linear in the longer, beyond some
 * hundred words.
 */
export function compareWordings(one: Quoted, other: Quoted): Wording | null {
  if (ownWords(one) < LEAST_WORDS || ownWords(other) < LEAST_WORDS) return null
  const [short, long] = one.words.folded.length <= other.words.folded.length ? [one, other] : [other, one]
  return fitWording(short, long).wording
}

/**
 * Fits the first quotation, all of it, into the second at the best place → how they stand to each other, and the pairs of
 * equal words; for quotations of any length.
 */
export function fitWording(short: Quoted, long: Quoted): { wording: Wording; pairs: Fit } {
  const [a, b] = [sideOf(short), sideOf(long)]
  const pairs = fit(a, b, COST, true)
  const weighed = weigh(a, b, pairs)
  const bits = pairs.a.reduce((sum, at) => sum + bitsOf(a.folded[at]!), 0)
  const similarity = weighed.kept === 0 ? 0 : (2 * weighed.kept) / (2 * weighed.kept + weighed.missing)
  const whole = a.folded[0] === b.folded[0] && a.folded.at(-1) === b.folded.at(-1)
  const enough = pairs.a.length >= LEAST_WORDS
  const altered = enough && bits >= LEAST_BITS && similarity >= LEAST_SIMILARITY
  const relation = enough && weighed.missing === 0 ? 'same' : altered ? 'altered' : 'different'
  return { wording: { relation, whole, similarity, bits }, pairs }
}

/** A quotation as one side of an alignment. Even the most frequent word weighs a bit: "not" changes everything. */
export function sideOf({ words, open, edited }: Quoted): Side {
  const weights = Float64Array.from(words.folded, word => Math.max(1, bitsOf(word)))
  return { folded: words.folded, weights, open, loose: edited }
}

function ownWords({ words, edited }: Quoted): number {
  return words.folded.length - edited.reduce((sum, each) => sum + each, 0)
}

/**
 * The weight that both sides keep, and the weight of the words without a partner that no mark explains. Words of the
 * second before the first pair and behind the last are not missing, unless the first lacks words there as well.
 */
function weigh(a: Side, b: Side, pairs: Fit): { kept: number; missing: number } {
  let kept = 0
  let missing = 0
  for (let k = 0; k <= pairs.a.length; k++) {
    const [fromA, toA] = [(pairs.a[k - 1] ?? -1) + 1, pairs.a[k] ?? a.folded.length]
    const [fromB, toB] = [(pairs.b[k - 1] ?? -1) + 1, pairs.b[k] ?? b.folded.length]
    const outside = k === 0 || k === pairs.a.length
    const openB = outside ? b.open[k === 0 ? toB : fromB] === 1 : isOpen(b, fromB, toB)
    if (!openB) missing += missingIn(a, fromA, toA)
    if (!outside && !isOpen(a, fromA, toA)) missing += missingIn(b, fromB, toB)
    if (k < pairs.a.length) kept += a.weights[pairs.a[k]!]!
  }
  return { kept, missing }
}

function isOpen(side: Side, from: number, to: number): boolean {
  for (let at = from; at <= to; at++) if (side.open[at] === 1) return true
  return false
}

function missingIn(side: Side, from: number, to: number): number {
  let weight = 0
  for (let at = from; at < to; at++) if (side.loose[at] === 0) weight += side.weights[at]!
  return weight
}

const KEY_WORDS = 4
const KEY_WINDOW = 3
const MOST_KEYS = 64
/** Four words that are more frequent than this together are in too many quotations to lead anywhere. */
const LEAST_KEY_BITS = 8

/**
 * A quotation → hashes of runs of four words by which others with the same words are found: of every three runs in a row the
 * rarest by bits, so that two quotations share a key wherever they share six words in a row; at most 64, the rarest,
 * and none for fewer than six words. Runs do not go over marks of omission nor words in brackets. Whole numbers from 0
 * to 2^47 - 1, in rising order, each once. They depend on the table of frequencies: when that changes, stored keys are to
 * be made anew.
 */
export function quotationKeys(quoted: Quoted): number[] {
  if (ownWords(quoted) < LEAST_WORDS) return []
  const { words, open, edited } = quoted
  const chosen = new Map<number, number>()
  let from = 0
  for (let to = 0; to <= words.folded.length; to++) {
    const ends = to === words.folded.length || open[to] === 1 || edited[to] === 1
    if (!ends) continue
    chooseKeys(words, from, to, chosen)
    from = edited[to] === 1 ? to + 1 : to
  }
  const rarest = [...chosen].sort((one, other) => other[1] - one[1] || one[0] - other[0]).slice(0, MOST_KEYS)
  return rarest.map(([hash]) => hash).sort((one, other) => one - other)
}

/** Puts the rarest run of every window into `chosen`, hash → bits. */
function chooseKeys(words: Words, from: number, to: number, chosen: Map<number, number>): void {
  const hashes = gramHashes(words.hashes, from, to, KEY_WORDS)
  const bits = Array.from(hashes, (_, at) => {
    let sum = 0
    for (let word = from + at; word < from + at + KEY_WORDS; word++) sum += bitsOf(words.folded[word]!)
    return sum
  })
  const last = Math.max(0, hashes.length - KEY_WINDOW)
  for (let start = 0; start <= last && hashes.length > 0; start++) {
    let best = start
    for (let at = start + 1; at < Math.min(hashes.length, start + KEY_WINDOW); at++) {
      if (bits[at]! > bits[best]! || (bits[at] === bits[best] && hashes[at]! < hashes[best]!)) best = at
    }
    if (bits[best]! >= LEAST_KEY_BITS) chosen.set(hashes[best]!, bits[best]!)
  }
}
