import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { postId } from '#base/ids.ts'
import { STORES } from '../../../tests/support/databases.ts'
import { countQueries } from '../../../tests/support/queries.ts'
import { stageReading } from '../../../tests/support/stage-reading.ts'
import { type Person, type TestWriting, testWriting } from '../../../tests/support/writing.ts'
import type { ReadPost } from '../findings/model.ts'
import { deletePost } from '../posts/actions/delete.ts'
import { deleteThread } from '../threads/actions.ts'
import { askForSource } from './actions/ask.ts'
import { giveSource } from './actions/give.ts'
import { removeSource } from './actions/remove.ts'
import { requestsOf, sourcesOf } from './store.ts'
import { forgetSources, keepSources } from './store-keep.ts'
import { MOST_LOOKED_AT, mostAsked, PUBLISHERS_AT_ONCE, publishers, sourcesBy } from './store-lists.ts'

describe.each(STORES)('sources across the forum, on %s', kind => {
  let w: TestWriting

  beforeEach(async () => {
    w = await testWriting(kind)
  })
  afterEach(() => w.close())

  /** A thread whose first post cites some pages, and says what costs how much; as the record would keep it. */
  const cite = async (
    who: Person,
    urls: readonly string[],
    change: { boardId?: number; amount?: number } = {},
  ) => {
    const { boardId, amount = 7 } = change
    const source = `It costs ${amount} euros. ${urls.map((url, index) => `[link${index}](${url})`).join(' ')}`
    const threadId = await w.start(who, { source, ...(boardId !== undefined && { boardId }) })
    const staged = {
      figures: [{ words: `${amount} euros`, value: amount }],
      sources: urls.map((url, index) => ({ words: `link${index}`, url, of: `link${index}` })),
    }
    const findings = await stageReading(w.house.store, { threadId, number: 1 }, staged)
    const at = w.house.pass(1000)
    const read: ReadPost = {
      ...{ postId: postId(threadId, 1), threadId, boardId: boardId ?? w.house.boards.news, at },
      ...{ revision: 1, text: '', findings },
    }
    await w.as('Mo', a => keepSources(a.db, [read]))
    return { threadId, number: 1, key: findings.figures[0]!.key, read }
  }
  const by = async (who: Person, publisher: string) =>
    (await sourcesBy(w.house.store.read, await w.seen(who), publisher, { limit: 10 })).items
  const listed = async (who: Person) => (await publishers(w.house.store.read, await w.seen(who), 10)).items

  test('those in texts are kept in place of what was there, and forgotten without what members gave', async () => {
    const { read, ...place } = await cite('Bo', ['https://a.example/1', 'https://a.example/2'])
    await giveSource(w.forum, w.people.Cy, { ...place, address: 'https://given.example/', published: '' })
    const urls = async () =>
      (await sourcesOf(w.house.store.read, [read.postId])).get(read.postId)?.map(each => each.url)
    expect(await urls()).toEqual(['https://a.example/1', 'https://a.example/2', 'https://given.example/'])
    const long = { ...read.findings.sources[0]!, url: `https://a.example/${'x'.repeat(2000)}` }
    const fewer = { ...read, findings: { ...read.findings, sources: [read.findings.sources[1]!, long] } }
    await w.as('Mo', a => keepSources(a.db, [fewer]))
    await w.as('Mo', a => keepSources(a.db, [fewer]))
    expect((await urls())!.sort()).toEqual(['https://a.example/2', 'https://given.example/'])
    await w.as('Mo', a => forgetSources(a.db, [read.postId]))
    expect(await urls()).toEqual(['https://given.example/'])
  })

  test('are loaded for many posts in one query', async () => {
    const ids: number[] = []
    for (let count = 0; count < 20; count++) {
      const { read, ...place } = await cite('Bo', [`https://a${count}.example/`])
      await w.as('Cy', a => askForSource(a, place))
      ids.push(read.postId)
    }
    const counted = countQueries(w.forum)
    const { read } = counted.forum.store
    expect((await sourcesOf(read, ids)).size).toBe(20)
    expect((await requestsOf(read, ids, null)).size).toBe(20)
    if (kind === 'postgres') expect(counted.count()).toBe(2)
    expect(await sourcesOf(read, [])).toEqual(new Map())
    expect(await requestsOf(read, [], 1)).toEqual(new Map())
  })

  test('publishers that nobody may read are gone through a bounded part at a time', async () => {
    const { staff } = w.house.boards
    await cite('Bo', ['https://b.example/'])
    await cite('Mo', ['https://b.example/'], { boardId: staff })
    await cite('Bo', ['https://zz.example/'])
    const { read, write } = w.house.store
    const rows = await read.selectFrom('sources').selectAll().execute()
    const { id: _, ...hidden } = rows[1]!
    const add = async (count: number, publisherOf: (at: number) => string) => {
      const added = Array.from({ length: count }, (_each, at) => ({ ...hidden, publisher: publisherOf(at) }))
      for (let start = 0; start < count; start += 200)
        await write
          .insertInto('sources')
          .values(added.slice(start, start + 200))
          .execute()
    }
    await add(PUBLISHERS_AT_ONCE, at => `c${String(at).padStart(5, '0')}.example`)
    const visible = await w.seen('guest')
    const first = await publishers(read, visible, 10)
    expect(first.items).toEqual([{ publisher: 'b.example', sourceCount: 1 }])
    expect(first.next).toBe(`c${String(PUBLISHERS_AT_ONCE - 2).padStart(5, '0')}.example`)
    const zz = { items: [{ publisher: 'zz.example', sourceCount: 1 }], next: null }
    expect(await publishers(read, visible, 10, first.next!)).toEqual(zz)
    expect((await publishers(read, await w.seen('Mo'), 3)).next).toBe('c00001.example')
    await add(MOST_LOOKED_AT, () => 'b.example')
    expect((await publishers(read, visible, 10)).items).toEqual([])
  })

  test('publishers by name, their sources the latest first, page by page', async () => {
    for (const name of ['c', 'a', 'b', 'a', 'd']) await cite('Bo', [`https://${name}.example/1`])
    const { read } = w.house.store
    const visible = await w.seen('guest')
    const first = await publishers(read, visible, 3)
    expect(first).toEqual({
      items: [
        { publisher: 'a.example', sourceCount: 2 },
        { publisher: 'b.example', sourceCount: 1 },
        { publisher: 'c.example', sourceCount: 1 },
      ],
      next: 'c.example',
    })
    expect(await publishers(read, visible, 3, first.next!)).toEqual({
      items: [{ publisher: 'd.example', sourceCount: 1 }],
      next: null,
    })
    const latest = await sourcesBy(read, visible, 'a.example', { limit: 1 })
    expect(latest.items[0]).toMatchObject({
      post: { threadId: 4, number: 1, threadTitle: 'Port strike', authorName: 'Bo' },
    })
    const rest = await sourcesBy(read, visible, 'a.example', { limit: 1, after: latest.next! })
    expect(rest).toMatchObject({
      items: [{ post: { threadId: 2 }, url: 'https://a.example/1', giver: null }],
      next: null,
    })
    expect(await sourcesBy(read, visible, 'A.example', { limit: 1 })).toEqual({ items: [], next: null })
  })

  test('what is asked for most, page by page, as long as nobody gives a source', async () => {
    const places = [
      await cite('Bo', []),
      await cite('Bo', [], { amount: 8 }),
      await cite('Bo', [], { amount: 9 }),
    ]
    const ask = (who: Person, place: number) => w.as(who, a => askForSource(a, places[place]!))
    for (const who of ['Ada', 'Mo', 'Cy'] as const) await ask(who, 1)
    for (const who of ['Ada', 'Mo'] as const) await ask(who, 2)
    await ask('Cy', 0)
    const { read } = w.house.store
    const visible = await w.seen('guest')
    const list = async (limit: number, after?: Parameters<typeof mostAsked>[3]) =>
      mostAsked(read, visible, limit, after)
    const first = await list(2)
    expect(first.items.map(({ words, count, kind: what }) => [words, count, what])).toEqual([
      ['8 euros', 3, 'figure'],
      ['9 euros', 2, 'figure'],
    ])
    expect(first.items[0]!.before.length + first.items[0]!.after.length).toBeGreaterThan(4)
    expect(first.items[0]!.post).toMatchObject({ threadId: places[1]!.threadId, number: 1, authorName: 'Bo' })
    expect((await list(2, first.next!)).items.map(each => each.words)).toEqual(['7 euros'])
    const input = { ...places[1]!, address: 'https://given.example/', published: '' }
    const { id: sourceId } = await giveSource(w.forum, w.people.Cy, input)
    expect((await list(9)).items.map(each => each.words)).toEqual(['9 euros', '7 euros'])
    await w.as('Cy', a => removeSource(a, { ...places[1]!, sourceId, reason: '' }))
    expect((await list(9)).items.map(each => each.words)).toEqual(['8 euros', '9 euros', '7 euros'])
  })

  test('show what may be read alone: no closed boards, nothing that is deleted or was taken out', async () => {
    const { staff } = w.house.boards
    const shown = await cite('Bo', ['https://shown.example/'])
    const closed = await cite('Ada', ['https://closed.example/', 'https://shown.example/'], {
      boardId: staff,
      amount: 8,
    })
    const gone = await cite('Bo', ['https://gone.example/', 'https://shown.example/'], { amount: 9 })
    const more = await w.write('Bo', shown.threadId, 'It costs 5 euros.')
    const { figures } = await stageReading(
      w.house.store,
      { threadId: shown.threadId, number: more },
      {
        figures: [{ words: '5 euros', value: 5 }],
      },
    )
    const reply = { threadId: shown.threadId, number: more, key: figures[0]!.key }
    for (const place of [shown, closed, gone, reply]) await w.as('Mo', a => askForSource(a, place))
    const giving = { ...reply, address: 'https://given.example/', published: '' }
    await giveSource(w.forum, w.people.Cy, giving)
    await w.as('Mo', a => deleteThread(a, { threadId: gone.threadId }))
    const words = async (who: Person) =>
      (await mostAsked(w.house.store.read, await w.seen(who), 10)).items.map(each => each.words).sort()
    for (const who of ['guest', 'Cy', 'Sol'] as const) {
      expect(await words(who)).toEqual(['7 euros'])
      expect((await listed(who)).map(each => [each.publisher, each.sourceCount])).toEqual([
        ['given.example', 1],
        ['shown.example', 1],
      ])
      expect(await by(who, 'closed.example')).toEqual([])
      expect(await by(who, 'shown.example')).toHaveLength(1)
    }
    for (const who of ['Mo', 'Ada'] as const) {
      expect(await words(who)).toEqual(['7 euros', '8 euros'])
      expect((await listed(who)).map(each => each.publisher)).toEqual([
        'closed.example',
        'given.example',
        'shown.example',
      ])
      expect(await by(who, 'shown.example')).toHaveLength(2)
      expect(await by(who, 'gone.example')).toEqual([])
    }
    await w.as('Mo', a => deletePost(a, { ...reply, reason: '' }))
    expect((await listed('Mo')).map(each => each.publisher)).toEqual(['closed.example', 'shown.example'])
  })

  test('show nothing whose finding is in its post no more, until it is there again', async () => {
    const { read, ...asked } = await cite('Bo', [])
    const { read: other, ...given } = await cite('Bo', [], { amount: 8 })
    await w.as('Mo', a => askForSource(a, asked))
    await giveSource(w.forum, w.people.Cy, { ...given, address: 'https://given.example/', published: '' })
    const shown = async () => [
      (await mostAsked(w.house.store.read, await w.seen('Mo'), 9)).items.length,
      (await listed('Mo')).length,
      (await by('Mo', 'given.example')).length,
    ]
    const without = (post: ReadPost): ReadPost => ({ ...post, findings: { ...post.findings, figures: [] } })
    expect(await shown()).toEqual([1, 1, 1])
    await w.as('Mo', a => keepSources(a.db, [without(read), other]))
    expect(await shown()).toEqual([0, 1, 1])
    await w.as('Mo', a => keepSources(a.db, [read, without(other)]))
    expect(await shown()).toEqual([1, 0, 0])
    await w.as('Mo', a => keepSources(a.db, [read, other]))
    expect(await shown()).toEqual([1, 1, 1])
  })

  test('of nobody’s boards there is nothing', async () => {
    await cite('Bo', ['https://a.example/'])
    const visible = { ...(await w.seen('guest')), boards: new Set<number>() }
    const { read } = w.house.store
    expect(await mostAsked(read, visible, 9)).toEqual({ items: [], next: null })
    expect(await publishers(read, visible, 9)).toEqual({ items: [], next: null })
    expect(await sourcesBy(read, visible, 'a.example', { limit: 9 })).toEqual({ items: [], next: null })
  })
})
