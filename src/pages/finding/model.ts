import type { Board } from '#forum/boards/tree.ts'
import type { PostFindings } from '#forum/findings/model.ts'
import type { MemberCard } from '#forum/members/model.ts'
import type { Post } from '#forum/posts/model.ts'
import type { Entry, EntrySource } from '#forum/record/model.ts'
import type { Found } from '#forum/sources/finding.ts'
import type { Asker, KeptSource, RemovedSource, Requests } from '#forum/sources/model.ts'
import type { Thread } from '#forum/threads/model.ts'

/** How much of the paragraph stands on each side of a finding, in UTF-16 units. */
const AROUND = 300

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

/** The words of a finding and what stands beside them in the post. */
export interface Context {
  readonly before: string
  readonly words: string
  readonly after: string
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

/** The words of a stretch of a text, with as much of their paragraph as fits beside them. */
export function contextOf(text: string, { start, end }: { start: number; end: number }): Context {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const lineEnd = text.indexOf('\n', end)
  const before = text.slice(start === 0 ? 0 : lineStart, start)
  const after = text.slice(end, lineEnd === -1 ? text.length : lineEnd)
  return { before: ending(before), words: text.slice(start, end), after: beginning(after) }
}

function ending(text: string): string {
  if (text.length <= AROUND) return text
  const cut = text.slice(-AROUND)
  const space = cut.indexOf(' ')
  return `…${(space === -1 ? cut : cut.slice(space)).toWellFormed()}`
}

function beginning(text: string): string {
  if (text.length <= AROUND) return text
  const cut = text.slice(0, AROUND)
  const space = cut.lastIndexOf(' ')
  return `${(space === -1 ? cut : cut.slice(0, space + 1)).toWellFormed()}…`
}
