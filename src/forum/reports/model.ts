import { HOUR } from '#base/time.ts'
import { MAX_REASON } from '../posts/model.ts'
import type { AttemptLimit } from '../sessions/model.ts'

/** The longest reason, and the longest note, in UTF-16 units. */
export const MAX_REPORT = MAX_REASON * 5
export const MAX_NOTE = 500
export const REPORTS_PER_PAGE = 20

/** Posts that a member may report. */
export const REPORTING: AttemptLimit = { count: 20, window: HOUR }

export const REPORT_STATES = ['open', 'closed'] as const
export type ReportState = (typeof REPORT_STATES)[number]

/** Somebody by their name. */
export interface Named {
  readonly id: number
  readonly name: string
}

/** How a report ended. */
export interface Outcome {
  /** Epoch milliseconds. */
  readonly at: number
  /** What was said to who reported; '' for nothing. */
  readonly note: string
}

/** A report as those see it who look after reports. */
export interface Report {
  readonly id: number
  /** Epoch milliseconds. */
  readonly at: number
  readonly reason: string
  /** Null where the account is no more. */
  readonly reporter: Named | null
  /** Who wrote the post; null where that was no member. */
  readonly author: Named | null
  /** The source of the post as it was reported. */
  readonly source: string
  /** Where the post stands; null for one of a conversation, of which only what was reported is shown. */
  readonly place: { readonly threadId: number; readonly number: number; readonly title: string } | null
  readonly closed: (Outcome & { readonly by: Named | null }) | null
}

/** A report as who made it sees it. */
export interface OwnReport {
  readonly id: number
  readonly threadId: number
  readonly number: number
  readonly at: number
  readonly reason: string
  readonly closed: Outcome | null
}

/** Part of a list, newest first. */
export interface ReportList<R> {
  readonly reports: readonly R[]
  /** The report before which there are more; null where there are none. */
  readonly olderBefore: number | null
}

/** The address of the form to report a post. */
export const reportPath = (post: { readonly threadId: number; readonly number: number }): string =>
  `/posts/${post.threadId}/${post.number}/report`
