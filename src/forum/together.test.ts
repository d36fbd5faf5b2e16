import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { numberOf } from '#base/ids.ts'
import { STORES } from '../../tests/support/databases.ts'
import { type Person, type TestWriting, testWriting } from '../../tests/support/writing.ts'
import { deletePost } from './posts/actions/delete.ts'
import { editPost } from './posts/actions/edit.ts'
import { reply } from './posts/actions/reply.ts'
import { restorePost } from './posts/actions/restore.ts'
import { startThread } from './posts/actions/start.ts'
import { react } from './reactions/actions.ts'
import { deleteThread, restoreThread } from './threads/actions.ts'

const WRITERS = ['Ada', 'Mo', 'Bo', 'Cy'] as const

describe.each(STORES)('many at once on %s', kind => {
  let writing: TestWriting
  beforeEach(async () => {
    writing = await testWriting(kind)
  })
  afterEach(() => writing.close())

  const times = <T>(count: number, work: (index: number) => Promise<T>): Promise<T[]> =>
    Promise.all(Array.from({ length: count }, (_, index) => work(index)))
  const read = () => writing.house.store.read
  const boardOf = (id: number) =>
    read().selectFrom('boards').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const memberOf = (name: Exclude<Person, 'guest'>) =>
    read()
      .selectFrom('members')
      .selectAll()
      .where('id', '=', writing.house.members[name])
      .executeTakeFirstOrThrow()

  test('replies to one thread get the numbers from 2 on, each once', async () => {
    const threadId = await writing.start('Bo')
    const numbers = await times(60, index => writing.write(WRITERS[index % 4]!, threadId))
    expect(numbers.toSorted((one, other) => one - other)).toEqual(
      Array.from({ length: 60 }, (_, index) => index + 2),
    )
    const thread = await read().selectFrom('threads').selectAll().executeTakeFirstOrThrow()
    expect(thread).toMatchObject({ postCount: 61, lastNumber: 61 })
    const last = await read()
      .selectFrom('posts')
      .select(['id', 'authorId'])
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    expect([numberOf(last.id), last.authorId]).toEqual([61, thread.lastAuthorId])
    expect(await boardOf(thread.boardId)).toMatchObject({ threadCount: 1, postCount: 61 })
    expect((await memberOf('Bo')).messageCount).toBe(16)
  })

  test('a form that is sent fifty times makes one post', async () => {
    const threadId = await writing.start('Bo')
    const input = { threadId, source: 'Once.', format: 'markdown', requestKey: 'same' } as const
    const places = await times(50, () => writing.as('Cy', a => reply(a, input)))
    expect(places).toEqual(Array(50).fill({ threadId, number: 2 }))
    expect((await memberOf('Cy')).messageCount).toBe(1)
    expect(await read().selectFrom('posts').select('id').execute()).toHaveLength(2)
  })

  test('a form that is sent fifty times starts one thread', async () => {
    const { news } = writing.house.boards
    const input = {
      boardId: news,
      title: 'Once',
      source: 'Once.',
      format: 'bbcode',
      requestKey: 'same',
    } as const
    const places = await times(50, () => writing.as('Cy', a => startThread(a, input)))
    expect(new Set(places.map(place => place.threadId)).size).toBe(1)
    expect(await boardOf(news)).toMatchObject({ threadCount: 1, postCount: 1 })
    expect(writing.events.map(event => event.type)).toEqual(['thread.started', 'post.added'])
  })

  test('a form that is sent to two boards makes one thread, and says that something is amiss', async () => {
    const { news, harbour } = writing.house.boards
    const input = { title: 'Twice', source: 'Twice.', format: 'markdown', requestKey: 'same' } as const
    const outcomes = await Promise.allSettled(
      [news, harbour].map(boardId => writing.as('Cy', a => startThread(a, { ...input, boardId }))),
    )
    const refused = outcomes.flatMap(outcome => (outcome.status === 'rejected' ? [outcome.reason] : []))
    for (const reason of refused) expect(reason).toMatchObject({ code: 'conflict' })
    expect(await read().selectFrom('threads').select('id').execute()).toHaveLength(1)
  })

  test('reactions of many add up to the score, whatever each of them tries', async () => {
    const threadId = await writing.start('Bo')
    const kinds = ['like', 'disagree', 'like', 'funny', 'like'] as const
    await times(60, index =>
      writing.as((['Ada', 'Mo', 'Cy'] as const)[index % 3]!, a =>
        react(a, { threadId, number: 1, kind: kinds[index % 5]! }),
      ),
    )
    const given = await read().selectFrom('reactions').selectAll().execute()
    expect(given).toHaveLength(3)
    expect((await memberOf('Bo')).reactionScore).toBe(given.reduce((sum, each) => sum + each.score, 0))
  })

  test('of edits from the same wording one is kept, the others are told', async () => {
    const threadId = await writing.start('Bo')
    const edit = (index: number) =>
      writing.as('Bo', a =>
        editPost(a, { threadId, number: 1, source: `Edit ${index}`, reason: 'Order', basedOn: 1 }),
      )
    const outcomes = await Promise.allSettled(Array.from({ length: 10 }, (_, index) => edit(index)))
    expect(outcomes.filter(outcome => outcome.status === 'fulfilled')).toHaveLength(1)
    for (const outcome of outcomes)
      if (outcome.status === 'rejected')
        expect(outcome.reason).toMatchObject({ code: 'conflict', message: 'refused.post-changed' })
    expect(await read().selectFrom('revisions').select('revision').execute()).toHaveLength(2)
  })

  test('deeds of every kind in threads of one board leave it rightly counted', async () => {
    const threads = await times(3, () => writing.start('Bo'))
    for (const threadId of threads) for (const who of WRITERS) await writing.write(who, threadId)
    await times(90, async index => {
      const threadId = threads[index % 3]!
      const who = WRITERS[index % 4]!
      const place = { threadId, number: 2 + (index % 4) }
      const deeds = [
        () => writing.write(who, threadId),
        () => writing.as('Mo', a => deletePost(a, { ...place, reason: '' })),
        () => writing.as('Mo', a => restorePost(a, place)),
        () => writing.as('Ada', a => deleteThread(a, { threadId })),
        () => writing.as('Ada', a => restoreThread(a, { threadId })),
        () => writing.as(who, a => react(a, { ...place, kind: 'like' })),
      ]
      await deeds[Math.floor(index / 3) % deeds.length]!().catch((error: { code?: string }) => {
        if (error.code !== 'not-allowed' && error.code !== 'not-found') throw error
      })
    })
    for (const threadId of threads) await writing.as('Ada', a => restoreThread(a, { threadId }))
    const living = await read()
      .selectFrom('posts')
      .select('authorId')
      .where('deletedAt', 'is', null)
      .execute()
    const board = await boardOf(writing.house.boards.news)
    expect(board).toMatchObject({ threadCount: 3, postCount: living.length })
    for (const name of WRITERS)
      expect((await memberOf(name)).messageCount).toBe(
        living.filter(post => post.authorId === writing.house.members[name]).length,
      )
  })
})
