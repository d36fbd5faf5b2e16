import type { Span } from '@rostra/record'
import type { NamedPost } from '../quotations/model.ts'

/** What is said to somebody who writes, about a place of the text. */
interface RemarkBase {
  /** What a button names it by: the same for the same words. */
  readonly key: string
  /** What it is about, as it will be printed. */
  readonly words: string
  /** Where that stands in the text as typed; null where it cannot be found again. */
  readonly place: Span | null
}

/** Words in quotation marks, and nobody named who spoke them. */
export interface UnnamedRemark extends RemarkBase {
  readonly kind: 'unnamed'
}

/** A statement that has no source. */
export interface UnsourcedRemark extends RemarkBase {
  readonly kind: 'unsourced'
}

/** Words that stand in a post already. */
export interface PostedRemark extends RemarkBase {
  readonly kind: 'posted'
  readonly post: NamedPost
  /** How many words are equal. */
  readonly wordCount: number
  /** Where they stand in the text as typed, in order and apart from each other. */
  readonly places: readonly Span[]
}

/** A passage that stands further up in the same text. */
export interface RepeatRemark extends RemarkBase {
  readonly kind: 'repeat'
}

/** A paragraph that seems to belong elsewhere. */
export interface StrayRemark extends RemarkBase {
  readonly kind: 'stray'
}

/** More words from one source than the board allows. */
export interface ExcerptRemark extends RemarkBase {
  readonly kind: 'excerpt'
  /** The publisher, the name in a quote, or the post that the words stand in. */
  readonly from: string | NamedPost
  readonly wordCount: number
  readonly limit: number
  /** To how many words the place would have to be cut for the limit to hold. */
  readonly rest: number
}

/** Something to say about a text, never a reason to refuse it. */
export type Remark =
  | UnnamedRemark
  | UnsourcedRemark
  | PostedRemark
  | RepeatRemark
  | StrayRemark
  | ExcerptRemark

/** All that is to be said about a text. */
export interface Remarks {
  /** In the order of importance; within a kind in that of the text. */
  readonly list: readonly Remark[]
  /** Words of the text. */
  readonly words: number
  /** Those that are the writer's own: neither in quotation marks nor in a post already. */
  readonly ownWords: number
}

/** Remarks of one kind that are told in full. */
export const MOST_OF_A_KIND = 3

/** Shorter texts get no remarks while they are written, in UTF-16 units. */
export const LEAST_TYPED = 200

/** What the button of a composer says that has a text mended; the name of the remark follows. */
export const MEND = 'mend.'

/** A remark as a button names it. */
export const mendOf = ({ kind, key }: Remark): string => `${MEND}${kind}.${key}`

/** The remarks for a program. Places are UTF-16 units of the text as it was sent, cleaned as a post is. */
export function remarksJson({ list, words, ownWords }: Remarks): object {
  return { words, ownWords, remarks: list.map(remark => ({ ...remark, mend: mendOf(remark) })) }
}
