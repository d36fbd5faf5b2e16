import type { Board } from '#forum/boards/tree.ts'
import type { Context } from '#forum/findings/context.ts'
import type { PostFindings } from '#forum/findings/model.ts'
import type { MemberCard } from '#forum/members/model.ts'
import type { Post } from '#forum/posts/model.ts'
import type { Entry, EntrySource } from '#forum/record/model.ts'
import type { Found } from '#forum/sources/finding.ts'
import type { Asker, KeptSource, RemovedSource, Requests } from '#forum/sources/model.ts'
import type { Thread } from '#forum/threads/model.ts'

/** A source that a member gave, and what the reader may do with it. */
export interface GivenSource {
  readonly source: KeptSource
  /** Null where the member is no more. */
  readonly giver: MemberCard | null
  readonly may: { readonly remove: boolean; readonly check: boolean }
}

/** More corrections are not listed. */
export const MOST_CORRECTIONS = 50

/** What somebody changed of a reading. */
export interface LoggedCorrection {
  readonly id: number
  readonly change: 'withdraw' | 'restore' | 'speaker'
  /** The speaker as corrected; '' for none. */
  readonly value: string
  readonly reason: string
  readonly memberId: number | null
  readonly memberName: string | null
  /** Epoch milliseconds. */
  readonly at: number
}

/** One finding by itself, as it shows to somebody. */
export interface FindingPage {
  readonly post: Post
  readonly thread: Thread
  /** Where it stands, from the top down, its own board last. */
  readonly boards: readonly Board[]
  readonly author: MemberCard | null
  readonly key: string
  readonly found: Found
  /** All that was read in the post. */
  readonly findings: PostFindings
  readonly text: string
  readonly context: Context
  /** Its line in the margin; null for one that has none there. */
  readonly entry: Entry | null
  readonly isWithdrawn: boolean
  readonly given: readonly GivenSource[]
  readonly inText: readonly EntrySource[]
  readonly removed: readonly RemovedSource[]
  readonly requests: Requests
  /** Who asks for a source, those who asked first. */
  readonly askers: readonly Asker[]
  /** What people changed of the reading, the latest first. */
  readonly corrections: readonly LoggedCorrection[]
  /** Whether there are earlier ones, which are left out. */
  readonly hasMoreCorrections: boolean
  readonly may: {
    /** Ask for a source, give one. */
    readonly source: boolean
    readonly correct: boolean
  }
}
