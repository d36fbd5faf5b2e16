import { Refused } from '#base/errors.ts'
import type { Locale } from '#base/words.ts'
import { type Act, act, type Forum } from '../act.ts'
import { type Actor, mustBeMember, SYSTEM } from '../actor.ts'
import { addChallenge, findChallenge, takeChallenge } from '../challenges/store.ts'
import { askToConfirm } from '../confirming/actions.ts'
import { redeem } from '../invitations/actions.ts'
import { type GivenAnswers, readAnswers } from '../joining/actions.ts'
import { register } from '../members/actions/admit.ts'
import { addressKeyOf } from '../members/addresses.ts'
import { findAccount } from '../members/store-accounts.ts'
import { mustProveAgain, type ProvenAgain } from '../passwords/again.ts'
import { tellSignInChanged } from '../passwords/telling.ts'
import { type Entry, enter } from '../sessions/actions.ts'
import { takeJoinAttempt } from '../sessions/attempts.ts'
import { sessionBegan } from '../sessions/store-ways.ts'
import { mustHaveAnotherWay } from '../sessions/ways.ts'
import { type Asking, askProvider, hearProvider } from './asking.ts'
import { type Named, type Provider, returnPath } from './model.ts'
import { deleteIdentity, findProvider, insertIdentity, memberNamed, providersOf } from './store.ts'

const isOver = (): Refused => new Refused('not-allowed', 'provider.over')
const isSomebodyElses = (): Refused => new Refused('conflict', 'provider.linked-already')

/** What is kept while the browser is at a provider. */
interface Away {
  readonly provider: number
  readonly asking: Asking
  readonly next: string
}

/** What is kept of somebody whom nobody here is linked with yet. */
interface Kept {
  readonly named: Named
  readonly next: string
  /** When the provider named them. */
  readonly at: number
}

/** The providers that can be asked at present. */
export async function offeredProviders(forum: Forum): Promise<Provider[]> {
  return forum.outgoing.isAllowed ? providersOf(forum.store.read) : []
}

/** Where a browser is to go, and the token that it must come back with. */
export interface Departure {
  readonly location: string
  readonly token: string
}

/** Where somebody wants to go on, and the forum's own address. */
interface Leaving {
  readonly providerId: number
  readonly url: string
  readonly next: string
}

/** Begins to sign somebody in by a provider. Throws `not-found`, `not-allowed` for a member, `unavailable`. */
export async function leaveToSignIn(forum: Forum, actor: Actor, input: Leaving): Promise<Departure> {
  if (actor.memberId !== null) throw new Refused('not-allowed', 'register.member-already')
  return leave(forum, null, input)
}

/** Begins to link one's account with a provider. Throws as `mustProveAgain` does, `not-found`, `unavailable`. */
export async function leaveToLink(
  forum: Forum,
  actor: Actor,
  input: ProvenAgain & Leaving,
): Promise<Departure> {
  const { id } = await mustProveAgain(forum, actor, input)
  return leave(forum, id, input)
}

async function leave(forum: Forum, memberId: number | null, input: Leaving): Promise<Departure> {
  const { providerId, url, next } = input
  const provider = forum.outgoing.isAllowed && (await findProvider(forum.store.read, providerId))
  if (!provider) throw new Refused('not-found')
  const { location, asking } = await askProvider(forum, provider, url + returnPath(providerId))
  const payload = JSON.stringify({ provider: providerId, asking, next } satisfies Away)
  const question = { purpose: 'provider-asked', memberId, payload } as const
  const token = await act(forum, SYSTEM, a => addChallenge(a.db, { ...question, now: a.now }))
  return { location, token }
}

/** What coming back from a provider has led to. */
export type Arrival =
  | { readonly kind: 'entered'; readonly entry: Entry; readonly next: string }
  | { readonly kind: 'linked' }
  /** Nobody is linked with whom it named; the token of a `provider-named` challenge. */
  | { readonly kind: 'named'; readonly token: string; readonly next: string }

/**
 * Somebody comes back from a provider: `address` is that with which they come, `token` that with which they left. Throws
 * `not-allowed` when they did not leave from this browser, or long ago; `unavailable` when the provider's word does not hold;
 * `conflict` when it names somebody else's; and as `enter` does.
 */
export async function arrive(
  forum: Forum,
  actor: Actor,
  input: { providerId: number; token: string; address: URL; agent: string },
): Promise<Arrival> {
  const { providerId, token, address, agent } = input
  const question = await act(forum, SYSTEM, a => takeChallenge(a.db, 'provider-asked', token, a.now))
  const away = question && (JSON.parse(question.payload) as Away)
  const provider = away?.provider === providerId && (await findProvider(forum.store.read, providerId))
  if (!question || !away || !provider) throw isOver()
  if (question.memberId !== null && question.memberId !== actor.memberId) throw isOver()
  const named = await hearProvider(forum, provider, { address, asking: away.asking })
  const { memberId } = question
  if (memberId !== null) {
    await act(forum, actor, a => link(a, memberId, named))
    return { kind: 'linked' }
  }
  return act(forum, SYSTEM, async a => {
    const { next } = away
    const known = await memberNamed(a.db, named.issuer, named.subject)
    if (known !== undefined) {
      const entry = await enter(a, known, { factors: 'one', agent })
      return { kind: 'entered' as const, entry, next }
    }
    const payload = JSON.stringify({ named, next, at: a.now } satisfies Kept)
    const kept = { purpose: 'provider-named', memberId: null, payload, now: a.now } as const
    return { kind: 'named' as const, token: await addChallenge(a.db, kept), next }
  })
}

async function link(a: Act, memberId: number, { issuer, subject }: Named): Promise<void> {
  const owner = await memberNamed(a.db, issuer, subject)
  if (owner === memberId) return
  const isNew = await insertIdentity(a.db, { issuer, subject, memberId, at: a.now })
  if (!isNew) throw isSomebodyElses()
  await tellSignInChanged(a, memberId, 'providers')
}

/** Whom a provider has named, while they choose what to do; undefined when that is over. */
export async function namedPerson(forum: Forum, token: string): Promise<Kept | undefined> {
  const found = await findChallenge(forum.store.read, 'provider-named', token, forum.clock())
  return found && (JSON.parse(found.payload) as Kept)
}

async function takeNamed(a: Act, token: string): Promise<Kept> {
  const found = await takeChallenge(a.db, 'provider-named', token, a.now)
  if (!found) throw isOver()
  return JSON.parse(found.payload) as Kept
}

/**
 * Links one's account with whom a provider has named in this browser. Only in a session that has begun since: whoever finds
 * one open cannot link themselves. Throws `not-signed-in`, `not-allowed`, `conflict` for somebody else's.
 */
export async function linkNamed(
  forum: Forum,
  actor: Actor,
  input: { token: string; session: string | null },
): Promise<{ next: string }> {
  mustBeMember(actor)
  const { memberId } = actor
  const { token, session } = input
  return act(forum, actor, async a => {
    const { named, next, at } = await takeNamed(a, token)
    const began = session === null ? undefined : await sessionBegan(a.db, memberId, session)
    if (began === undefined || began < at) throw new Refused('not-allowed', 'provider.sign-in-first')
    await link(a, memberId, named)
    return { next }
  })
}

/** What somebody types whom a provider has named, and who is no member yet. */
export interface JoiningNamed {
  readonly token: string
  readonly name: string
  readonly address: string
  /** The token of an invitation; '' for none. */
  readonly invitation: string
  /** What they answered to what the forum asks of whoever joins. */
  readonly answers?: GivenAnswers
  readonly locale: Locale
  readonly network: string
  readonly agent: string
}

const NO_ANSWERS: GivenAnswers = { asked: null, answer: '', about: '' }

/**
 * Makes a member of somebody whom a provider has named, by the forum's own rules for joining; their address counts as
 * confirmed where it is the one that a trusted provider has confirmed. → a session, or null where administrators have to agree
 * first. Throws `not-allowed`, `invalid` or `conflict` for the field that cannot be used, `too-many`.
 */
export async function joinNamed(
  forum: Forum,
  actor: Actor,
  input: JoiningNamed,
): Promise<{ entry: Entry | null; next: string }> {
  const { token, name, address, invitation, answers = NO_ANSWERS, locale, network, agent } = input
  await act(forum, actor, a => takeJoinAttempt(a, network))
  return act(forum, actor, async a => {
    const { named, next } = await takeNamed(a, token)
    const isConfirmed = named.isVerified && addressKeyOf(address) === addressKeyOf(named.address)
    const isInvited = invitation !== ''
    const said = JSON.stringify(await readAnswers(a.db, answers))
    const joining = { name, address, password: null, isConfirmed, isInvited, answers: said, locale }
    const { id, isWaiting } = await register(a, joining)
    if (isInvited) await redeem(a, invitation, address)
    if (!(await insertIdentity(a.db, { ...identityOf(named), memberId: id, at: a.now })))
      throw isSomebodyElses()
    const account = await findAccount(a.db, id)
    if (!isConfirmed && account?.address)
      await askToConfirm(a, { memberId: id, name: account.name, address: account.address }, locale)
    return { entry: isWaiting ? null : await enter(a, id, { factors: 'one', agent }), next }
  })
}

const identityOf = ({ issuer, subject }: Named) => ({ issuer, subject })

/**
 * Unlinks one's account from an issuer. Throws `not-found`, `conflict` for the last way to sign in, and as `mustProveAgain`
 * does.
 */
export async function unlink(
  forum: Forum,
  actor: Actor,
  input: ProvenAgain & { providerId: number },
): Promise<void> {
  const { id: memberId } = await mustProveAgain(forum, actor, input)
  await act(forum, actor, async a => {
    await mustHaveAnotherWay(a.db, memberId)
    const provider = await findProvider(a.db, input.providerId)
    if (!provider || !(await deleteIdentity(a.db, memberId, provider.issuer))) throw new Refused('not-found')
    await tellSignInChanged(a, memberId, 'providers')
  })
}
