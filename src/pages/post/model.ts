import type { Board } from '#forum/boards/tree.ts'
import type { Post, Revision } from '#forum/posts/model.ts'
import type { Thread } from '#forum/threads/model.ts'
import type { Stretch } from './differences.ts'

/** Wordings on one page of a history. */
export const WORDINGS_PER_PAGE = 5

/** A post and where it stands. */
export interface PlacedPost {
  readonly post: Post
  readonly thread: Thread
  /** The boards above it, from the top down, its own last. */
  readonly boards: readonly Board[]
}

/** A wording in the history of a post. */
export interface Wording {
  readonly revision: Revision
  /** What changed since the wording before; null for the first. */
  readonly changes: readonly Stretch[] | null
}

/** Some wordings of a post, the latest first. */
export interface History extends PlacedPost {
  readonly wordings: readonly Wording[]
  /** The wording from which the older ones lead on; null where these are the last. */
  readonly olderBefore: number | null
}

/** One wording of a post, rendered. */
export interface RenderedWording extends PlacedPost {
  readonly revision: Revision
  readonly html: string
  readonly isLatest: boolean
}

/** The number of a wording in an address; null for anything else. */
export const revisionAsked = (written: unknown): number | null =>
  typeof written === 'string' && /^[1-9]\d{0,8}$/.test(written) ? Number(written) : null
