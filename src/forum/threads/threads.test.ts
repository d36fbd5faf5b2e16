import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { STORES } from '../../../tests/support/databases.ts'
import { type Person, type TestWriting, testWriting } from '../../../tests/support/writing.ts'
import { deleteThread, lock, renameThread, restoreThread, unlock } from './actions.ts'
import { numbersOn, pageOfNumber, pagesOf, type ThreadPlace, type ThreadSlice } from './model.ts'
import { findThread, threadsOf } from './store.ts'
import { threadPath } from './views.ts'

describe.each(STORES)('threads on %s', kind => {
  let writing: TestWriting
  beforeEach(async () => {
    writing = await testWriting(kind)
  })
  afterEach(() => writing.close())

  const db = () => writing.forum.store.read
  const find = async (who: Person, id: number) => findThread(db(), await writing.seen(who), id)
  const list = async (who: Person, boardId: number, at: ThreadSlice = {}) =>
    threadsOf(db(), await writing.seen(who), boardId, at)
  const versionOf = async (id: number) =>
    (await db().selectFrom('boards').select('version').where('id', '=', id).executeTakeFirstOrThrow()).version

  /** Threads with activity at these moments, by nobody; → their ids. */
  async function fill(boardId: number, moments: readonly number[]): Promise<number[]> {
    const rows = moments.map((lastPostAt, index) => ({
      ...{
        boardId,
        title: `Thread ${index}`,
        slug: `thread-${index}`,
        authorId: null,
        guestName: 'Old hand',
      },
      ...{ createdAt: 1, postCount: 1, lastNumber: 1, lastPostAt, lastAuthorId: null, deletedAt: null },
    }))
    const { write } = writing.house.store
    const made = await write.insertInto('threads').values(rows).returning('id').execute()
    return made.map(row => row.id).sort((one, other) => one - other)
  }

  test('a board lists its threads by activity, with the names beside them', async () => {
    const { start, write, house } = writing
    const { news, harbour } = house.boards
    const first = await start('Bo', { title: 'First' })
    house.pass(1000)
    const second = await start('Cy', { title: 'Second' })
    await start('Cy', { boardId: harbour })
    house.pass(1000)
    await write('Mo', first)
    const { threads, ...more } = await list('guest', news)
    expect(more).toEqual({ hasNewer: false, hasOlder: false })
    expect(threads).toMatchObject([
      { id: first, authorName: 'Bo', lastAuthorName: 'Mo', postCount: 2, lastNumber: 2, locked: false },
      { id: second, authorName: 'Cy', lastAuthorName: 'Cy', title: 'Second', slug: 'second' },
    ])
    await fill(news, [1])
    expect((await list('guest', news)).threads.at(-1)).toMatchObject({
      ...{ authorName: null, lastAuthorName: null, guestName: 'Old hand' },
    })
  })

  test('lists can be walked down and up again, many threads of one moment too', async () => {
    const { news } = writing.house.boards
    await fill(
      news,
      Array.from({ length: 23 }, (_, index) => 100 + Math.floor(index / 7)),
    )
    const all = (await list('guest', news, { limit: 50 })).threads
    const sorted = all.toSorted((one, other) => other.lastPostAt - one.lastPostAt || other.id - one.id)
    expect(all).toHaveLength(23)
    expect(all).toEqual(sorted)
    const walk = async (limit: number): Promise<void> => {
      const parts = [await list('guest', news, { limit })]
      while (parts.at(-1)!.hasOlder)
        parts.push(await list('guest', news, { limit, before: parts.at(-1)!.threads.at(-1)! }))
      expect(parts.flatMap(part => part.threads)).toEqual(all)
      expect(parts.map(part => part.hasNewer)).toEqual(parts.map((_, index) => index > 0))
      for (const [index, part] of parts.entries()) {
        if (index === 0) continue
        const above = await list('guest', news, { limit, after: part.threads[0]! })
        expect(above.threads).toEqual(parts[index - 1]!.threads)
        expect(above.hasNewer).toBe(index > 1)
        expect(above.hasOlder).toBe(true)
      }
    }
    for (const limit of [1, 5, 23, 24]) await walk(limit)
  })

  test('upwards, where less than a page is newer, one comes to the beginning', async () => {
    const { news } = writing.house.boards
    const ids = await fill(news, [10, 20, 30, 40])
    const place: ThreadPlace = { lastPostAt: 30, id: ids[2]! }
    const top = await list('guest', news, { limit: 3, after: place })
    expect(top.threads.map(thread => thread.lastPostAt)).toEqual([40, 30, 20])
    expect(top).toMatchObject({ hasNewer: false, hasOlder: true })
  })

  test('deleted threads are for moderators, closed boards for those let in, lists of others are empty', async () => {
    const { start, as, house } = writing
    const { news, staff } = house.boards
    const open = await start('Bo')
    const gone = await start('Bo')
    const closed = await start('Mo', { boardId: staff })
    await as('Mo', a => deleteThread(a, { threadId: gone }))
    for (const who of ['guest', 'Bo', 'Sol'] as const) {
      expect((await list(who, news)).threads.map(thread => thread.id)).toEqual([open])
      expect((await list(who, staff)).threads).toEqual([])
      expect([await find(who, gone), await find(who, closed), await find(who, 999)]).toEqual(
        Array(3).fill(undefined),
      )
      expect((await find(who, open))?.id).toBe(open)
    }
    for (const who of ['Mo', 'Ada'] as const) {
      expect((await list(who, news)).threads.map(thread => thread.id)).toEqual([gone, open])
      expect((await find(who, gone))?.deletedAt).toBe(house.clock())
      expect((await find(who, closed))?.id).toBe(closed)
    }
    expect(await find('Ada', 2 ** 50)).toBeUndefined()
  })

  test('a new title makes a new address, and old pages of thread and board old', async () => {
    const { start, as, house, events } = writing
    const threadId = await start('Bo')
    const { news } = house.boards
    const version = await versionOf(news)
    const before = (await find('Bo', threadId))!
    const thread = await as('Bo', a => renameThread(a, { threadId, title: ' Über\u00a0uns! ' }))
    expect(thread).toMatchObject({ title: 'Über uns!', slug: 'über-uns' })
    expect(await find('Bo', threadId)).toEqual(thread)
    expect(thread.version).toBeGreaterThan(before.version)
    expect(await versionOf(news)).toBeGreaterThan(version)
    const heard = events.length
    await as('Bo', a => renameThread(a, { threadId, title: 'Über uns!' }))
    expect(events).toHaveLength(heard)
    expect(events.at(-1)).toEqual({
      ...{ type: 'thread.renamed', threadId, boardId: news, memberId: house.members.Bo },
    })
  })

  test('locking and deleting are set, not toggled, and told once', async () => {
    const { start, as, events, house } = writing
    const threadId = await start('Bo')
    events.length = 0
    const deeds = [lock, lock, unlock, unlock, deleteThread, deleteThread, restoreThread, restoreThread]
    const states = []
    for (const deed of deeds) {
      const thread = await as('Mo', a => deed(a, { threadId }))
      expect(await find('Mo', threadId)).toEqual(thread)
      states.push([thread.locked, thread.deletedAt !== null])
    }
    expect(states).toEqual([
      ...[
        [true, false],
        [true, false],
        [false, false],
        [false, false],
      ],
      ...[
        [false, true],
        [false, true],
        [false, false],
        [false, false],
      ],
    ])
    const told = { threadId, boardId: house.boards.news, memberId: house.members.Mo }
    expect(events).toEqual(
      (['locked', 'unlocked', 'deleted', 'restored'] as const).map(what => ({
        type: `thread.${what}`,
        ...told,
      })),
    )
  })
})

describe('pages', () => {
  test('every number stands on one page, twenty on each', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 20 }), number => {
        const { first, last } = numbersOn(pageOfNumber(number))
        expect(number >= first && number <= last && last - first === 19).toBe(true)
        expect(pagesOf({ lastNumber: number })).toBe(pageOfNumber(number))
      }),
    )
    expect([0, 1, 20, 21, 40, 41].map(number => pageOfNumber(number))).toEqual([1, 1, 1, 2, 2, 3])
  })

  test('the address of a post is that of its page', () => {
    const thread = { id: 7, slug: 'über-uns' }
    expect(threadPath(thread)).toBe('/threads/7/%C3%BCber-uns')
    expect(threadPath(thread, 20)).toBe('/threads/7/%C3%BCber-uns#p20')
    expect(threadPath(thread, 21)).toBe('/threads/7/%C3%BCber-uns?page=2#p21')
    expect(threadPath({ id: 7, slug: 'reply' })).toBe('/threads/7/reply-')
  })
})
