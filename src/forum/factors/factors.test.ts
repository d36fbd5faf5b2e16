import { TOTP } from 'otpauth'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sha256 } from '#base/ids.ts'
import { HOUR, MINUTE, SECOND } from '#base/time.ts'
import { STORES } from '../../../tests/support/databases.ts'
import { forumOf, type TestForum, testForum } from '../../../tests/support/forum.ts'
import { act, type Forum } from '../act.ts'
import { type Actor, GUEST, SYSTEM } from '../actor.ts'
import { hashPassword } from '../members/passwords.ts'
import { makePasswordLink, setPassword, usePasswordLink } from '../passwords/actions.ts'
import { forgetExpired, resolveSession, signIn, startSession } from '../sessions/actions.ts'
import { CODE_ATTEMPTS } from '../sessions/model.ts'
import { changeJoiningSettings } from '../settings/actions.ts'
import {
  beginFactor,
  confirmFactor,
  finishSignIn,
  isStepOpen,
  newCodes,
  removeFactor,
  resetFactor,
  secretOfSetup,
} from './actions.ts'
import { factorOf, useRecovery, useStep } from './store.ts'

const PASSWORD = 'nine herrings and a bucket'
const HOME = '198.51.100.7'

describe.each(STORES)('a second factor on %s', kind => {
  let house: TestForum
  let forum: Forum
  let bo: Actor
  let secret: string
  let codes: readonly string[]
  let networks = 0

  /** What the authenticator shows, so many steps from now. */
  const shown = (steps = 0) =>
    new TOTP({ secret }).generate({ timestamp: house.clock() + steps * 30 * SECOND })
  const proof = { currentPassword: PASSWORD, network: HOME, session: null, agent: 'test' }
  const elsewhere = () => `10.9.${networks >> 8}.${networks++ & 255}`
  const whoIs = async (token: string) => (await resolveSession(forum, sha256(token)))?.actor.memberId
  const ask = async (): Promise<string> => {
    const entry = await signIn(forum, { name: 'Bo', password: PASSWORD, network: elsewhere(), agent: '' })
    if (!('step' in entry)) throw new Error('No code was asked for')
    return entry.step
  }
  const finish = (step: string, code: string, network = elsewhere()) =>
    finishSignIn(forum, { step, code, network, agent: 'test' })
  const outcome = async (work: Promise<unknown>) =>
    work.then(
      () => 'fine',
      error => error.code as string,
    )

  beforeEach(async () => {
    house = await testForum(kind)
    forum = await forumOf(house)
    bo = { ...GUEST, memberId: house.members.Bo, name: 'Bo', role: 'member' }
    const hash = await hashPassword(PASSWORD)
    await act(forum, SYSTEM, a => setPassword(a, house.members.Bo, hash))
    const setup = await beginFactor(forum, bo, proof)
    secret = await secretOfSetup(forum, bo, setup)
    codes = (await confirmFactor(forum, bo, { setup, code: shown(), network: HOME, agent: '' })).codes
    house.pass(MINUTE)
  })
  afterEach(() => house.close())

  test('is what moderators and administrators have their rights by, where it is required of them', async () => {
    const { Ada, Mo } = house.members
    const began = async (memberId: number) => act(forum, SYSTEM, a => startSession(a, memberId, 'test'))
    const tokens = [await began(Ada), await began(Mo), await began(house.members.Bo)]
    const rights = async () => {
      await forum.site.at(forum.store.read)
      const found = await Promise.all(tokens.map(async token => resolveSession(forum, sha256(token))))
      return found.map(each => [each?.actor.role, each?.actor.lacksFactor])
    }
    const asked = (staffFactor: 'chosen' | 'required') =>
      act(forum, SYSTEM, a => changeJoiningSettings(a, { staffFactor }))
    const all = [
      ['administrator', undefined],
      ['moderator', undefined],
      ['member', undefined],
    ]
    expect(await rights()).toEqual(all)
    await asked('required')
    expect(await rights()).toEqual([
      ['member', true],
      ['member', true],
      ['member', undefined],
    ])
    const ada = (await resolveSession(forum, sha256(tokens[0]!)))!.actor
    await expect(
      act(forum, ada, a => changeJoiningSettings(a, { staffFactor: 'chosen' })),
    ).rejects.toMatchObject({ code: 'not-allowed', message: 'refused.lacks-factor' })
    await act(forum, SYSTEM, async a => setPassword(a, Ada, await hashPassword(PASSWORD)))
    const setup = await beginFactor(forum, ada, proof)
    const key = await secretOfSetup(forum, ada, setup)
    const code = new TOTP({ secret: key }).generate({ timestamp: house.clock() })
    tokens[0] = (await confirmFactor(forum, ada, { setup, code, network: HOME, agent: '' })).token
    expect(await rights()).toEqual([
      ['administrator', undefined],
      ['member', true],
      ['member', undefined],
    ])
    await asked('chosen')
    expect(await rights()).toEqual(all)
  })

  test('is asked for after the password, and only then does a session begin', async () => {
    const step = await ask()
    expect(await whoIs(step)).toBeUndefined()
    expect(await isStepOpen(forum, step)).toBe(true)
    await expect(finish(step, '000000')).rejects.toMatchObject({ code: 'invalid', field: 'code' })
    const entry = await finish(step, shown())
    expect('token' in entry && (await whoIs(entry.token))).toBe(house.members.Bo)
    expect(await isStepOpen(forum, step)).toBe(false)
    await expect(finish(step, shown(1))).rejects.toMatchObject({ code: 'not-allowed' })
  })

  test('is not told of before the password is right', async () => {
    for (const name of ['Bo', 'Cy', 'Nobody'])
      await expect(
        signIn(forum, { name, password: 'wrong wrong wrong', network: elsewhere(), agent: '' }),
      ).rejects.toMatchObject({ code: 'invalid', message: 'sign-in.wrong' })
  })

  test('takes codes of one step to both sides, each once, and none from before', async () => {
    expect(await outcome(finish(await ask(), shown(-2)))).toBe('invalid')
    expect(await outcome(finish(await ask(), shown(2)))).toBe('invalid')
    expect(await outcome(finish(await ask(), shown(-1)))).toBe('fine')
    expect(await outcome(finish(await ask(), shown(-1)))).toBe('invalid')
    expect(await outcome(finish(await ask(), ` ${shown(1).replace(/(...)/, '$1 ')}`))).toBe('fine')
    // That of now is older than the last that was taken.
    expect(await outcome(finish(await ask(), shown()))).toBe('invalid')
  })

  test('lies sealed in the database, and its codes hashed', async () => {
    const kept = JSON.stringify([
      await house.store.read.selectFrom('authenticators').selectAll().execute(),
      await house.store.read.selectFrom('recoveryCodes').selectAll().execute(),
      await house.store.read.selectFrom('challenges').selectAll().execute(),
    ])
    for (const text of [secret, ...codes, await ask()]) expect(kept).not.toContain(text)
    expect(codes).toHaveLength(10)
    expect(new Set(codes).size).toBe(10)
  })

  test('can be gone round by a recovery code, each once, in any writing', async () => {
    const [first = '', second = ''] = codes
    expect(await outcome(finish(await ask(), first))).toBe('fine')
    expect(await outcome(finish(await ask(), first))).toBe('invalid')
    expect(await outcome(finish(await ask(), second.toUpperCase().replaceAll('-', ' ')))).toBe('fine')
    expect(await factorOf(house.store.read, house.members.Bo)).toMatchObject({ codesLeft: 8 })
  })

  test('one code that is used two hundred times at once is good once', async () => {
    const { Bo } = house.members
    const many = <T>(work: () => Promise<T>) => Promise.all(Array.from({ length: 200 }, work))
    const { hashOfRecovery } = await import('./codes.ts')
    const recovery = await many(() =>
      act(forum, SYSTEM, a => useRecovery(a.db, Bo, hashOfRecovery(Bo, codes[0]!))),
    )
    expect(recovery.filter(Boolean)).toHaveLength(1)
    const step = Math.floor(house.clock() / (30 * SECOND)) + 5
    const steps = await many(() => act(forum, SYSTEM, a => useStep(a.db, Bo, step)))
    expect(steps.filter(Boolean)).toHaveLength(1)
    const open = await ask()
    const entries = await many(() => outcome(finish(open, codes[1]!)))
    expect(entries.filter(each => each === 'fine')).toHaveLength(1)
    const sessions = await house.store.read.selectFrom('sessions').selectAll().execute()
    // That of the setting up, and this one.
    expect(sessions).toHaveLength(2)
  })

  test('that is answered once with many codes is used up once, and keeps the others', async () => {
    const step = await ask()
    const tried = await Promise.all(codes.slice(0, 5).map(code => outcome(finish(step, code))))
    expect(tried.filter(each => each === 'fine')).toHaveLength(1)
    expect(await factorOf(house.store.read, house.members.Bo)).toMatchObject({ codesLeft: 9 })
  })

  test('is not guessed: tries are counted for a network, and altogether', async () => {
    const step = await ask()
    for (let tried = 0; tried < CODE_ATTEMPTS.network.count; tried++)
      expect(await outcome(finish(step, '000000', HOME))).toBe('invalid')
    expect(await outcome(finish(step, shown(), HOME))).toBe('too-many')
    for (let tried = CODE_ATTEMPTS.network.count + 1; tried < CODE_ATTEMPTS.member.count; tried++)
      await outcome(finish(step, '000000'))
    expect(await outcome(finish(await ask(), shown()))).toBe('fine')
    for (let tried = 0; tried < 9; tried++) await outcome(finish(step, '000000'))
    house.pass(HOUR)
    expect(await outcome(finish(await ask(), shown()))).toBe('fine')
  })

  test('waits ten minutes, no longer, and is void once the password is another', async () => {
    const late = await ask()
    house.pass(10 * MINUTE)
    expect(await outcome(finish(late, shown()))).toBe('not-allowed')
    const step = await ask()
    const link = await act(forum, SYSTEM, a => makePasswordLink(a, house.members.Bo))
    await usePasswordLink(forum, link, 'eleven herrings and a crate')
    expect(await outcome(finish(step, shown()))).toBe('not-allowed')
    // A link for a password is no way round the code.
    expect(
      await signIn(forum, { name: 'Bo', password: 'eleven herrings and a crate', network: HOME, agent: '' }),
    ).toHaveProperty('step')
    await ask().catch(() => undefined)
    house.pass(HOUR)
    await act(forum, SYSTEM, forgetExpired)
    expect(await house.store.read.selectFrom('challenges').selectAll().execute()).toEqual([])
  })

  test('is changed with the password and a code, and ends all other sessions', async () => {
    const other = await act(forum, bo, a => startSession(a, house.members.Bo, ''))
    const wrong = { ...proof, currentPassword: 'wrong wrong wrong' }
    expect(await outcome(newCodes(forum, bo, { ...wrong, code: shown() }))).toBe('invalid')
    expect(await outcome(removeFactor(forum, bo, { ...proof, code: '000000' }))).toBe('invalid')
    expect(await whoIs(other)).toBe(house.members.Bo)
    const renewed = await newCodes(forum, bo, { ...proof, code: shown() })
    expect(await whoIs(other)).toBeUndefined()
    expect(await whoIs(renewed.token)).toBe(house.members.Bo)
    expect(await outcome(finish(await ask(), codes[0]!))).toBe('invalid')
    const token = await removeFactor(forum, bo, { ...proof, code: renewed.codes[0]! })
    expect(await whoIs(renewed.token)).toBeUndefined()
    expect(await whoIs(token)).toBe(house.members.Bo)
    expect(await signIn(forum, { name: 'Bo', password: PASSWORD, network: HOME, agent: '' })).toHaveProperty(
      'token',
    )
  })

  test('is taken away by an administrator alone', async () => {
    const { Bo, Cy } = house.members
    expect(await outcome(act(forum, bo, a => resetFactor(a, Bo)))).toBe('not-allowed')
    const ada: Actor = { ...GUEST, memberId: house.members.Ada, name: 'Ada', role: 'administrator' }
    expect(await outcome(act(forum, ada, a => resetFactor(a, Cy)))).toBe('not-found')
    const step = await ask()
    await act(forum, ada, a => resetFactor(a, Bo))
    expect(await outcome(finish(step, codes[0]!))).toBe('not-allowed')
    expect(await factorOf(house.store.read, Bo)).toBeNull()
  })

  test('is not set up by somebody else, twice, or without the first code', async () => {
    expect(await outcome(beginFactor(forum, bo, proof))).toBe('conflict')
    const cy: Actor = { ...bo, memberId: house.members.Cy, name: 'Cy' }
    // Cy has no password: a session that has just begun stands for it.
    expect(await outcome(beginFactor(forum, cy, proof))).toBe('not-allowed')
    const token = await act(forum, cy, a => startSession(a, house.members.Cy, ''))
    const fresh = { ...proof, session: sha256(token) }
    const setups = [await beginFactor(forum, cy, fresh), await beginFactor(forum, cy, fresh)]
    expect(await outcome(secretOfSetup(forum, bo, setups[0]!))).toBe('not-allowed')
    const input = { network: HOME, agent: '' }
    expect(await outcome(confirmFactor(forum, cy, { ...input, setup: setups[0]!, code: '000000' }))).toBe(
      'invalid',
    )
    expect(await factorOf(house.store.read, house.members.Cy)).toBeNull()
    secret = await secretOfSetup(forum, cy, setups[0]!)
    const first = { ...input, setup: setups[0]!, code: shown() }
    expect(await outcome(confirmFactor(forum, cy, first))).toBe('fine')
    expect(await outcome(confirmFactor(forum, cy, first))).toBe('not-allowed')
    expect(await outcome(confirmFactor(forum, cy, { ...first, setup: setups[1]! }))).toBe('not-allowed')
    house.pass(11 * MINUTE)
    const old: Actor = { ...bo, memberId: house.members.Mo, name: 'Mo' }
    const mo = await act(forum, old, a => startSession(a, house.members.Mo, ''))
    house.pass(11 * MINUTE)
    expect(await outcome(beginFactor(forum, old, { ...proof, session: sha256(mo) }))).toBe('not-allowed')
  })

  test('lets nobody in who waits for approval or is gone', async () => {
    const step = await ask()
    await house.store.write
      .updateTable('members')
      .set({ state: 'gone' })
      .where('id', '=', house.members.Bo)
      .execute()
    expect(await outcome(finish(step, shown()))).toBe('invalid')
    expect(await outcome(ask())).toBe('invalid')
    await house.store.write
      .updateTable('members')
      .set({ state: 'waiting' })
      .where('id', '=', house.members.Bo)
      .execute()
    expect(await outcome(ask())).toBe('not-allowed')
  })
})
