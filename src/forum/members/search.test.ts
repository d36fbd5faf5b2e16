import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { STORES } from '../../../tests/support/databases.ts'
import { type TestForum, testForum } from '../../../tests/support/forum.ts'
import { nameKeyOf } from './names.ts'
import { countRoles, searchMembers } from './store-search.ts'

const NAMES = ['Bernt', 'BERTA', 'Bert_O', 'Bertil', 'Вера', 'Österby', 'Born', '50%']

describe.each(STORES)('the search for members on %s', kind => {
  let house: TestForum
  beforeEach(async () => {
    house = await testForum(kind)
    const rows = NAMES.map((name, index) => ({
      ...{ name, nameKey: nameKeyOf(name), role: 'member' as const, joinedAt: index },
      ...{ address: `M${index}@example.net`, addressKey: `m${index}@example.net` },
      ...{ password: null, title: null, country: null, location: null, avatar: null, timeZone: null },
    }))
    await house.store.write.insertInto('members').values(rows).execute()
  })
  afterEach(() => house.close())

  const names = async (begins: string, more: { group?: number; after?: number; limit?: number } = {}) => {
    const search = { begins, group: more.group ?? null, after: more.after ?? null, limit: more.limit ?? 100 }
    return (await searchMembers(house.store.read, search)).map(member => member.name)
  }

  test('finds the beginning of a name, in any capitals, and as it is read', async () => {
    expect(new Set(await names('bert'))).toEqual(new Set(['BERTA', 'Bert_O', 'Bertil']))
    expect(await names('BERTIL')).toEqual(['Bertil'])
    expect(await names('BertiI')).toEqual(['Bertil'])
    expect(await names('Вер')).toEqual(['Вера'])
    expect(await names('Öster')).toEqual(['Österby'])
    expect(await names('Bor')).toEqual(['Born'])
    expect(await names('ertil')).toEqual([])
  })

  test('takes the signs of patterns for what they are', async () => {
    expect(await names('Bert_')).toEqual(['Bert_O'])
    expect(await names('%')).toEqual([])
    expect(await names('50%')).toEqual(['50%'])
    expect(await names('\\')).toEqual([])
    expect(await names("' or 1=1 --")).toEqual([])
  })

  test('finds an address by its beginning', async () => {
    expect(await names('M3@EXAMPLE.net')).toEqual(['Bertil'])
    expect(await names('m3@')).toEqual(['Bertil'])
    expect(await names('example.net')).toEqual([])
  })

  test('goes through everybody page by page, each once', async () => {
    const all = await names('')
    expect(all).toHaveLength(5 + NAMES.length)
    const seen: string[] = []
    for (let after: number | null = null; ; ) {
      const page = await searchMembers(house.store.read, { begins: '', group: null, after, limit: 3 })
      if (page.length === 0) break
      seen.push(...page.map(member => member.name))
      after = page.at(-1)!.id
    }
    expect(seen).toEqual(all)
    expect(await names('', { after: 99_999 })).toEqual([])
  })

  test('keeps to one group', async () => {
    const { id: group } = await house.store.write
      .insertInto('groups')
      .values({ name: 'Pilots', kind: 'custom' })
      .returning('id')
      .executeTakeFirstOrThrow()
    await house.store.write
      .insertInto('groupMembers')
      .values([{ groupId: group, memberId: house.members.Cy }])
      .execute()
    expect(await names('', { group })).toEqual(['Cy'])
    expect(await names('Bo', { group })).toEqual([])
    expect(await countRoles(house.store.read)).toEqual({
      member: 3 + NAMES.length,
      moderator: 1,
      administrator: 1,
    })
  })
})
