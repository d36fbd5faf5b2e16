import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openStore } from '#store/store.ts'
import { STORES } from '../../../tests/support/databases.ts'
import { type TestForum, testForum } from '../../../tests/support/forum.ts'
import { touchSite } from '../settings/store.ts'
import { openVersions } from './versions.ts'

describe.each(STORES)('versions on %s', kind => {
  let house: TestForum
  beforeEach(async () => {
    house = await testForum(kind)
  })
  afterEach(() => house.close())

  const touchBoard = (id: number) =>
    house.store.write
      .updateTable('boards')
      .set(eb => ({ version: eb('version', '+', 1) }))
      .where('id', '=', id)
      .execute()

  test('a change is seen by the tags it concerns and by no others', async () => {
    const versionOf = openVersions(house.store)
    const { news, harbour } = house.boards
    const all = async () =>
      Promise.all(['site', `board:${news}`, `board:${harbour}`, 'thread:1', 'member:1'].map(versionOf))
    const first = await all()
    expect(await all()).toEqual(first)
    await touchBoard(news)
    const second = await all()
    expect(second.map((version, index) => version !== first[index])).toEqual([
      ...[false, true, false],
      ...[false, false],
    ])
    await house.store.write.transaction().execute(touchSite)
    expect((await all()).every((version, index) => version !== second[index])).toBe(true)
  })

  test('what another process writes is seen, even between two looks that are remembered', async () => {
    const versionOf = openVersions(house.store)
    const tag = `board:${house.boards.news}`
    const other = openStore(house.store.address)
    for (let round = 0; round < 5; round++) {
      const before = await versionOf(tag)
      expect(await versionOf(tag)).toBe(before)
      await other.write
        .updateTable('boards')
        .set(eb => ({ version: eb('version', '+', 1) }))
        .where('id', '=', house.boards.news)
        .execute()
      // What another process says it has done comes with another turn of the event loop.
      await new Promise(resolve => setImmediate(resolve))
      expect(await versionOf(tag)).not.toBe(before)
    }
    if (kind === 'sqlite') await other.close()
  })

  test('a look that a commit falls into is not remembered', async () => {
    const versionOf = openVersions(house.store)
    const tag = `board:${house.boards.news}`
    const looks = [versionOf(tag), touchBoard(house.boards.news), versionOf(tag)]
    await Promise.all(looks)
    const { version } = await house.store.read
      .selectFrom('boards')
      .select('version')
      .where('id', '=', house.boards.news)
      .executeTakeFirstOrThrow()
    expect(await versionOf(tag)).toMatch(new RegExp(`\\.${version}$`))
  })
})
