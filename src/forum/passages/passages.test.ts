import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { STORES } from '../../../tests/support/databases.ts'
import { readPost, type Written, writePost } from '../../../tests/support/reading.ts'
import { type Person, type TestWriting, testWriting } from '../../../tests/support/writing.ts'
import type { ReadPost } from '../findings/model.ts'
import { MOST_COMPARED } from './choosing.ts'
import { forgetPassages, keepPassages } from './keep.ts'
import { passagesIn, passagesOf } from './sharing.ts'
import { holdersOf, MOST_HOLDERS } from './store.ts'

const ARTICLE =
  'The harbour union turned down a second offer on Monday after nine hours of talks in the customs house. Members ' +
  'will vote again on Friday, and until then no crane at the eastern quay is going to move a single container. ' +
  'Ferries keep running, because the crews signed an agreement of their own with the city in the spring.'
const [ONE, TWO, THREE] = ARTICLE.split(/(?<=\.) /) as [string, string, string]
const EDITED = ARTICLE.replace('second', 'third').replace('nine hours', 'ten hours').replace('single', 'lone')
const OTHER =
  'I walked along the river this morning and saw nobody at all, which is rare for a market day in autumn.'
const LEAD =
  'Somebody sent me this and I have no idea whether any of it holds up, so please tell me what you think.'

/** So short that two posts that have one share one fingerprint with it. */
const PHRASES = ARTICLE.split(' ')
  .slice(0, 50)
  .join(' ')
  .match(/(?:\S+ ?){10}/g)!
const own = (at: number, part: number): string =>
  Array.from({ length: 9 }, (_, word) => `w${at}x${part}x${word}`).join(' ')
/** Some of the phrases, with words between that stand in one post alone. */
const textOf = (at: number, parts: readonly number[]): string =>
  parts.map(part => `${own(at, part)} ${PHRASES[part]!}`).join(' ')

describe.each(STORES)('passages on %s', kind => {
  let writing: TestWriting
  let staff: number
  beforeEach(async () => {
    writing = await testWriting(kind)
    staff = writing.house.boards.staff
  })
  afterEach(() => writing.close())

  const write = (text: string, more: Written = {}) => writePost(writing, { ...more, text })
  const keep = (...posts: ReadPost[]) => writing.as('Ada', ({ db }) => keepPassages(db, posts))
  const forget = (...posts: ReadPost[]) =>
    writing.as('Ada', ({ db }) =>
      forgetPassages(
        db,
        posts.map(post => post.postId),
      ),
    )
  const shared = async (post: ReadPost, who: Person = 'guest') =>
    (await passagesOf(writing.forum.store.read, await writing.seen(who), [post.postId])).get(post.postId)!
  const earlier = async (post: ReadPost, who?: Person) =>
    (await shared(post, who)).earlier.map(each => [each.post.id, each.isFirst])
  const typed = async (text: string, who: Person = 'Bo', options: Parameters<typeof passagesIn>[3] = {}) =>
    passagesIn(writing.forum.store.read, await writing.seen(who), text, options)
  const rows = async () => {
    const { read } = writing.forum.store
    const [pairs, prints, marks] = await Promise.all([
      read.selectFrom('passages').selectAll().orderBy('postId').orderBy('otherId').execute(),
      read.selectFrom('fingerprints').selectAll().orderBy('hash').orderBy('postId').execute(),
      read.selectFrom('fingerprinted').select(['postId', 'leftOut', 'words']).orderBy('postId').execute(),
    ])
    return { pairs, prints, marks }
  }

  test('lead to the earlier post, with equal words and where they stand, and back', async () => {
    const first = await write(`${OTHER} ${ARTICLE}`)
    const copy = await write(`${ARTICLE} ${LEAD}`)
    const edited = await write(EDITED)
    const own = await write(LEAD.toUpperCase().split(' ').reverse().join(' '))
    await keep(first, copy, edited, own)
    const count = ARTICLE.split(' ').length
    const ofCopy = await shared(copy)
    const span = { start: 0, end: ARTICLE.length - 1, words: count }
    const of = { start: OTHER.length + 1, end: OTHER.length + ARTICLE.length }
    expect(ofCopy.earlier).toMatchObject([
      { post: { id: first.postId, authorName: 'Bo' }, words: count, isFirst: true, spans: [{ ...span, of }] },
    ])
    expect([ofCopy.words - ofCopy.ownWords, ofCopy.laterCount]).toEqual([count, 1])
    const ofFirst = await shared(first)
    expect(ofFirst).toMatchObject({ earlier: [], laterCount: 2, ownWords: ofFirst.words })
    expect(ofFirst.later[0]).toMatchObject({
      post: { id: copy.postId },
      spans: [{ ...of, of: { start: 0 } }],
    })
    expect((await shared(edited)).earlier[0]).toMatchObject({ post: { id: first.postId }, words: count - 3 })
    expect(await shared(own)).toMatchObject({ earlier: [], later: [], laterCount: 0 })
    expect(await shared({ ...own, postId: own.postId + 5 })).toMatchObject({ words: 0, earlier: [] })
  })

  test('are no words in quotation marks', async () => {
    const quoted = await write('', { says: [[ARTICLE, 'Ilse Brandt']] })
    const again = await write(LEAD, { says: [[ARTICLE, 'Ilse Brandt']] })
    const pasted = await write(ARTICLE)
    await keep(quoted, again, pasted)
    for (const post of [quoted, again, pasted]) expect((await shared(post)).earlier).toEqual([])
  })

  test('of an article are gathered: all lead to the first, and to the nearest', async () => {
    const posts: ReadPost[] = []
    for (let count = 0; count < 12; count++) posts.push(await write(`${ARTICLE} Seen ${count}.`))
    await keep(...posts)
    const [first, last] = [posts[0]!, posts.at(-1)!]
    expect(await earlier(last)).toEqual([
      [first.postId, true],
      [posts.at(-2)!.postId, false],
    ])
    expect((await shared(first)).laterCount).toBe(11)
    expect((await rows()).pairs).toHaveLength(10 * 2 + 1)
    expect((await typed(ARTICLE)).found.map(each => [each.post.id, each.isFirst])).toEqual([
      [first.postId, true],
      [last.postId, false],
    ])
  })

  test('lead to the first in whatever order posts are read, edited, deleted and restored', async () => {
    const posts = [
      await write(`${LEAD} ${ONE} ${TWO}`),
      await write(`${TWO} ${THREE}`, { who: 'Mo', boardId: staff }),
      await write(ARTICLE),
      await write(`${THREE} ${OTHER}`),
      await write(`${EDITED} ${LEAD}`),
    ]
    await keep(...posts)
    const expected = (await rows()).pairs
    expect(await earlier(posts[4]!)).toEqual([
      [posts[0]!.postId, true],
      [posts[2]!.postId, true],
      [posts[3]!.postId, false],
    ])
    const all = [0, 1, 2, 3, 4]
    const order = fc.shuffledSubarray(all, { minLength: 5 })
    const check = fc.asyncProperty(order, fc.subarray(all), fc.boolean(), async (indexes, gone, edit) => {
      await forget(...posts)
      expect(await rows()).toEqual({ pairs: [], prints: [], marks: [] })
      for (const index of indexes) await keep(posts[index]!)
      for (const index of gone) {
        if (edit) await keep(readPost(posts[index]!, { text: OTHER }, 2))
        else await forget(posts[index]!)
      }
      const left = (await rows()).pairs
      expect(left.filter(pair => !edit && gone.some(at => posts[at]!.postId === pair.otherId))).toEqual([])
      for (const index of gone) await keep(posts[index]!)
      expect((await rows()).pairs).toEqual(expected)
    })
    await fc.assert(check, { numRuns: 15 })
  })

  test('are after any order of adding, editing, deleting and restoring what they are when everything is read anew', async () => {
    const posts: ReadPost[] = []
    for (let count = 0; count < 6; count++) posts.push(await write(ARTICLE))
    const { write: db } = writing.forum.store
    const say = async (at: number, parts: readonly number[]): Promise<ReadPost> => {
      const post = readPost(posts[at]!, { text: textOf(at, parts) }, 1)
      await db
        .updateTable('posts')
        .set({ html: `<p>${post.text}</p>` })
        .where('id', '=', post.postId)
        .execute()
      return post
    }
    const mark = async (at: number, deletedAt: number | null): Promise<void> => {
      const { postId: id } = posts[at]!
      await db.updateTable('posts').set({ deletedAt }).where('id', '=', id).execute()
    }
    const parts = fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 1 })
    const step = fc.record({
      at: fc.nat(posts.length - 1),
      act: fc.constantFrom('say', 'say', 'delete', 'forget', 'restore'),
      parts,
    })
    const check = fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async steps => {
      const present = new Map<number, ReadPost>()
      const gone = new Map<number, ReadPost>()
      for (const at of posts.keys()) await mark(at, 1)
      await forget(...posts)
      for (const { at, act, parts: said } of steps) {
        if (act === 'say' && !gone.has(at)) {
          present.set(at, await say(at, said))
          await mark(at, null)
          await keep(present.get(at)!)
        } else if (act === 'delete' && present.has(at)) {
          await mark(at, 1)
          gone.set(at, present.get(at)!)
          present.delete(at)
        } else if (act === 'forget' && gone.has(at)) await forget(posts[at]!)
        else if (act === 'restore' && gone.has(at)) {
          await mark(at, null)
          present.set(at, gone.get(at)!)
          gone.delete(at)
          await keep(present.get(at)!)
        }
      }
      for (const at of gone.keys()) await forget(posts[at]!)
      const after = await rows()
      await forget(...posts)
      for (const post of present.values()) await keep(post)
      expect(after).toEqual(await rows())
    })
    await fc.assert(check, { numRuns: 40 })
  })

  test('lead to the next when the first is deleted', async () => {
    const posts = [
      await write(ARTICLE),
      await write(`${ARTICLE} ${LEAD}`),
      await write(`${OTHER} ${ARTICLE}`),
    ]
    await keep(...posts)
    const { write: db } = writing.forum.store
    await db.updateTable('posts').set({ deletedAt: 1 }).where('id', '=', posts[0]!.postId).execute()
    expect(await earlier(posts[2]!, 'Mo')).toEqual([[posts[1]!.postId, true]])
    expect((await typed(ARTICLE)).found.map(each => each.post.id)).not.toContain(posts[0]!.postId)
    await forget(posts[0]!)
    expect([await earlier(posts[1]!), await earlier(posts[2]!)]).toEqual([[], [[posts[1]!.postId, true]]])
  })

  test('in a closed board are nothing to those who may not read it', async () => {
    const hidden: ReadPost[] = []
    for (let count = 0; count < MOST_COMPARED + 6; count++)
      hidden.push(await write(`${ARTICLE} ${'staff '.repeat(count)}`, { who: 'Mo', boardId: staff }))
    const open = [await write(`${OTHER} ${ARTICLE}`), await write(`${ARTICLE} ${LEAD}`)]
    await keep(...hidden, ...open)
    for (const who of ['guest', 'Bo'] as const) {
      const [first, second] = await Promise.all(open.map(post => shared(post, who)))
      expect(first).toMatchObject({ earlier: [], laterCount: 1, ownWords: first!.words })
      expect(second!.earlier.map(each => [each.post.id, each.isFirst])).toEqual([[open[0]!.postId, true]])
      expect(await shared(hidden[0]!, who)).toMatchObject({ earlier: [], laterCount: 2 })
      const { found, ownWords } = await typed(ARTICLE, who)
      expect([found.map(each => each.post.id), ownWords]).toEqual([open.map(post => post.postId), 0])
      expect((await typed(`${ARTICLE} ${'staff '.repeat(20)}`, who)).ownWords).toBe(20)
    }
    expect((await earlier(open[1]!, 'Mo'))[0]).toEqual([hidden[0]!.postId, true])
    expect((await typed(ARTICLE, 'Mo')).found.find(each => each.isFirst)!.post.id).toBe(hidden[0]!.postId)
  })

  test('make the kept pages of other threads old when something changes beside their posts', async () => {
    const first = await write(ARTICLE)
    const second = await write(EDITED)
    const apart = await write(OTHER)
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

  test('of a text that is typed are found with their share', async () => {
    const post = await write(ARTICLE)
    await keep(post)
    const text = `${LEAD} ${ONE} ${OTHER}`
    const found = await typed(text)
    const count = ONE.split(' ').length
    const start = LEAD.length + 1
    expect(found).toMatchObject({ words: text.split(' ').length, ownWords: text.split(' ').length - count })
    expect(found.found).toMatchObject([
      {
        post: { id: post.postId },
        words: count,
        spans: [{ start, end: start + ONE.length - 1, of: { start: 0 } }],
      },
    ])
    expect((await typed(text, 'Bo', { except: post.postId })).found).toEqual([])
    const leaveOut = [{ start, end: start + ONE.length }]
    expect(await typed(text, 'Bo', { leaveOut })).toMatchObject({ found: [], ownWords: found.ownWords })
    expect(await typed('')).toEqual({ words: 0, ownWords: 0, found: [] })
  })

  test('are kept once, however often and by how many at once', async () => {
    const posts = [await write(ARTICLE), await write(EDITED), await write(`${OTHER} ${TWO}`)]
    await keep(...posts)
    const before = await rows()
    expect(before.pairs.length).toBeGreaterThan(1)
    const some = (at: number) => (at % 4 === 3 ? posts : [posts[at % 3]!])
    for (let round = 0; round < 25; round++)
      await Promise.all(Array.from({ length: 8 }, (_, at) => keep(...some(round + at))))
    expect(await rows()).toEqual(before)
  })

  test('that very many posts have are nobody’s', async () => {
    const thread = await writing.start('Bo')
    const seed = await write(`Number 0. ${ONE}`, { threadId: thread })
    const posts = Array.from({ length: MOST_HOLDERS + 1 }, (_, at) =>
      readPost({ ...seed, postId: seed.postId + at }, { text: `Number ${at}. ${ONE}` }),
    )
    const { write: db } = writing.forum.store
    const row = await db
      .selectFrom('posts')
      .selectAll()
      .where('id', '=', seed.postId)
      .executeTakeFirstOrThrow()
    await db
      .insertInto('posts')
      .values(posts.slice(1).map(({ postId: id }) => ({ ...row, id, requestKey: null })))
      .execute()
    await keep(...posts)
    const counts = new Map<number, number>()
    for (const { hash } of (await rows()).prints) counts.set(hash, (counts.get(hash) ?? 0) + 1)
    const frequent = [...counts].filter(([, count]) => count === posts.length).map(([hash]) => hash)
    expect(frequent.length).toBeGreaterThan(0)
    const held = async () => [...(await holdersOf(writing.forum.store.read, counts.keys())).keys()]
    expect((await held()).filter(hash => frequent.includes(hash))).toEqual([])
    await forget(posts[0]!)
    expect((await held()).filter(hash => frequent.includes(hash))).toHaveLength(frequent.length)
  })
})
