import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { postId } from '#base/ids.ts'
import { STORES } from '../../../tests/support/databases.ts'
import { type Person, type TestWriting, testWriting } from '../../../tests/support/writing.ts'
import { deleteThread } from '../threads/actions.ts'
import { MAX_TITLE, type Thread } from '../threads/model.ts'
import { deletePost } from './actions/delete.ts'
import { type EditInput, editPost } from './actions/edit.ts'
import { reply } from './actions/reply.ts'
import { restorePost } from './actions/restore.ts'
import { startThread } from './actions/start.ts'
import { MAX_POST, type Post } from './model.ts'
import { findPost, findRevision, postsOnPage, revisionsOf, sourceOf } from './store.ts'
import { latestPostsOf } from './store-latest.ts'

describe.each(STORES)('posts on %s', kind => {
  let writing: TestWriting
  beforeEach(async () => {
    writing = await testWriting(kind)
  })
  afterEach(() => writing.close())

  const db = () => writing.forum.store.read
  const find = async (who: Person, threadId: number, number: number) =>
    findPost(db(), await writing.seen(who), threadId, number)
  const mustFind = async (threadId: number, number: number): Promise<Post> =>
    (await find('Mo', threadId, number))!.post
  const pageOf = async (who: Person, threadId: number, page: number): Promise<Post[]> =>
    postsOnPage(db(), await writing.seen(who), { id: threadId, ...(await threadRow(threadId)) }, page)
  const threadRow = async (threadId: number): Promise<Omit<Thread, 'id'>> => {
    const row = await db().selectFrom('threads').selectAll().where('id', '=', threadId).executeTakeFirst()
    return { ...row!, locked: row!.locked === 1, people: null }
  }
  const edit = (who: Person, threadId: number, change: Partial<EditInput>) =>
    writing.as(who, a =>
      editPost(a, { threadId, number: 1, source: 'First.', reason: 'Order', basedOn: 1, ...change }),
    )

  test('a thread is started and answered', async () => {
    const { house, as } = writing
    const { news } = house.boards
    const form = { boardId: news, title: '  Port\n strike ', source: 'Hello *all*\r\n' } as const
    const place = await as('Bo', a => startThread(a, { ...form, format: 'markdown', requestKey: 'one' }))
    const { threadId } = place
    expect(place.number).toBe(1)
    house.pass(1000)
    const input = { threadId, source: '[b]Yes[/b]', format: 'bbcode', requestKey: null } as const
    expect(await as('Cy', a => reply(a, input))).toEqual({ threadId, number: 2 })
    const found = await find('guest', threadId, 2)
    expect(found?.thread).toMatchObject({
      ...{ title: 'Port strike', slug: 'port-strike', boardId: news, authorId: house.members.Bo },
      ...{ postCount: 2, lastNumber: 2, lastAuthorId: house.members.Cy, locked: false, deletedAt: null },
      ...{ lastPostAt: house.clock(), createdAt: house.clock() - 1000 },
    })
    expect(found?.post).toMatchObject({
      ...{ threadId, number: 2, authorId: house.members.Cy, createdAt: house.clock() },
      ...{ revision: 1, editedAt: null, deletedAt: null, withheld: false },
    })
    expect(found?.post.html).toContain('<strong>Yes</strong>')
    expect(await sourceOf(db(), await mustFind(threadId, 1))).toEqual({
      ...{ format: 'markdown', source: 'Hello *all*', revision: 1 },
    })
  })

  test('what happens is told', async () => {
    const { house, start, write, events } = writing
    const threadId = await start('Bo')
    await write('Cy', threadId)
    await edit('Bo', threadId, { source: 'Second.', title: 'Other' })
    await writing.as('Mo', a => deletePost(a, { threadId, number: 2, reason: '' }))
    await writing.as('Mo', a => restorePost(a, { threadId, number: 2 }))
    const { Bo, Cy, Mo } = house.members
    const at = (number: number) => ({ postId: postId(threadId, number), boardId: house.boards.news })
    const thread = { threadId, boardId: house.boards.news, memberId: Bo }
    expect(events).toEqual([
      { type: 'thread.started', ...thread },
      { type: 'post.added', ...at(1), memberId: Bo },
      { type: 'post.added', ...at(2), memberId: Cy },
      { type: 'thread.renamed', ...thread },
      { type: 'post.edited', ...at(1), memberId: Bo, revision: 2 },
      { type: 'post.deleted', ...at(2), memberId: Mo },
      { type: 'post.restored', ...at(2), memberId: Mo },
    ])
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
  })

  test('a text of nothing, or of too much, is refused', async () => {
    const { as, house, start } = writing
    const threadId = await start('Bo')
    const texts = [
      ['', 'form.required'],
      [' \n\t\u0000 ', 'form.required'],
      ['\u200b\u2060', 'refused.nothing-to-see'],
      ['[quote="Bo, post: 1/1"] [/quote]', 'refused.nothing-to-see'],
      ['x'.repeat(MAX_POST + 1), 'form.too-long'],
    ] as const
    for (const [source, message] of texts) {
      const refused = { code: 'invalid', field: 'source', message }
      const text = { source, format: 'markdown', requestKey: null } as const
      await expect(as('Cy', a => reply(a, { ...text, threadId }))).rejects.toMatchObject(refused)
      const started = as('Cy', a => startThread(a, { ...text, boardId: house.boards.news, title: 'Title' }))
      await expect(started).rejects.toMatchObject(refused)
      await expect(edit('Mo', threadId, { source })).rejects.toMatchObject(refused)
    }
    const empty = { source: '[b][/b]', format: 'bbcode', requestKey: null, threadId } as const
    await expect(as('Cy', a => reply(a, empty))).rejects.toMatchObject({ message: 'refused.nothing-to-see' })
  })

  test('a title of nothing, or of too much, is refused', async () => {
    const { as, house, start } = writing
    const form = { boardId: house.boards.news, source: 'A.', format: 'markdown', requestKey: null } as const
    const threadId = await start('Bo')
    const titles = [
      ['', 'form.required'],
      ['\u200b\u200b\u200b', 'form.required'],
      [' ab\n', 'form.too-short'],
      ['x'.repeat(MAX_TITLE + 1), 'form.too-long'],
    ] as const
    for (const [title, message] of titles) {
      const refused = { code: 'invalid', field: 'title', message }
      await expect(as('Bo', a => startThread(a, { ...form, title }))).rejects.toMatchObject(refused)
      await expect(edit('Bo', threadId, { title, source: 'Other.' })).rejects.toMatchObject(refused)
    }
    expect((await mustFind(threadId, 1)).revision).toBe(1)
  })

  test('an edit is a wording more; the first one stays', async () => {
    const { house, start } = writing
    const threadId = await start('Bo')
    house.pass(5000)
    expect(await edit('Mo', threadId, { source: 'Second.', reason: ' Typing\nerror ' })).toEqual({
      ...{ threadId, number: 1, revision: 2 },
    })
    const post = await mustFind(threadId, 1)
    expect(post).toMatchObject({ revision: 2, editedAt: house.clock(), authorId: house.members.Bo })
    expect(post.html).toContain('Second.')
    const first = { revision: 1, source: 'First.', authorName: 'Bo', reason: '', format: 'markdown' } as const
    const second = { ...first, revision: 2, source: 'Second.', authorName: 'Mo', reason: 'Typing error' }
    expect(await revisionsOf(db(), post)).toMatchObject([first, second])
    expect(await revisionsOf(db(), post, { before: 2 })).toMatchObject([first])
    expect(await revisionsOf(db(), post, { limit: 1 })).toMatchObject([second])
    expect(await findRevision(db(), post, 1)).toMatchObject(first)
    expect(await findRevision(db(), post, 3)).toBeUndefined()
  })

  test('an edit of what has changed meanwhile is told so; one that changes nothing is no wording', async () => {
    const { start, events } = writing
    const threadId = await start('Bo')
    await edit('Bo', threadId, { source: 'Second.' })
    const heard = events.length
    await expect(edit('Bo', threadId, { source: 'Third.' })).rejects.toMatchObject({
      ...{ code: 'conflict', message: 'refused.post-changed', field: 'source' },
    })
    // The form that has been done already, sent again.
    expect((await edit('Bo', threadId, { source: 'Second.\r\n' })).revision).toBe(2)
    expect((await edit('Bo', threadId, { source: 'Second.', title: 'Port strike' })).revision).toBe(2)
    expect(events).toHaveLength(heard)
    expect(await revisionsOf(db(), await mustFind(threadId, 1))).toHaveLength(2)
    await expect(
      edit('Bo', threadId, { source: 'Third.', basedOn: 2, reason: 'x'.repeat(201) }),
    ).rejects.toMatchObject({ code: 'invalid', field: 'reason', message: 'form.too-long' })
  })

  test('an edit of the first post may rename the thread, that of another may not', async () => {
    const threadId = await writing.start('Bo')
    await writing.write('Bo', threadId)
    expect((await edit('Bo', threadId, { title: 'New name' })).revision).toBe(1)
    await edit('Bo', threadId, { number: 2, title: 'Not mine', source: 'Other.' })
    expect(await threadRow(threadId)).toMatchObject({ title: 'New name', slug: 'new-name' })
  })

  test('of a deleted post moderators see all, its author that and why, others a hole', async () => {
    const { start, write, as, house } = writing
    const threadId = await start('Bo')
    await write('Cy', threadId, 'Secret words')
    await as('Mo', a => deletePost(a, { threadId, number: 2, reason: 'Off topic' }))
    await as('Mo', a => deletePost(a, { threadId, number: 2, reason: 'Again' }))
    const told = { deletedBy: house.members.Mo, deleteReason: 'Off topic', authorId: house.members.Cy }
    const [, whole] = await pageOf('Mo', threadId, 1)
    expect(whole).toMatchObject({ ...told, withheld: false })
    expect(whole?.html).toContain('Secret words')
    const [, own] = await pageOf('Cy', threadId, 1)
    expect(own).toMatchObject({ ...told, withheld: true, html: '' })
    for (const who of ['guest', 'Bo', 'Sol'] as const) {
      const [, hole] = await pageOf(who, threadId, 1)
      expect(hole).toMatchObject({ withheld: true, html: '', number: 2, deletedAt: house.clock() })
      expect(JSON.stringify(hole)).not.toMatch(/Secret|Off topic/)
      expect(hole).toMatchObject({ authorId: null, deletedBy: null, deleteReason: null, editedAt: null })
      expect(await find(who, threadId, 2)).toBeUndefined()
    }
    for (const post of [own!, (await pageOf('Bo', threadId, 1))[1]!]) {
      expect(await sourceOf(db(), post)).toBeUndefined()
      expect(await revisionsOf(db(), post)).toEqual([])
      expect(await findRevision(db(), post, 1)).toBeUndefined()
    }
    await as('Mo', a => restorePost(a, { threadId, number: 2 }))
    expect((await find('guest', threadId, 2))?.post).toMatchObject({ deletedAt: null, deleteReason: null })
  })

  test('pages are ranges of numbers', async () => {
    const { start, write } = writing
    const threadId = await start('Bo')
    for (let number = 2; number <= 21; number++) await write('Bo', threadId, `Number ${number}`)
    const numbers = async (page: number) => (await pageOf('guest', threadId, page)).map(post => post.number)
    expect(await numbers(1)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
    expect(await numbers(2)).toEqual([21])
    for (const page of [0, 3, -1, 2 ** 40]) expect(await numbers(page)).toEqual([])
  })

  test('a closed board, a deleted thread and a place that cannot be lead to nothing', async () => {
    const { start, house } = writing
    const closed = await start('Mo', { boardId: house.boards.staff })
    expect(await find('Mo', closed, 1)).toBeDefined()
    expect(await find('Bo', closed, 1)).toBeUndefined()
    expect(await pageOf('Bo', closed, 1)).toEqual([])
    const gone = await start('Bo')
    await writing.as('Mo', a => deleteThread(a, { threadId: gone }))
    expect(await find('Bo', gone, 1)).toBeUndefined()
    expect(await find('Mo', gone, 1)).toBeDefined()
    for (const [threadId, number] of [
      ...([
        [0, 1],
        [gone, 0],
        [gone, -1],
        [gone, 2 ** 20],
        [2 ** 33, 1],
        [2 ** 52, 1],
      ] as const),
    ])
      expect(await find('Ada', threadId, number)).toBeUndefined()
  })

  test('somebody’s latest posts are those that the reader may see, newest first, in parts', async () => {
    const { start, write, as, house, seen } = writing
    const open = await start('Bo', { title: 'Open', source: 'Some **bold** words' })
    const closed = await start('Mo', { boardId: house.boards.staff })
    const gone = await start('Bo', { title: 'Gone' })
    for (const threadId of [open, open, closed, gone, open]) {
      house.pass(10)
      await write('Mo', threadId, `In ${threadId}`)
    }
    await as('Mo', a => deletePost(a, { threadId: open, number: 3, reason: '' }))
    await as('Ada', a => deleteThread(a, { threadId: gone }))
    const latest = async (who: Person, limit = 10, before?: { createdAt: number; id: number }) =>
      latestPostsOf(db(), await seen(who), house.members.Mo, limit, before)
    const places = (posts: { threadId: number; number: number }[]) =>
      posts.map(post => `${post.threadId}/${post.number}`)
    expect(places(await latest('guest'))).toEqual([`${open}/4`, `${open}/2`])
    const all = await latest('Mo')
    expect(places(all)).toEqual([`${open}/4`, `${closed}/2`, `${open}/2`, `${closed}/1`])
    expect(places(await latest('Mo', 2))).toEqual(places(all.slice(0, 2)))
    expect(places(await latest('Mo', 2, all[1]))).toEqual(places(all.slice(2)))
    const own = await latestPostsOf(db(), await seen('guest'), house.members.Bo, 10)
    expect(own).toMatchObject([
      { threadTitle: 'Open', threadSlug: 'open', boardId: house.boards.news, excerpt: 'Some bold words' },
    ])
  })
})
