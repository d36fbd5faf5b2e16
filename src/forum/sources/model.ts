import type { WordChange } from '@rostra/record/comparing'
import { Refused } from '#base/errors.ts'
import type { PostPlace } from '../posts/model.ts'

/** Limits of what members type and of what is kept of a page, in UTF-16 units. */
export const MAX_EXCERPT = 600
export const MAX_PAGE_TITLE = 300
export const MAX_REMOVAL_REASON = 200
/** A finding needs no more sources than this. */
export const MOST_GIVEN = 20
/** Sources in the text of one post that are kept. */
export const MOST_IN_TEXT = 100

/** So many of the latest requests are counted for what is asked for most. */
export const MOST_REQUESTS = 10_000
/** The sources of a publisher are counted so far in a list; where that is reached, there may be more. */
export const MOST_COUNTED = 100

/** Whether the page of a source has the words. `unchecked`: nothing was compared; `unreadable`: it could not be read. */
export type Verdict = 'word-for-word' | 'altered' | 'not-found' | 'unreadable' | 'unchecked'

/** What was learned from the page of a source. */
export interface PageReading {
  readonly verdict: Verdict
  /** Of the page; '' where unknown. */
  readonly title: string
  /** The day of publication as ISO 8601, as the page says it; '' where it does not. */
  readonly published: string
  /** What stands on the page around the words; '' for nothing. */
  readonly excerpt: string
  /** From the words of the page to those of the post; empty unless they were altered. */
  readonly difference: readonly WordChange[]
}

/** A source as it is kept. Times are epoch milliseconds. */
export interface KeptSource extends PageReading {
  readonly id: number
  readonly postId: number
  /** The finding that it is a source of; for one in the text the source itself. */
  readonly key: string
  readonly origin: 'text' | 'given'
  readonly url: string
  /** "reuters.com" */
  readonly publisher: string
  /** Who gave it; null for one in the text. */
  readonly memberId: number | null
  /** When it was given; for one in the text when the post was written. */
  readonly at: number
  /** When its page was asked for last; null where it never was. */
  readonly checkedAt: number | null
}

/** A source that was given and taken out again. */
export interface RemovedSource {
  readonly id: number
  readonly url: string
  readonly publisher: string
  readonly givenBy: string | null
  readonly removedBy: string | null
  readonly removedAt: number
  /** '' where whoever gave it took it back without a word. */
  readonly reason: string
}

/** A member who asks for a source. */
export interface Asker {
  readonly id: number
  readonly name: string
}

/** How many ask for a source of a finding. */
export interface Requests {
  readonly count: number
  /** Whether the reader does. */
  readonly mine: boolean
}

export const NO_REQUESTS: Requests = { count: 0, mine: false }

/** A finding, by its post and its name there. */
export interface FindingPlace extends PostPlace {
  readonly key: string
}

const DAY = /^(\d{4})-(\d\d)-(\d\d)$/

const refused = (field: string, sentence: string): Refused => new Refused('invalid', sentence, { field })

/** A day as typed → the same as ISO 8601, '' for none. Throws `invalid` for the field `published` for what is no day. */
export function readPublished(typed: string): string {
  const text = typed.trim()
  if (text === '' || isDay(text)) return text
  throw refused('published', 'source.no-day')
}

/** Whether a text is a day as ISO 8601 that the calendar has. */
export function isDay(text: string): boolean {
  const [, year, month, day] = DAY.exec(text) ?? []
  const time = Date.UTC(Number(year), Number(month) - 1, Number(day))
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}
