import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { STORES } from '../../../tests/support/databases.ts'
import { PEOPLE, type Person, type TestWriting, testWriting } from '../../../tests/support/writing.ts'
import { changeBoard } from '../boards/actions.ts'
import { deletePost } from '../posts/actions/delete.ts'
import { editPost } from '../posts/actions/edit.ts'
import { restorePost } from '../posts/actions/restore.ts'
import { startThread } from '../posts/actions/start.ts'
import { mayEdit } from '../posts/rules.ts'
import { findPost } from '../posts/store.ts'
import { lock } from '../threads/actions.ts'
import { findThread } from '../threads/store.ts'
import { accept, unaccept } from './actions.ts'
import { mayAccept, mayUnaccept } from './rules.ts'
import { answeredAmong, answerOf } from './store.ts'

const codeOf = (done: Promise<unknown>): Promise<string> =>
  done.then(
    () => 'done',
    error => error.code,
  )

describe.each(STORES)('the answer to a question on %s', kind => {
  let writing: TestWriting
  let threadId: number
  beforeEach(async () => {
    writing = await testWriting(kind)
    const boardId = writing.house.boards.news
    const text = { title: 'When?', source: 'When?', format: 'markdown', requestKey: null } as const
    const place = await writing.as('Bo', a => startThread(a, { ...text, boardId, kind: 'question' }))
    threadId = place.threadId
    await writing.write('Cy', threadId, 'At noon.')
    await writing.write('Mo', threadId, 'At one.')
  })
  afterEach(() => writing.close())

  const db = () => writing.forum.store.read
  const thread = async (who: Person = 'guest') => (await findThread(db(), await writing.seen(who), threadId))!
  const shown = async () => (await answerOf(db(), await writing.seen('guest'), await thread()))?.number
  const set = (who: Person, number: number) => writing.as(who, a => accept(a, { threadId, number }))

  test('is said by whoever asked, and by moderators, be it set twice', async () => {
    const expected = {
      ...{ guest: 'not-signed-in', Sol: 'not-allowed', Cy: 'not-allowed' },
      ...{ Bo: 'done', Mo: 'done', Ada: 'done' },
    }
    for (const who of PEOPLE) {
      const found = await findPost(db(), await writing.seen(who), threadId, 2)
      const { answer: _, ...open } = found!.thread
      const isOffered = mayAccept(await writing.seen(who), { ...open, answer: null }, found!.post)
      expect(isOffered, who).toBe(expected[who] === 'done')
      expect(await codeOf(set(who, 2)), who).toBe(expected[who])
      const undone = codeOf(writing.as(who, a => unaccept(a, { threadId, number: 2 })))
      expect(await undone, who).toBe(expected[who])
    }
    await set('Bo', 2)
    await set('Bo', 2)
    expect(await shown()).toBe(2)
    await set('Mo', 3)
    expect(await shown()).toBe(3)
    await writing.as('Bo', a => unaccept(a, { threadId, number: 2 }))
    expect(await shown()).toBe(3)
    const found = await findPost(db(), await writing.seen('Bo'), threadId, 3)
    expect(mayUnaccept(await writing.seen('Bo'), found!.thread, found!.post)).toBe(true)
  })

  test('is no question itself, nothing of another kind of thread, nothing where whoever asked may not write', async () => {
    expect(await codeOf(set('Bo', 1))).toBe('not-allowed')
    expect(await codeOf(set('Bo', 9))).toBe('not-found')
    const other = await writing.start('Bo')
    await writing.write('Cy', other)
    expect(await codeOf(writing.as('Bo', a => accept(a, { threadId: other, number: 2 })))).toBe('not-allowed')
    await writing.as('Mo', a => lock(a, { threadId }))
    expect([await codeOf(set('Bo', 2)), await codeOf(set('Mo', 2))]).toEqual(['not-allowed', 'done'])
  })

  test('goes with its post and comes back with it', async () => {
    await set('Bo', 2)
    expect(await answeredAmong(db(), [await thread()])).toEqual(new Set([threadId]))
    await writing.as('Mo', a => deletePost(a, { threadId, number: 2, reason: '' }))
    expect(await shown()).toBeUndefined()
    expect(await answeredAmong(db(), [await thread()])).toEqual(new Set())
    await writing.as('Mo', a => restorePost(a, { threadId, number: 2 }))
    expect(await shown()).toBe(2)
  })

  test('a board lets its members change their posts for a while; moderators always, with a reason', async () => {
    const text = { title: 'News', description: '', section: false, editMinutes: 10 }
    await writing.as('Ada', a => changeBoard(a, writing.house.boards.news, text))
    const edit = (who: Person, source: string, reason: string, basedOn: number) =>
      writing.as(who, a => editPost(a, { threadId, number: 2, source, reason, basedOn }))
    const button = async (who: Person) => {
      const found = await findPost(db(), await writing.seen(who), threadId, 2)
      return mayEdit(await writing.seen(who), found!.thread, found!.post, writing.house.clock())
    }
    writing.house.pass(10 * 60_000 - 1)
    expect(await button('Cy')).toBe(true)
    await edit('Cy', 'At two.', '', 1)
    writing.house.pass(1)
    expect([await button('Cy'), await button('Mo')]).toEqual([false, true])
    await expect(edit('Cy', 'At three.', '', 2)).rejects.toMatchObject({
      ...{ code: 'not-allowed', message: 'refused.edit-window', values: { minutes: 10 } },
    })
    await expect(edit('Mo', 'At three.', ' ', 2)).rejects.toMatchObject({ code: 'invalid', field: 'reason' })
    await edit('Mo', 'At three.', 'It is three.', 2)
  })
})
