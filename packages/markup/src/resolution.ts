import type { QuoteReference } from './tree.ts'
import type { Words } from './words.ts'

/** A picture that the forum keeps. Addresses are paths of the site, and may be followed. */
export interface ResolvedPicture {
  kind: 'picture'
  src: string
  /** As the attribute of that name: `/a/400 400w, /a/800 800w`; '' where there is one size alone. */
  srcset: string
  /** Where it stands in full; '' where what is shown is all there is. */
  href: string
  /** Pixels, so that its place is kept before it is there. */
  width: number
  height: number
  alt: string
}

/** Any other file that the forum keeps: a link by which it is fetched. */
export interface ResolvedFile {
  kind: 'file'
  href: string
  name: string
}

/** What the forum knows and a text does not: where its mentions, quotes and attachments lead. All of it may be left out. */
export interface Resolution {
  /** A mentioned name as written → the member's page and name; undefined leaves the mention plain text. */
  mention?: (name: string) => { href: string; name: string } | undefined
  /** A quote that names a post of this forum → its address; undefined leaves the author as text. */
  quote?: (reference: QuoteReference) => { href: string; author: string; number: number } | undefined
  /** A file by its number, with the forum's own → what is shown; undefined leaves what was typed visible. */
  attachment?: (id: number, how: { thumbnail: boolean }) => ResolvedPicture | ResolvedFile | undefined
  /** `https://forum.example`: links there are the forum's own. */
  origin?: string
  /** Put before the ids of notes, so that texts on one page do not clash. */
  idPrefix?: string
  /** The level that a text's first heading gets, 3 or 4. Default: 4, below an `h3`. */
  firstHeading?: 3 | 4
  words?: Partial<Words>
}
