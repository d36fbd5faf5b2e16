import { generateKeyPairSync } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sha256 } from '#base/ids.ts'
import { HOUR, MINUTE } from '#base/time.ts'
import { createOutgoing } from '#outgoing/outgoing.ts'
import { STORES } from '../../../tests/support/databases.ts'
import { forumOf, type TestForum, testForum } from '../../../tests/support/forum.ts'
import {
  CLIENT_ID,
  CLIENT_SECRET,
  type IdentityProvider,
  type Lies,
  openProvider,
} from '../../../tests/support/identity-provider.ts'
import { servePages } from '../../../tests/support/web-pages.ts'
import { act, type Forum } from '../act.ts'
import { type Actor, GUEST, SYSTEM } from '../actor.ts'
import { hashPassword } from '../members/passwords.ts'
import { setPassword } from '../passwords/actions.ts'
import { resolveSession, startSession } from '../sessions/actions.ts'
import { changeSettings } from '../settings/actions.ts'
import {
  type Arrival,
  arrive,
  joinNamed,
  leaveToLink,
  leaveToSignIn,
  linkNamed,
  namedPerson,
  offeredProviders,
  unlink,
} from './actions.ts'
import { addProvider, changeProvider, removeProvider } from './managing.ts'

const PASSWORD = 'nine herrings and a bucket'
const URL_OF_FORUM = 'https://forum.test'

describe.each(STORES)('providers of identities on %s', kind => {
  let house: TestForum
  let forum: Forum
  let idp: IdentityProvider
  let bo: Actor
  let id: number
  let networks = 0

  const outcome = async (work: Promise<unknown>) =>
    work.then(
      () => 'fine',
      error => (error.code as string) ?? String(error),
    )
  const provider = (change: object = {}) => ({
    ...{ name: 'Harbour', issuer: idp.issuer, clientId: CLIENT_ID, clientSecret: CLIENT_SECRET },
    ...{ trusted: true, position: 1, ...change },
  })
  /** Another forum on the same database: it knows nothing of the provider yet. */
  const openForum = async () => {
    const hosts = [{ host: '127.0.0.1', port: idp.port }]
    const outgoing = createOutgoing({ isAllowed: true, hosts, origin: URL_OF_FORUM, version: '1' })
    return forumOf(house, outgoing)
  }

  beforeEach(async () => {
    house = await testForum(kind)
    idp = await openProvider()
    forum = await openForum()
    bo = { ...GUEST, memberId: house.members.Bo, name: 'Bo', role: 'member' }
    id = await addProvider(forum, SYSTEM, provider())
  })
  afterEach(async () => {
    await idp.close()
    await house.close()
  })

  const leave = (next = '') => leaveToSignIn(forum, GUEST, { providerId: id, url: URL_OF_FORUM, next })
  const come = (token: string, address: URL, who: Actor = GUEST, providerId = id) =>
    arrive(forum, who, { providerId, token, address, agent: 'test' })
  const signIn = async (who: Record<string, unknown> = {}): Promise<Arrival> => {
    const { location, token } = await leave()
    return come(token, idp.agree(location, who))
  }
  const named = async (who: Record<string, unknown> = {}): Promise<string> => {
    const arrival = await signIn(who)
    if (arrival.kind !== 'named') throw new Error(`Not named but ${arrival.kind}`)
    return arrival.token
  }
  const join = (token: string, change: object = {}) =>
    joinNamed(forum, GUEST, {
      ...{ token, name: 'Edda', address: 'edda@example.org', invitation: '', locale: 'en' },
      ...{ network: `10.8.0.${networks++}`, agent: '', ...change },
    })
  const whoIs = async (arrival: Arrival) =>
    arrival.kind === 'entered' && 'token' in arrival.entry
      ? (await resolveSession(forum, sha256(arrival.entry.token)))?.actor.memberId
      : undefined
  const linkBo = async () => {
    const token = await named()
    const session = await act(forum, bo, a => startSession(a, house.members.Bo, ''))
    await linkNamed(forum, bo, { token, session: sha256(session) })
    return sha256(session)
  }

  test('are asked with state, nonce and PKCE, each time others, and their secret lies sealed', async () => {
    const left = [await leave(), await leave()]
    const asked = left.map(({ location }) => new URL(location).searchParams)
    for (const query of asked) {
      expect(query.get('code_challenge_method')).toBe('S256')
      expect(query.get('redirect_uri')).toBe(`${URL_OF_FORUM}/sign-in/with/${id}/return`)
      expect(query.get('scope')).toBe('openid email profile')
    }
    for (const name of ['state', 'nonce', 'code_challenge'])
      expect(new Set(asked.map(query => query.get(name))).size, name).toBe(2)
    const kept = JSON.stringify(await house.store.read.selectFrom('providers').selectAll().execute())
    expect(kept).not.toContain(CLIENT_SECRET)
    // What it says of itself is asked for once.
    expect(idp.asked.filter(each => each.includes('well-known'))).toHaveLength(1)
  })

  test('name somebody new, who becomes a member, and is known the next time', async () => {
    const who = { email: 'edda@example.org', email_verified: true, preferred_username: 'Edda' }
    const token = await named(who)
    expect(await namedPerson(forum, token)).toMatchObject({
      named: { subject: 'harbour-7', address: 'edda@example.org', isVerified: true, suggested: 'Edda' },
    })
    const { entry } = await join(token)
    expect(entry).toHaveProperty('token')
    expect(await whoIs(await signIn({ email: 'another@example.org' }))).toBe(entry?.memberId)
    const row = await house.store.read
      .selectFrom('members')
      .selectAll()
      .where('name', '=', 'Edda')
      .executeTakeFirstOrThrow()
    expect(row.password).toBeNull()
    expect(row.addressConfirmedAt).toBe(house.clock())
  })

  test('are taken at their word about an address only if they are trusted and say yes, not “yes”', async () => {
    const address = async () =>
      house.store.read
        .selectFrom('members')
        .select('addressConfirmedAt')
        .where('name', '=', 'Edda')
        .executeTakeFirstOrThrow()
    const email = 'edda@example.org'
    for (const verified of [false, 'true', 1, undefined, null, ['true']]) {
      const token = await named({ email, email_verified: verified })
      expect((await namedPerson(forum, token))?.named.isVerified, String(verified)).toBe(false)
    }
    await changeProvider(forum, SYSTEM, id, provider({ trusted: false, clientSecret: '' }))
    const token = await named({ email, email_verified: true })
    expect((await namedPerson(forum, token))?.named.isVerified).toBe(false)
    await join(token)
    expect((await address()).addressConfirmedAt).toBeNull()
  })

  test('never lead to an account by its address: its owner signs in first, and links it', async () => {
    const token = await named({ email: 'bo@example.org', email_verified: true })
    expect(await outcome(join(token, { name: 'Bobo', address: 'bo@example.org' }))).toBe('conflict')
    // A session that somebody found open does not do.
    const before = await act(forum, bo, a => startSession(a, house.members.Bo, ''))
    house.pass(MINUTE)
    const later = await named({ email: 'bo@example.org', email_verified: true })
    expect(await outcome(linkNamed(forum, bo, { token: later, session: sha256(before) }))).toBe('not-allowed')
    expect(await outcome(linkNamed(forum, bo, { token: later, session: null }))).toBe('not-allowed')
    expect(await outcome(linkNamed(forum, GUEST, { token: later, session: null }))).toBe('not-signed-in')
    const session = await act(forum, bo, a => startSession(a, house.members.Bo, ''))
    await linkNamed(forum, bo, { token: later, session: sha256(session) })
    expect(await whoIs(await signIn())).toBe(house.members.Bo)
  })

  test('that lie in their token are not believed', async () => {
    const now = Math.floor(Date.now() / 1000)
    const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
    const lies: Record<string, Lies> = {
      'another issuer': { claims: { iss: 'https://elsewhere.test' } },
      'no issuer': { claims: { iss: undefined } },
      'for somebody else': { claims: { aud: 'another' } },
      'for several, by none of them': { claims: { aud: [CLIENT_ID, 'another'] } },
      'by another party': { claims: { azp: 'another' } },
      'another nonce': { claims: { nonce: 'guessed' } },
      'no nonce': { claims: { nonce: undefined } },
      expired: { claims: { exp: now - 400, iat: now - 800 } },
      'no end': { claims: { exp: undefined } },
      'an end that is no number': { claims: { exp: 'never' } },
      'not yet': { claims: { nbf: now + 4000 } },
      nobody: { claims: { sub: undefined } },
      'an empty name': { claims: { sub: '' } },
      'a number': { claims: { sub: 7 } },
      'a name without end': { claims: { sub: 'x'.repeat(300) } },
      unsigned: { algorithm: 'none' },
      'unsigned, and says that it may': {
        algorithm: 'none',
        about: { id_token_signing_alg_values_supported: ['none', 'RS256'] },
      },
      'signed with the secret': {
        algorithm: 'HS256',
        about: { id_token_signing_alg_values_supported: ['HS256', 'RS256'] },
      },
      'signed with the public key as a secret': {
        algorithm: 'HS256 with the public key',
        about: { id_token_signing_alg_values_supported: ['HS256', 'RS256'] },
      },
      'signed by somebody else': { key: other },
      'another who comes back': { back: { iss: 'https://elsewhere.test' } },
      'another state': { back: { state: 'guessed' } },
      'no state': { back: { state: undefined } },
      'no code': { back: { code: undefined } },
      'a code of its own': { back: { code: 'guessed' } },
      'an error': { back: { error: 'server_error', code: undefined } },
    }
    for (const [name, lie] of Object.entries(lies)) {
      forum = await openForum()
      Object.assign(idp.lies, { claims: {}, back: {}, about: {}, algorithm: 'RS256', key: undefined }, lie)
      expect(await outcome(signIn()), name).toBe('unavailable')
    }
    const rows = await house.store.read.selectFrom('challenges').selectAll().execute()
    expect(rows).toEqual([])
    Object.assign(idp.lies, { claims: {}, back: { error: 'access_denied' }, about: {}, key: undefined })
    expect(await outcome(signIn())).toBe('not-allowed')
    idp.lies.back = {}
    expect(await outcome(signIn())).toBe('fine')
  })

  test('that do not answer as they should are not waited for, nor followed', async () => {
    const wire = await servePages((_request, response) => response.end('{}'), '127.0.0.2')
    const huge = Buffer.alloc(5 * 2 ** 20, 0x20)
    const json = { 'content-type': 'application/json' }
    const about = '/.well-known/openid-configuration'
    const lies: Record<string, Lies> = {
      'a huge body': {
        answers: { [about]: (_request, response) => response.writeHead(200, json).end(huge) },
      },
      'no JSON': { answers: { [about]: (_request, response) => response.writeHead(200, json).end('<p>') } },
      'another type': { answers: { [about]: (_request, response) => response.end('{}') } },
      'a redirect': {
        answers: {
          [about]: (_request, response) => response.writeHead(302, { location: wire.url }).end(),
        },
      },
      'nothing there': { answers: { [about]: (_request, response) => response.writeHead(500).end() } },
      'another issuer': { about: { issuer: 'https://elsewhere.test' } },
      'an address that is no page': { about: { authorization_endpoint: 'javascript:alert(1)' } },
      'tokens at a private address': { about: { token_endpoint: `${wire.url}/token` } },
      'keys at a private address': { about: { jwks_uri: `${wire.url}/jwks` } },
      'a huge token': {
        answers: { '/token': (_request, response) => response.writeHead(200, json).end(huge) },
      },
      'a token elsewhere': {
        answers: {
          '/token': (_request, response) => response.writeHead(307, { location: `${wire.url}/token` }).end(),
        },
      },
      'a user who is another': { user: { sub: 'somebody else', email: 'bo@example.org' } },
    }
    for (const [name, lie] of Object.entries(lies)) {
      forum = await openForum()
      Object.assign(idp.lies, { about: {}, answers: {}, user: undefined }, lie)
      expect(await outcome(signIn()), name).toBe('unavailable')
    }
    expect(wire.connections()).toBe(0)
    await wire.close()
  })

  test('are answered once, from the browser that was asked, within ten minutes', async () => {
    await linkBo()
    const { location, token } = await leave()
    const back = idp.agree(location)
    const other = await leave()
    // Another browser has another token, or none.
    expect(await outcome(come(other.token, back))).toBe('unavailable')
    expect(await outcome(come('x'.repeat(43), back))).toBe('not-allowed')
    expect(await outcome(come(token, back, GUEST, id + 1))).toBe('not-allowed')
    expect(await outcome(come(token, back))).toBe('not-allowed')
    const many = await leave()
    const answer = idp.agree(many.location)
    const tries = await Promise.all(Array.from({ length: 200 }, () => outcome(come(many.token, answer))))
    expect(tries.filter(each => each === 'fine')).toHaveLength(1)
    expect(tries.filter(each => each === 'not-allowed')).toHaveLength(199)
    // The same answer with a question of its own: the code is used up.
    const again = await leave()
    const replayed = new URL(answer)
    replayed.searchParams.set('state', new URL(again.location).searchParams.get('state')!)
    expect(await outcome(come(again.token, replayed))).toBe('unavailable')
    const late = await leave()
    const lateBack = idp.agree(late.location)
    house.pass(10 * MINUTE)
    expect(await outcome(come(late.token, lateBack))).toBe('not-allowed')
  })

  test('are linked with the password, by the member who left, and to nobody else', async () => {
    const hash = await hashPassword(PASSWORD)
    await act(forum, SYSTEM, a => setPassword(a, house.members.Bo, hash))
    const proof = { currentPassword: PASSWORD, network: '198.51.100.7', session: null }
    const input = { ...proof, providerId: id, url: URL_OF_FORUM, next: '' }
    expect(await outcome(leaveToLink(forum, bo, { ...input, currentPassword: 'wrong' }))).toBe('invalid')
    const cy: Actor = { ...bo, memberId: house.members.Cy, name: 'Cy' }
    const left = await leaveToLink(forum, bo, input)
    expect(await outcome(come(left.token, idp.agree(left.location), cy))).toBe('not-allowed')
    const again = await leaveToLink(forum, bo, input)
    expect(await come(again.token, idp.agree(again.location), bo)).toEqual({ kind: 'linked' })
    expect(await whoIs(await signIn())).toBe(house.members.Bo)
    const session = await act(forum, cy, a => startSession(a, house.members.Cy, ''))
    const theirs = await leaveToLink(forum, cy, { ...input, session: sha256(session) })
    expect(await outcome(come(theirs.token, idp.agree(theirs.location), cy))).toBe('conflict')
    expect(await outcome(leaveToSignIn(forum, bo, input))).toBe('not-allowed')
    await unlink(forum, bo, input)
    expect((await signIn()).kind).toBe('named')
    expect(await outcome(unlink(forum, bo, input))).toBe('not-found')
  })

  test('are not unlinked where they are the last way in', async () => {
    const session = await linkBo()
    const proof = { currentPassword: '', network: '198.51.100.7', session, providerId: id }
    expect(await outcome(unlink(forum, bo, proof))).toBe('conflict')
    const hash = await hashPassword(PASSWORD)
    await act(forum, SYSTEM, a => setPassword(a, house.members.Bo, hash))
    expect(await outcome(unlink(forum, bo, { ...proof, currentPassword: PASSWORD }))).toBe('fine')
  })

  test('are one way in, however many of theirs somebody is', async () => {
    await linkBo()
    const token = await named({ sub: 'harbour-8' })
    const session = sha256(await act(forum, bo, a => startSession(a, house.members.Bo, '')))
    await linkNamed(forum, bo, { token, session })
    const rows = await house.store.read.selectFrom('identities').select('subject').execute()
    expect(rows).toHaveLength(2)
    const proof = { currentPassword: '', network: '198.51.100.7', session, providerId: id }
    expect(await outcome(unlink(forum, bo, proof))).toBe('conflict')
  })

  test('are one factor: the code of the second is asked for, and those who are gone stay out', async () => {
    await linkBo()
    await house.store.write
      .insertInto('authenticators')
      .values({ memberId: house.members.Bo, secret: 's', confirmedAt: 1 })
      .execute()
    expect(await signIn()).toMatchObject({ kind: 'entered', entry: { step: expect.any(String) } })
    await house.store.write
      .updateTable('members')
      .set({ state: 'gone' })
      .where('id', '=', house.members.Bo)
      .execute()
    expect(await outcome(signIn())).toBe('invalid')
  })

  test('open no way round the rules for joining', async () => {
    const settle = (registration: 'closed' | 'approval' | 'invitation') =>
      act(forum, SYSTEM, a => changeSettings(a, { registration }))
    await settle('closed')
    expect(await outcome(join(await named()))).toBe('not-allowed')
    await settle('invitation')
    expect(await outcome(join(await named()))).toBe('not-allowed')
    expect(await outcome(join(await named(), { invitation: 'made-up' }))).not.toBe('fine')
    await settle('approval')
    const token = await named()
    expect(await outcome(join(token, { name: 'BO' }))).toBe('conflict')
    expect((await join(token)).entry).toBeNull()
    expect(await outcome(signIn())).toBe('not-allowed')
    expect(await outcome(join(token, { name: 'Edda 2' }))).toBe('not-allowed')
  })

  test('are kept by administrators alone, and asked only where requests are allowed', async () => {
    expect(await outcome(addProvider(forum, bo, provider()))).toBe('not-allowed')
    expect(await outcome(addProvider(forum, SYSTEM, provider()))).toBe('conflict')
    for (const issuer of [
      '',
      'no address',
      'ftp://a.test',
      'https://a@b.test',
      'https://a.test/?x',
      'https://a.test#x',
    ])
      expect(await outcome(addProvider(forum, SYSTEM, provider({ issuer }))), issuer).toBe('invalid')
    const elsewhere = provider({ issuer: 'https://elsewhere.test', clientSecret: '' })
    expect(await outcome(addProvider(forum, SYSTEM, elsewhere))).toBe('invalid')
    expect(await outcome(changeProvider(forum, SYSTEM, id, elsewhere))).toBe('invalid')
    expect(await outcome(changeProvider(forum, bo, id, provider()))).toBe('not-allowed')
    expect(await outcome(act(forum, bo, a => removeProvider(a, id)))).toBe('not-allowed')
    const silent = await forumOf(house)
    expect(await offeredProviders(silent)).toEqual([])
    const input = { providerId: id, url: URL_OF_FORUM, next: '' }
    expect(await outcome(leaveToSignIn(silent, GUEST, input))).toBe('not-found')
    await act(forum, SYSTEM, a => removeProvider(a, id))
    expect(await outcome(leave())).toBe('not-found')
    house.pass(HOUR)
  })
})
