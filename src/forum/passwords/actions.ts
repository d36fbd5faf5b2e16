import { Refused } from '#base/errors.ts'
import { randomToken, sha256 } from '#base/ids.ts'
import { DAY } from '#base/time.ts'
import { type Act, act, type Forum } from '../act.ts'
import { type Actor, type MemberActor, mustBeMember, SYSTEM } from '../actor.ts'
import { removeChallengesOf } from '../challenges/store.ts'
import { writeAddress } from '../members/actions/manage.ts'
import { hashPassword, type PasswordHash, verifyPassword } from '../members/passwords.ts'
import { mustManageMembers } from '../members/rules.ts'
import { type Account, findAccount, updateMember } from '../members/store-accounts.ts'
import { startSession } from '../sessions/actions.ts'
import { forgivePasswordAttempt, takePasswordAttempt } from '../sessions/attempts.ts'
import { removeSessionsOf } from '../sessions/store.ts'
import { findLink, removeLinksOf, replaceLink, takeLink } from './store.ts'

/** How long a link lasts with which somebody chooses a password. */
export const LINK_LIFE = DAY

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
  const token = randomToken()
  await replaceLink(a.db, { hash: sha256(token), memberId, expiresAt: a.now + LINK_LIFE })
  return token
}

/** The name of the member whom a token lets choose a password. Throws `not-found` when it does not (any more). */
export async function nameOfLink(forum: Forum, token: string): Promise<string> {
  return (await linkOf(forum, token)).name
}

async function linkOf(forum: Forum, token: string) {
  const link = await findLink(forum.store.read, sha256(token), forum.clock())
  if (!link) throw new Refused('not-found', 'refused.password-link')
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
    const memberId = await takeLink(a.db, sha256(token), a.now)
    if (memberId === null) throw new Refused('not-found', 'refused.password-link')
    await write(a, memberId, hash)
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

/** Changes one's own mail address. Throws `not-signed-in`, `invalid` or `conflict` for the field that is wrong, `too-many`. */
export async function changeAddress(
  forum: Forum,
  actor: Actor,
  input: Confirmed & { address: string },
): Promise<void> {
  mustBeMember(actor)
  const account = await confirm(forum, actor, input)
  await act(forum, actor, async a => {
    await mustStillHold(a, account)
    await writeAddress(a, account.id, input.address)
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
async function mustStillHold({ db }: Act, { id, password }: Account): Promise<void> {
  if ((await findAccount(db, id))?.password !== password) throw new Refused('conflict')
}

async function write({ db, emit }: Act, memberId: number, password: PasswordHash): Promise<void> {
  if (!(await updateMember(db, memberId, { password }))) throw new Refused('not-found')
  await removeSessionsOf(db, memberId, null)
  await removeChallengesOf(db, memberId)
  await removeLinksOf(db, memberId)
  emit({ type: 'member.changed', memberId })
}
