import { Refused } from '#base/errors.ts'
import { randomToken, sha256 } from '#base/ids.ts'
import { keptWhileUnchanged } from '#store/unchanged.ts'
import { type Act, act, type Forum } from '../act.ts'
import { type Actor, mustBeMember, SYSTEM } from '../actor.ts'
import { addChallenge, removeExpiredChallenges } from '../challenges/store.ts'
import { setRole } from '../members/actions/manage.ts'
import { addressKeyOf } from '../members/addresses.ts'
import type { MemberRole } from '../members/model.ts'
import { nameKeyOf } from '../members/names.ts'
import { verifyPassword } from '../members/passwords.ts'
import { mustManageMembers } from '../members/rules.ts'
import { findAccount, findAccountBy } from '../members/store-accounts.ts'
import type { MemberPreferences, Reading } from '../preferences/model.ts'
import type { JoiningSettings } from '../settings/joining-settings.ts'
import { forgivePasswordAttempt, type PasswordAttempt, takePasswordAttempt } from './attempts.ts'
import { JOIN_ATTEMPTS, PASSWORD_ATTEMPTS, SESSION_LIFE, TOUCH_EVERY } from './model.ts'
import {
  addSession,
  type FoundSession,
  findSession,
  removeExpired,
  removeSession,
  removeSessionNamed,
  removeSessionsOf,
  touchSession,
} from './store.ts'
import { removeOldAttempts } from './store-attempts.ts'
import { waysOf } from './store-ways.ts'

const TOKEN_BYTES = 32
/** Sessions known by heart until anything is written. */
const SESSIONS_KEPT = 1000

/** Who sends a request, as the web engine is told. */
export interface SignedIn {
  readonly actor: Actor
  /** IANA name; the site's where it is missing. */
  readonly timeZone?: string
  readonly choices: MemberPreferences['choices']
  readonly reading: Reading
}

const keptSessions = keptWhileUnchanged<{ session: FoundSession | undefined }>(SESSIONS_KEPT)

/**
 * Hash (SHA-256, hex) of a session token → whose it is, or null. One query; once an hour the session is written down as
 * used, which lengthens its life.
 */
export async function resolveSession(forum: Forum, hash: string): Promise<SignedIn | null> {
  const now = forum.clock()
  const { store } = forum
  const { session: found } = await keptSessions(store, hash, async () => ({
    session: await findSession(store.read, hash, now),
  }))
  if (!found || found.expiresAt <= now) return null
  if (now - found.seenAt >= TOUCH_EVERY) await touch(forum, hash)
  const { timeZone, preferences } = found
  const { choices, reading } = preferences
  const actor = actorIn(found, forum.site.latest().joining)
  return { actor, choices, reading, ...(timeZone !== null && { timeZone }) }
}

/** Whose a session is, with the rights that they have as long as something of theirs is missing. */
function actorIn(found: FoundSession, asked: JoiningSettings): Actor {
  const { memberId, name, suspended, groups } = found
  const unconfirmed = found.unconfirmed && asked.confirmation === 'required'
  const lacksFactor = found.role !== 'member' && !found.hasFactor && asked.staffFactor === 'required'
  const role = lacksFactor ? 'member' : found.role
  const missing = { ...(unconfirmed && { unconfirmed }), ...(lacksFactor && { lacksFactor }) }
  return { memberId, name, role, suspended, groups, ...missing }
}

/** A page can be shown without it, on a full disk for instance. */
async function touch(forum: Forum, hash: string): Promise<void> {
  try {
    await act(forum, SYSTEM, ({ db, now }) =>
      touchSession(db, hash, { seenAt: now, expiresAt: now + SESSION_LIFE }),
    )
  } catch (error) {
    forum.log.warn({ err: error }, 'The use of a session cannot be written down')
  }
}

/** Begins a session for a member; → its token, which only the browser keeps. */
export async function startSession({ db, now }: Act, memberId: number, agent: string): Promise<string> {
  const token = randomToken(TOKEN_BYTES)
  await addSession(db, {
    ...{ hash: sha256(token), memberId, agent },
    ...{ createdAt: now, expiresAt: now + SESSION_LIFE },
  })
  return token
}

/** What signing in has come to: a session, or a code that is asked for first. */
export type Entry =
  | { readonly memberId: number; readonly token: string }
  /** The token of a `second-step` challenge. */
  | { readonly memberId: number; readonly step: string }

/**
 * The one gate of everybody who has shown who they are, suspended members too: by `one` thing (a password, a provider's
 * word) or by `two` (a passkey, or a code after the first). Throws `not-allowed` for members who wait for approval, and
 * `invalid` for those who are gone.
 */
export async function enter(
  a: Act,
  memberId: number,
  shown: { factors: 'one' | 'two'; agent: string },
): Promise<Entry> {
  const ways = await waysOf(a.db, memberId)
  if (!ways || ways.state === 'gone') throw new Refused('invalid', 'sign-in.wrong')
  if (ways.state === 'waiting') throw new Refused('not-allowed', 'sign-in.waiting')
  if (shown.factors === 'two' || !ways.hasFactor)
    return { memberId, token: await startSession(a, memberId, shown.agent) }
  const step = await addChallenge(a.db, { purpose: 'second-step', memberId, payload: '', now: a.now })
  return { memberId, step }
}

/** What somebody signs in with. */
export interface SignIn {
  /** A name or a mail address, as typed. */
  readonly name: string
  readonly password: string
  /** The network of the sender; see `PasswordAttempt`. */
  readonly network: string
  readonly agent: string
}

/**
 * Signs somebody in; → a session, or the code that is asked for first: nobody learns before the password whether one is.
 * Throws `invalid`, the same after the same time for a name that is not there, one without a password, and a wrong
 * password; `too-many` after many tries; and as `enter` does. Checks the password between two transactions, as it takes
 * long.
 */
export async function signIn(forum: Forum, input: SignIn): Promise<Entry> {
  const keys = { name: nameKeyOf(input.name), address: addressKeyOf(input.name) }
  const account = await findAccountBy(forum.store.read, keys)
  const attempt: PasswordAttempt = {
    account: account ? String(account.id) : `${keys.name}\n${keys.address}`,
    network: input.network,
  }
  await act(forum, SYSTEM, a => takePasswordAttempt(a, attempt))
  const fits = await verifyPassword(account?.password ?? null, input.password)
  if (!account || !fits) throw new Refused('invalid', 'sign-in.wrong')
  return act(forum, SYSTEM, async a => {
    const current = await findAccount(a.db, account.id)
    if (current?.password !== account.password) throw new Refused('invalid', 'sign-in.wrong')
    await forgivePasswordAttempt(a, attempt)
    return enter(a, account.id, { factors: 'one', agent: input.agent })
  })
}

/** Ends the session of a hash, whoever asks: only its owner knows the token. */
export async function signOut({ db }: Act, hash: string): Promise<void> {
  await removeSession(db, hash)
}

/** Ends one of one's own sessions by its name. Throws `not-signed-in`, and `not-found`. */
export async function endSession({ db, actor }: Act, id: string): Promise<void> {
  mustBeMember(actor)
  if (!(await removeSessionNamed(db, actor.memberId, id))) throw new Refused('not-found')
}

/** Ends all of one's own sessions but the one of a hash. Throws `not-signed-in`. */
export async function endOtherSessions({ db, actor }: Act, current: string | null): Promise<void> {
  mustBeMember(actor)
  await removeSessionsOf(db, actor.memberId, current)
}

/** Ends all sessions of a member, whoever it is. Throws `not-allowed` for anybody but an administrator. */
export async function endSessionsOf({ db, actor }: Act, memberId: number): Promise<void> {
  mustManageMembers(actor)
  await removeSessionsOf(db, memberId, null)
}

/**
 * Gives a member another role and ends their sessions, one's own aside: a session that somebody else got hold of must not
 * rise with its owner. Throws as `setRole` does.
 */
export async function changeRole(a: Act, memberId: number, role: MemberRole): Promise<void> {
  await setRole(a, memberId, role)
  if (a.actor.memberId !== memberId) await removeSessionsOf(a.db, memberId, null)
}

/** Forgets what is over: sessions, links, and tries that count no more. */
export async function forgetExpired({ db, now }: Act): Promise<void> {
  await removeExpired(db, now)
  await removeExpiredChallenges(db, now)
  await removeOldAttempts(db, now - Math.max(JOIN_ATTEMPTS.window, PASSWORD_ATTEMPTS.account.window))
}
