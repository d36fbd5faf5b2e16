import type { Format } from '@rostra/markup'
import { Refused } from '#base/errors.ts'
import { MAX_NUMBER, MAX_THREAD } from '#base/ids.ts'
import { cleanLine, cleanLines } from '#base/text.ts'
import type { Visible } from '../permissions/visible.ts'
import type { Thread } from '../threads/model.ts'

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
  /** Null where no member wrote it. */
  readonly authorName: string | null
  readonly excerpt: string
}

/** From which post on somebody's latest are wanted: the one that was shown last. */
export interface LatestPlace {
  readonly createdAt: number
  readonly id: number
}

/** What of a whole post somebody may see; see `Post.withheld`. The same object where that is all of it. */
export function seenBy(visible: Visible, thread: Thread, post: Post): Post {
  if (post.deletedAt === null || visible.moderatesIn(thread)) return post
  const { memberId } = visible.actor
  if (memberId !== null && post.authorId === memberId) return { ...post, html: '', withheld: true }
  const nobody = { authorId: null, guestName: null, deletedBy: null, deleteReason: null, editedAt: null }
  return { ...post, ...nobody, html: '', withheld: true }
}

/**
 * A text as typed → the source that is kept. Throws `invalid` for the field `source` when there is nothing in it or too
 * much; whether a reader would see anything of it is only known when it is printed.
 */
export function readSource(typed: string): string {
  const source = cleanLines(typed)
  if (source === '') throw new Refused('invalid', 'form.required', { field: 'source' })
  if (source.length <= MAX_POST) return source
  throw new Refused('invalid', 'form.too-long', { field: 'source', values: { limit: MAX_POST } })
}

/** A reason as typed → the same on one line; '' for none. Throws `invalid` for the field `reason` when it is too long. */
export function readReason(typed: string): string {
  const reason = cleanLine(typed)
  if (reason.length <= MAX_REASON) return reason
  throw new Refused('invalid', 'form.too-long', { field: 'reason', values: { limit: MAX_REASON } })
}

/** The same for a change; whoever changes what somebody else wrote says why. Throws `invalid` for the field `reason`. */
export function readEditReason(typed: string, isOwn: boolean): string {
  const reason = readReason(typed)
  if (reason === '' && !isOwn) throw new Refused('invalid', 'compose.reason-needed', { field: 'reason' })
  return reason
}

/** Whether a thread could have a post of that number. */
export const isPlace = ({ threadId, number }: PostPlace): boolean =>
  threadId >= 1 && threadId <= MAX_THREAD && number >= 1 && number <= MAX_NUMBER
