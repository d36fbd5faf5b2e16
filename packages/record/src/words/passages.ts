import type { Span } from '../findings.ts'
import { type EqualWords, extend } from './extension.ts'
import { GRAM, gramHashes } from './fingerprints.ts'
import { bitsOf } from './idf.ts'
import { countWords, spanOf, type Words, wordsWithin } from './words.ts'

/** A passage that two texts have in common, perhaps with some words edited. */
export interface Passage {
  /** Where it stands in the one text, and where in the other. */
  readonly a: Span
  readonly b: Span
  /** How many words are equal in both, quotations among them; a character of a script without spaces counts half. */
  readonly equalWords: number
}

/** A text for comparing: its string, its words, and the stretches that are no copying, as words in quotation marks. */
export interface Compared {
  readonly text: string
  readonly words: Words
  readonly leaveOut?: readonly Span[]
}

const LEAST_WORDS = 10
/** Up to here a passage that is mostly names is an office and its holder, not a copy. */
const MOST_WORDS_OF_NAMES = 13
const NAMES = 0.6
/** Of the longer side so much must be equal. */
const LEAST_EQUAL = 0.5
/** So many places of the other text are tried for one run of five words. */
const MOST_PLACES = 12
/** Words more frequent than this, in bits, say nothing about whether a passage is a list of names. */
const LITTLE = 2

/**
 * Two texts → the passages that stand in both, in the order of the first and never overlapping there: from five equal
 * words in a row outside of what is left out, extended to both sides over edited words. A passage needs ten equal words
 * outside of what is left out, half of the longer side equal, and in passages of 10 to 13 words less than three in five
 * of the telling ones names or numbers. Linear in both texts.
 */
export function sharedPassages(a: Compared, b: Compared): Passage[] {
  const sides = { a: sideOf(a), b: sideOf(b) }
  const places = placesOf(sides.b)
  const passages: Passage[] = []
  let behind = 0
  for (let at = 0; at < sides.a.grams.length; ) {
    const seed = sides.a.clear[at] === 1 ? longestAt(sides.a, sides.b, places, at) : null
    if (seed === null) {
      at++
      continue
    }
    const equal = extendSeed(sides.a, sides.b, at, seed.place, seed.length, behind)
    const passage = passageOf(sides.a, sides.b, equal)
    if (passage !== null) {
      passages.push(passage)
      behind = equal.a.at(-1)! + 1
    }
    at = Math.max(at + seed.length, behind)
  }
  return passages
}

/**
 * The words of a text and the stretches of it that are taken from elsewhere (passages, quotations; they may overlap) →
 * the share of words that is left to the writer, 0 to 1; 1 for a text without words.
 */
export function ownShare(words: Words, taken: readonly Span[]): number {
  const total = countWords(words, 0, words.folded.length)
  if (total === 0) return 1
  const within = wordsWithin(words, taken)
  let own = 0
  for (let at = 0; at < within.length; at++) if (within[at] === 0) own += countWords(words, at, at + 1)
  return own / total
}

/** A text with its runs of five words, and which of them begin a run without left out words. */
interface Side extends Compared {
  readonly left: Uint8Array
  readonly grams: Float64Array
  readonly clear: Uint8Array
}

function sideOf(compared: Compared): Side {
  const { words } = compared
  const left = wordsWithin(words, compared.leaveOut ?? [])
  const grams = gramHashes(words.hashes, 0, words.folded.length, GRAM)
  const clear = new Uint8Array(grams.length)
  let next = Infinity
  for (let at = words.folded.length - 1; at >= 0; at--) {
    if (left[at] === 1) next = at
    if (at < clear.length && next >= at + GRAM) clear[at] = 1
  }
  return { ...compared, left, grams, clear }
}

/** Where each run of five words stands first, and after each place the next place of the same run; -1 for none. */
interface Places {
  readonly first: ReadonlyMap<number, number>
  readonly next: Int32Array
}

function placesOf({ grams, clear }: Side): Places {
  const first = new Map<number, number>()
  const next = new Int32Array(grams.length)
  for (let at = grams.length - 1; at >= 0; at--) {
    if (clear[at] === 0) continue
    next[at] = first.get(grams[at]!) ?? -1
    first.set(grams[at]!, at)
  }
  return { first, next }
}

/** The longest run of equal words that begins at a word of the first text; null where not even five are equal. */
function longestAt(a: Side, b: Side, places: Places, at: number): { place: number; length: number } | null {
  let best: { place: number; length: number } | null = null
  let place = places.first.get(a.grams[at]!) ?? -1
  for (let tried = 0; place !== -1 && tried < MOST_PLACES; tried++) {
    let length = 0
    while (
      at + length < a.words.folded.length &&
      a.words.folded[at + length] === b.words.folded[place + length]
    ) {
      length++
    }
    if (length >= GRAM && length > (best?.length ?? 0)) best = { place, length }
    place = places.next[place]!
  }
  return best
}

function extendSeed(a: Side, b: Side, at: number, place: number, length: number, behind: number): EqualWords {
  const [wordsA, wordsB] = [a.words.folded, b.words.folded]
  const before = extend(wordsA, wordsB, { a: at - 1, b: place - 1 }, { a: behind - 1, b: -1 }, -1)
  const ends = { a: wordsA.length, b: wordsB.length }
  const after = extend(wordsA, wordsB, { a: at + length, b: place + length }, ends, 1)
  const run = Array.from({ length }, (_, index) => index)
  return {
    a: [...before.a.reverse(), ...run.map(index => at + index), ...after.a],
    b: [...before.b.reverse(), ...run.map(index => place + index), ...after.b],
  }
}

/** The passage of these equal words; null where it says too little. */
function passageOf(a: Side, b: Side, equal: EqualWords): Passage | null {
  let [words, own, telling, names] = [0, 0, 0, 0]
  for (const [index, at] of equal.a.entries()) {
    const count = countWords(a.words, at, at + 1)
    words += count
    if (a.left[at] === 1 || b.left[equal.b[index]!] === 1) continue
    own += count
    const name = /[\p{Lu}\p{N}]/u.test(a.text[a.words.starts[at]!]!)
    if (name) names += count
    if (name || bitsOf(a.words.folded[at]!) >= LITTLE) telling += count
  }
  if (own < LEAST_WORDS || (own <= MOST_WORDS_OF_NAMES && names >= NAMES * telling)) return null
  const [fromA, toA] = [equal.a[0]!, equal.a.at(-1)! + 1]
  const [fromB, toB] = [equal.b[0]!, equal.b.at(-1)! + 1]
  const longer = Math.max(countWords(a.words, fromA, toA), countWords(b.words, fromB, toB))
  if (words < LEAST_EQUAL * longer) return null
  return { a: spanOf(a.words, fromA, toA), b: spanOf(b.words, fromB, toB), equalWords: words }
}
