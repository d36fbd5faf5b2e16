import type { Repeat, Span } from '../findings.ts'
import { paragraphsOf } from '../text/paragraphs.ts'
import { gramHashes } from './fingerprints.ts'
import { countWords, type Words, wordAt, wordsOf } from './words.ts'

/** A passage of fewer equal words is no repeat. */
const LEAST_WORDS = 10

/** What `repeatsIn` works on, with the end of each word's paragraph as a place in the list of words. */
interface Page {
  readonly text: string
  readonly words: Words
  readonly ends: Int32Array
}

/**
 * A text → its passages of at least ten words that stand word for word earlier in it, in the order of the text, none
 * overlapping another or its own first stand. A paragraph that repeats is one repeat, with its marks; beyond a paragraph
 * nothing goes, so that several repeated paragraphs are as many repeats. `words` and `paragraphs` spare reading
 * the text twice. Linear: runs of ten words are found by their hash, and each word is compared once.
 */
export function repeatsIn(
  text: string,
  words: Words = wordsOf(text),
  paragraphs: readonly Span[] = paragraphsOf(text),
): Repeat[] {
  const page = { text, words, ends: new Int32Array(words.folded.length) }
  const places = placesOf(words)
  const whole = new Map<number, Span>()
  const repeats: Repeat[] = []
  let to = 0
  for (const paragraph of paragraphs) {
    const from = to
    to = wordAt(words, paragraph.end)
    page.ends.fill(to, from, to)
    if (countWords(words, from, to) < LEAST_WORDS) continue
    const [hash] = gramHashes(words.hashes, from, to, to - from)
    const of = whole.get(hash!)
    if (of !== undefined) {
      repeats.push({ ...paragraph, of })
      continue
    }
    whole.set(hash!, paragraph)
    passagesIn(page, from, to, places, repeats)
  }
  return repeats
}

/** An open table of runs of ten words: where each stands first, plus one; 0 for free. */
interface Places {
  readonly grams: Float64Array
  readonly table: Int32Array
}

function placesOf(words: Words): Places {
  const grams = gramHashes(words.hashes, 0, words.folded.length, LEAST_WORDS)
  return { grams, table: new Int32Array(2 ** Math.ceil(Math.log2(grams.length * 2 + 2))) }
}

/** The first place of the run of ten words at `at`; `at` itself, now remembered, where there is none before. */
function firstPlace({ grams, table }: Places, at: number): number {
  const gram = grams[at]!
  for (let slot = gram % table.length; ; slot = (slot + 1) % table.length) {
    const place = table[slot]! - 1
    if (place === -1) {
      table[slot] = at + 1
      return at
    }
    if (grams[place] === gram) return place
  }
}

function passagesIn(page: Page, from: number, to: number, places: Places, repeats: Repeat[]): void {
  let behind = from
  for (let at = from; at + LEAST_WORDS <= to; at++) {
    const first = firstPlace(places, at)
    // What was told already is remembered all the same, but told once.
    if (at < behind || first === at) continue
    const length = equalWords(page, first, at)
    if (length < LEAST_WORDS || countWords(page.words, at, at + length) < LEAST_WORDS) continue
    repeats.push(passage(page, first, at, length, repeats.at(-1)?.end ?? 0))
    behind = at + length
  }
}

/** How many words from `first` and from `at` on are equal, within their paragraphs and without overlapping. */
function equalWords({ words, ends }: Page, first: number, at: number): number {
  const most = Math.min(ends[first]! - first, ends[at]! - at, at - first)
  let length = 0
  while (length < most && words.folded[first + length] === words.folded[at + length]) length++
  return length
}

/** The passage with the marks around it that both places have, as far as nothing else has them. */
function passage({ text, words }: Page, first: number, at: number, length: number, told: number): Repeat {
  let [start, end] = [words.starts[at]!, words.ends[at + length - 1]!]
  let [ofStart, ofEnd] = [words.starts[first]!, words.ends[first + length - 1]!]
  const [left, right] = [Math.max(told, words.ends[at - 1] ?? 0), words.starts[at + length] ?? text.length]
  while (start > left && ofStart > 0 && isMark(text, start - 1) && text[start - 1] === text[ofStart - 1]) {
    start--
    ofStart--
  }
  while (end < right && ofEnd < start && isMark(text, end) && text[end] === text[ofEnd]) {
    end++
    ofEnd++
  }
  return { start, end, of: { start: ofStart, end: ofEnd } }
}

/** Half a character beyond the plane is none: it would be cut. */
function isMark(text: string, at: number): boolean {
  return /[^\s\p{L}\p{N}\p{Cs}]/u.test(text[at]!)
}
