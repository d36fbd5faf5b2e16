import type { NamedPost } from '../quotations/model.ts'

/** A stretch of one post's readable text, and the same words in another's; UTF-16 code units. */
export interface SharedSpan {
  readonly start: number
  readonly end: number
  readonly of: { readonly start: number; readonly end: number }
  /** Equal words. */
  readonly words: number
}

/** Another post that has words of this one; one that the reader may read. */
export interface SharedPost {
  readonly post: NamedPost
  /** Equal words together. */
  readonly words: number
  /** In the order of this post's text; `of` is in the other's. */
  readonly spans: readonly SharedSpan[]
  /** Whether it has them first, of all posts that the reader may read. */
  readonly isFirst: boolean
}

/** What a post shares with others. */
export interface PassagesOfPost {
  /** Words of the post; 0 where it has not been read yet. */
  readonly words: number
  /** How many of them no earlier post has that the reader may read. */
  readonly ownWords: number
  /** Earlier posts with words of this one: those that have them first, and the one before this; earliest first. */
  readonly earlier: readonly SharedPost[]
  /** Later posts with words of this one that lead here, earliest first; up to `MOST_LATER`. */
  readonly later: readonly SharedPost[]
  /** How many of those there are. */
  readonly laterCount: number
}

/** Later posts that are named for each. */
export const MOST_LATER = 5

/** Where words of a text stand that somebody types. */
export interface PassagesInText {
  /** Words of the text. */
  readonly words: number
  /** Those of them that are neither in quotation marks nor in a post that the writer may read. */
  readonly ownWords: number
  /** Posts with words of the text, those with the most first; spans are in the text as typed. */
  readonly found: readonly SharedPost[]
}
