import type { QuoteReference } from './tree.ts'
import type { Words } from './words.ts'

/** What the forum knows and a text does not: where its mentions and quotes lead. All of it may be left out. */
export interface Resolution {
  /** A mentioned name as written → the member's page and name; undefined leaves the mention plain text. */
  mention?: (name: string) => { href: string; name: string } | undefined
  /** A quote that names a post of this forum → its address; undefined leaves the author as text. */
  quote?: (reference: QuoteReference) => { href: string; author: string; number: number } | undefined
  /** `https://forum.example`: links there are the forum's own. */
  origin?: string
  /** Put before the ids of notes, so that texts on one page do not clash. */
  idPrefix?: string
  /** The level that a text's first heading gets, 3 or 4. Default: 4, below an `h3`. */
  firstHeading?: 3 | 4
  words?: Partial<Words>
}
