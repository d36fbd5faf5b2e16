import { Refused } from '#base/errors.ts'
import { type Actor, type MemberActor, mayAdminister, mustWrite } from '../actor.ts'
import type { JoiningSettings } from '../settings/joining-settings.ts'
import type { Settings } from '../settings/model.ts'

/** What the rules need to know of a site. */
interface Rules {
  readonly settings: Pick<Settings, 'registration'>
  readonly joining: Pick<JoiningSettings, 'invitedBy'>
}

/** Whether somebody may invite others: administrators, and members where the settings say so; nobody where none may join. */
export function mayInvite(actor: Actor, { settings, joining }: Rules): boolean {
  if (actor.memberId === null || actor.suspended || actor.unconfirmed) return false
  if (settings.registration === 'closed') return false
  return mayAdminister(actor) || joining.invitedBy === 'members'
}

/** Throws `not-signed-in`, or `not-allowed`. */
export function mustInvite(actor: Actor, site: Rules): asserts actor is MemberActor {
  mustWrite(actor)
  if (!mayInvite(actor, site)) throw new Refused('not-allowed', 'invitations.not-allowed')
}
