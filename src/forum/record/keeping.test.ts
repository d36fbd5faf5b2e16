import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { postId } from '#base/ids.ts'
import { createLog } from '#base/log.ts'
import { STORES } from '../../../tests/support/databases.ts'
import { readNow } from '../../../tests/support/forum.ts'
import { type TestWriting, testWriting } from '../../../tests/support/writing.ts'
import { deletePost } from '../posts/actions/delete.ts'
import { editPost } from '../posts/actions/edit.ts'
import { restorePost } from '../posts/actions/restore.ts'
import { deleteThread, restoreThread } from '../threads/actions.ts'
import { inThisThread } from './engine.ts'
import { bringUpToDate, dayIn } from './keeping.ts'
import { forgetPost } from './listeners.ts'
import { READING_VERSION } from './version.ts'

const SAID = 'Ilse Brandt said: “It is a calendar with the holidays torn out.” It cost €41 million.'

describe.each(STORES)('what is read of posts on %s', kind => {
  let writing: TestWriting
  let thread: number
  beforeEach(async () => {
    writing = await testWriting(kind)
    thread = await writing.start('Bo', { source: SAID })
    await writing.write('Cy', thread, 'Nothing in it')
  })
  afterEach(() => writing.close())

  const engine = inThisThread(createLog({ level: 'silent', readable: false }))
  const readings = () =>
    writing.house.store.read.selectFrom('readings').selectAll().orderBy('postId').execute()
  const version = async () =>
    (
      await writing.house.store.read
        .selectFrom('threads')
        .select('version')
        .where('id', '=', thread)
        .executeTakeFirstOrThrow()
    ).version

  test('every post is read once, and its thread’s kept pages grow old', async () => {
    const before = await version()
    expect(await readNow(writing.forum)).toBe(2)
    const [first, second] = await readings()
    expect(first).toMatchObject({ postId: postId(thread, 1), revision: 1, engine: READING_VERSION })
    expect(second).toMatchObject({ postId: postId(thread, 2), html: null })
    const after = await version()
    expect(after).toBeGreaterThan(before)
    expect(await readNow(writing.forum)).toBe(0)
    expect(await version()).toBe(after)
  })

  test('another wording, an older version and another print are read again', async () => {
    const { store } = writing.house
    await readNow(writing.forum)
    const edit = { threadId: thread, number: 2, source: 'Other words', reason: '', basedOn: 1 }
    await writing.as('Cy', a => editPost(a, edit))
    expect(await readNow(writing.forum)).toBe(1)
    expect((await readings())[1]).toMatchObject({ revision: 2 })
    await store.write
      .updateTable('readings')
      .set({ engine: READING_VERSION - 1 })
      .execute()
    expect(await readNow(writing.forum)).toBe(2)
    await store.write.updateTable('posts').set({ renderer: 0 }).where('id', '=', postId(thread, 1)).execute()
    expect(await readNow(writing.forum)).toBe(1)
    expect(await readNow(writing.forum)).toBe(0)
  })

  test('what was read of a deleted post is forgotten, and read again when it is back', async () => {
    await readNow(writing.forum)
    await writing.as('Mo', a => deletePost(a, { threadId: thread, number: 2, reason: '' }))
    await forgetPost(writing.forum, { postId: postId(thread, 2) })
    expect((await readings()).map(row => row.postId)).toEqual([postId(thread, 1)])
    await writing.as('Mo', a => restorePost(a, { threadId: thread, number: 2 }))
    expect(await readNow(writing.forum)).toBe(1)
    await writing.as('Mo', a => deleteThread(a, { threadId: thread }))
    expect(await readNow(writing.forum)).toBe(0)
    expect(await readings()).toEqual([])
    await writing.as('Mo', a => restoreThread(a, { threadId: thread }))
    expect(await readNow(writing.forum)).toBe(2)
  })

  test('a post that changes while it is read is not kept, and looked at again', async () => {
    const edit = { threadId: thread, number: 2, source: 'Other words', reason: '', basedOn: 1 }
    const meanwhile = {
      ...engine,
      read: async (scripts: Parameters<typeof engine.read>[0]) => {
        await writing.as('Cy', a => editPost(a, edit))
        return engine.read(scripts)
      },
    }
    const ids = [postId(thread, 1), postId(thread, 2)]
    const kept = await bringUpToDate(writing.forum, meanwhile, ids)
    expect(kept).toMatchObject({ read: 1, forgotten: 0, changed: [postId(thread, 2)] })
    expect((await readings()).map(row => row.postId)).toEqual([postId(thread, 1)])
    expect(await bringUpToDate(writing.forum, engine, ids)).toMatchObject({ read: 1, changed: [] })
  })

  test('a post that cannot be read is remembered as such and not tried again', async () => {
    const broken = { ...engine, read: async (scripts: readonly unknown[]) => scripts.map(() => null) }
    expect(await bringUpToDate(writing.forum, broken, [postId(thread, 1)])).toMatchObject({ read: 1 })
    expect(await readings()).toMatchObject([{ html: null, engine: READING_VERSION }])
    expect(await readNow(writing.forum)).toBe(1)
  })

  test('ids without a post are passed over', async () => {
    expect(await bringUpToDate(writing.forum, engine, [postId(thread, 9), 5])).toMatchObject({ read: 0 })
    expect(await bringUpToDate(writing.forum, engine, [])).toMatchObject({ read: 0 })
  })
})

test('the day that a post was written on is that of the site’s time zone', () => {
  const late = Date.UTC(2025, 4, 3, 22, 30)
  expect(dayIn('UTC', late)).toBe('2025-05-03')
  expect(dayIn('Europe/Amsterdam', late)).toBe('2025-05-04')
})
