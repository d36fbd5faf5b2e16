import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { STORES } from '../../../tests/support/databases.ts'
import { forumOf, type TestForum, testForum } from '../../../tests/support/forum.ts'
import { act } from '../act.ts'
import { SYSTEM } from '../actor.ts'
import { writeAddress } from './actions/manage.ts'

describe.each(STORES)('an address on %s', kind => {
  let house: TestForum
  beforeEach(async () => {
    house = await testForum(kind)
  })
  afterEach(() => house.close())

  test('becomes the address of one member, however many confirm it at once', async () => {
    const forum = await forumOf(house)
    const { Ada, Bo, Cy, Mo } = house.members
    for (const round of [1, 2, 3, 4, 5]) {
      const address = `quay-${round}@example.org`
      const tries = [Ada, Bo, Cy, Mo].map(id => act(forum, SYSTEM, a => writeAddress(a, id, address)))
      const codes = (await Promise.allSettled(tries)).map(each =>
        each.status === 'fulfilled' ? 'done' : each.reason.code,
      )
      expect(codes.sort()).toEqual(['conflict', 'conflict', 'conflict', 'done'])
    }
  })
})
