import { Refused } from '#base/errors.ts'
import { randomToken, sha256 } from '#base/ids.ts'
import { DAY, HOUR } from '#base/time.ts'
import { DEFAULT_LOCALE, type Locale } from '#base/words.ts'
import { type Act, act, type Forum } from '../act.ts'
import { type Actor, mustBeMember } from '../actor.ts'
import { removeChallengesOf } from '../challenges/store.ts'
import { addLink, findLink, type LinkPurpose, removeLinksOf, takeLink } from '../links/store.ts'
import { linkTo, queueMail } from '../mail/actions.ts'
import { delinked, quoted } from '../mail/model.ts'
import { recipient } from '../mail/store.ts'
import { writeAddress } from '../members/actions/manage.ts'
import { checkAddress } from '../members/addresses.ts'
import { mustManageMembers } from '../members/rules.ts'
import { type Account, findAccount, isAddressTaken } from '../members/store-accounts.ts'
import { addPasswordLink, type Confirmed, confirm, mustStillHold } from '../passwords/actions.ts'
import { tellSignInChanged } from '../passwords/telling.ts'
import { takeMailAttempt } from '../sessions/attempts.ts'
import { removeSessionsOf } from '../sessions/store.ts'
import { removeWaysSince } from './store.ts'

/** How long a link lasts by which an address is confirmed. */
export const LINK_LIFE = HOUR
/** How long an address can be taken back that somebody has changed. */
export const BACK_LIFE = 7 * DAY

/** The purposes of what is sent to an address, void as soon as another address holds. */
const OF_ADDRESS: readonly LinkPurpose[] = ['confirm', 'address', 'password']

const gone = (): Refused => new Refused('not-found', 'refused.address-link')

async function makeLink(
  { db, now }: Act,
  link: { purpose: LinkPurpose; memberId: number; value: string; life?: number },
): Promise<string> {
  const { life = LINK_LIFE, ...bound } = link
  const token = randomToken()
  await addLink(db, { ...bound, hash: sha256(token), expiresAt: now + life })
  return token
}

/** Tells the owner of an address that somebody typed it in here, where it belongs to an account already. */
async function tellOwner(a: Act, address: string, locale: Locale): Promise<void> {
  await queueMail(a, {
    ...{ to: { address, locale }, kind: 'account' },
    letter: words => ({
      subject: words.say('mail.known-subject'),
      parts: [
        words.say('mail.known-text'),
        { link: linkTo(a, '/sign-in'), label: words.say('sign-in.title') },
        { link: linkTo(a, '/password/forgotten'), label: words.say('forgotten.title') },
        words.say('mail.not-you'),
      ],
    }),
  })
}

/**
 * Sends the link by which a new member confirms their address. Where it belongs to somebody else its owner is told
 * instead: whoever typed it in learns nothing of that.
 */
export async function askToConfirm(
  a: Act,
  member: { memberId: number; name: string; address: string },
  locale: Locale,
): Promise<void> {
  const { memberId, name, address } = member
  const token = await makeLink(a, { purpose: 'confirm', memberId, value: address })
  const isTaken = await isAddressTaken(a.db, checkAddress(address).key, memberId)
  if (isTaken) return tellOwner(a, address, locale)
  await queueMail(a, {
    ...{ to: { address, locale, memberId }, kind: 'account' },
    letter: words => ({
      subject: words.say('mail.confirm-subject'),
      parts: [
        words.say('mail.confirm-text', { name: quoted(name), forum: quoted(a.site.settings.name) }),
        { link: linkTo(a, `/confirm/${token}`), label: words.say('mail.confirm-link') },
        words.say('mail.not-you'),
      ],
    }),
  })
}

/** Sends oneself another such link. Throws `not-signed-in`, `conflict` where there is nothing to confirm, `too-many`. */
export async function askAgain(a: Act, input: { network: string; locale: Locale }): Promise<void> {
  mustBeMember(a.actor)
  const { memberId } = a.actor
  await takeMailAttempt(a, { account: String(memberId), network: input.network })
  const account = await findAccount(a.db, memberId)
  if (!account?.address || account.addressConfirmedAt !== null)
    throw new Refused('conflict', 'address.nothing-to-confirm')
  await askToConfirm(a, { memberId, name: account.name, address: account.address }, input.locale)
}

/** Whose a link is, and the address that it is about. Throws `not-found` when it does not hold (any more). */
export async function lookAtLink(
  forum: Forum,
  purpose: LinkPurpose,
  token: string,
): Promise<{ name: string; address: string }> {
  const link = await findLink(forum.store.read, purpose, sha256(token), forum.clock())
  if (!link || (purpose === 'confirm' && link.value !== link.address)) throw gone()
  return { name: link.name, address: link.value }
}

/** Confirms an address by the link that was sent there. Throws `not-found`, and `conflict` where somebody else has it by now. */
export async function confirmAddress(a: Act, token: string): Promise<void> {
  const link = await takeLink(a.db, 'confirm', sha256(token), a.now)
  const account = link && (await findAccount(a.db, link.memberId))
  if (!account || account.address !== link.value) throw gone()
  await writeAddress(a, link.memberId, link.value)
  await removeLinksOf(a.db, link.memberId, ['confirm'])
}

/** An administrator says that an address is a member's. Throws `not-allowed`, `not-found`, and `conflict`. */
export async function confirmByHand(a: Act, memberId: number): Promise<void> {
  mustManageMembers(a.actor)
  const account = await findAccount(a.db, memberId)
  if (!account?.address) throw new Refused('not-found')
  await writeAddress(a, memberId, account.address)
  await removeLinksOf(a.db, memberId, ['confirm'])
}

/**
 * Gives a member another mail address, or none: what was sent to the one before holds no more, and others are signed out.
 * Throws `not-allowed` for anybody but an administrator, `not-found`, and `invalid` or `conflict` for one that cannot be used.
 */
export async function setAddress(a: Act, memberId: number, address: string | null): Promise<void> {
  mustManageMembers(a.actor)
  await writeAddress(a, memberId, address)
  await removeLinksOf(a.db, memberId, [...OF_ADDRESS, 'address-back'])
  if (a.actor.memberId !== memberId) await removeSessionsOf(a.db, memberId, null)
}

/**
 * Sends a link to the address that a member wants to have; until it is opened the present one holds. Throws
 * `not-signed-in`, `invalid` for the field that is wrong, and `too-many`. Whether somebody has it already is not said.
 */
export async function askForAddress(
  forum: Forum,
  actor: Actor,
  input: Confirmed & { address: string; locale: Locale },
): Promise<void> {
  mustBeMember(actor)
  const { address } = checkAddress(input.address)
  const account = await confirm(forum, actor, input)
  await act(forum, actor, async a => {
    await mustStillHold(a, account)
    await takeMailAttempt(a, { account: String(account.id), network: input.network })
    await removeLinksOf(a.db, account.id, ['address'])
    await sendAddressLink(a, account, address, input.locale)
  })
}

async function sendAddressLink(a: Act, account: Account, address: string, locale: Locale): Promise<void> {
  const token = await makeLink(a, { purpose: 'address', memberId: account.id, value: address })
  if (await isAddressTaken(a.db, checkAddress(address).key, account.id)) return tellOwner(a, address, locale)
  await queueMail(a, {
    ...{ to: { address, locale, memberId: account.id }, kind: 'account' },
    letter: words => ({
      subject: words.say('mail.address-subject'),
      parts: [
        words.say('mail.address-text', { name: quoted(account.name) }),
        { link: linkTo(a, `/address/${token}`), label: words.say('mail.address-link') },
        words.say('mail.not-you'),
      ],
    }),
  })
}

/**
 * Changes an address by the link that was sent to the new one, and tells the old one, with a link by which it is taken
 * back. All other sessions of the member end. Throws `not-found`, and `conflict` where somebody else has it by now.
 */
export async function useAddressLink(a: Act, token: string, sessionHash: string | null): Promise<void> {
  const link = await takeLink(a.db, 'address', sha256(token), a.now)
  const account = link && (await findAccount(a.db, link.memberId))
  if (!account) throw gone()
  await writeAddress(a, account.id, link.value)
  await removeLinksOf(a.db, account.id, OF_ADDRESS)
  await removeSessionsOf(a.db, account.id, sessionHash)
  if (account.address && account.addressConfirmedAt !== null) await tellOldAddress(a, account, link.value)
}

async function tellOldAddress(a: Act, account: Account, address: string): Promise<void> {
  const { id: memberId, name } = account
  const old = account.address as string
  const token = await makeLink(a, { purpose: 'address-back', memberId, value: old, life: BACK_LIFE })
  const locale = (await recipient(a.db, memberId))?.locale
  await queueMail(a, {
    ...{ to: { address: old, locale: locale ?? DEFAULT_LOCALE, memberId }, kind: 'account' },
    letter: words => ({
      subject: words.say('mail.changed-subject'),
      parts: [
        words.say('mail.changed-text', { name: quoted(name), address: delinked(address) }),
        words.say('mail.changed-back'),
        { link: linkTo(a, `/address-back/${token}`), label: words.say('mail.changed-link') },
      ],
    }),
  })
}

/**
 * Takes an address back that somebody else has changed: it holds again, everybody is signed out, other ways to sign in that
 * were added since are taken away, which the owner is told, and → the token of a link with which a new password is chosen. Throws `not-found`, and `conflict` where somebody else has it by now.
 */
export async function takeAddressBack(a: Act, token: string): Promise<string> {
  const link = await takeLink(a.db, 'address-back', sha256(token), a.now)
  if (link === null) throw gone()
  await writeAddress(a, link.memberId, link.value)
  await removeLinksOf(a.db, link.memberId, [...OF_ADDRESS, 'address-back'])
  await removeSessionsOf(a.db, link.memberId, null)
  await removeChallengesOf(a.db, link.memberId)
  const removed = await removeWaysSince(a.db, link.memberId, link.expiresAt - BACK_LIFE)
  for (const what of removed) await tellSignInChanged(a, link.memberId, what)
  return addPasswordLink(a, link.memberId, { value: link.value, life: LINK_LIFE })
}
