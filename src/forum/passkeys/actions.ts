import { createHmac } from 'node:crypto'
import { Refused } from '#base/errors.ts'
import { type Act, act, type Forum } from '../act.ts'
import { type Actor, mustBeMember, SYSTEM } from '../actor.ts'
import { addChallenge, takeChallenge } from '../challenges/store.ts'
import { mustProveAgain, type ProvenAgain } from '../passwords/again.ts'
import { tellSignInChanged } from '../passwords/telling.ts'
import { type Entry, enter } from '../sessions/actions.ts'
import { holdMember } from '../sessions/store-ways.ts'
import { mustHaveAnotherWay } from '../sessions/ways.ts'
import { MOST_PASSKEYS, type Party, readMade, readShown } from './model.ts'
import {
  credentialsOf,
  deletePasskey,
  findPasskey,
  insertPasskey,
  passkeysOf,
  usePasskey,
  writePasskeyName,
} from './store.ts'

const ASKED_FOR = 'required'
const TIMEOUT = 120_000

/** What a browser is asked with, and the token of the question. */
export interface Asked {
  /** For `navigator.credentials`, as JSON. */
  readonly options: object
  readonly token: string
}

const refused = (): Refused => new Refused('invalid', 'passkey.refused')
const isOver = (): Refused => new Refused('not-allowed', 'passkey.over')

/** What an authenticator keeps to know a member by; says nothing of them. */
const handleOf = (forum: Forum, memberId: number): Buffer =>
  createHmac('sha256', forum.secret).update(`passkey ${memberId}`).digest()

/**
 * Asks the browser for a new passkey, one that needs no name typed and makes sure of its owner itself. Throws `conflict` where
 * a member has too many, and as `mustProveAgain` does.
 */
export async function askNewPasskey(
  forum: Forum,
  actor: Actor,
  input: ProvenAgain & { party: Party },
): Promise<Asked> {
  const account = await mustProveAgain(forum, actor, input)
  const { generateRegistrationOptions } = await import('@simplewebauthn/server')
  const known = await credentialsOf(forum.store.read, account.id)
  mustHaveRoom(known.length)
  const { settings } = await forum.site.at(forum.store.read)
  const options = await generateRegistrationOptions({
    ...{ rpName: settings.name, rpID: input.party.host },
    ...{ userName: account.name, userDisplayName: account.name, timeout: TIMEOUT },
    userID: Uint8Array.from(handleOf(forum, account.id)),
    attestationType: 'none',
    excludeCredentials: known.map(id => ({ id })),
    authenticatorSelection: { residentKey: ASKED_FOR, userVerification: ASKED_FOR },
  })
  const question = { purpose: 'passkey-new', memberId: account.id, payload: options.challenge } as const
  const token = await act(forum, actor, a => addChallenge(a.db, { ...question, now: a.now }))
  return { options, token }
}

function mustHaveRoom(count: number): void {
  if (count >= MOST_PASSKEYS)
    throw new Refused('conflict', 'passkey.too-many', { values: { limit: MOST_PASSKEYS } })
}

/**
 * Keeps a passkey that the browser has made on our asking; → its id. Throws `not-signed-in`, `not-allowed` when the question
 * is closed, `invalid` for what was not made for us, `conflict` for one that is kept already.
 */
export async function keepPasskey(
  forum: Forum,
  actor: Actor,
  input: { token: string; name: string; credential: string; party: Party },
): Promise<number> {
  mustBeMember(actor)
  const { memberId } = actor
  const question = await act(forum, actor, a => takeChallenge(a.db, 'passkey-new', input.token, a.now))
  if (question?.memberId !== memberId) throw isOver()
  const made = await checkMade(input.credential, question.payload, input.party)
  return act(forum, actor, async a => {
    await holdMember(a.db, memberId)
    mustHaveRoom((await passkeysOf(a.db, memberId)).length)
    const id = await insertPasskey(a.db, { ...made, memberId, name: input.name, at: a.now })
    if (id === null) throw new Refused('conflict', 'passkey.kept-already')
    await tellSignInChanged(a, memberId, 'passkeys')
    return id
  })
}

async function checkMade(text: string, challenge: string, party: Party) {
  const made = readMade(text)
  if (!made) throw refused()
  const { verifyRegistrationResponse } = await import('@simplewebauthn/server')
  const checked = await verifyRegistrationResponse({
    response: { ...made, clientExtensionResults: {} },
    ...{ expectedChallenge: challenge, expectedOrigin: party.origin, expectedRPID: party.host },
    requireUserVerification: true,
  }).catch(() => null)
  if (!checked?.verified) throw refused()
  const { id, publicKey, counter } = checked.registrationInfo.credential
  return {
    ...{ credential: id, counter, transports: made.response.transports.join(' ') },
    publicKey: Buffer.from(publicKey).toString('base64url'),
  }
}

/** Asks the browser for a passkey, whosever it is: nothing is said of who has one. */
export async function askPasskey(forum: Forum, party: Party): Promise<Asked> {
  const { generateAuthenticationOptions } = await import('@simplewebauthn/server')
  const options = await generateAuthenticationOptions({
    ...{ rpID: party.host, userVerification: ASKED_FOR, timeout: TIMEOUT },
  })
  const question = { purpose: 'passkey-shown', memberId: null, payload: options.challenge } as const
  const token = await act(forum, SYSTEM, a => addChallenge(a.db, { ...question, now: a.now }))
  return { options, token }
}

/**
 * Signs somebody in by a passkey, which counts as two factors: something they have, and what it asks of them. Throws
 * `not-allowed` when the question is closed, `invalid` for a passkey that is not known or was not shown to us, and as `enter`
 * does.
 */
export async function signInByPasskey(
  forum: Forum,
  input: { token: string; credential: string; agent: string; party: Party },
): Promise<Entry> {
  const question = await act(forum, SYSTEM, a => takeChallenge(a.db, 'passkey-shown', input.token, a.now))
  if (!question) throw isOver()
  const { id, memberId, counter } = await checkShown(forum, input, question.payload)
  return act(forum, SYSTEM, async a => {
    if (!(await usePasskey(a.db, id, { counter, at: a.now }))) throw refused()
    return enter(a, memberId, { factors: 'two', agent: input.agent })
  })
}

async function checkShown(
  forum: Forum,
  { credential, party }: { credential: string; party: Party },
  challenge: string,
): Promise<{ id: number; memberId: number; counter: number }> {
  const shown = readShown(credential)
  const known = shown && (await findPasskey(forum.store.read, shown.id))
  if (!shown || !known) throw refused()
  const { userHandle, ...response } = shown.response
  const handle = handleOf(forum, known.memberId).toString('base64url')
  if (userHandle && userHandle !== handle) throw refused()
  const { verifyAuthenticationResponse } = await import('@simplewebauthn/server')
  const publicKey = Uint8Array.from(Buffer.from(known.publicKey, 'base64url'))
  const checked = await verifyAuthenticationResponse({
    response: { ...shown, response, clientExtensionResults: {} },
    ...{ expectedChallenge: challenge, expectedOrigin: party.origin, expectedRPID: party.host },
    credential: { id: known.credential, publicKey, counter: known.counter },
    requireUserVerification: true,
  }).catch(() => null)
  if (!checked?.verified) throw refused()
  return { id: known.id, memberId: known.memberId, counter: checked.authenticationInfo.newCounter }
}

/** Gives one's own passkey another name. Throws `not-signed-in`, and `not-found`. */
export async function renamePasskey({ db, actor }: Act, id: number, name: string): Promise<void> {
  mustBeMember(actor)
  if (!(await writePasskeyName(db, actor.memberId, id, name))) throw new Refused('not-found')
}

/**
 * Forgets one's own passkey. Throws `not-found`, `conflict` for the last way to sign in, and as `mustProveAgain` does.
 */
export async function removePasskey(
  forum: Forum,
  actor: Actor,
  input: ProvenAgain & { id: number },
): Promise<void> {
  const { id: memberId } = await mustProveAgain(forum, actor, input)
  await act(forum, actor, async a => {
    await mustHaveAnotherWay(a.db, memberId)
    if (!(await deletePasskey(a.db, memberId, input.id))) throw new Refused('not-found')
    await tellSignInChanged(a, memberId, 'passkeys')
  })
}
