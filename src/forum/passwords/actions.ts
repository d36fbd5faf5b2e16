import { Refused } from '#base/errors.ts'
import { randomToken, sha256 } from '#base/ids.ts'
import { DAY, HOUR } from '#base/time.ts'
import type { Locale } from '#base/words.ts'
import { addJob } from '#jobs/store.ts'
import { type Act, act, type Forum } from '../act.ts'
import { type Actor, type MemberActor, mustBeMember, SYSTEM } from '../actor.ts'
import { removeChallengesOf } from '../challenges/store.ts'
import { addLink, findLink, removeLinksOf, takeLink } from '../links/store.ts'
import { linkTo, queueMail } from '../mail/actions.ts'
import { quoted } from '../mail/model.ts'
import { addressKeyOf } from '../members/addresses.ts'
import { nameKeyOf } from '../members/names.ts'
import { hashPassword, type PasswordHash, verifyPassword } from '../members/passwords.ts'
import { mustManageMembers } from '../members/rules.ts'
import { type Account, findAccount, findAccountBy, updateMember } from '../members/store-accounts.ts'
import { startSession } from '../sessions/actions.ts'
import {
  forgivePasswordAttempt,
  takeMailAttempt,
  takeMailFor,
  takePasswordAttempt,
} from '../sessions/attempts.ts'
import { removeSessionsOf } from '../sessions/store.ts'

/** How long a link lasts that an administrator made, with which somebody chooses a password. */
export const LINK_LIFE = DAY
/** How long one lasts that was asked for and came by mail. */
export const MAILED_LINK_LIFE = HOUR
/** The job that answers somebody who forgot their password: `{ name, locale }`, the name or address as typed. */
export const FORGOTTEN_JOB = 'answer who forgot a password'

/**
 * Gives a member a password, ends their sessions and makes their links void. Throws `not-allowed` for anybody but an
 * administrator, and `not-found`.
 */
export async function setPassword(a: Act, memberId: number, password: PasswordHash): Promise<void> {
  mustManageMembers(a.actor)
  await write(a, memberId, password)
}

/**
 * Makes a link with which a member chooses a password, once, within a day; earlier ones become void. → its token, for
 * `/password/:token`. Throws `not-allowed` for anybody but an administrator, and `not-found`.
 */
export async function makePasswordLink(a: Act, memberId: number): Promise<string> {
  mustManageMembers(a.actor)
  if (!(await findAccount(a.db, memberId))) throw new Refused('not-found')
  await removeLinksOf(a.db, memberId, ['password'])
  return addPasswordLink(a, memberId, { value: '', life: LINK_LIFE })
}

/** Makes one link more; → its token. `value` is the address that it goes to: with another one it does not hold. */
export async function addPasswordLink(
  { db, now }: Act,
  memberId: number,
  link: { value: string; life: number },
): Promise<string> {
  const token = randomToken()
  const { value, life } = link
  await addLink(db, { hash: sha256(token), purpose: 'password', memberId, value, expiresAt: now + life })
  return token
}

/**
 * Somebody forgot a password: whether anybody is called so, or has this address, is looked up later, so that neither the
 * answer nor its time tells it. Throws `too-many`.
 */
export async function askForPassword(
  forum: Forum,
  input: { name: string; locale: Locale; network: string },
): Promise<void> {
  const { name, locale, network } = input
  const account = `${nameKeyOf(name)}\n${addressKeyOf(name)}`
  await act(forum, SYSTEM, async a => {
    await takeMailAttempt(a, { account, network })
    await addJob(a.db, FORGOTTEN_JOB, { name, locale }, a.now)
  })
}

/**
 * Does the job of `askForPassword`: sends the link to the address of the account, if there is one. After a few within an
 * hour no more are sent; those that were are still good, so nobody is locked out by somebody who asks for them.
 */
export async function answerForgotten(forum: Forum, payload: unknown): Promise<void> {
  const { name, locale } = payload as { name: string; locale: Locale }
  const keys = { name: nameKeyOf(name), address: addressKeyOf(name) }
  await act(forum, SYSTEM, async a => {
    const account = await findAccountBy(a.db, keys)
    if (!account?.address || account.state === 'gone' || !(await takeMailFor(a, String(account.id)))) return
    const { id: memberId, address } = account
    const token = await addPasswordLink(a, memberId, { value: address, life: MAILED_LINK_LIFE })
    await queueMail(a, {
      ...{ to: { address, locale, memberId }, kind: 'account' },
      letter: words => ({
        subject: words.say('mail.password-subject'),
        parts: [
          words.say('mail.password-text', { name: quoted(account.name) }),
          { link: linkTo(a, `/password/${token}`), label: words.say('mail.password-link') },
          words.say('mail.not-you'),
        ],
      }),
    })
  })
}

/** The name of the member whom a token lets choose a password. Throws `not-found` when it does not (any more). */
export async function nameOfLink(forum: Forum, token: string): Promise<string> {
  return (await linkOf(forum, token)).name
}

async function linkOf(forum: Forum, token: string) {
  const link = await findLink(forum.store.read, 'password', sha256(token), forum.clock())
  if (!link || (link.value !== '' && link.value !== link.address))
    throw new Refused('not-found', 'refused.password-link')
  return link
}

/**
 * Chooses a password by a link, which is used up by it; ends all sessions of the member and signs nobody in. Throws
 * `not-found` when the link does not hold, `invalid` for a password that cannot be used.
 */
export async function usePasswordLink(forum: Forum, token: string, password: string): Promise<void> {
  const { name, address } = await linkOf(forum, token)
  const hash = await hashPassword(password, [name, address ?? ''])
  await act(forum, SYSTEM, async a => {
    const taken = await takeLink(a.db, 'password', sha256(token), a.now)
    if (taken === null) throw new Refused('not-found', 'refused.password-link')
    await write(a, taken.memberId, hash)
  })
}

/** Where a member changes something that asks for the password they have. */
export interface Confirmed {
  readonly currentPassword: string
  /** See `PasswordAttempt`. */
  readonly network: string
}

/**
 * Changes one's own password. All one's sessions end; → the token of a new one. Throws `not-signed-in`, `invalid` for the
 * field that is wrong, and `too-many`.
 */
export async function changePassword(
  forum: Forum,
  actor: Actor,
  input: Confirmed & { password: string; agent: string },
): Promise<string> {
  mustBeMember(actor)
  const account = await confirm(forum, actor, input)
  const hash = await hashPassword(input.password, [account.name, account.address ?? ''])
  return act(forum, actor, async a => {
    await mustStillHold(a, account)
    await write(a, account.id, hash)
    return startSession(a, account.id, input.agent)
  })
}

/**
 * Checks the password that a member has; → their account. Throws `invalid` for the field `currentPassword`, and `too-many`.
 */
export async function confirm(forum: Forum, actor: MemberActor, input: Confirmed): Promise<Account> {
  const attempt = { account: String(actor.memberId), network: input.network }
  await act(forum, actor, a => takePasswordAttempt(a, attempt))
  const account = await findAccount(forum.store.read, actor.memberId)
  if (!account || !(await verifyPassword(account.password, input.currentPassword)))
    throw new Refused('invalid', 'password.wrong', { field: 'currentPassword' })
  await act(forum, actor, a => forgivePasswordAttempt(a, attempt))
  return account
}

/** Throws `conflict` when somebody changed the password since it was checked. */
export async function mustStillHold({ db }: Act, { id, password }: Account): Promise<void> {
  if ((await findAccount(db, id))?.password !== password) throw new Refused('conflict')
}

async function write({ db, emit }: Act, memberId: number, password: PasswordHash): Promise<void> {
  if (!(await updateMember(db, memberId, { password }))) throw new Refused('not-found')
  await removeSessionsOf(db, memberId, null)
  await removeChallengesOf(db, memberId)
  // Whoever knew the password before may have asked for another address.
  await removeLinksOf(db, memberId, ['password', 'address'])
  emit({ type: 'member.changed', memberId })
}
