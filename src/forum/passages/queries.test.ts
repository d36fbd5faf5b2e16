import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { countQueries } from '../../../tests/support/queries.ts'
import { type Said, writePost } from '../../../tests/support/reading.ts'
import { type TestWriting, testWriting } from '../../../tests/support/writing.ts'
import type { ReadPost } from '../findings/model.ts'
import { keepQuotations } from '../quotations/keep.ts'
import { mostCarried, quotationPage } from '../quotations/sheets.ts'
import { quotationsOf } from '../quotations/spread.ts'
import { speakerPage, speakersList } from '../quotations/store-speaker-lists.ts'
import { latestStands } from '../quotations/store-stands.ts'
import { keepPassages } from './keep.ts'
import { passagesIn, passagesOf } from './sharing.ts'

const WORDS =
  'The offer is final in every part that costs money, and nobody will change that before the vote on'
const DAYS = ['Monday', 'Tuesday', 'Friday']

describe('what is read for a page', () => {
  let writing: TestWriting
  beforeEach(async () => {
    // Only there can all queries be counted.
    writing = await testWriting('postgres')
  })
  afterEach(() => writing.close())

  const write = async (at: number): Promise<ReadPost> => {
    const says: Said[] = [[`${WORDS} ${DAYS[at % 3]}`, at % 2 === 0 ? 'Ilse Brandt' : 'Tomas Rell']]
    const post = await writePost(writing, { text: `${WORDS} my mother wrote ${at}.`, says })
    await writing.as('Ada', async ({ db }) => {
      await keepQuotations(db, [post])
      await keepPassages(db, [post])
    })
    return post
  }

  test('takes the same number of queries for few posts and for many', async () => {
    const posts = [await write(0), await write(1), await write(2), await write(3)]
    const visible = await writing.seen('guest')
    const { forum, count } = countQueries(writing.forum)
    const { read } = forum.store
    const counted = async (work: () => Promise<unknown>): Promise<number> => {
      const before = count()
      await work()
      return count() - before
    }
    const all = async () => {
      const ids = posts.map(post => post.postId)
      const key = posts[0]!.findings.quotations[0]!.key
      const margin = await quotationsOf(read, visible, ids)
      const { quotationId, speaker } = margin.get(ids[0]!)!.get(key)!
      return [
        await counted(() => quotationsOf(read, visible, ids)),
        await counted(() => passagesOf(read, visible, ids)),
        await counted(() => passagesIn(read, visible, posts[0]!.text)),
        await counted(() => quotationPage(read, visible, quotationId)),
        await counted(() => speakerPage(read, visible, speaker!.id)),
        await counted(() => speakersList(read, visible)),
        await counted(() => latestStands(read, visible, 10)),
        await counted(() => mostCarried(read, visible, 10)),
      ]
    }
    const few = await all()
    for (let at = 4; at < 24; at++) posts.push(await write(at))
    expect(await all()).toEqual(few)
    expect(few).toEqual([4, 4, 4, 8, 3, 2, 3, 5])
  })
})
