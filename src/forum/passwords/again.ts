import { Refused } from '#base/errors.ts'
import { MINUTE } from '#base/time.ts'
import type { Forum } from '../act.ts'
import { type Actor, mustBeMember } from '../actor.ts'
import { type Account, findAccount } from '../members/store-accounts.ts'
import { sessionBegan } from '../sessions/store-ways.ts'
import { type Confirmed, confirm } from './actions.ts'

/** How long ago somebody without a password may have signed in, to change how they sign in. */
export const FRESH = 10 * MINUTE

/** Where somebody changes how they sign in: the password they have, or a session that has just begun. */
export interface ProvenAgain extends Confirmed {
  /** Hash of the session in which it is done. */
  readonly session: string | null
}

/**
 * Makes sure that it is the member who is before the screen, and not somebody who found it open: by the password, for those
 * without one by having signed in within ten minutes. → their account. Throws `not-signed-in`; `invalid` for the field
 * `currentPassword`; `not-allowed` for a session that is too old; `too-many`.
 */
export async function mustProveAgain(forum: Forum, actor: Actor, input: ProvenAgain): Promise<Account> {
  mustBeMember(actor)
  const account = await findAccount(forum.store.read, actor.memberId)
  if (!account) throw new Refused('not-signed-in')
  if (account.password !== null) return confirm(forum, actor, input)
  const began =
    input.session === null ? undefined : await sessionBegan(forum.store.read, account.id, input.session)
  if (began === undefined || forum.clock() - began > FRESH)
    throw new Refused('not-allowed', 'account.sign-in-again')
  return account
}
