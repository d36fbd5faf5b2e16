import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { STORES } from '../../../tests/support/databases.ts'
import { type Said, writePost } from '../../../tests/support/reading.ts'
import { type TestWriting, testWriting } from '../../../tests/support/writing.ts'
import type { ReadPost } from '../findings/model.ts'
import { forgetQuotations, keepQuotations } from './keep.ts'
import { MOST_POSTS } from './model.ts'
import { mostCarried, quotationPage } from './sheets.ts'
import { firstCarriersOf } from './store-lists.ts'

const OFFER = 'The offer is final in every part that costs money, and nobody will change that'
const SHIPS = 'We counted the ships in the harbour twice and came to forty-one both times'
const BOTH = `${OFFER} ${SHIPS}`
const MANY = MOST_POSTS + 100

describe.each(STORES)('in how many posts a quotation stands, on %s', kind => {
  let writing: TestWriting
  beforeEach(async () => {
    writing = await testWriting(kind)
  })
  afterEach(() => writing.close())

  const read = () => writing.forum.store.read
  const keep = (...posts: ReadPost[]) => writing.as('Ada', ({ db }) => keepQuotations(db, posts))
  const forget = (post: ReadPost) => writing.as('Ada', ({ db }) => forgetQuotations(db, [post.postId]))
  const open = (...says: Said[]) => writePost(writing, { says })
  const carried = async () =>
    (await mostCarried(read(), await writing.seen('guest'), 9)).map(each => [each.words, each.postCount])
  const counts = async () => {
    const boards = await read()
      .selectFrom('quotationBoards')
      .selectAll()
      .orderBy('quotationId')
      .orderBy('boardId')
      .execute()
    const all = await read().selectFrom('quotations').select('postCount').orderBy('id').execute()
    return [all.map(each => each.postCount), boards.map(each => [each.boardId, each.postCount])]
  }
  /** Lets every quotation that stands in a board stand in many of its posts. */
  const makeSayings = async () => {
    const { write } = writing.forum.store
    await write.updateTable('quotations').set({ postCount: MANY }).execute()
    await write.updateTable('quotationBoards').set({ postCount: MANY }).execute()
  }

  test('leaves out what was deleted a moment ago', async () => {
    const posts = [await open([OFFER]), await open([OFFER]), await open([OFFER])]
    await keep(...posts)
    const remove = ({ threadId }: ReadPost) =>
      writing.forum.store.write
        .updateTable('threads')
        .set({ deletedAt: 1 })
        .where('id', '=', threadId)
        .execute()
    expect(await carried()).toEqual([[OFFER, 3]])
    await remove(posts[0]!)
    expect(await carried()).toEqual([[OFFER, 2]])
    await remove(posts[1]!)
    expect(await carried()).toEqual([])
  })

  test('counts the difference alone where that is very many', async () => {
    const { news, staff } = writing.house.boards
    await keep(await open([OFFER]))
    await makeSayings()
    const twice = await open([OFFER], [OFFER])
    await keep(twice)
    await keep(twice)
    expect(await counts()).toEqual([[MANY + 1], [[news, MANY + 1]]])
    const hidden = await writePost(writing, { says: [[OFFER]], boardId: staff, who: 'Mo' })
    await keep(hidden)
    expect(await counts()).toEqual([
      [MANY + 2],
      [
        [news, MANY + 1],
        [staff, 1],
      ],
    ])
    await forget(hidden)
    await keep({ ...twice, ...(await open([SHIPS])), postId: twice.postId, revision: 2 })
    expect(await counts()).toEqual([
      [MANY, 1],
      [
        [news, MANY],
        [news, 1],
      ],
    ])
  })

  test('counts whole what fewer carry, and what comes together', async () => {
    const posts = [await open([OFFER]), await open([SHIPS])]
    await keep(...posts)
    await makeSayings()
    const both = await open([BOTH])
    await keep(both)
    expect(await counts()).toEqual([[3], [[writing.house.boards.news, 3]]])
    await forget(both)
    expect((await counts())[0]).toEqual([1, 1])
  })

  test('puts nobody in full in a saying', async () => {
    await keep(await open([OFFER, 'Ilse Brandt']))
    await makeSayings()
    await keep(await open([OFFER, 'Brandt']))
    const names = await read().selectFrom('speakers').select('name').orderBy('name').execute()
    expect(names.map(each => each.name)).toEqual(['Brandt', 'Ilse Brandt'])
  })

  test('reads no more stands of a saying than the first, and tells how many posts carry it', async () => {
    const post = await open([OFFER])
    await keep(post)
    await makeSayings()
    const [stand] = await read().selectFrom('stands').selectAll().execute()
    const { quotationId } = stand!
    const more = Array.from({ length: MANY }, (_, at) => ({ ...stand!, key: `more${at}` }))
    await writing.forum.store.write.insertInto('stands').values(more).execute()
    const seen = await writing.seen('guest')
    expect((await firstCarriersOf(read(), seen, quotationId)).length).toBe(MOST_POSTS + 1)
    expect((await quotationPage(read(), seen, quotationId))?.postCount).toBe(MANY)
  })
})
