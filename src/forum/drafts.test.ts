import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DAY, SECOND } from '#base/time.ts'
import { editPost } from '#forum/posts/actions/edit.ts'
import { reply } from '#forum/posts/actions/reply.ts'
import { startThread } from '#forum/posts/actions/start.ts'
import { STORES } from '../../tests/support/databases.ts'
import { type Person, type TestWriting, testWriting } from '../../tests/support/writing.ts'
import { discardDraft, forgetOldDrafts, saveDraft } from './drafts/actions.ts'
import { fieldsOf, formPath, isPlaceName, isWorthKeeping, MOST_DRAFTS, readPlace } from './drafts/model.ts'
import { draftsOf, exportOf, findDraft } from './drafts/store.ts'

test('what is kept of a form are its texts, without what proves it or tells its copies apart', () => {
  const body = { csrf: 'x', requestKey: 'k', act: 'save', title: 'A', source: 'b', attachments: ['1', '2'] }
  expect(fieldsOf({ ...body, password: 'p', 'alt-12': 'A quay', 'x y': 'z', n: 3 })).toEqual({
    ...{ title: 'A', source: 'b', attachments: ['1', '2'], 'alt-12': 'A quay' },
  })
  expect(fieldsOf(JSON.parse('{"__proto__":"x","constructor":"y"}'))).toEqual({ constructor: 'y' })
  expect(fieldsOf({ source: 'x'.repeat(300_000) })).toBe(null)
  expect(fieldsOf([])).toBe(null)
  expect(isWorthKeeping({ source: ' \n', format: 'bbcode' })).toBe(false)
  expect(isWorthKeeping({ source: '', attachments: '7' })).toBe(true)
})

test('a place is one of four, and leads to its form', () => {
  for (const place of ['board:3', 'thread:7', 'post:7/27', 'conversation'])
    expect(isPlaceName(place), place).toBe(true)
  for (const place of [
    '',
    'board:',
    'post:7',
    'thread:7/2',
    'thread:-1',
    'x:1',
    'conversation:2',
    'thread:1\n',
  ])
    expect(isPlaceName(place), place).toBe(false)
  expect(readPlace('post:7/27')).toEqual({ kind: 'post', id: 7, number: 27 })
  expect(['board:3', 'thread:7', 'post:7/27', 'conversation'].map(formPath)).toEqual([
    ...['/boards/3/threads/new', '/threads/7/reply', '/posts/7/27/edit', '/conversations/new'],
  ])
})

describe.each(STORES)('drafts on %s', kind => {
  let writing: TestWriting
  let threadId: number

  beforeEach(async () => {
    writing = await testWriting(kind)
    threadId = await writing.start('Bo')
  })
  afterEach(() => writing.close())

  const save = (who: Person, source: string, change: Partial<Parameters<typeof saveDraft>[1]> = {}) =>
    writing.as(who, a =>
      saveDraft(a, { ...{ place: 'thread:1', fields: { source }, age: 0, requestKey: '' }, ...change }),
    )
  const found = async (who: 'Bo' | 'Cy', place = 'thread:1') =>
    (await findDraft(writing.house.store.read, writing.house.members[who], place))?.fields['source']

  test('are one a member and place, the one typed last', async () => {
    expect((await save('Bo', 'First.')).state).toBe('saved')
    expect((await save('Bo', 'Older.', { age: SECOND })).state).toBe('older')
    expect((await save('Cy', 'Of Cy.')).state).toBe('saved')
    expect(await found('Bo')).toBe('First.')
    writing.house.pass(SECOND)
    await save('Bo', 'Second.')
    expect([await found('Bo'), await found('Cy')]).toEqual(['Second.', 'Of Cy.'])
    await expect(save('guest', 'x')).rejects.toMatchObject({ code: 'not-signed-in' })
    await expect(save('Sol', 'x')).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(save('Bo', 'x', { place: 'thread' })).rejects.toMatchObject({ code: 'invalid' })
  })

  test('saved 200 times at once are one, and the newest of them', async () => {
    const ages = Array.from({ length: 200 }, (_, index) => (index * 37) % 200)
    const saved = await Promise.all(ages.map(age => save('Bo', `Of age ${age}.`, { age })))
    const { memberId } = writing.people.Bo
    const drafts = await draftsOf(writing.house.store.read, memberId!)
    expect(drafts.map(draft => draft.fields)).toEqual([{ source: 'Of age 0.' }])
    expect(saved[ages.indexOf(0)]?.state).toBe('saved')
    expect(new Set(saved.map(each => each.state))).toEqual(new Set(['saved', 'older']))
  })

  test('that are emptied or discarded are gone', async () => {
    await save('Bo', 'Words.')
    expect((await save('Bo', ' ')).state).toBe('emptied')
    expect(await found('Bo')).toBe(undefined)
    await save('Bo', 'Words.')
    await save('Cy', 'Words.')
    await writing.as('Bo', a => discardDraft(a, 'thread:1'))
    expect([await found('Bo'), await found('Cy')]).toEqual([undefined, 'Words.'])
  })

  test('are forgotten once posted, and do not come back when a late save arrives', async () => {
    const text = { format: 'markdown', source: 'Words.', requestKey: 'a-key' } as const
    await save('Bo', 'Words.')
    await writing.as('Bo', a => reply(a, { ...text, threadId }))
    expect(await found('Bo')).toBe(undefined)
    expect((await save('Bo', 'Words.', { requestKey: 'a-key' })).state).toBe('posted')
    expect(await found('Bo')).toBe(undefined)

    const boardId = writing.house.boards.news
    await save('Bo', 'New.', { place: `board:${boardId}` })
    await writing.as('Bo', a => startThread(a, { ...text, boardId, title: 'A ferry', requestKey: 'b' }))
    expect(await found('Bo', `board:${boardId}`)).toBe(undefined)

    const edit = { place: `post:${threadId}/1`, fields: { source: 'Other.', basedOn: '1' } }
    await save('Bo', '', edit)
    expect(await found('Bo', edit.place)).toBe('Other.')
    const change = { threadId, number: 1, source: 'Other.', reason: '', basedOn: 1 }
    await writing.as('Bo', a => editPost(a, change))
    expect(await found('Bo', edit.place)).toBe(undefined)
    expect((await save('Bo', '', edit)).state).toBe('posted')
    expect((await save('Bo', '', { ...edit, fields: { source: 'x', basedOn: '2' } })).state).toBe('saved')
  })

  test('stay when posting is refused', async () => {
    await save('Bo', 'Words.')
    const text = { threadId, format: 'markdown', source: ' ', requestKey: null } as const
    await expect(writing.as('Bo', a => reply(a, text))).rejects.toMatchObject({ code: 'invalid' })
    expect(await found('Bo')).toBe('Words.')
  })

  test('are so many at most, those left longest alone go first, and all are forgotten in time', async () => {
    for (let id = 1; id <= MOST_DRAFTS + 3; id++) {
      await save('Bo', `${id}`, { place: `thread:${id}` })
      writing.house.pass(SECOND)
    }
    const { read } = writing.house.store
    const { Bo } = writing.house.members
    const drafts = await draftsOf(read, Bo)
    expect([drafts.length, drafts[0]?.place, drafts.at(-1)?.place]).toEqual([
      ...[MOST_DRAFTS, `thread:${MOST_DRAFTS + 3}`, 'thread:4'],
    ])
    expect(await exportOf(read, Bo)).toEqual({ drafts })
    writing.house.pass(59 * DAY)
    await save('Bo', 'New.', { place: 'thread:900' })
    writing.house.pass(DAY)
    await writing.as('guest', forgetOldDrafts)
    expect((await draftsOf(read, Bo)).map(draft => draft.place)).toEqual(['thread:900'])
  })
})
