import type { Span } from '../findings.ts'
import { type Words, wordsWithin } from './words.ts'

/** Words in a row that are hashed together. */
export const GRAM = 5
/** Hashes in a row of which one is kept. A shared run of GRAM + WINDOW - 1 = 10 words always shares a fingerprint. */
export const WINDOW = 6

/** A hash of five words in a row, and the place of the first in the list of words. */
export interface Fingerprint {
  readonly hash: number
  readonly wordIndex: number
}

/**
 * Words → the fingerprints by which copied passages are found: winnowing (Schleimer, Wilkerson, Aiken: Winnowing, 2003,
 * "robust" form) over hashes of five words in a window of six. Two texts that share ten words in a row outside what is
 * left out share a hash at them; about 2 of 7 places are kept, in the order of the text. A hash is a whole number
 * from 0 to 2^47 - 1: exact in JavaScript, and six bytes in SQLite. Stored by forums: another hash means to fingerprint
 * every post anew. `leaveOut`: stretches of the text whose words take no part and over which no run goes, as words in
 * quotation marks: who repeats a quotation has copied nothing. Linear.
 */
export function fingerprintsOf(words: Words, leaveOut: readonly Span[] = []): Fingerprint[] {
  const length = words.folded.length
  const prints: Fingerprint[] = []
  if (leaveOut.length === 0) {
    winnow(gramHashes(words.hashes, 0, length, GRAM), 0, prints)
    return prints
  }
  const left = wordsWithin(words, leaveOut)
  for (let from = 0; from < length; ) {
    let to = from
    while (to < length && left[to] === 0) to++
    if (to - from >= GRAM + WINDOW - 1) winnow(gramHashes(words.hashes, from, to, GRAM), from, prints)
    from = to + 1
  }
  return prints
}

/**
 * Hashes of words → the hash of every `size` words in a row from word `from` to before `to`, 47 bits each (mixed
 * as in MurmurHash3, Appleby 2011); none where there are fewer words than that.
 */
export function gramHashes(hashes: Int32Array, from: number, to: number, size: number): Float64Array {
  const grams = new Float64Array(Math.max(0, to - from - size + 1))
  for (let i = 0; i < grams.length; i++) {
    let low = 0x9e3779b9
    let high = 0x7f4a7c15
    for (let j = from + i; j < from + i + size; j++) {
      const word = hashes[j]!
      low ^= Math.imul(word, 0xcc9e2d51)
      low = Math.imul((low << 13) | (low >>> 19), 5) + 0xe6546b64
      high ^= Math.imul(word, 0x1b873593)
      high = Math.imul((high << 15) | (high >>> 17), 9) + 0x38b34ae5
    }
    low = Math.imul(low ^ (low >>> 16), 0x85ebca6b)
    low = Math.imul(low ^ (low >>> 13), 0xc2b2ae35)
    high = Math.imul(high ^ (high >>> 16), 0x7feb352d)
    high = Math.imul(high ^ (high >>> 15), 0x846ca68b)
    grams[i] = ((high ^ (high >>> 16)) & 0x7fff) * 0x100000000 + ((low ^ (low >>> 16)) >>> 0)
  }
  return grams
}

/** Keeps of every window its smallest hash; of several equal ones the one kept before, else the last. */
function winnow(grams: Float64Array, offset: number, prints: Fingerprint[]): void {
  let kept = -1
  for (let end = WINDOW; end <= grams.length; end++) {
    const start = end - WINDOW
    const last = grams[end - 1]!
    if (kept >= start) {
      if (last >= grams[kept]!) continue
      kept = end - 1
    } else {
      kept = start
      for (let i = start + 1; i < end; i++) if (grams[i]! <= grams[kept]!) kept = i
    }
    prints.push({ hash: grams[kept]!, wordIndex: offset + kept })
  }
}
