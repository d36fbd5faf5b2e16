import { generateKeyPairSync } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sha256 } from '#base/ids.ts'
import { MINUTE } from '#base/time.ts'
import { createAuthenticator, type Otherwise } from '../../../tests/support/authenticator.ts'
import { STORES } from '../../../tests/support/databases.ts'
import { forumOf, type TestForum, testForum } from '../../../tests/support/forum.ts'
import { act, type Forum } from '../act.ts'
import { type Actor, GUEST, SYSTEM } from '../actor.ts'
import { suspend } from '../members/actions/manage.ts'
import { hashPassword } from '../members/passwords.ts'
import { setPassword } from '../passwords/actions.ts'
import { resolveSession, startSession } from '../sessions/actions.ts'
import {
  askNewPasskey,
  askPasskey,
  keepPasskey,
  removePasskey,
  renamePasskey,
  signInByPasskey,
} from './actions.ts'
import { MOST_PASSKEYS, partyOf } from './model.ts'
import { exportOf, passkeysOf } from './store.ts'

const PASSWORD = 'nine herrings and a bucket'
const ORIGIN = 'https://forum.test'
const party = partyOf(ORIGIN)

describe.each(STORES)('passkeys on %s', kind => {
  let house: TestForum
  let forum: Forum
  let bo: Actor
  const proof = { currentPassword: PASSWORD, network: '198.51.100.7', session: null, party }

  beforeEach(async () => {
    house = await testForum(kind)
    forum = await forumOf(house)
    bo = { ...GUEST, memberId: house.members.Bo, name: 'Bo', role: 'member' }
    const hash = await hashPassword(PASSWORD)
    await act(forum, SYSTEM, a => setPassword(a, house.members.Bo, hash))
  })
  afterEach(() => house.close())

  const outcome = async (work: Promise<unknown>) =>
    work.then(
      () => 'fine',
      error => error.code as string,
    )
  const keep = async (device = createAuthenticator(ORIGIN), otherwise: Otherwise = {}, name = 'Phone') => {
    const { options, token } = await askNewPasskey(forum, bo, proof)
    const credential = device.make(options, otherwise)
    return { device, id: await keepPasskey(forum, bo, { token, name, credential, party }), token, credential }
  }
  const enter = async (device: ReturnType<typeof createAuthenticator>, otherwise: Otherwise = {}) => {
    const { options, token } = await askPasskey(forum, party)
    const credential = device.show(options, otherwise)
    return signInByPasskey(forum, { token, credential, agent: 'test', party })
  }
  const list = () => passkeysOf(house.store.read, house.members.Bo)

  test('are kept once they are made on our asking, and sign in without a password', async () => {
    const { device } = await keep()
    const entry = await enter(device)
    const session = 'token' in entry ? await resolveSession(forum, sha256(entry.token)) : null
    expect(session?.actor.memberId).toBe(house.members.Bo)
    const [line] = await list()
    expect(line).toMatchObject({ name: 'Phone', usedAt: house.clock() })
  })

  test('count as two factors: no code is asked for', async () => {
    const { device } = await keep()
    await house.store.write
      .insertInto('authenticators')
      .values({ memberId: house.members.Bo, secret: 's', confirmedAt: 1 })
      .execute()
    expect(await enter(device)).toHaveProperty('token')
  })

  test('say nothing about their owner before they are shown', async () => {
    await keep()
    const { options } = await askPasskey(forum, party)
    expect(options).toMatchObject({ userVerification: 'required', rpId: 'forum.test' })
    expect((options as { allowCredentials?: unknown }).allowCredentials ?? []).toEqual([])
    const { options: made } = await askNewPasskey(forum, bo, proof)
    expect(made).toMatchObject({
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      attestation: 'none',
    })
  })

  test('that were made for another page, by a stranger or without their owner are not kept', async () => {
    const bad: Otherwise[] = [
      { origin: 'https://elsewhere.test' },
      { origin: 'https://forum.test:8443' },
      { origin: 'http://forum.test' },
      { host: 'elsewhere.test' },
      { challenge: Buffer.alloc(32).toString('base64url') },
      { type: 'webauthn.get' },
      { verified: false },
      { present: false },
    ]
    for (const otherwise of bad)
      expect(await outcome(keep(createAuthenticator(ORIGIN), otherwise)), JSON.stringify(otherwise)).toBe(
        'invalid',
      )
    expect(await list()).toEqual([])
  })

  test('that are shown wrongly let nobody in', async () => {
    const { device } = await keep()
    const other = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
    const bad: Otherwise[] = [
      { origin: 'https://elsewhere.test' },
      { origin: 'https://forum.test.elsewhere.test' },
      { host: 'elsewhere.test' },
      { challenge: Buffer.alloc(32).toString('base64url') },
      { type: 'webauthn.create' },
      { verified: false },
      { present: false },
      { key: other },
      { userHandle: Buffer.from('somebody else').toString('base64url') },
      { credential: createAuthenticator(ORIGIN).credential },
    ]
    for (const otherwise of bad)
      expect(await outcome(enter(device, otherwise)), JSON.stringify(otherwise)).toBe('invalid')
    expect(await outcome(enter(createAuthenticator(ORIGIN)))).toBe('invalid')
    for (const credential of ['', '{}', 'null', '[]', '{"id":1}', '"x"', `{"id":"${'a'.repeat(9000)}"}`]) {
      const { token } = await askPasskey(forum, party)
      const shown = { token, credential, agent: '', party }
      expect(await outcome(signInByPasskey(forum, shown)), credential.slice(0, 20)).toBe('invalid')
    }
    expect(await house.store.read.selectFrom('sessions').selectAll().execute()).toEqual([])
    expect(await outcome(enter(device))).toBe('fine')
  })

  test('answer a question once, within five minutes, and only the browser that was asked', async () => {
    const { device } = await keep()
    const asked = await askPasskey(forum, party)
    const answer = { token: asked.token, credential: device.show(asked.options), agent: '', party }
    const tries = await Promise.all(
      Array.from({ length: 200 }, () => outcome(signInByPasskey(forum, answer))),
    )
    expect(tries.filter(each => each === 'fine')).toHaveLength(1)
    expect(tries.filter(each => each === 'not-allowed')).toHaveLength(199)
    const mine = await askPasskey(forum, party)
    const theirs = await askPasskey(forum, party)
    const crossed = { ...answer, token: theirs.token, credential: device.show(mine.options) }
    expect(await outcome(signInByPasskey(forum, crossed))).toBe('invalid')
    house.pass(5 * MINUTE)
    const late = { ...answer, token: mine.token, credential: device.show(mine.options) }
    expect(await outcome(signInByPasskey(forum, late))).toBe('not-allowed')
  })

  test('whose authenticator counts backwards were copied, and let nobody in', async () => {
    const { device } = await keep(createAuthenticator(ORIGIN), { counter: 7 })
    for (const [counter, wanted] of [
      [7, 'invalid'],
      [8, 'fine'],
      [8, 'invalid'],
      [3, 'invalid'],
      [0, 'invalid'],
      [9, 'fine'],
    ] as const)
      expect(await outcome(enter(device, { counter })), String(counter)).toBe(wanted)
    const still = (await keep(createAuthenticator(ORIGIN), { counter: 0 })).device
    for (let times = 0; times < 3; times++) expect(await outcome(enter(still, { counter: 0 }))).toBe('fine')
  })

  test('are kept for whoever asked, each once, with the password, and not without end', async () => {
    const { token, credential } = await keep()
    const again = { token, credential, name: 'Again', party }
    expect(await outcome(keepPasskey(forum, bo, again))).toBe('not-allowed')
    const asked = await askNewPasskey(forum, bo, proof)
    const cy: Actor = { ...bo, memberId: house.members.Cy, name: 'Cy' }
    const made = createAuthenticator(ORIGIN).make(asked.options)
    const stolen = { token: asked.token, name: 'x', credential: made, party }
    expect(await outcome(keepPasskey(forum, cy, stolen))).toBe('not-allowed')
    expect(await outcome(askNewPasskey(forum, bo, { ...proof, currentPassword: 'wrong' }))).toBe('invalid')
    expect(await outcome(askNewPasskey(forum, GUEST, proof))).toBe('not-signed-in')
    const twice = createAuthenticator(ORIGIN)
    await keep(twice)
    expect(await outcome(keep(twice))).toBe('conflict')
    while ((await list()).length < MOST_PASSKEYS) await keep()
    expect(await outcome(keep())).toBe('conflict')
  })

  test('are their owner’s to rename and to remove, the last way in aside', async () => {
    const { device, id } = await keep()
    const cy: Actor = { ...bo, memberId: house.members.Cy, name: 'Cy' }
    expect(await outcome(act(forum, cy, a => renamePasskey(a, id, 'Mine')))).toBe('not-found')
    await act(forum, bo, a => renamePasskey(a, id, 'Old phone'))
    expect((await list())[0]?.name).toBe('Old phone')
    expect(JSON.stringify(await exportOf(house.store.read, house.members.Bo))).not.toContain(
      device.credential,
    )
    expect(await outcome(removePasskey(forum, bo, { ...proof, currentPassword: 'wrong', id }))).toBe(
      'invalid',
    )
    const second = (await keep()).id
    await house.store.write
      .updateTable('members')
      .set({ password: null })
      .where('id', '=', house.members.Bo)
      .execute()
    const token = await act(forum, bo, a => startSession(a, house.members.Bo, ''))
    const fresh = { ...proof, session: sha256(token) }
    const both = await Promise.all(
      [id, second].map(each => outcome(removePasskey(forum, bo, { ...fresh, id: each }))),
    )
    expect(both.sort()).toEqual(['conflict', 'fine'])
    expect(await list()).toHaveLength(1)
  })

  test('obey the same gate as passwords: suspended members may in, those who wait or are gone may not', async () => {
    const { device } = await keep()
    await act(forum, SYSTEM, a => suspend(a, house.members.Bo))
    const entry = await enter(device)
    const session = 'token' in entry ? await resolveSession(forum, sha256(entry.token)) : null
    expect(session?.actor.suspended).toBe(true)
    for (const [state, code] of [
      ['waiting', 'not-allowed'],
      ['gone', 'invalid'],
    ] as const) {
      await house.store.write
        .updateTable('members')
        .set({ state })
        .where('id', '=', house.members.Bo)
        .execute()
      expect(await outcome(enter(device)), state).toBe(code)
    }
  })
})
