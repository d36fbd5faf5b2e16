import { Refused } from '#base/errors.ts'
import { randomToken, sha256 } from '#base/ids.ts'
import { DAY } from '#base/time.ts'
import type { Locale } from '#base/words.ts'
import type { Act, Forum } from '../act.ts'
import { mayAdminister, mustBeMember } from '../actor.ts'
import { linkTo, queueMail } from '../mail/actions.ts'
import { quoted } from '../mail/model.ts'
import { addressKeyOf, checkAddress } from '../members/addresses.ts'
import { countMemberAttempt } from '../sessions/member-attempts.ts'
import { holdMember } from '../sessions/store-ways.ts'
import { MEMBER_DAYS, MEMBER_INVITING, MEMBER_OPEN } from './model.ts'
import { mustInvite } from './rules.ts'
import { addInvitation, countUse, findInvitation, invitationsOf, removeInvitation } from './store.ts'

/** The path of the form behind an invitation. */
export const invitationPath = (token: string): string => `/register?invitation=${token}`

/**
 * Invites somebody: for an address, which is sent the invitation, or for whoever has it ('' as the address). Members who do
 * not administer invite one person at a time, for a week. → the token. Throws `not-signed-in`, `not-allowed`, `invalid` for
 * the field `address`, and `too-many` when many are open already, or were made within a day.
 */
export async function invite(
  a: Act,
  input: { address: string; uses: number; days: number; locale: Locale },
): Promise<string> {
  mustInvite(a.actor, a.site)
  const { memberId, name } = a.actor
  const isBound = mayAdminister(a.actor) ? null : { uses: 1, days: MEMBER_DAYS }
  const { uses, days } = isBound ?? input
  const address = input.address === '' ? '' : checkAddress(input.address).address
  // Of many at a time each counts those before it.
  if (isBound) await holdMember(a.db, memberId)
  if (isBound && (await invitationsOf(a.db, memberId, a.now)).length >= MEMBER_OPEN)
    throw new Refused('too-many', 'invitations.too-many', { values: { count: MEMBER_OPEN } })
  if (isBound) (await countMemberAttempt(a, 'invitation', memberId, MEMBER_INVITING)).mustBeWithin()
  const token = randomToken()
  const bounds = { uses: address === '' ? uses : 1, expiresAt: a.now + days * DAY, at: a.now }
  await addInvitation(a.db, { ...bounds, hash: sha256(token), memberId, address })
  if (address !== '') await sendInvitation(a, { address, token, from: name ?? '', locale: input.locale })
  return token
}

async function sendInvitation(
  a: Act,
  sent: { address: string; token: string; from: string; locale: Locale },
): Promise<void> {
  const { address, token, from, locale } = sent
  const names = { name: quoted(from), forum: quoted(a.site.settings.name) }
  await queueMail(a, {
    ...{ to: { address, locale }, kind: 'invitation' },
    letter: words => ({
      subject: words.say('mail.invitation-subject'),
      parts: [
        words.say('mail.invitation-text', names),
        { link: linkTo(a, invitationPath(token)), label: words.say('register.title') },
        words.say('mail.invitation-end'),
      ],
    }),
  })
}

const gone = (): Refused => new Refused('not-found', 'invitations.gone')

/** The address that an invitation is for ('' for anybody's). Throws `not-found` when it does not hold (any more). */
export async function lookAtInvitation(forum: Forum, token: string): Promise<string> {
  const found = await findInvitation(forum.store.read, sha256(token), forum.clock())
  if (!found) throw gone()
  return found.address
}

/** Uses an invitation once, for somebody of an address. Throws `not-found` when it does not hold (any more). */
export async function redeem({ db, now }: Act, token: string, address: string): Promise<void> {
  const bound = await countUse(db, sha256(token), now)
  if (bound === undefined) throw gone()
  if (bound !== '' && addressKeyOf(bound) !== addressKeyOf(address))
    throw new Refused('invalid', 'invitations.other-address', { field: 'address' })
}

/** Takes back an invitation of one's own. Throws `not-signed-in` and `not-found`. */
export async function withdraw({ db, actor }: Act, id: number): Promise<void> {
  mustBeMember(actor)
  if (!(await removeInvitation(db, actor.memberId, id))) throw new Refused('not-found')
}
