import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { postId } from '#base/ids.ts'
import { findMiscounts } from '#store/counts.ts'
import { STORES } from '../../../tests/support/databases.ts'
import { type TestWriting, testWriting } from '../../../tests/support/writing.ts'
import { storedTexts, writePrints } from '../posts/store-old.ts'
import { react } from '../reactions/actions.ts'
import { follow } from '../ties/actions.ts'
import { leave, removePosts } from './actions.ts'
import { dataOf, wordingsOf } from './copy.ts'
import type { Way } from './model.ts'
import { PERSONAL } from './store.ts'

/** Tables with a member in them that are not only theirs: what they say stays, or is dealt with by name. */
const SHARED = [
  ...[
    'attachments',
    'conversation_members',
    'corrections',
    'follows',
    'ignores',
    'poll_voters',
    'poll_votes',
  ],
  ...['reactions', 'reports', 'source_requests', 'sources'],
]

describe.each(STORES)('leaving on %s', kind => {
  let writing: TestWriting
  let threadId: number
  beforeEach(async () => {
    writing = await testWriting(kind)
    threadId = await writing.start('Bo', { source: 'Words of Bo.' })
    await writing.write('Cy', threadId, 'Words of Cy, with @Bo.')
    await writing.write('Bo', threadId, 'More words of Bo.')
    await writing.as('Cy', a => follow(a, writing.house.members.Bo))
    await writing.as('Cy', a => react(a, { threadId, number: 1, kind: 'like' }))
  })
  afterEach(() => writing.close())

  const db = () => writing.forum.store.read
  const go = (way: Way, name = 'Bo') =>
    writing.as('Bo', a => leave(a, { way, name, nameless: 'Former member' }))
  const bo = () =>
    db()
      .selectFrom('members')
      .selectAll()
      .where('id', '=', writing.house.members.Bo)
      .executeTakeFirstOrThrow()
  const rows = () => db().selectFrom('posts').select(['id', 'html', 'deletedAt']).orderBy('id').execute()
  const everything = async () => {
    const tables = await writing.house.store.write.introspection.getTables()
    const all = await Promise.all(
      tables.map(({ name }) =>
        db()
          .selectFrom(name as 'settings')
          .selectAll()
          .execute(),
      ),
    )
    return JSON.stringify(all)
  }

  test('every table that names a member is dealt with', async () => {
    const tables = await writing.house.store.write.introspection.getTables()
    const naming = tables
      .filter(table => table.columns.some(column => column.name === 'member_id'))
      .map(table => table.name)
    const snake = (name: string) => name.replace(/[A-Z]/g, sign => `_${sign.toLowerCase()}`)
    expect(naming.sort()).toEqual([...Object.keys(PERSONAL).map(snake), ...SHARED].sort())
  })

  test('takes the account away and leaves the posts under the name', async () => {
    await go('keep')
    expect(await bo()).toMatchObject({ name: 'Bo', address: null, password: null, state: 'gone' })
    expect((await rows()).map(row => row.deletedAt)).toEqual([null, null, null])
    expect(await db().selectFrom('follows').selectAll().execute()).toEqual([])
    await go('keep')
    expect(writing.events.filter(event => event.type === 'member.left')).toHaveLength(1)
  })

  test('leaves the posts without the name', async () => {
    await go('anonymise')
    const { name, id } = await bo()
    expect(name).toBe(`Former member #${id}`)
    const jobs = await db().selectFrom('jobs').select('name').execute()
    expect(jobs.map(job => job.name)).toContain('print mentions anew')
    expect(await db().selectFrom('oldNames').selectAll().execute()).toEqual([])
  })

  test('takes the words out, in all their wordings, and counts right afterwards', async () => {
    await go('remove')
    for (let time = 0; time < 2; time++)
      await removePosts(writing.forum, { memberId: writing.house.members.Bo })
    expect(await everything()).not.toMatch(/Words of Bo|More words/)
    const [first, second, third] = await rows()
    expect([first!.deletedAt !== null, second!.deletedAt, third!.deletedAt !== null]).toEqual([
      true,
      null,
      true,
    ])
    expect(second!.id).toBe(postId(threadId, 2))
    const { members, threads, boards } = await findMiscounts(db())
    expect({ members, threads, boards }).toEqual({ members: 0, threads: 0, boards: 0 })
    expect(writing.events.filter(event => event.type === 'post.deleted')).toHaveLength(2)
  })

  test('words that were taken out do not come back by a printing that read them before', async () => {
    const texts = await storedTexts(db(), [postId(threadId, 1)])
    await go('remove')
    await removePosts(writing.forum, { memberId: writing.house.members.Bo })
    await writing.house.store.write.transaction().execute(trx => writePrints(trx, texts))
    expect((await rows())[0]).toMatchObject({ html: '' })
    expect(await everything()).not.toContain('Words of Bo')
  })

  test('goes on behind the posts that it has come to', async () => {
    await go('remove')
    const { Bo: memberId } = writing.house.members
    await writing.house.store.write.deleteFrom('jobs').execute()
    await removePosts(writing.forum, { memberId }, 1)
    const jobs = await db().selectFrom('jobs').select('payload').execute()
    const after = postId(threadId, 1)
    expect(jobs.map(job => JSON.parse(job.payload))).toEqual([{ memberId, after }])
    await removePosts(writing.forum, { memberId, after }, 2)
    expect(await everything()).not.toMatch(/Words of Bo|More words/)
    expect(await db().selectFrom('jobs').selectAll().execute()).toHaveLength(1)
  })

  test('asks for the name, and nobody leaves a forum that nobody could administer', async () => {
    await expect(go('keep', 'bo')).rejects.toMatchObject({ code: 'invalid', field: 'name' })
    const ada = writing.as('Ada', a => leave(a, { way: 'keep', name: 'Ada', nameless: 'x' }))
    await expect(ada).rejects.toMatchObject({ code: 'conflict' })
    const guest = writing.as('guest', a => leave(a, { way: 'keep', name: 'x', nameless: 'x' }))
    await expect(guest).rejects.toMatchObject({ code: 'not-signed-in' })
  })

  test('before it, everything can be taken along, and nothing of others', async () => {
    const { staff } = writing.house.boards
    const hidden = await writing.start('Mo', { boardId: staff, title: 'Secret title', source: 'Mo alone.' })
    await writing.house.store.write
      .updateTable('posts')
      .set({ authorId: writing.house.members.Bo })
      .where('id', '=', postId(hidden, 1))
      .execute()
    await writing.house.store.write
      .updateTable('revisions')
      .set({ authorId: writing.house.members.Bo })
      .where('postId', '=', postId(hidden, 1))
      .execute()
    const data = JSON.stringify(await dataOf(writing.forum, writing.people.Bo))
    expect(data).toContain('bo@example.org')
    expect(data).not.toContain('cy@example.org')
    const lines: string[] = []
    for await (const line of wordingsOf(writing.forum, writing.people.Bo)) lines.push(line)
    const wordings = lines.map(line => JSON.parse(line))
    expect(wordings.map(wording => [wording.title, wording.source])).toEqual([
      ['Port strike', 'Words of Bo.'],
      ['Port strike', 'More words of Bo.'],
      [null, 'Mo alone.'],
    ])
  })
})
