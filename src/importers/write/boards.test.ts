import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addBoard, changeBoard, removeBoard } from '#forum/boards/actions.ts'
import { inOrder } from '#forum/boards/tree.ts'
import { STORES } from '../../../tests/support/databases.ts'
import { neutralBoard, neutralPost, neutralRecord, neutralThread } from '../../../tests/support/records.ts'
import { type TestWriting, testWriting } from '../../../tests/support/writing.ts'
import { isUnchanged } from '../account.ts'
import type { NeutralBoard } from '../neutral.ts'
import { write } from './write.ts'
import { ImportRefused } from './writing.ts'

describe.each(STORES)('boards of a record on %s', kind => {
  let house: TestWriting
  beforeEach(async () => {
    house = await testWriting(kind)
  })
  afterEach(() => house.close())

  const tree = async () => (await house.forum.site.at(house.forum.store.read)).boards
  const titles = async () =>
    inOrder(await tree()).map(({ board, depth }) => `${depth} ${board.title}${board.section ? ' /' : ''}`)
  const boardOf = async (threadKey: string) => {
    const row = await house.forum.store.read
      .selectFrom('imports')
      .innerJoin('threads', 'threads.id', 'imports.objectId')
      .innerJoin('boards', 'boards.id', 'threads.boardId')
      .where('imports.kind', '=', 'thread')
      .where('imports.key', '=', threadKey)
      .select(['boards.id', 'boards.title'])
      .executeTakeFirst()
    return row?.title
  }
  const record = (boards: NeutralBoard[], threads: Record<string, string>) =>
    neutralRecord(
      Object.entries(threads).map(([key, board]) =>
        neutralThread(key, [neutralPost(`${key}-1`, 1)], { board }),
      ),
      { boards },
    )
  const OLD = ['0 World /', '1 News', '2 Harbour', '0 Staff']

  test('stand within each other as in the record, whatever order they come in', async () => {
    const boards = [
      neutralBoard('mill', { parent: 'shop', title: 'Mills', description: 'Of all kinds.' }),
      neutralBoard('shop', { title: 'Workshop', section: true }),
      neutralBoard('empty', { parent: 'shop', title: 'Empty' }),
    ]
    await write(house.forum, record(boards, { t: 'mill' }))
    expect(await titles()).toEqual([...OLD, '0 Workshop /', '1 Mills', '1 Empty'])
    expect([...(await tree()).byId.values()].find(each => each.title === 'Mills')?.description).toBe(
      'Of all kinds.',
    )
  })

  test('of a title that is there already are used, at the same place and no other', async () => {
    const boards = [
      neutralBoard('w', { title: ' world', section: true }),
      neutralBoard('n', { parent: 'w', title: 'NEWS' }),
      neutralBoard('h', { title: 'Harbour' }),
    ]
    const lines = await write(house.forum, record(boards, { t: 'n', u: 'h' }))
    expect(await titles()).toEqual([...OLD, '0 Harbour'])
    expect(await boardOf('t')).toBe('News')
    expect(lines.slice(0, 3).map(line => line.outcome)).toEqual(['left', 'left', 'taken'])
  })

  test('do not take threads into a section that an administrator made', async () => {
    await write(house.forum, record([neutralBoard('w', { title: 'World' })], { t: 'w' }))
    expect(await titles()).toEqual([...OLD, '0 World'])
  })

  test('that were a section when they came hold threads once some come', async () => {
    const section = neutralBoard('w', { title: 'Works', section: true })
    const inner = neutralBoard('i', { parent: 'w', title: 'Inner' })
    await write(house.forum, record([section, inner], { t: 'i' }))
    const lines = await write(
      house.forum,
      record([{ ...section, section: false }, inner], { t: 'i', u: 'w' }),
    )
    expect(await titles()).toEqual([...OLD, '0 Works', '1 Inner'])
    expect(lines[0]).toMatchObject({ outcome: 'changed', where: 'Works' })
  })

  test('are found where they were renamed or moved, and are not made again once removed', async () => {
    const boards = [neutralBoard('a', { title: 'One' }), neutralBoard('b', { title: 'Two' })]
    await write(house.forum, record(boards, { t: 'a', u: 'b' }))
    const ids = new Map([...(await tree()).byId.values()].map(board => [board.title, board.id]))
    const one = ids.get('One') as number
    const two = ids.get('Two') as number
    await house.as('Ada', a => changeBoard(a, one, { title: 'First', description: '', section: false }))
    await house.forum.store.write
      .updateTable('threads')
      .set({ boardId: one })
      .where('boardId', '=', two)
      .execute()
    await house.as('Ada', a => removeBoard(a, two))
    expect(isUnchanged(await write(house.forum, record(boards, { t: 'a', u: 'b' })))).toBe(true)
    expect(await titles()).toEqual([...OLD, '0 First'])
    await write(house.forum, record(boards, { t: 'a', u: 'b', v: 'a', x: 'b' }))
    expect(await titles()).toEqual([...OLD, '0 First', '0 Two'])
    expect([await boardOf('v'), await boardOf('x')]).toEqual(['First', 'Two'])
  })

  test('go into one where one is named, by its number or title, or made for it', async () => {
    const boards = [neutralBoard('a', { title: 'One' })]
    const into = (key: string, board: string) => write(house.forum, record(boards, { [key]: 'a' }), { board })
    await into('t', String(house.house.boards.harbour))
    await into('u', ' staff ')
    const lines = await into('v', 'Rescued')
    expect([await boardOf('t'), await boardOf('u'), await boardOf('v')]).toEqual([
      'Harbour',
      'Staff',
      'Rescued',
    ])
    expect(await titles()).toEqual([...OLD, '0 Rescued'])
    expect(lines[0]).toMatchObject({ item: 'board', where: 'Rescued', outcome: 'taken' })
    expect(isUnchanged(await into('v', 'Nowhere'))).toBe(true)
    expect(await titles()).toEqual([...OLD, '0 Rescued'])
  })

  test('are refused where a name is no place for threads, and nothing stays', async () => {
    await house.as('Ada', a => addBoard(a, null, { title: 'Harbour', description: '', section: false }))
    const into = (board: string) =>
      write(house.forum, record([neutralBoard('a')], { t: 'a' }), { board }).catch(error => error)
    for (const [board, words] of [
      ['World', '"World" is a section'],
      ['harbour', 'Several boards are called "harbour"'],
      ['4711', 'There is no board 4711'],
      ['x'.repeat(101), '1 to 100 characters'],
    ] as const) {
      const error = await into(board)
      expect(error).toBeInstanceOf(ImportRefused)
      expect(error.message).toContain(words)
    }
    expect(await titles()).toEqual([...OLD, '0 Harbour'])
    expect(await house.forum.store.read.selectFrom('members').selectAll().execute()).toHaveLength(5)
  })

  test('that stand within themselves are a mistake of the record', async () => {
    const boards = [neutralBoard('a', { parent: 'b' }), neutralBoard('b', { parent: 'a' })]
    await expect(write(house.forum, record(boards, { t: 'a' }))).rejects.toThrow('within itself')
  })
})
