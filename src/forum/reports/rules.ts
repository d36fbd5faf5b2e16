import { Refused } from '#base/errors.ts'
import { type Actor, hasRole, mustBeMember } from '../actor.ts'
import type { Visible } from '../permissions/visible.ts'
import type { Post } from '../posts/model.ts'

/** What of a post its rules look at. */
type Ruled = Pick<Post, 'authorId' | 'deletedAt'>

/**
 * Whether somebody may report a post that they may read: members, the suspended too, who can read and so be hurt; not a
 * post of their own, nor one that is deleted already.
 */
export const mayReport = ({ actor }: Visible, post: Ruled): boolean =>
  actor.memberId !== null && post.authorId !== actor.memberId && post.deletedAt === null

/** Throws `not-signed-in`, and `not-allowed` for what `mayReport` leaves out. */
export function mustReport(visible: Visible, post: Ruled): void {
  mustBeMember(visible.actor)
  if (!mayReport(visible, post)) throw new Refused('not-allowed')
}

/** Whether somebody looks after reports: moderators and administrators. */
export const mayLookAfterReports = (actor: Actor): boolean => hasRole(actor, 'moderator') && !actor.suspended

/** Throws `not-found` for all who do not look after reports. */
export function mustLookAfterReports(actor: Actor): void {
  mustBeMember(actor)
  if (!mayLookAfterReports(actor)) throw new Refused('not-found')
}
