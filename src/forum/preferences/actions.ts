import { Refused } from '#base/errors.ts'
import type { Act } from '../act.ts'
import { mustBeMember } from '../actor.ts'
import { updateMember } from '../members/store-accounts.ts'
import { type MemberPreferences, storedPreferences } from './model.ts'

/**
 * Keeps what a member chose for themself, and the time zone ('' for the site's). Suspended members choose too. Throws
 * `not-signed-in`, and `not-found`.
 */
export async function choosePreferences(
  { db, actor }: Act,
  chosen: MemberPreferences & { readonly timeZone: string },
): Promise<void> {
  mustBeMember(actor)
  const { timeZone, ...preferences } = chosen
  const columns = { preferences: storedPreferences(preferences), timeZone: timeZone || null }
  if (!(await updateMember(db, actor.memberId, columns))) throw new Refused('not-found')
}
