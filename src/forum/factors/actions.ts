import { Refused } from '#base/errors.ts'
import { type Act, act, type Forum } from '../act.ts'
import { type Actor, mustBeMember, SYSTEM } from '../actor.ts'
import { addChallenge, findChallenge, removeChallengesOf, takeChallenge } from '../challenges/store.ts'
import { mustManageMembers } from '../members/rules.ts'
import { mustProveAgain, type ProvenAgain } from '../passwords/again.ts'
import { tellSignInChanged } from '../passwords/telling.ts'
import { type Entry, enter, startSession } from '../sessions/actions.ts'
import { forgiveCodeAttempt, takeCodeAttempt } from '../sessions/attempts.ts'
import { removeSessionsOf } from '../sessions/store.ts'
import { hashOfRecovery, newRecoveryCodes, newSecret, sealSecret, stepOf, unsealSecret } from './codes.ts'
import { readCode } from './model.ts'
import {
  addAuthenticator,
  factorOf,
  removeAuthenticator,
  replaceRecovery,
  secretOf,
  useRecovery,
  useStep,
} from './store.ts'

/** A code that was typed, and where. */
export interface Coded {
  readonly code: string
  /** The network of the sender; see `PasswordAttempt`. */
  readonly network: string
}

const wrongCode = (): Refused => new Refused('invalid', 'factor.wrong', { field: 'code' })

/**
 * Begins to set a second factor up; → the token by which it is confirmed within ten minutes. Throws `conflict` where there
 * is one, and as `mustProveAgain` does.
 */
export async function beginFactor(forum: Forum, actor: Actor, proof: ProvenAgain): Promise<string> {
  const { id } = await mustProveAgain(forum, actor, proof)
  const payload = sealSecret(forum.secret, id, await newSecret())
  return act(forum, actor, async a => {
    if (await factorOf(a.db, id)) throw new Refused('conflict', 'factor.there-already')
    return addChallenge(a.db, { purpose: 'factor-setup', memberId: id, payload, now: a.now })
  })
}

/** The secret that is being set up. Throws `not-signed-in`, and `not-allowed` when it took too long. */
export async function secretOfSetup(forum: Forum, actor: Actor, setup: string): Promise<string> {
  mustBeMember(actor)
  const found = await findChallenge(forum.store.read, 'factor-setup', setup, forum.clock())
  if (found?.memberId !== actor.memberId) throw new Refused('not-allowed', 'factor.setup-over')
  return unsealSecret(forum.secret, actor.memberId, found.payload)
}

/** What a member gets who has changed their second factor: codes to keep, and a session in place of all they had. */
export interface FactorChanged {
  readonly codes: readonly string[]
  readonly token: string
}

/**
 * Sets a second factor up, once the first code of it is right. Throws `not-signed-in`, `not-allowed` when it took too long,
 * `invalid` for the field `code`, `too-many`, `conflict`.
 */
export async function confirmFactor(
  forum: Forum,
  actor: Actor,
  input: Coded & { setup: string; agent: string },
): Promise<FactorChanged> {
  mustBeMember(actor)
  const { memberId } = actor
  const secret = await secretOfSetup(forum, actor, input.setup)
  await act(forum, actor, a => takeCodeAttempt(a, memberId, input.network))
  const typed = readCode(input.code)
  const step = typed?.kind === 'digits' ? await stepOf(secret, typed.digits, forum.clock()) : null
  if (step === null) throw wrongCode()
  const codes = newRecoveryCodes()
  return act(forum, actor, async a => {
    if (!(await takeChallenge(a.db, 'factor-setup', input.setup, a.now)))
      throw new Refused('not-allowed', 'factor.setup-over')
    const factor = { memberId, secret: sealSecret(forum.secret, memberId, secret), lastStep: step }
    if (!(await addAuthenticator(a.db, { ...factor, confirmedAt: a.now })))
      throw new Refused('conflict', 'factor.there-already')
    await forgiveCodeAttempt(a, memberId, input.network)
    return renew(a, memberId, codes, input.agent)
  })
}

/**
 * Makes new recovery codes. Asks for the password and a code. Throws as `mustProveAgain` does, `invalid` for the field
 * `code`, `too-many`, `not-found` where there is no second factor.
 */
export async function newCodes(
  forum: Forum,
  actor: Actor,
  input: ProvenAgain & Coded & { agent: string },
): Promise<FactorChanged> {
  const { id } = await mustProveAgain(forum, actor, input)
  const codes = newRecoveryCodes()
  return withCode(forum, actor, { ...input, memberId: id }, a => renew(a, id, codes, input.agent))
}

/** Switches the second factor off; → the token of a new session. Asks and throws as `newCodes` does. */
export async function removeFactor(
  forum: Forum,
  actor: Actor,
  input: ProvenAgain & Coded & { agent: string },
): Promise<string> {
  const { id } = await mustProveAgain(forum, actor, input)
  return withCode(forum, actor, { ...input, memberId: id }, async a => {
    await removeAuthenticator(a.db, id)
    return (await renew(a, id, [], input.agent)).token
  })
}

/** Other codes, other sessions: whoever came in before the change is out. */
async function renew(
  a: Act,
  memberId: number,
  codes: readonly string[],
  agent: string,
): Promise<FactorChanged> {
  await replaceRecovery(
    a.db,
    memberId,
    codes.map(code => hashOfRecovery(memberId, code)),
  )
  await removeChallengesOf(a.db, memberId)
  await removeSessionsOf(a.db, memberId, null)
  await tellSignInChanged(a, memberId, 'factor')
  return { codes, token: await startSession(a, memberId, agent) }
}

/**
 * Takes a member's second factor away, for one who has lost it, and ends their sessions. Throws `not-allowed` for anybody
 * but an administrator, and `not-found`.
 */
export async function resetFactor(a: Act, memberId: number): Promise<void> {
  mustManageMembers(a.actor)
  if (!(await removeAuthenticator(a.db, memberId))) throw new Refused('not-found')
  await removeChallengesOf(a.db, memberId)
  await removeSessionsOf(a.db, memberId, null)
  await tellSignInChanged(a, memberId, 'factor')
}

/** Whether the code after the password is waited for by a token. */
export async function isStepOpen(forum: Forum, step: string): Promise<boolean> {
  return (await findChallenge(forum.store.read, 'second-step', step, forum.clock())) !== undefined
}

/**
 * The code after the password; → a session. Throws `not-signed-in` when the question is closed, `invalid` for the field
 * `code`, and `too-many`.
 */
export async function finishSignIn(
  forum: Forum,
  input: Coded & { step: string; agent: string },
): Promise<Entry> {
  const found = await findChallenge(forum.store.read, 'second-step', input.step, forum.clock())
  if (!found || found.memberId === null) throw new Refused('not-allowed', 'factor.step-over')
  const { memberId } = found
  return withCode(forum, SYSTEM, { ...input, memberId }, async a => {
    if (!(await takeChallenge(a.db, 'second-step', input.step, a.now)))
      throw new Refused('not-allowed', 'factor.step-over')
    return enter(a, memberId, { factors: 'two', agent: input.agent })
  })
}

/** Uses up a code and does what it was asked for, both or neither. */
async function withCode<T>(
  forum: Forum,
  actor: Actor,
  input: Coded & { memberId: number },
  action: (a: Act) => Promise<T>,
): Promise<T> {
  const { memberId, network } = input
  await act(forum, actor, a => takeCodeAttempt(a, memberId, network))
  const typed = readCode(input.code)
  const sealed = await secretOf(forum.store.read, memberId)
  if (!typed || sealed === undefined) throw wrongCode()
  const step =
    typed.kind === 'digits'
      ? await stepOf(unsealSecret(forum.secret, memberId, sealed), typed.digits, forum.clock())
      : null
  return act(forum, actor, async a => {
    const isGood =
      typed.kind === 'recovery'
        ? await useRecovery(a.db, memberId, hashOfRecovery(memberId, typed.code))
        : step !== null && (await useStep(a.db, memberId, step))
    // Somebody may have set up another one since it was read.
    if (!isGood || (await secretOf(a.db, memberId)) !== sealed) throw wrongCode()
    await forgiveCodeAttempt(a, memberId, network)
    return action(a)
  })
}
