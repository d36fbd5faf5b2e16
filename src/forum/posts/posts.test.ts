import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { numberOf, postId } from '#base/ids.ts'
import { STORES } from '../../../tests/support/databases.ts'
import { type TestWriting, testWriting } from '../../../tests/support/writing.ts'
import { findThread } from '../threads/store.ts'
import { deletePost } from './actions/delete.ts'
import { editPost } from './actions/edit.ts'
import { reply } from './actions/reply.ts'
import { restorePost } from './actions/restore.ts'
import { startThread } from './actions/start.ts'
import type { Post } from './model.ts'
import { findPost, findRevision, postsOnPage, revisionsOf, sourceOf } from './store.ts'

describe.each(STORES)('posts on %s', kind => {
  let writing: TestWriting
  beforeEach(async () => {
    writing = await testWriting(kind)
  })
  afterEach(() => writing.close())

  const db = () => writing.forum.store.read
  const find = async (who: Parameters<TestWriting['seen']>[0], threadId: number, number: number) =>
    findPost(db(), await writing.seen(who), threadId, number)
  const mustFind = async (threadId: number, number: number): Promise<Post> =>
    (await find('Mo', threadId, number))!.post
  const messagesOf = async (name: 'Bo' | 'Cy' | 'Mo') =>
    (
      await db()
        .selectFrom('members')
        .select('messageCount')
        .where('id', '=', writing.house.members[name])
        .executeTakeFirstOrThrow()
    ).messageCount

  test('a thread is started and answered', async () => {
    const { house, as, events } = writing
    const { news } = house.boards
    const input = {
      boardId: news,
      title: '  Port\n strike ',
      source: 'Hello *all*\r\n',
      format: 'markdown',
    } as const
    const place = await as('Bo', a => startThread(a, { ...input, requestKey: 'one' }))
    const { threadId } = place
    expect(place.number).toBe(1)
    house.pass(1000)
    const second = await as('Cy', a =>
      reply(a, { threadId, source: '[b]Yes[/b]', format: 'bbcode', requestKey: null }),
    )
    expect(second).toEqual({ threadId, number: 2 })
    const found = await find('guest', threadId, 2)
    expect(found?.thread).toMatchObject({
      ...{ title: 'Port strike', slug: 'port-strike', boardId: news, authorId: house.members.Bo },
      ...{ postCount: 2, lastNumber: 2, lastAuthorId: house.members.Cy, locked: false, deletedAt: null },
      ...{ lastPostAt: house.clock(), createdAt: house.clock() - 1000 },
    })
    expect(found?.post).toMatchObject({
      ...{ threadId, number: 2, authorId: house.members.Cy, html: '<p dir="auto"><strong>Yes</strong></p>\n' },
      ...{ revision: 1, editedAt: null, deletedAt: null, withheld: false, createdAt: house.clock() },
    })
    expect(await sourceOf(db(), await mustFind(threadId, 1))).toEqual({
      ...{ format: 'markdown', source: 'Hello *all*', revision: 1 },
    })
    expect(events).toEqual([
      { type: 'thread.started', threadId, boardId: news, memberId: house.members.Bo },
      { type: 'post.added', postId: postId(threadId, 1), boardId: news, memberId: house.members.Bo },
      { type: 'post.added', postId: postId(threadId, 2), boardId: news, memberId: house.members.Cy },
    ])
    expect([await messagesOf('Bo'), await messagesOf('Cy')]).toEqual([1, 1])
    const board = await db().selectFrom('boards').selectAll().where('id', '=', news).executeTakeFirst()
    expect(board).toMatchObject({
      ...{ threadCount: 1, postCount: 2, lastThreadId: threadId, lastPostAt: house.clock() },
    })
  })

  test('the same form makes one post, whatever it says the second time', async () => {
    const { as, house, start, events } = writing
    const threadId = await start('Bo')
    const input = { threadId, format: 'markdown', requestKey: 'k' } as const
    const first = await as('Cy', a => reply(a, { ...input, source: 'Once.' }))
    expect(await as('Cy', a => reply(a, { ...input, source: 'Twice.' }))).toEqual(first)
    expect((await as('Bo', a => reply(a, { ...input, source: 'Mine.' }))).number).toBe(3)
    const form = { boardId: house.boards.news, title: 'Again', source: 'A.', format: 'markdown' } as const
    const started = await as('Cy', a => startThread(a, { ...form, requestKey: 'new' }))
    expect(await as('Cy', a => startThread(a, { ...form, requestKey: 'new' }))).toEqual(started)
    expect(await as('Cy', a => startThread(a, { ...form, requestKey: 'k' }))).toEqual(first)
    expect(events.filter(event => event.type === 'thread.started')).toHaveLength(2)
    expect(await messagesOf('Cy')).toBe(2)
  })
})
