import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { STORES } from '../../../tests/support/databases.ts'
import { forumOf, type TestForum, testForum } from '../../../tests/support/forum.ts'
import { type Act, act, type Forum } from '../act.ts'
import { type Actor, GUEST, SYSTEM } from '../actor.ts'
import { openSite } from '../site.ts'
import { addBoard, changeBoard, moveBoard, removeBoard, shiftBoard } from './actions.ts'
import { countsOf } from './store.ts'
import { inOrder, pathTo } from './tree.ts'

const MEMBER: Actor = { ...GUEST, memberId: 1, name: 'Bo', role: 'member' }
const TEXT = { title: 'Pilots', description: 'Night work.', section: false }

describe.each(STORES)('boards on %s', kind => {
  let house: TestForum
  let forum: Forum

  beforeEach(async () => {
    house = await testForum(kind)
    forum = await forumOf(house)
  })
  afterEach(() => house.close())

  const asAdmin = <T>(action: (a: Act) => Promise<T>): Promise<T> => act(forum, SYSTEM, action)
  const tree = async () => (await forum.site.at(forum.store.read)).boards
  const titles = async () => inOrder(await tree()).map(({ board, depth }) => `${depth} ${board.title}`)

  async function addThread(boardId: number, title: string, change: { at?: number; deletedAt?: number } = {}) {
    const { id } = await house.store.write
      .insertInto('threads')
      .values({
        boardId,
        title,
        slug: title.toLowerCase(),
        authorId: house.members.Bo,
        guestName: null,
        createdAt: 1,
        postCount: 3,
        lastNumber: 4,
        lastPostAt: change.at ?? 5,
        lastAuthorId: house.members.Cy,
        deletedAt: change.deletedAt ?? null,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await house.store.write
      .updateTable('boards')
      .set({ threadCount: 1, postCount: 3, lastThreadId: id, lastPostAt: change.at ?? 5 })
      .where('id', '=', boardId)
      .execute()
    return id
  }

  test('are added last, changed, and every process sees it', async () => {
    const other = await openSite(house.store.read)
    const id = await asAdmin(a => addBoard(a, house.boards.news, TEXT))
    expect(await titles()).toEqual(['0 World', '1 News', '2 Harbour', '2 Pilots', '0 Staff'])
    await asAdmin(a => changeBoard(a, id, { title: 'Tugs', description: '', section: true }))
    const seen = (await other.at(house.store.read)).boards.byId.get(id)
    expect(seen).toMatchObject({ title: 'Tugs', description: '', section: true, position: 2 })
    const outbox = await house.store.read.selectFrom('outbox').select('event').execute()
    expect(outbox.map(row => row.event)).toEqual(Array(2).fill('{"type":"site.changed"}'))
  })

  test('are moved under others, before one of them, and never into themselves', async () => {
    const { world, news, harbour, staff } = house.boards
    await asAdmin(a => moveBoard(a, staff, { parentId: news, before: harbour }))
    expect(await titles()).toEqual(['0 World', '1 News', '2 Staff', '2 Harbour'])
    await asAdmin(a => moveBoard(a, news, { parentId: null }))
    expect(await titles()).toEqual(['0 World', '0 News', '1 Staff', '1 Harbour'])
    await asAdmin(a => shiftBoard(a, news, 'up'))
    await asAdmin(a => shiftBoard(a, staff, 'down'))
    expect(await titles()).toEqual(['0 News', '1 Harbour', '1 Staff', '0 World'])
    await asAdmin(a => shiftBoard(a, news, 'up'))
    await asAdmin(a => shiftBoard(a, world, 'down'))
    expect(await titles()).toEqual(['0 News', '1 Harbour', '1 Staff', '0 World'])
    for (const parentId of [news, harbour]) {
      await expect(asAdmin(a => moveBoard(a, news, { parentId }))).rejects.toMatchObject({
        code: 'invalid',
        message: 'refused.board-within-itself',
      })
    }
    await expect(asAdmin(a => moveBoard(a, news, { parentId: 999 }))).rejects.toMatchObject({
      code: 'invalid',
    })
    expect(pathTo(await tree(), staff).map(board => board.title)).toEqual(['News'])
  })

  test('two moves at once do not make a circle', async () => {
    const one = await asAdmin(a => addBoard(a, null, { ...TEXT, title: 'One' }))
    const two = await asAdmin(a => addBoard(a, null, { ...TEXT, title: 'Two' }))
    const outcomes = await Promise.allSettled([
      asAdmin(a => moveBoard(a, one, { parentId: two })),
      asAdmin(a => moveBoard(a, two, { parentId: one })),
    ])
    expect(outcomes.map(each => each.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await titles()).filter(title => /One|Two/.test(title))).toHaveLength(2)
  })

  test('are removed when empty, and only then; a board with threads is no section', async () => {
    const { world, harbour, staff } = house.boards
    await addThread(harbour, 'Strike', { deletedAt: 9 })
    for (const id of [world, harbour]) {
      await expect(asAdmin(a => removeBoard(a, id))).rejects.toMatchObject({
        code: 'conflict',
        message: 'refused.board-not-empty',
      })
    }
    await expect(asAdmin(a => changeBoard(a, harbour, { ...TEXT, section: true }))).rejects.toMatchObject({
      code: 'conflict',
      field: 'section',
    })
    await asAdmin(a => removeBoard(a, staff))
    expect(await titles()).toEqual(['0 World', '1 News', '2 Harbour'])
    await expect(asAdmin(a => removeBoard(a, staff))).rejects.toMatchObject({ code: 'not-found' })
  })

  test('are changed by administrators alone', async () => {
    const { news } = house.boards
    const deeds: ((a: Act) => Promise<unknown>)[] = [
      a => addBoard(a, null, TEXT),
      a => changeBoard(a, news, TEXT),
      a => moveBoard(a, news, { parentId: null }),
      a => shiftBoard(a, news, 'up'),
      a => removeBoard(a, house.boards.staff),
    ]
    const before = await titles()
    for (const deed of deeds) {
      await expect(act(forum, MEMBER, deed)).rejects.toMatchObject({ code: 'not-allowed' })
      await expect(act(forum, GUEST, deed)).rejects.toMatchObject({ code: 'not-signed-in' })
      const suspended: Actor = { ...MEMBER, role: 'administrator', suspended: true }
      await expect(act(forum, suspended, deed)).rejects.toMatchObject({ code: 'not-allowed' })
    }
    expect(await titles()).toEqual(before)
  })

  test('are counted in batches of any size, without a deleted last thread', async () => {
    const { world, news, harbour, staff } = house.boards
    const strike = await addThread(harbour, 'Strike', { at: 7 })
    await addThread(staff, 'Gone', { deletedAt: 9 })
    const counts = await countsOf(house.store.read, [news, harbour, staff])
    expect([...counts.keys()].sort()).toEqual([news, harbour, staff].sort())
    expect(counts.get(harbour)).toEqual({
      threadCount: 1,
      postCount: 3,
      lastPostAt: 7,
      version: 1,
      lastThread: { id: strike, title: 'Strike', slug: 'strike', lastNumber: 4, lastAuthor: 'Cy' },
    })
    expect(counts.get(news)).toMatchObject({ threadCount: 0, lastPostAt: null, lastThread: null })
    expect(counts.get(staff)).toMatchObject({ threadCount: 1, lastThread: null })
    expect(await countsOf(house.store.read, [])).toEqual(new Map())
    const many = Array.from({ length: 300 }, (_, index) => 1000 + index)
    const found = await countsOf(house.store.read, [...many, world, harbour, harbour])
    expect([...found.keys()].sort()).toEqual([world, harbour].sort())
  })
})
