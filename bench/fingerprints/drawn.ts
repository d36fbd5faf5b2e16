import { postId } from '../../src/base/ids.ts'

/** Fingerprints of a post of 130 words, and of one of 6 kB. */
export const TYPICAL = 37
export const LONG = 290

/** Posts of a thread. */
const PER_THREAD = 20
/** One post in so many carries a pasted article; the best known of so many articles stands in thousands of posts. */
const CARRIERS = 10
const ARTICLES = 20_000
/** One fingerprint in so many is a phrase; the most used of so many phrases stands in tens of thousands of posts. */
const PHRASE_EVERY = 33
const PHRASES = 3000
const HASHES = 2 ** 47

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function drawing(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A few of them far more often than the rest. */
const popular = (draw: () => number, most: number): number => Math.floor(most * draw() ** 3)
const hashOf = (draw: () => number): number =>
  Math.floor(draw() * 2 ** 15) * 2 ** 32 + Math.floor(draw() * 2 ** 32)

/** The hash of a phrase that many use. */
const phrase = (number: number): number => hashOf(drawing(-number - 1)) % HASHES

/** The fingerprints of a post, by its place among all: mostly its own, some of phrases, some of a pasted article. */
export function printsOf(place: number, mean = TYPICAL): number[] {
  const draw = drawing(place + 1)
  const own = Math.max(4, Math.round(mean * (0.2 + 1.6 * draw())))
  const prints = new Set<number>()
  for (let count = 0; count < own; count++)
    prints.add(draw() * PHRASE_EVERY < 1 ? phrase(popular(draw, PHRASES)) : hashOf(draw))
  if (draw() * CARRIERS < 1) {
    const article = drawing(2 ** 30 + popular(draw, ARTICLES))
    for (let count = 0; count < 20; count++) prints.add(hashOf(article))
  }
  return [...prints]
}

/** The id of a post by its place among all. */
export const idOfPlace = (place: number): number =>
  postId(Math.floor(place / PER_THREAD) + 1, (place % PER_THREAD) + 1)
