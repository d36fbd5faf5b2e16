import { RENDERER_VERSION } from '@rostra/markup'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { numberOf, threadOf } from '#base/ids.ts'
import { nameKeyOf } from '#forum/members/names.ts'
import { renderPost } from '#forum/posts/rendering.ts'
import { findMiscounts, findOrphans } from '#store/counts.ts'
import { STORES } from '../../../tests/support/databases.ts'
import { type TestWriting, testWriting } from '../../../tests/support/writing.ts'
import { fillInBulk, POSTS_AT_ONCE } from './bulk-fill.ts'
import { type BulkMember, bulkMembers } from './bulk-people.ts'

describe.each(STORES)('filling in bulk on %s', kind => {
  let house: TestWriting
  beforeEach(async () => {
    house = await testWriting(kind)
  })
  afterEach(() => house.close())

  const read = () => house.forum.store.read
  const noneWrong = async () => {
    expect(await findMiscounts(read())).toEqual({ threads: 0, boards: 0, members: 0 })
    expect(await findOrphans(read())).toEqual([])
  }

  test('brings what it says, printed as the forum prints it', async () => {
    const filled = await fillInBulk(house.forum, { threads: 20, posts: 250, seed: 3 })
    expect(filled).toEqual({ boards: 10, members: 12, threads: 20, posts: 250 })
    const posts = await read().selectFrom('posts').selectAll().orderBy('id').execute()
    expect(posts).toHaveLength(250)
    const revisions = await read().selectFrom('revisions').selectAll().orderBy('postId').execute()
    for (const [index, post] of posts.entries()) {
      const { postId, source, format, ...wording } = revisions[index]!
      expect(wording).toEqual({ revision: 1, authorId: post.authorId, createdAt: post.createdAt, reason: '' })
      expect(post).toMatchObject({ id: postId, renderer: RENDERER_VERSION, revision: 1, editedAt: null })
      const place = { threadId: threadOf(post.id), number: numberOf(post.id) }
      if (index % 10 === 0) expect(post.html).toBe(await renderPost(read(), source, format, place))
    }
    const threads = await read().selectFrom('threads').selectAll().execute()
    expect(threads).toHaveLength(20)
    for (const thread of threads) {
      const own = posts.filter(post => threadOf(post.id) === thread.id)
      expect(thread).toMatchObject({
        ...{ authorId: own[0]?.authorId, createdAt: own[0]?.createdAt, postCount: own.length },
        ...{ lastNumber: own.length, lastPostAt: own.at(-1)?.createdAt, lastAuthorId: own.at(-1)?.authorId },
        ...{ locked: 0, deletedAt: null, guestName: null },
      })
    }
    await noneWrong()
  })

  test('a thread goes on from one transaction to the next', async () => {
    const steps: number[] = []
    const posts = POSTS_AT_ONCE + 40
    await fillInBulk(house.forum, { threads: 2, posts, seed: 1 }, ({ done }) => steps.push(done))
    expect(steps).toEqual([POSTS_AT_ONCE, posts])
    const threads = await read().selectFrom('threads').select(['postCount', 'lastNumber']).execute()
    expect(threads).toHaveLength(2)
    expect(threads.map(thread => thread.postCount)).toEqual(threads.map(thread => thread.lastNumber))
    await noneWrong()
  })

  test('uses its boards and members again, and is the same for the same seed', async () => {
    const filling = { threads: 5, posts: 60, seed: 2 }
    await fillInBulk(house.forum, filling)
    const boards = await read().selectFrom('boards').select('id').execute()
    const members = await read().selectFrom('members').select('id').execute()
    await fillInBulk(house.forum, filling)
    expect(await read().selectFrom('boards').select('id').execute()).toHaveLength(boards.length)
    expect(await read().selectFrom('members').select('id').execute()).toHaveLength(members.length)
    const sources = await read().selectFrom('revisions').select('source').orderBy('postId').execute()
    expect(sources.slice(0, 60)).toEqual(sources.slice(60))
    await noneWrong()
  })

  test('a name that somebody has is left to them', async () => {
    const { write } = house.forum.store
    const [{ name }] = bulkMembers(1) as [BulkMember]
    const key = nameKeyOf(name)
    await write.updateTable('members').set({ name, nameKey: key }).where('name', '=', 'Bo').execute()
    await fillInBulk(house.forum, { threads: 1, posts: 1, seed: 1 })
    const names = await read().selectFrom('members').select('name').orderBy('id').execute()
    expect(names.filter(row => row.name.startsWith(name)).map(row => row.name)).toEqual([name, `${name} 2`])
    expect(names).toHaveLength(5 + 12)
  })

  test('what cannot be made leaves nothing behind', async () => {
    const before = await read().selectFrom('boards').select('id').execute()
    await expect(fillInBulk(house.forum, { threads: 2, posts: 1, seed: 1 })).rejects.toThrow(RangeError)
    expect(await read().selectFrom('boards').select('id').execute()).toEqual(before)
  })
})
