import type { Repeat, Span } from '../findings.ts'
import { paragraphsOf } from '../text/paragraphs.ts'
import { bitsOf } from './idf.ts'
import { repeatsIn } from './repeats.ts'
import { type Words, wordAt, wordsOf, wordsWithin } from './words.ts'

/** Fewer long paragraphs than this have no subject to stray from. */
const LEAST_PARAGRAPHS = 4
/** A paragraph of fewer words is too short to be called astray; one of fewer still says nothing of the subject. */
const LONG = 40
const LEAST_WORDS = 20
const LEAST_TERMS = 8
/** A word with fewer bits stands everywhere. */
const LEAST_BITS = 2
/** Words with so many letters in common are one term: Mexico, Mexican. */
const STEM = 5
/** So many paragraphs, the least alike, are looked at. */
const CANDIDATES = 3
/** Keeps a likeness that is next to nothing from counting for much. */
const FLOOR = 0.03
/** How much it counts how alike the others are, and how near the nearest is; from where a paragraph is astray. */
const UNITY = 0.7
const NEAREST = 0.3
const THRESHOLD = 1.93
/** Others less alike than this have no subject in common. */
const LEAST_UNITY = 0.08
/** How many words are remembered at a time, a power of two. */
const LATELY = 2 ** 12
/** The power to which rarities are raised: in a few paragraphs the rare words are chance. */
const RARITY = 0.7

/** Words of news about any subject: of reporting, time, amounts, titles and firms. */
const ANYWHERE = new Set(
  `said says say saying told tells tell asked ask added adds reported report reports reporter reporters according
  spokesman spokeswoman spokesperson official officials source sources statement statements interview news newspaper
  newspapers agency agencies announced announcement quoted noted stated called yesterday today tomorrow tonight
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
  september october november december week weeks month months year years day days earlier later ago recent recently
  last next first second third mr mrs ms dr reuter reuters ap afp upi pct percent per cent mln bln mn bn million
  billion thousand trillion dlr dlrs dollar dollars stg cts cents vs inc corp co ltd plc company companies one two
  three four five six seven eight nine ten expected expects expect would could also however`.split(/\s+/),
)

/** The terms of a paragraph, each once, with weights of length 1 together. */
interface Vector {
  readonly paragraph: Span
  readonly long: boolean
  readonly terms: readonly number[]
  readonly weights: Float64Array
}

/**
 * An English text → the paragraphs that seem to belong elsewhere, in its order: those that are much less like the others
 * than the others are like one another. Likeness is the cosine of tf-idf vectors (Salton and Buckley 1988) between a
 * paragraph and the sum of the others, with softened rarities and words cut to five letters. Silent for
 * fewer than four paragraphs of 40 words, about shorter ones, and about one that is a quotation from its first mark to
 * its last. Paragraphs that repeat earlier ones are taken out first. What is known already spares reading it twice.
 * Linear.
 */
export function strayParagraphs(
  text: string,
  words: Words = wordsOf(text),
  paragraphs: readonly Span[] = paragraphsOf(text),
  repeats: readonly Repeat[] = repeatsIn(text, words, paragraphs),
): Span[] {
  if (longOnes(words, paragraphs) < LEAST_PARAGRAPHS) return []
  const terms = termsOf(words)
  const vectors = vectorsOf(words, paragraphs, repeats, terms)
  if (vectors.filter(vector => vector.long).length < LEAST_PARAGRAPHS) return []
  const sum = new Float64Array(terms.count)
  for (const vector of vectors) add(vector, sum)
  let total = 0
  for (const weight of sum) total += weight * weight
  const own = vectors.map(vector => product(vector, sum))
  const alike = own.map(each => likeness(each - 1, total - 2 * each + 1))
  return [...alike.keys()]
    .filter(at => vectors[at]!.long)
    .sort((one, other) => alike[one]! - alike[other]!)
    .slice(0, CANDIDATES)
    .filter(at => {
      const { least, nearest } = othersOf(vectors, own, total, at, sum.length)
      const [all, unity, near] = [alike[at]!, least, nearest].map(each => Math.log(each + FLOOR))
      const apart = UNITY * unity! - all! - NEAREST * near!
      return least >= LEAST_UNITY && apart > THRESHOLD && !isQuotation(text, vectors[at]!.paragraph)
    })
    .map(at => vectors[at]!.paragraph)
    .sort((one, other) => one.start - other.start)
}

/** How many paragraphs have so many words that they could be called astray. */
function longOnes(words: Words, paragraphs: readonly Span[]): number {
  let count = 0
  let to = 0
  for (const paragraph of paragraphs) {
    const from = to
    to = wordAt(words, paragraph.end)
    if (to - from >= LONG) count++
  }
  return count
}

function vectorsOf(
  words: Words,
  paragraphs: readonly Span[],
  repeats: readonly Repeat[],
  terms: Terms,
): Vector[] {
  const repeated = wordsWithin(words, repeats)
  const vectors: Vector[] = []
  const placed = new Uint32Array(terms.count)
  let to = 0
  for (const paragraph of paragraphs) {
    const from = to
    to = wordAt(words, paragraph.end)
    if (to - from < LEAST_WORDS) continue
    let again = 0
    for (let at = from; at < to; at++) again += repeated[at]!
    if (again * 2 >= to - from) continue
    const vector = vectorOf(terms, from, to, paragraph, placed)
    if (vector.terms.length >= LEAST_TERMS) vectors.push(vector)
  }
  return vectors
}

/** For each word of a text its term, -1 for a word that stands anywhere, and its softened rarity. */
interface Terms {
  readonly ofWord: Int32Array
  readonly rarities: Float64Array
  readonly count: number
}

function termsOf(words: Words): Terms {
  const ofWord = new Int32Array(words.folded.length)
  const rarities = new Float64Array(words.folded.length)
  const stems = new Map<string, number>()
  // By the last bits of its hash the place, plus one, at which a word stood last: most words are met again.
  const lately = new Uint32Array(LATELY)
  for (let at = 0; at < ofWord.length; at++) {
    const word = words.folded[at]!
    const slot = words.hashes[at]! & (LATELY - 1)
    const last = lately[slot]! - 1
    lately[slot] = at + 1
    if (last === -1 || words.folded[last] !== word) {
      const bits = bitsOf(word)
      ofWord[at] = bits < LEAST_BITS || isDigit(word) || ANYWHERE.has(word) ? -1 : termOf(word, stems)
      rarities[at] = bits ** RARITY
    } else {
      ofWord[at] = ofWord[last]!
      rarities[at] = rarities[last]!
    }
  }
  return { ofWord, rarities, count: stems.size }
}

function termOf(word: string, stems: Map<string, number>): number {
  const stem = word.length > STEM ? word.slice(0, STEM) : word
  const known = stems.get(stem)
  if (known !== undefined) return known
  stems.set(stem, stems.size)
  return stems.size - 1
}

/** `placed` is all zero, a place a term, and is left so; it holds where in the vector a term stands, plus one. */
function vectorOf(
  { ofWord, rarities }: Terms,
  from: number,
  to: number,
  paragraph: Span,
  placed: Uint32Array,
): Vector {
  const terms: number[] = []
  const least: number[] = []
  const counts: number[] = []
  for (let at = from; at < to; at++) {
    const term = ofWord[at]!
    if (term === -1) continue
    const place = placed[term]! - 1
    if (place === -1) {
      placed[term] = terms.push(term)
      least.push(rarities[at]!)
      counts.push(1)
    } else {
      counts[place]!++
      least[place] = Math.min(least[place]!, rarities[at]!)
    }
  }
  const weights = new Float64Array(terms.length)
  let square = 0
  for (let place = 0; place < weights.length; place++) {
    const weight = (1 + Math.log(counts[place]!)) * least[place]!
    weights[place] = weight
    square += weight * weight
  }
  const length = Math.sqrt(square)
  for (let place = 0; place < weights.length; place++) weights[place]! /= length
  for (const term of terms) placed[term] = 0
  return { paragraph, long: to - from >= LONG, terms, weights }
}

function isDigit(word: string): boolean {
  const unit = word.charCodeAt(0)
  return unit >= 0x30 && unit <= 0x39
}

function add({ terms, weights }: Vector, sum: Float64Array): void {
  for (let k = 0; k < terms.length; k++) sum[terms[k]!]! += weights[k]!
}

function product({ terms, weights }: Vector, sum: Float64Array): number {
  let result = 0
  for (let k = 0; k < terms.length; k++) result += weights[k]! * sum[terms[k]!]!
  return result
}

function likeness(shared: number, square: number): number {
  return square > 1e-9 ? Math.max(0, shared) / Math.sqrt(square) : 0
}

/**
 * The paragraphs beside `at`, without it: how alike the least alike of them is to the rest, and how alike the nearest is
 * to `at`.
 */
function othersOf(
  vectors: readonly Vector[],
  own: readonly number[],
  total: number,
  at: number,
  terms: number,
): { least: number; nearest: number } {
  const left = new Float64Array(terms)
  add(vectors[at]!, left)
  let [least, nearest] = [1, 0]
  for (const [other, vector] of vectors.entries()) {
    if (other === at) continue
    const common = product(vector, left)
    const shared = own[other]! - common - 1
    // The square of the sum without both: of the sum, of each, and of what they have in common.
    const square = total - 2 * own[at]! - 2 * own[other]! + 2 + 2 * common
    least = Math.min(least, likeness(shared, square))
    nearest = Math.max(nearest, common)
  }
  return { least, nearest }
}

function isQuotation(text: string, { start, end }: Span): boolean {
  return /["“„«]/.test(text[start]!) && /["”“»]/.test(text[end - 1]!)
}
