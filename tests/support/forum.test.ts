import { describe, expect, test } from 'vitest'
import { STORES } from './databases.ts'
import { testForum } from './forum.ts'

describe.each(STORES)('the forum of the tests on %s', kind => {
  test('has its people, its boards and its own time', async () => {
    const forum = await testForum(kind)
    const mo = await forum.store.read
      .selectFrom('members')
      .select('role')
      .where('id', '=', forum.members.Mo)
      .executeTakeFirst()
    expect(mo).toEqual({ role: 'moderator' })
    const hidden = await forum.store.read
      .selectFrom('boardPermissions')
      .innerJoin('groups', 'groups.id', 'boardPermissions.groupId')
      .select('kind')
      .where('boardId', '=', forum.boards.staff)
      .where('level', '=', 'none')
      .orderBy('kind')
      .execute()
    expect(hidden).toEqual([{ kind: 'guest' }, { kind: 'member' }])
    const before = forum.clock()
    expect(forum.clock()).toBe(before)
    expect(forum.pass(60_000)).toBe(before + 60_000)
    await forum.close()
  })
})
