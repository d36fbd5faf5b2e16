import type { Format } from '@rostra/markup'

export type { Format } from '@rostra/markup'

/** Limits of what a member types, in UTF-16 units. */
export const MAX_POST = 50_000
export const MAX_REASON = 200

/** What somebody wrote, as it may be shown to whoever it was read for. Times are epoch milliseconds. */
export interface Post {
  readonly id: number
  readonly threadId: number
  /** Its place in the thread; never changes. */
  readonly number: number
  /** Null where no member wrote it. */
  readonly authorId: number | null
  readonly guestName: string | null
  readonly createdAt: number
  /** The text as our renderer printed it, safe to show; empty where it is withheld. */
  readonly html: string
  /** The version of the renderer that printed it. */
  readonly renderer: number
  /** The number of its present wording, from 1. */
  readonly revision: number
  /** Null for a post that has only one wording. */
  readonly editedAt: number | null
  readonly deletedAt: number | null
  readonly deletedBy: number | null
  readonly deleteReason: string | null
  /**
   * Whether its text is kept from this reader: a deleted post, for all but moderators. Its author is told who deleted it
   * and why; for everybody else it is a hole with a number, without author or reason.
   */
  readonly withheld: boolean
}

/** A wording of a post. */
export interface Revision {
  readonly revision: number
  readonly format: Format
  readonly source: string
  /** Who wrote this wording; null where it was no member. */
  readonly authorId: number | null
  readonly authorName: string | null
  readonly createdAt: number
  /** Why it was changed; '' where nothing was said. */
  readonly reason: string
}

/** The source of a post's present wording. */
export interface PostSource {
  readonly format: Format
  readonly source: string
  readonly revision: number
}

/** Where a post stands. */
export interface PostPlace {
  readonly threadId: number
  readonly number: number
}

/** A post in a list of somebody's latest. */
export interface LatestPost extends PostPlace {
  readonly id: number
  readonly createdAt: number
  readonly threadTitle: string
  readonly threadSlug: string
  readonly boardId: number
  readonly excerpt: string
}

/** From which post on somebody's latest are wanted: the one that was shown last. */
export interface LatestPlace {
  readonly createdAt: number
  readonly id: number
}
