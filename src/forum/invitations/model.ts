import { DAY } from '#base/time.ts'
import type { AttemptLimit } from '../sessions/model.ts'

/** The most that one invitation is good for. */
export const MOST_USES = 1000
export const MOST_DAYS = 90
/** What members who do not administer are held to: one person each, for a week, so many open at once. */
export const MEMBER_DAYS = 7
export const MEMBER_OPEN = 5
/** What they may make in a day, those counted that they have taken back. */
export const MEMBER_INVITING: AttemptLimit = { count: 10, window: DAY }

/** An invitation as whoever made it sees it. */
export interface InvitationLine {
  readonly id: number
  /** The address that it is for; '' for anybody's. */
  readonly address: string
  readonly uses: number
  readonly used: number
  readonly expiresAt: number
  readonly at: number
}
