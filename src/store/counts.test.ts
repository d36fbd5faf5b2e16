import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { postId } from '#base/ids.ts'
import { STORES } from '../../tests/support/databases.ts'
import { type TestForum, testForum } from '../../tests/support/forum.ts'
import { findMiscounts, findOrphans, recount } from './counts.ts'

const AT = 1_764_000_000_000
const RIGHT = { threads: 0, boards: 0, members: 0 }

async function addThread(forum: TestForum, deletedAt: number | null): Promise<number> {
  const { id } = await forum.store.write
    .insertInto('threads')
    .values({
      ...{ boardId: forum.boards.harbour, title: 'Quay', slug: 'quay', authorId: forum.members.Bo },
      ...{ guestName: null, createdAt: AT, postCount: 0, lastNumber: 0, lastPostAt: AT },
      ...{ lastAuthorId: null, deletedAt },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

async function addPost(
  forum: TestForum,
  id: number,
  authorId: number | null,
  deleted = false,
): Promise<void> {
  const { write } = forum.store
  const deletedAt = deleted ? AT : null
  await write
    .insertInto('posts')
    .values({
      ...{ id, authorId, guestName: authorId === null ? 'Passer-by' : null, createdAt: AT, html: '<p>.</p>' },
      ...{ renderer: 1, revision: 1, editedAt: null, deletedAt, deletedBy: null, deleteReason: null },
      requestKey: null,
    })
    .execute()
  const revision = {
    postId: id,
    revision: 1,
    format: 'markdown',
    source: '.',
    authorId,
    createdAt: AT,
  } as const
  await write
    .insertInto('revisions')
    .values({ ...revision, reason: '' })
    .execute()
}

/** A thread of four posts, one of them deleted, one by a guest, one liked and laughed at; and a deleted thread. */
async function fill(forum: TestForum): Promise<number> {
  const { Bo, Cy, Mo } = forum.members
  const thread = await addThread(forum, null)
  await addPost(forum, postId(thread, 1), Bo)
  await addPost(forum, postId(thread, 2), Cy)
  await addPost(forum, postId(thread, 5), null)
  await addPost(forum, postId(thread, 7), Bo, true)
  const gone = await addThread(forum, AT)
  await addPost(forum, postId(gone, 1), Bo)
  await forum.store.write
    .insertInto('reactions')
    .values([
      { postId: postId(thread, 1), memberId: Cy, kind: 'like', score: 1, at: AT },
      { postId: postId(thread, 1), memberId: Mo, kind: 'like', score: 1, at: AT },
      { postId: postId(thread, 2), memberId: Bo, kind: 'disagree', score: -1, at: AT },
    ])
    .execute()
  return thread
}

for (const kind of STORES)
  describe(`counts on ${kind}`, () => {
    let forum: TestForum
    let thread: number
    beforeAll(async () => {
      forum = await testForum(kind)
      thread = await fill(forum)
    })
    afterAll(() => forum.close())

    it('are found wrong and set right, once', async () => {
      const wrong = { threads: 2, boards: 1, members: 2 }
      const change = () => forum.store.write.transaction().execute(recount)
      expect(await findMiscounts(forum.store.read)).toEqual(wrong)
      expect(await change()).toEqual(wrong)
      expect(await findMiscounts(forum.store.read)).toEqual(RIGHT)
      expect(await change()).toEqual(RIGHT)
      const { read } = forum.store
      const threadRow = await read
        .selectFrom('threads')
        .selectAll()
        .where('id', '=', thread)
        .executeTakeFirstOrThrow()
      expect(threadRow).toMatchObject({ postCount: 3, lastNumber: 7 })
      const board = await read
        .selectFrom('boards')
        .selectAll()
        .where('id', '=', forum.boards.harbour)
        .executeTakeFirstOrThrow()
      expect(board).toMatchObject({ threadCount: 1, postCount: 3 })
      const members = await read.selectFrom('members').selectAll().orderBy('name').execute()
      expect(members.map(each => [each.name, each.messageCount, each.reactionScore])).toEqual([
        ['Ada', 0, 0],
        ['Bo', 1, 2],
        ['Cy', 1, -1],
        ['Mo', 0, 0],
        ['Sol', 0, 0],
      ])
    })

    it('outdate the kept pages when any was wrong, and never lower a number', async () => {
      const version = async () =>
        (
          await forum.store.read.selectFrom('versions').select('value').where('name', '=', 'site').execute()
        )[0]
      const before = await version()
      await forum.store.write.transaction().execute(recount)
      expect(await version()).toEqual(before)
      await forum.store.write
        .updateTable('threads')
        .set({ postCount: 9, lastNumber: 30 })
        .where('id', '=', thread)
        .execute()
      expect(await findMiscounts(forum.store.read)).toEqual({ threads: 1, boards: 1, members: 0 })
      await forum.store.write.transaction().execute(recount)
      expect(await version()).not.toEqual(before)
      const query = forum.store.read.selectFrom('threads').select(['postCount', 'lastNumber'])
      expect(await query.where('id', '=', thread).execute()).toEqual([{ postCount: 3, lastNumber: 30 }])
    })

    it('are joined by what refers to nothing', async () => {
      expect(await findOrphans(forum.store.read)).toEqual([])
      await addPost(forum, postId(9999, 1), null)
      await forum.store.write.deleteFrom('revisions').where('postId', '=', postId(thread, 2)).execute()
      await addThread(forum, null)
      await forum.store.write
        .updateTable('members')
        .set({ avatar: 'abc' })
        .where('id', '=', forum.members.Bo)
        .execute()
      await forum.store.write
        .updateTable('boards')
        .set({ lastThreadId: 77 })
        .where('id', '=', forum.boards.news)
        .execute()
      expect(await findOrphans(forum.store.read)).toEqual([
        '1 posts of threads that are not there',
        '1 posts whose present wording is missing',
        '1 threads without a post',
        '1 boards whose last thread is not there',
        '1 members whose picture is not there',
      ])
    })
  })
