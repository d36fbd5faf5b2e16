import type { PostPlace } from '../posts/model.ts'

/** Raised whenever the same texts get another verdict, so that all are judged anew. */
export const VERDICT_VERSION = 1

/** How a quote stands to the post that it names. */
export type Verdict = 'word-for-word' | 'shortened' | 'altered' | 'edited-since' | 'gone'

/** What was kept, removed and added on the way from one text to another, for `ChangedWords`. */
export interface Change {
  readonly change: 'kept' | 'removed' | 'added'
  readonly text: string
}

/** A quote block as it shows to a reader. */
export interface ShownQuote {
  /** Its place among the quote blocks of its post that name a post of this forum, from 1. */
  readonly position: number
  /** The post that carries it. */
  readonly post: PostPlace
  /** The post that it names, as it says itself. */
  readonly source: PostPlace
  /** The wording that it is held to; null where the source is gone, of which nothing is told. */
  readonly revision: number | null
  readonly verdict: Verdict
  /** Whether there is a difference of the words that this reader may see. */
  readonly differs: boolean
}

/** A quote with the words of both sides. */
export interface QuoteInFull {
  readonly quote: ShownQuote
  readonly difference: readonly Change[]
  /** What the quote says, as plain text. */
  readonly quoted: string
  /** What the source said in the wording that the quote is held to. */
  readonly source: string
  /** What it says today; null where that is the same wording. */
  readonly today: string | null
}

/** What a source is at present: what of it decides about a verdict. */
export interface SourceState {
  readonly id: number
  readonly revision: number
  readonly boardId: number
  /** When it or its thread was deleted; null for a post that stands. */
  readonly goneAt: number | null
}

/** A list by what its members have in common, both in their order. */
export function groupedBy<Each, Key>(list: Iterable<Each>, keyOf: (each: Each) => Key): Map<Key, Each[]> {
  const groups = new Map<Key, Each[]>()
  for (const each of list) {
    const key = keyOf(each)
    const known = groups.get(key)
    if (known) known.push(each)
    else groups.set(key, [each])
  }
  return groups
}
