import { Refused } from '#base/errors.ts'
import { type Actor, hasRole, mustWrite } from '../actor.ts'

/** Whether somebody may give badges, and take them away: moderators and administrators, themselves too. */
export const mayGiveBadges = (actor: Actor): boolean => hasRole(actor, 'moderator') && !actor.suspended

/** Throws `not-signed-in`, or `not-allowed`. */
export function mustGiveBadges(actor: Actor): void {
  if (mayGiveBadges(actor)) return
  mustWrite(actor)
  throw new Refused('not-allowed')
}
