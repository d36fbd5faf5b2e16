import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { STORES } from '../../../tests/support/databases.ts'
import { type Said, type Written, writePost } from '../../../tests/support/reading.ts'
import { type Person, type TestWriting, testWriting } from '../../../tests/support/writing.ts'
import type { ReadPost } from '../findings/model.ts'
import { forgetQuotations, keepQuotations } from './keep.ts'
import { quotationPage } from './sheets.ts'
import { quotationsOf } from './spread.ts'
import { latestStands } from './store-stands.ts'

const OFFER = 'The offer is final in every part that costs money, and nobody will change that'
const ALTERED = 'The offer is final in every part that costs the union, and nobody will change that'
const OTHER = 'We counted the ships in the harbour twice and came to forty-one both times'
const PART = 'final in every part that costs money'

describe.each(STORES)('quotations on %s', kind => {
  let writing: TestWriting
  beforeEach(async () => {
    writing = await testWriting(kind)
  })
  afterEach(() => writing.close())

  const write = (...says: Said[]): Promise<ReadPost> => writePost(writing, { says })
  const keep = (...posts: ReadPost[]) => writing.as('Ada', ({ db }) => keepQuotations(db, posts))
  const forget = (...posts: ReadPost[]) =>
    writing.as('Ada', ({ db }) =>
      forgetQuotations(
        db,
        posts.map(post => post.postId),
      ),
    )
  const spreads = async (post: ReadPost, who: Person = 'guest') => {
    const found = await quotationsOf(writing.forum.store.read, await writing.seen(who), [post.postId])
    return post.findings.quotations.map(({ key }) => found.get(post.postId)?.get(key))
  }
  const spread = async (post: ReadPost, who?: Person) => (await spreads(post, who))[0]?.spread
  const page = async (id: number, who: Person = 'guest') =>
    quotationPage(writing.forum.store.read, await writing.seen(who), id)
  const rows = async () => {
    const { read } = writing.forum.store
    const [quotations, wordings, keys, stands, speakers] = await Promise.all([
      read.selectFrom('quotations').selectAll().orderBy('id').execute(),
      read.selectFrom('wordings').selectAll().orderBy('id').execute(),
      read.selectFrom('wordingKeys').selectAll().orderBy('hash').orderBy('wordingId').execute(),
      read.selectFrom('stands').selectAll().orderBy('postId').orderBy('key').execute(),
      read.selectFrom('speakers').selectAll().orderBy('id').execute(),
    ])
    return { quotations, wordings, keys, stands, speakers }
  }

  test('lead from every post to the first that has them, word for word or altered', async () => {
    const first = await write([OFFER, 'Ilse Brandt'])
    const same = await write([OFFER.toUpperCase(), 'Brandt'])
    const altered = await write([ALTERED, 'Ilse Brandt'])
    const other = await write([OTHER, 'Ilse Brandt'])
    await keep(first, same, altered, other)
    const at = { id: first.postId, threadTitle: 'Port strike', authorName: 'Bo', at: first.at }
    expect(await spread(first)).toMatchObject({
      ...{ first: null, laterCount: 2, alteredCount: 1, isAltered: false },
      altered: { id: altered.postId },
    })
    expect(await spread(same)).toMatchObject({ first: at, laterCount: 1, alteredCount: 1, isAltered: false })
    expect(await spread(altered)).toMatchObject({
      ...{ first: at, laterCount: 1, alteredCount: 0, altered: null, isAltered: true },
    })
    expect(await spread(other)).toMatchObject({ first: null, laterCount: 0, alteredCount: 0 })
    const { id, name } = (await spreads(same))[0]!.speaker!
    expect([id, name]).toEqual([(await spreads(first))[0]!.speaker!.id, 'Ilse Brandt'])
  })

  test('are one page, with the difference of the words', async () => {
    const first = await write([OFFER, 'Ilse Brandt'])
    const part = await write([PART])
    const altered = await write([ALTERED, 'Tomas Rell'])
    await keep(altered, part, first)
    const { quotationId } = (await spread(first))!
    const sheet = (await page(quotationId))!
    expect(sheet).toMatchObject({ words: OFFER, postCount: 3, alteredCount: 1, next: null })
    expect(sheet.speakers.map(each => each.name).sort()).toEqual(['Ilse Brandt', 'Tomas Rell'])
    expect(sheet.stands.map(each => [each.post.id, each.relation])).toEqual([
      [first.postId, 'first'],
      [part.postId, 'same'],
      [altered.postId, 'altered'],
    ])
    expect(sheet.stands[2]!.difference).toEqual([
      { change: 'kept', text: 'The offer is final in every part that costs ' },
      { change: 'removed', text: 'money, ' },
      { change: 'added', text: 'the union, ' },
      { change: 'kept', text: 'and nobody will change that' },
    ])
    const read = writing.forum.store.read
    const seen = await writing.seen('guest')
    const begin = (await quotationPage(read, seen, quotationId, undefined, 2))!
    expect(begin.stands).toEqual(sheet.stands.slice(0, 2))
    const rest = (await quotationPage(read, seen, quotationId, begin.next!, 2))!
    expect([rest.stands, rest.next]).toEqual([sheet.stands.slice(2), null])
    expect(await page(quotationId + 99)).toBeUndefined()
  })

  test('of three to five words are the same only of the same speaker, and shorter ones are not kept', async () => {
    const one = await write(['A calendar with holes', 'Ilse Brandt'], ['Never', 'Ilse Brandt'])
    const same = await write(['a calendar with holes!', 'Mrs Brandt'])
    const different = await write(['A calendar with holes', 'Tomas Rell'])
    const nobody = await write(['A calendar with holes'])
    await keep(nobody, different, same, one)
    expect(await spread(one)).toMatchObject({ first: null, laterCount: 1 })
    expect(await spread(same)).toMatchObject({ first: { id: one.postId } })
    expect(await spread(different)).toMatchObject({ first: null, laterCount: 0 })
    expect([await spread(nobody), (await spreads(one))[1]]).toEqual([undefined, undefined])
  })

  test('go with their posts, and the next is the first', async () => {
    const first = await write([OFFER, 'Ilse Brandt'])
    const second = await write([ALTERED, 'Ilse Brandt'])
    const third = await write([OFFER, 'Ilse Brandt'])
    await keep(first, second, third)
    const { quotationId } = (await spread(first))!
    await forget(first)
    expect(await spread(third)).toMatchObject({ first: { id: second.postId }, isAltered: true })
    await keep(first)
    expect(await spread(third)).toMatchObject({ quotationId, first: { id: first.postId }, isAltered: false })
    await forget(first, second, third)
    expect(await rows()).toEqual({ quotations: [], wordings: [], keys: [], stands: [], speakers: [] })
    expect(await page(quotationId)).toBeUndefined()
  })

  test('follow an edit, and kept again and again are kept once', async () => {
    const first = await write([OFFER, 'Ilse Brandt'])
    const second = await write([OFFER, 'Ilse Brandt'])
    for (let round = 0; round < 3; round++) await keep(first, second)
    const before = await rows()
    for (let round = 0; round < 25; round++)
      await Promise.all(Array.from({ length: 8 }, (_, at) => keep(at % 2 === 0 ? first : second)))
    const after = await rows()
    expect(after.stands).toEqual(before.stands)
    expect([after.quotations, after.wordings.length, after.speakers.length]).toEqual([
      before.quotations,
      1,
      1,
    ])
    expect(after.quotations).toEqual([{ id: before.quotations[0]!.id, postCount: 2 }])
    const edited = { ...first, ...(await write([OTHER, 'Tomas Rell'])), postId: first.postId, revision: 2 }
    await keep(edited)
    expect(await spread(second)).toMatchObject({ first: null, laterCount: 0 })
    expect((await rows()).quotations.map(each => each.postCount)).toEqual([1, 1])
  })

  test('in a closed board are nothing to those who may not read it', async () => {
    const { staff } = writing.house.boards
    const hidden = await writePost(writing, { who: 'Mo', boardId: staff, says: [[OFFER, 'Ilse Brandt']] })
    const open = await write([ALTERED, 'Ilse Brandt'])
    const alone = await writePost(writing, { who: 'Mo', boardId: staff, says: [[OTHER, 'Canary Bird']] })
    await keep(hidden, open, alone)
    const shown = { first: null, laterCount: 0, alteredCount: 0, altered: null, isAltered: false }
    for (const who of ['guest', 'Bo'] as const) {
      expect(await spread(open, who)).toMatchObject(shown)
      expect(await spread(hidden, who)).toBeUndefined()
      const { quotationId } = (await spread(open, who))!
      expect(await page(quotationId, who)).toMatchObject({ words: ALTERED, postCount: 1, alteredCount: 0 })
      expect(await page((await spread(alone, 'Mo'))!.quotationId, who)).toBeUndefined()
      const latest = await latestStands(writing.forum.store.read, await writing.seen(who), 10)
      expect(latest.stands.map(each => each.post.id)).toEqual([open.postId])
    }
    expect(await spread(open, 'Mo')).toMatchObject({ first: { id: hidden.postId }, isAltered: true })
    const { write: db } = writing.forum.store
    await db.updateTable('threads').set({ deletedAt: 1 }).where('id', '=', hidden.threadId).execute()
    expect(await spread(open, 'Mo')).toMatchObject(shown)
  })

  test('make the kept pages of other threads old when something changes beside their posts', async () => {
    const first = await write([OFFER, 'Ilse Brandt'])
    const second = await write([ALTERED, 'Ilse Brandt'])
    const apart = await write([OTHER, 'Ilse Brandt'])
    const versions = async () => {
      const list = await writing.forum.store.read
        .selectFrom('threads')
        .select('version')
        .orderBy('id')
        .execute()
      return list.map(each => each.version)
    }
    await keep(first, apart)
    const before = await versions()
    await keep(second)
    await keep(second)
    expect(await versions()).toEqual([before[0]! + 1, ...before.slice(1)])
    await keep(first)
    expect(await versions()).toEqual([before[0]! + 1, ...before.slice(1)])
    await forget(second)
    expect(await versions()).toEqual([before[0]! + 2, ...before.slice(1)])
  })

  test('follow a correction of who is quoted', async () => {
    const one = await write(['A calendar with holes', 'Ilse Brandt'])
    const other = await write(['A calendar with holes', 'Ilse Brandt'])
    const long = await write([OFFER, 'Ilse Brandt'])
    await keep(one, other, long)
    const correct = (post: ReadPost, resolved: string, speaker = 'Ilse Brandt') => {
      const quotations = post.findings.quotations.map(each => ({ ...each, speaker, resolved }))
      return keep({ ...post, findings: { ...post.findings, quotations } })
    }
    await correct(long, 'the port director')
    expect((await spreads(long))[0]!.speaker).toBeNull()
    await correct(one, 'Tomas Rell')
    expect((await spreads(one))[0]!.speaker?.name).toBe('Tomas Rell')
    expect(await spread(other)).toMatchObject({ first: null, laterCount: 0 })
    await correct(one, '', '')
    expect(await spreads(one)).toEqual([undefined])
    await correct(one, 'President Ilse A. Brandt')
    expect(await spread(other)).toMatchObject({ first: { id: one.postId } })
    expect((await rows()).speakers.map(each => each.nameKey)).toEqual(['ilse brandt'])
  })

  test('have one first post, in whatever order they are read', async () => {
    const posts = [
      await write([ALTERED, 'Ilse Brandt']),
      await write([OFFER, 'Brandt']),
      await write([PART, 'Ilse Brandt']),
      await write([OFFER.replace('money', 'euros'), 'Ilse Brandt'], [OTHER]),
    ]
    const everything = async () => {
      const all = await Promise.all(posts.map(post => spreads(post)))
      return all.map(list =>
        list.map(each => ({ ...each?.spread, quotationId: 0, speaker: each?.speaker?.name })),
      )
    }
    await keep(...posts)
    const expected = await everything()
    expect(expected[3]![0]).toMatchObject({ first: { id: posts[0]!.postId }, laterCount: 2, isAltered: true })
    const order = fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 })
    const check = fc.asyncProperty(order, fc.array(fc.nat(3), { maxLength: 2 }), async (indexes, gone) => {
      await forget(...posts)
      for (const index of indexes) await keep(posts[index]!)
      for (const index of gone) await forget(posts[index]!)
      for (const index of gone) await keep(posts[index]!)
      expect(await everything()).toEqual(expected)
    })
    await fc.assert(check, { numRuns: 12 })
  })

  test('are not brought together by words that very many report', async () => {
    const texts = Array.from(
      { length: 230 },
      (_, at): Written => ({ says: [[`number ${at} of what the harbour union demands is a new roster`]] }),
    )
    const first = await writePost(writing, texts[0]!)
    const { threadId } = first
    const posts = [first]
    for (const text of texts.slice(1)) posts.push(await writePost(writing, { ...text, threadId }))
    await keep(...posts)
    const late = await writePost(writing, {
      threadId,
      says: [['what the harbour union demands is a new quay']],
    })
    await keep(late)
    expect(await spread(late)).toMatchObject({ first: null, laterCount: 0 })
  })
})
