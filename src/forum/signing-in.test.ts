import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sha256 } from '#base/ids.ts'
import { DAY, HOUR, MINUTE } from '#base/time.ts'
import { STORES } from '../../tests/support/databases.ts'
import { forumOf, type TestForum, testForum } from '../../tests/support/forum.ts'
import { act, type Forum } from './act.ts'
import { type Actor, GUEST, SYSTEM } from './actor.ts'
import { suspend } from './members/actions/manage.ts'
import { hashPassword } from './members/passwords.ts'
import { changePassword, makePasswordLink, setPassword, usePasswordLink } from './passwords/actions.ts'
import {
  changeRole,
  endOtherSessions,
  endSession,
  forgetExpired,
  resolveSession,
  signIn,
  signOut,
  startSession,
} from './sessions/actions.ts'
import { PASSWORD_ATTEMPTS, programOf, SESSION_LIFE, sessionId } from './sessions/model.ts'
import { sessionsOf } from './sessions/store.ts'

const PASSWORD = 'nine herrings and a bucket'
const OTHER = 'ten herrings and a barrel'
const HOME = '198.51.100.7'

describe.each(STORES)('sessions on %s', kind => {
  let house: TestForum
  let forum: Forum
  let bo: Actor

  beforeEach(async () => {
    house = await testForum(kind)
    forum = await forumOf(house)
    bo = { ...GUEST, memberId: house.members.Bo, name: 'Bo', role: 'member' }
    const hash = await hashPassword(PASSWORD)
    await act(forum, SYSTEM, a => setPassword(a, house.members.Bo, hash))
  })
  afterEach(() => house.close())

  const enter = async (name: string, password: string, network = HOME) => {
    const entry = await signIn(forum, { name, password, network, agent: 'test' })
    if (!('token' in entry)) throw new Error('A code was asked for')
    return entry
  }
  const whoIs = async (token: string) => (await resolveSession(forum, sha256(token)))?.actor.memberId ?? null

  test('begin by name or address, in any capitals, and are known by their hash alone', async () => {
    for (const name of ['Bo', 'bo', ' BO ', 'bo@example.org', 'Bo@EXAMPLE.org']) {
      const { memberId, token } = await enter(name, PASSWORD)
      expect(memberId).toBe(house.members.Bo)
      expect(await whoIs(token)).toBe(memberId)
      const kept = await house.store.read.selectFrom('sessions').selectAll().execute()
      expect(JSON.stringify(kept)).not.toContain(token)
    }
  })

  test('do not begin with anything else, and never say why', async () => {
    const wrong: [string, string][] = [
      ['Bo', OTHER],
      ['Bo', `${PASSWORD} `],
      ['Nobody', PASSWORD],
      ['Cy', PASSWORD],
    ]
    for (const [name, password] of wrong)
      await expect(enter(name, password), name).rejects.toMatchObject({
        code: 'invalid',
        message: 'sign-in.wrong',
        field: undefined,
      })
  })

  test('are refused after many tries from one network, never to the owner elsewhere', async () => {
    for (let tried = 0; tried < PASSWORD_ATTEMPTS.account.count; tried++)
      await expect(enter('Bo', OTHER)).rejects.toMatchObject({ code: 'invalid' })
    await expect(enter('Bo', PASSWORD)).rejects.toMatchObject({ code: 'too-many' })
    await expect(enter('bo@example.org', PASSWORD)).rejects.toMatchObject({ code: 'too-many' })
    expect((await enter('Bo', PASSWORD, '203.0.113.9')).memberId).toBe(house.members.Bo)
    house.pass(PASSWORD_ATTEMPTS.account.window + MINUTE)
    expect((await enter('Bo', PASSWORD)).memberId).toBe(house.members.Bo)
  })

  test('many tries at once are all counted', async () => {
    const tries = Array.from({ length: 25 }, () => enter('Bo', OTHER).catch(error => error.code as string))
    const codes = await Promise.all(tries)
    expect(codes.filter(code => code === 'invalid')).toHaveLength(PASSWORD_ATTEMPTS.account.count)
    expect(codes.filter(code => code === 'too-many')).toHaveLength(25 - PASSWORD_ATTEMPTS.account.count)
  })

  test('end when they are not used, live on while they are, and are then forgotten', async () => {
    const idle = (await enter('Bo', PASSWORD)).token
    const used = (await enter('Bo', PASSWORD)).token
    house.pass(SESSION_LIFE - HOUR)
    expect(await whoIs(used)).toBe(house.members.Bo)
    house.pass(2 * HOUR)
    expect([await whoIs(idle), await whoIs(used)]).toEqual([null, house.members.Bo])
    await act(forum, SYSTEM, forgetExpired)
    expect(
      await sessionsOf(house.store.read, house.members.Bo, { now: house.clock(), current: null }),
    ).toHaveLength(1)
  })

  test('are listed to their owner and ended one by one, or all but this one', async () => {
    const tokens = [(await enter('Bo', PASSWORD)).token, (await enter('Bo', PASSWORD)).token]
    tokens.push((await enter('Bo', PASSWORD)).token)
    const [first = '', second = '', third = ''] = tokens
    const cy: Actor = { ...bo, memberId: house.members.Cy }
    await expect(act(forum, cy, a => endSession(a, sessionId(sha256(first))))).rejects.toMatchObject({
      code: 'not-found',
    })
    await act(forum, bo, a => endSession(a, sessionId(sha256(first))))
    expect(await Promise.all(tokens.map(whoIs))).toEqual([null, house.members.Bo, house.members.Bo])
    await act(forum, bo, a => endOtherSessions(a, sha256(third)))
    expect([await whoIs(second), await whoIs(third)]).toEqual([null, house.members.Bo])
    await act(forum, bo, a => signOut(a, sha256(third)))
    expect(await whoIs(third)).toBeNull()
  })

  test('another role ends them, but for one’s own', async () => {
    const { Ada, Bo } = house.members
    const { token } = await enter('Bo', PASSWORD)
    const ada: Actor = { ...GUEST, memberId: Ada, name: 'Ada', role: 'administrator' }
    const own = await act(forum, ada, a => startSession(a, Ada, ''))
    await act(forum, SYSTEM, a => changeRole(a, Bo, 'administrator'))
    expect(await whoIs(token)).toBeNull()
    await act(forum, ada, a => changeRole(a, Ada, 'moderator'))
    expect(await whoIs(own)).toBe(Ada)
  })

  test('a suspended member may sign in, and is known as suspended', async () => {
    await act(forum, SYSTEM, a => suspend(a, house.members.Bo))
    const { token } = await enter('Bo', PASSWORD)
    expect((await resolveSession(forum, sha256(token)))?.actor).toMatchObject({ suspended: true })
  })

  test('a new password ends them all, and is asked for together with the old one', async () => {
    const { token } = await enter('Bo', PASSWORD)
    const change = (currentPassword: string, password: string) =>
      changePassword(forum, bo, { currentPassword, password, network: HOME, agent: '' })
    await expect(change(OTHER, OTHER)).rejects.toMatchObject({ field: 'currentPassword' })
    await expect(change(PASSWORD, 'short')).rejects.toMatchObject({ code: 'invalid', field: 'password' })
    expect(await whoIs(token)).toBe(house.members.Bo)
    const next = await change(PASSWORD, OTHER)
    expect([await whoIs(token), await whoIs(next)]).toEqual([null, house.members.Bo])
    await expect(enter('Bo', PASSWORD)).rejects.toMatchObject({ code: 'invalid' })
    expect((await enter('Bo', OTHER)).memberId).toBe(house.members.Bo)
  })

  test('a link lets somebody choose a password once, within a day, whoever comes first', async () => {
    const { Cy } = house.members
    const link = () => act(forum, SYSTEM, a => makePasswordLink(a, Cy))
    await expect(act(forum, bo, a => makePasswordLink(a, Cy))).rejects.toMatchObject({ code: 'not-allowed' })
    const void_ = await link()
    const token = await link()
    await expect(usePasswordLink(forum, void_, OTHER)).rejects.toMatchObject({ code: 'not-found' })
    const before = await act(forum, SYSTEM, a => startSession(a, Cy, ''))
    const tries = [usePasswordLink(forum, token, OTHER), usePasswordLink(forum, token, PASSWORD)]
    const outcomes = await Promise.allSettled(tries)
    expect(outcomes.map(each => each.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await whoIs(before)).toBeNull()
    const late = await link()
    house.pass(DAY + MINUTE)
    await expect(usePasswordLink(forum, late, OTHER)).rejects.toMatchObject({ code: 'not-found' })
  })
})

test('a browser is called by its own name, not by those it claims besides', () => {
  const chrome =
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36'
  expect(programOf(chrome)).toBe('Chrome · Linux')
  expect(programOf(`${chrome} Edg/140.0`)).toBe('Edge · Linux')
  expect(programOf('Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1')).toBe(
    'Safari · iPhone',
  )
  expect(programOf('something else')).toBe('')
})
