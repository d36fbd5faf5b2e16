import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { STORES } from '../../tests/support/databases.ts'
import { forumOf, type TestForum, testForum } from '../../tests/support/forum.ts'
import { type Act, act, type Forum } from './act.ts'
import { type Actor, GUEST, ROLES, SYSTEM } from './actor.ts'
import { setAddress } from './confirming/actions.ts'
import { addMember, register } from './members/actions/admit.ts'
import { setRole, suspend, unsuspend } from './members/actions/manage.ts'
import { changeProfile, removeAvatar, setTitle } from './members/actions/profile.ts'
import { rename } from './members/actions/rename.ts'
import { hashPassword, type PasswordHash } from './members/passwords.ts'
import { maySetTitle } from './members/rules.ts'
import { findAccount } from './members/store-accounts.ts'
import { setPassword } from './passwords/actions.ts'
import { changeSettings } from './settings/actions.ts'
import { setSignature } from './signatures/actions.ts'

const HASH = (await hashPassword('nine herrings and a bucket')) as PasswordHash
const PROFILE = { country: 'NO', location: '' }

describe.each(STORES)('members on %s', kind => {
  let house: TestForum
  let forum: Forum
  beforeEach(async () => {
    house = await testForum(kind)
    forum = await forumOf(house)
  })
  afterEach(() => house.close())

  const run = (actor: Actor, action: (a: Act) => Promise<unknown>) =>
    act(forum, actor, action).then(
      () => 'done',
      error => error.code as string,
    )

  test('whose address is not confirmed writes nothing that others see', async () => {
    const { Bo } = house.members
    const unconfirmed = { ...GUEST, memberId: Bo, name: 'Bo', role: 'member', unconfirmed: true } as const
    const deeds: ((a: Act) => Promise<unknown>)[] = [
      a => changeProfile(a, Bo, PROFILE),
      a => setSignature(a, Bo, 'Buy here.'),
      a => rename(a, Bo, 'Edda'),
    ]
    for (const deed of deeds)
      await expect(act(forum, unconfirmed, deed)).rejects.toThrow('refused.unconfirmed')
    const member = { id: Bo, messages: 1000 }
    expect(maySetTitle({ ...unconfirmed, unconfirmed: false }, member, { titleFrom: 10 })).toBe(true)
    expect(maySetTitle(unconfirmed, member, { titleFrom: 10 })).toBe(false)
  })

  test('who may change what of whom, in every role', async () => {
    const { Ada, Bo, Cy } = house.members
    const deeds: Record<
      string,
      { act(a: Act, id: number): Promise<unknown>; may(actor: Actor, id: number): boolean }
    > = {
      role: { act: (a, id) => setRole(a, id, 'member'), may: administers },
      suspend: { act: (a, id) => suspend(a, id), may: administers },
      unsuspend: { act: (a, id) => unsuspend(a, id), may: administers },
      address: { act: (a, id) => setAddress(a, id, null), may: administers },
      password: { act: (a, id) => setPassword(a, id, HASH), may: administers },
      add: {
        act: a => addMember(a, { name: `Edda ${Math.floor(house.pass(1) % 100_000)}` }),
        may: administers,
      },
      profile: {
        act: (a, id) => changeProfile(a, id, PROFILE),
        may: (actor, id) => writes(actor) && (actor.memberId === id || administers(actor)),
      },
      picture: {
        act: (a, id) => removeAvatar(a, id),
        may: (actor, id) => writes(actor) && (actor.memberId === id || administers(actor)),
      },
      title: {
        act: (a, id) => setTitle(a, id, 'Keeper'),
        may: (actor, id) =>
          administers(actor) || (actor.role === 'moderator' && actor.memberId === id && writes(actor)),
      },
    }
    let cells = 0
    for (const [name, deed] of Object.entries(deeds))
      for (const role of ROLES)
        for (const suspended of [false, true])
          for (const target of [Bo, Cy]) {
            const actor = role === 'guest' ? GUEST : { ...GUEST, memberId: Bo, name: 'Bo', role, suspended }
            const may = deed.may(actor, target)
            const outcome = await run(actor, a => deed.act(a, target))
            expect(
              outcome === 'done',
              `${name} as ${role}${suspended ? ', suspended' : ''} of ${target}`,
            ).toBe(may)
            cells++
          }
    expect(cells).toBe(9 * 4 * 2 * 2)
    expect((await findAccount(house.store.read, Ada))?.role).toBe('administrator')
  })

  test('somebody always administers, however many step back at once', async () => {
    const { Ada, Mo, Bo } = house.members
    for (const id of [Mo, Bo]) await act(forum, SYSTEM, a => setRole(a, id, 'administrator'))
    const outcomes = await Promise.all([
      ...[Ada, Mo, Bo].map(id => run(SYSTEM, a => setRole(a, id, 'member'))),
      ...[Ada, Mo, Bo].map(id => run(SYSTEM, a => suspend(a, id))),
    ])
    expect(outcomes).toContain('conflict')
    const left = await house.store.read
      .selectFrom('members')
      .select('id')
      .where('role', '=', 'administrator')
      .where('suspended', '=', 0)
      .execute()
    expect(left).toHaveLength(1)
  })

  test('of many who want one name or one address at once, one gets it', async () => {
    const names = ['Edda', 'EDDA', 'edda', 'Еdda', ' Edda ', 'Edda']
    const sameName = names.map((name, index) =>
      run(GUEST, a => register(a, { name, address: `e${index}@example.org`, password: HASH })),
    )
    expect((await Promise.all(sameName)).filter(outcome => outcome === 'done')).toHaveLength(1)
    const sameAddress = ['Fenn', 'Gale', 'Hana'].map(name =>
      run(SYSTEM, a => addMember(a, { name, address: 'One@example.org', password: HASH })),
    )
    expect((await Promise.all(sameAddress)).sort()).toEqual(['conflict', 'conflict', 'done'])
  })

  test('nobody joins where registration is closed, and no member a second time', async () => {
    const join = (actor: Actor) =>
      run(actor, a => register(a, { name: 'Ivo', address: 'ivo@example.org', password: HASH }))
    expect(await join({ ...GUEST, memberId: house.members.Bo, role: 'member' })).toBe('not-allowed')
    await act(forum, SYSTEM, a => changeSettings(a, { registration: 'closed' }))
    expect(await join(GUEST)).toBe('not-allowed')
  })
})

const writes = (actor: Actor): boolean => actor.memberId !== null && !actor.suspended
const administers = (actor: Actor): boolean => actor.role === 'administrator' && !actor.suspended
