import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { STORES } from '../../../tests/support/databases.ts'
import { forumOf, type TestForum, testForum } from '../../../tests/support/forum.ts'
import { type Act, act, type Forum } from '../act.ts'
import { type Actor, GUEST, SYSTEM } from '../actor.ts'
import { addGroup, putInGroups, removeGroup, renameGroup, setLevels } from './actions.ts'
import type { Level } from './model.ts'
import { countGroupMembers, groupsOf, writePermissions } from './store.ts'

const MEMBER: Actor = { ...GUEST, memberId: 1, name: 'Bo', role: 'member' }

describe.each(STORES)('permissions on %s', kind => {
  let house: TestForum
  let forum: Forum

  beforeEach(async () => {
    house = await testForum(kind)
    forum = await forumOf(house)
  })
  afterEach(() => house.close())

  const asAdmin = <T>(action: (a: Act) => Promise<T>): Promise<T> => act(forum, SYSTEM, action)
  const access = async () => (await forum.site.at(forum.store.read)).access
  const groupNamed = async (name: string) => (await access()).groups.find(group => group.name === name)!.id
  const levelOf = async (actor: Actor, boardId: number) => (await access()).level(actor, boardId)

  test('a board has its own levels, every group said, or those of the board above', async () => {
    const { news, harbour } = house.boards
    const member = await groupNamed('member')
    await asAdmin(a => setLevels(a, news, new Map<number, Level>([[member, 'reply']])))
    await asAdmin(a => setLevels(a, harbour, null))
    expect(await levelOf(GUEST, news)).toBe('none')
    expect(await levelOf(MEMBER, news)).toBe('reply')
    expect(await levelOf(MEMBER, harbour)).toBe('reply')
    const rows = await house.store.read
      .selectFrom('boardPermissions')
      .select('level')
      .where('boardId', '=', news)
      .execute()
    expect(rows.map(row => row.level).sort()).toEqual(['none', 'none', 'none', 'reply'])
    await expect(asAdmin(a => setLevels(a, 999, null))).rejects.toMatchObject({ code: 'not-found' })
  })

  test('groups are made, named once, renamed and removed; those of the roles stay', async () => {
    const pilots = await asAdmin(a => addGroup(a, 'Pilots'))
    await asAdmin(a => addGroup(a, 'Tugs'))
    const taken: ((a: Act) => Promise<unknown>)[] = [
      a => addGroup(a, 'Pilots'),
      a => addGroup(a, 'member'),
      a => renameGroup(a, pilots, 'Tugs'),
    ]
    for (const deed of taken)
      await expect(asAdmin(deed)).rejects.toMatchObject({ code: 'conflict', field: 'name' })
    await asAdmin(a => renameGroup(a, pilots, 'Pilots of the night'))
    expect(await groupNamed('Pilots of the night')).toBe(pilots)
    const guest = await groupNamed('guest')
    for (const id of [guest, 999]) {
      await expect(asAdmin(a => renameGroup(a, id, 'X'))).rejects.toMatchObject({ code: 'not-found' })
      await expect(asAdmin(a => removeGroup(a, id))).rejects.toMatchObject({ code: 'not-found' })
    }
    await asAdmin(a => putInGroups(a, house.members.Bo, [pilots]))
    await asAdmin(a => removeGroup(a, pilots))
    expect((await access()).groups.map(group => group.name)).not.toContain('Pilots of the night')
    expect(await groupsOf(house.store.read, house.members.Bo)).toEqual([])
  })

  test('a board that was open to one group alone stays closed when that group is removed', async () => {
    const { harbour } = house.boards
    const pilots = await asAdmin(a => addGroup(a, 'Pilots'))
    const only = new Map<number, Level>([[pilots, 'start']])
    await asAdmin(a => writePermissions(a.db, harbour, only))
    await asAdmin(a => removeGroup(a, pilots))
    expect(await levelOf(MEMBER, harbour)).toBe('none')
    expect((await access()).isSet(harbour)).toBe(true)
  })

  test('a member is put in exactly the groups named, and none of a role', async () => {
    const [pilots, tugs] = [
      await asAdmin(a => addGroup(a, 'Pilots')),
      await asAdmin(a => addGroup(a, 'Tugs')),
    ]
    const { Bo, Cy } = house.members
    await asAdmin(a => putInGroups(a, Bo, [pilots, tugs, pilots]))
    await asAdmin(a => putInGroups(a, Cy, [tugs]))
    expect(await groupsOf(house.store.read, Bo)).toEqual([pilots, tugs])
    expect(await countGroupMembers(house.store.read)).toEqual(
      new Map([
        [pilots, 1],
        [tugs, 2],
      ]),
    )
    await asAdmin(a => putInGroups(a, Bo, []))
    expect(await groupsOf(house.store.read, Bo)).toEqual([])
    const administrators = await groupNamed('administrator')
    await expect(asAdmin(a => putInGroups(a, Bo, [administrators]))).rejects.toMatchObject({
      code: 'invalid',
      field: 'groups',
    })
  })

  test('all of it is for administrators alone', async () => {
    const pilots = await asAdmin(a => addGroup(a, 'Pilots'))
    const deeds: ((a: Act) => Promise<unknown>)[] = [
      a => setLevels(a, house.boards.news, null),
      a => addGroup(a, 'More'),
      a => renameGroup(a, pilots, 'Other'),
      a => removeGroup(a, pilots),
      a => putInGroups(a, house.members.Bo, [pilots]),
    ]
    for (const deed of deeds) {
      await expect(act(forum, MEMBER, deed)).rejects.toMatchObject({ code: 'not-allowed' })
      await expect(act(forum, { ...MEMBER, role: 'moderator' }, deed)).rejects.toMatchObject({
        code: 'not-allowed',
      })
      await expect(act(forum, GUEST, deed)).rejects.toMatchObject({ code: 'not-signed-in' })
    }
    expect(await groupNamed('Pilots')).toBe(pilots)
    expect(await groupsOf(house.store.read, house.members.Bo)).toEqual([])
  })
})
