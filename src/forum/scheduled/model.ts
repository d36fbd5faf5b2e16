import { Refused } from '#base/errors.ts'
import { DAY } from '#base/time.ts'
import { momentOf } from '#base/zoned.ts'
import type { StartFields } from '../starting/model.ts'

/** The most threads that a member may have waiting. */
export const MOST_SCHEDULED = 50
/** How far ahead a thread can be scheduled, in days. */
export const MOST_DAYS_AHEAD = 366
/** `2026-11-25T12:30` */
export const MAX_MOMENT = 16

/** A thread that will be started at its time. Times are epoch milliseconds. */
export interface ScheduledThread {
  readonly id: number
  readonly memberId: number
  readonly boardId: number
  readonly fields: StartFields
  readonly publishAt: number
  /** Why it could not be started; null while it waits. */
  readonly failure: Failure | null
}

/** What kept a thread from being started, as it was said. */
export interface Failure {
  readonly code: Refused['code']
  readonly message: string
  readonly values: Record<string, string | number>
}

/** A refusal as it is kept. */
export const failureOf = ({ code, message, values }: Refused): Failure => ({ code, message, values })

/** The same as a refusal again, to be told. */
export const refusalOf = ({ code, message, values }: Failure): Refused =>
  new Refused(code, message, { values })

/**
 * A time as its input writes it (`2026-11-25T12:30`), in a time zone (IANA name) → epoch milliseconds. Throws `invalid` for
 * the field `publishAt`: no time, one that is over, or one too far ahead.
 */
export function readPublishAt(typed: string, { now, timeZone }: { now: number; timeZone: string }): number {
  const refused = (sentence: string, values: Record<string, number> = {}): Refused =>
    new Refused('invalid', sentence, { field: 'publishAt', values })
  const at = typed.length > MAX_MOMENT ? null : momentOf(typed, timeZone)
  if (at === null) throw refused('scheduled.no-time')
  if (at <= now) throw refused('scheduled.past')
  if (at > now + MOST_DAYS_AHEAD * DAY) throw refused('scheduled.too-far', { limit: MOST_DAYS_AHEAD })
  return at
}
