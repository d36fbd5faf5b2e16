import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { postId } from '#base/ids.ts'
import { STORES } from '../../../tests/support/databases.ts'
import { readNow } from '../../../tests/support/forum.ts'
import { type TestWriting, testWriting } from '../../../tests/support/writing.ts'
import { hear } from '../../listeners.ts'
import { deletePost } from '../posts/actions/delete.ts'
import { editPost } from '../posts/actions/edit.ts'
import { restorePost } from '../posts/actions/restore.ts'
import { deleteThread, restoreThread } from '../threads/actions.ts'
import { inThisThread } from './engine.ts'
import { bringUpToDate } from './keeping.ts'

const PASSAGE =
  'The council met on the ninth of the month to speak of the dredging of the outer basin, which had been put off three ' +
  'times since the spring for want of money and of a ship that could do it.'

describe.each(STORES)('what is restored before anybody looked at what was deleted, on %s', kind => {
  let writing: TestWriting
  let first: number
  let second: number
  beforeEach(async () => {
    writing = await testWriting(kind)
    first = await writing.start('Bo')
    await writing.write('Bo', first, PASSAGE)
    writing.house.pass(60_000)
    second = await writing.start('Cy', { source: `I say. ${PASSAGE}` })
    await readNow(writing.forum)
    writing.events.splice(0)
  })
  afterEach(() => writing.close())

  const pairs = async () =>
    writing.house.store.read.selectFrom('passages').select(['postId', 'otherId']).orderBy('postId').execute()
  const heard = async (): Promise<void> => {
    for (const event of writing.events.splice(0)) await hear(writing.forum, event)
  }
  /** The second post is edited, and that alone is read. */
  const readOther = async (): Promise<void> => {
    const source = `I say it. ${PASSAGE}`
    await writing.as('Cy', a => editPost(a, { threadId: second, number: 1, source, reason: '', basedOn: 1 }))
    await bringUpToDate(writing.forum, inThisThread(writing.forum.log), [postId(second, 1)])
  }

  test('a thread: others that were read meanwhile lead to its posts again', async () => {
    const before = await pairs()
    expect(before).toEqual([{ postId: postId(second, 1), otherId: postId(first, 2) }])
    await writing.as('Mo', a => deleteThread(a, { threadId: first }))
    await readOther()
    expect(await pairs()).toEqual([])
    await writing.as('Mo', a => restoreThread(a, { threadId: first }))
    await heard()
    // What is beside it stands until it is read again, and only its own posts are.
    expect(await readNow(writing.forum)).toBe(2)
    expect(await pairs()).toEqual(before)
  })

  test('a post: also where nobody has heard yet that it was deleted', async () => {
    const before = await pairs()
    const place = { threadId: first, number: 2 }
    await writing.as('Mo', a => deletePost(a, { ...place, reason: '' }))
    await readOther()
    await writing.as('Mo', a => restorePost(a, place))
    writing.events.splice(0, writing.events.length - 1)
    await heard()
    expect(await readNow(writing.forum)).toBe(1)
    expect(await pairs()).toEqual(before)
  })
})
