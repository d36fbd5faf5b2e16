import { DAY } from '#base/time.ts'

/** How far back it is looked for threads that are the same. */
export const LOOKED_BACK = 92 * DAY
/** Titles are nearly the same when so much of all their words is in both. */
const ALIKE = 0.6
/** The most that are told of. */
export const MOST_TOLD = 5
/** The most keys of a title; those beyond tell nothing more. */
const MOST_KEYS = 40
/** The most addresses of a text that are looked for. */
export const MOST_ADDRESSES = 3

/** Scripts that put no spaces between words: two characters at a time stand for them. */
const RUN = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]+/gu
const WORD = /[\p{L}\p{M}\p{N}]+/gu

/** A thread that may be the same as another. */
export interface LikeThread {
  readonly id: number
  readonly title: string
  readonly slug: string
  readonly boardId: number
  readonly createdAt: number
  readonly postCount: number
}

/** A thread that is like the one that is being started. */
export interface Duplicate extends LikeThread {
  /** Whether it is about the same address. */
  readonly sameAddress: boolean
}

/** A title → what it is made of, each once: its words without capitals and forms, pairs of characters where words are not parted. */
export function partsOf(title: string): ReadonlySet<string> {
  const parts = new Set<string>()
  const text = title.normalize('NFKC').toLowerCase()
  for (const [run] of text.matchAll(RUN)) {
    const characters = [...run]
    if (characters.length === 1) parts.add(run)
    for (let at = 1; at < characters.length; at++) parts.add(characters[at - 1]! + characters[at]!)
  }
  for (const [word] of text.replace(RUN, ' ').matchAll(WORD)) parts.add(word)
  return new Set([...parts].slice(0, MOST_KEYS))
}

/** How much two sets share: the part of all that is in both (Jaccard), 0 to 1. */
export function shareOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let both = 0
  for (const part of one) if (other.has(part)) both++
  const all = one.size + other.size - both
  return all === 0 ? 0 : both / all
}

/** Whether titles of these parts are nearly the same. */
export const areAlike = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  shareOf(one, other) >= ALIKE

/**
 * The parts of a title of which every title like it has at least one: a title that shares `ALIKE` of all parts lacks few of
 * them, so any few more than that will do. The longest are taken, which are the rarest.
 */
export function tellingParts(parts: ReadonlySet<string>): string[] {
  const count = parts.size - Math.ceil(parts.size * ALIKE) + 1
  return [...parts].sort((one, other) => other.length - one.length).slice(0, count)
}
