import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createOutgoing } from '#outgoing/outgoing.ts'
import { STORES } from '../../../tests/support/databases.ts'
import { stageReading } from '../../../tests/support/stage-reading.ts'
import { servePages, type WebPages } from '../../../tests/support/web-pages.ts'
import { type Person, type TestWriting, testWriting } from '../../../tests/support/writing.ts'
import type { Forum } from '../act.ts'
import type { PostFindings } from '../findings/model.ts'
import { editPost } from '../posts/actions/edit.ts'
import { askForSource, unaskForSource } from './actions/ask.ts'
import { CHECKED_AGAIN_AFTER, checkSource, giveSource } from './actions/give.ts'
import { removeSource } from './actions/remove.ts'
import { MOST_GIVEN } from './model.ts'
import { removedFor, requestsOf, sourcesOf } from './store.ts'

const TEXT = `Ilse Brandt said “the port will lose forty ships a week until the strike ends”.

The loss is €41 million. The town has no other harbour.

The new berth is [open](https://harbour.example/berth), says the town. It cost 7 euros.`
const QUOTED = 'the port will lose forty ships a week until the strike ends'
const STAGED = {
  quotations: [{ words: QUOTED, speaker: 'Ilse Brandt' }],
  figures: [
    { words: '€41 million', value: 41e6, unit: 'EUR' },
    { words: '7 euros', value: 7, unit: 'EUR' },
  ],
  statements: [{ words: 'The town has no other harbour.' }],
  sources: [
    {
      words: 'open',
      url: 'https://harbour.example/berth',
      of: 'The new berth is open, says the town. It cost 7 euros.',
      date: '2026-03-14',
    },
  ],
}
const article = (words: string) =>
  `<title>The strike</title><meta name="date" content="2026-03-14"><nav>${QUOTED}</nav><p>Before. “${words}”, she said.</p>`

describe.each(STORES)('sources of findings, on %s', kind => {
  let w: TestWriting
  let forum: Forum
  let web: WebPages
  let body: string | null
  let threadId: number
  let findings: PostFindings

  beforeEach(async () => {
    w = await testWriting(kind)
    body = article(QUOTED)
    web = await servePages((request, response) => {
      if (body === null) response.writeHead(404).end()
      else response.writeHead(200, { 'content-type': 'text/html' }).end(request.url === '/empty' ? '' : body)
    })
    const hosts = [{ host: '127.0.0.1', port: web.port }]
    forum = {
      ...w.forum,
      outgoing: createOutgoing({ isAllowed: true, origin: 'https://forum.test', version: '1', hosts }),
    }
    threadId = await w.start('Bo', { source: TEXT })
    findings = await stageReading(w.house.store, { threadId, number: 1 }, STAGED)
  })
  afterEach(async () => {
    await web.close()
    await w.close()
  })

  const quotation = () => findings.quotations[0]!.key
  const at = (key: string) => ({ threadId, number: 1, key })
  const postIds = async () => [
    (await w.house.store.read.selectFrom('posts').select('id').executeTakeFirstOrThrow()).id,
  ]
  const given = async () =>
    (await sourcesOf(w.house.store.read, await postIds())).get((await postIds())[0]!) ?? []
  const asked = async (who: Person = 'guest') => {
    const all = await requestsOf(w.house.store.read, await postIds(), w.people[who].memberId)
    return Object.fromEntries(all.get((await postIds())[0]!) ?? [])
  }
  const version = async () =>
    (await w.house.store.read.selectFrom('threads').select('version').executeTakeFirstOrThrow()).version
  const give = (who: Person, key = quotation(), change: { path?: string; published?: string } = {}) =>
    giveSource(forum, w.people[who], {
      ...at(key),
      address: `${web.url}${change.path ?? '/article'}`,
      published: change.published ?? '',
    })
  const types = () => w.events.map(event => event.type).filter(type => type.startsWith('source.'))

  test('a source is asked for by each member once, and that is taken back', async () => {
    const before = await version()
    for (const who of ['Cy', 'Mo', 'Cy', 'Bo'] as const)
      await w.as(who, a => askForSource(a, at(quotation())))
    expect(await version()).toBe(before + 3)
    expect(await asked('Cy')).toEqual({ [quotation()]: { count: 3, mine: true } })
    expect(await asked('Ada')).toEqual({ [quotation()]: { count: 3, mine: false } })
    await w.as('Cy', a => unaskForSource(a, at(quotation())))
    await w.as('Cy', a => unaskForSource(a, at(quotation())))
    expect(await asked('Cy')).toEqual({ [quotation()]: { count: 2, mine: false } })
    expect(await version()).toBe(before + 4)
    expect(types()).toEqual([...Array(3).fill('source.asked'), 'source.unasked'])
    expect(w.events.at(-1)).toEqual({
      ...{ type: 'source.unasked', postId: (await postIds())[0], boardId: w.house.boards.news },
      ...{ memberId: w.house.members.Cy, key: quotation() },
    })
  })

  test('only of what can have one, and only where there is none', async () => {
    const [loss, cost] = findings.figures
    const [statement] = findings.statements
    for (const { key } of [loss!, statement!]) await w.as('Cy', a => askForSource(a, at(key)))
    // The text gives one.
    await expect(w.as('Cy', a => askForSource(a, at(cost!.key)))).rejects.toMatchObject({ code: 'conflict' })
    await give('Cy')
    await expect(w.as('Cy', a => askForSource(a, at(quotation())))).rejects.toMatchObject({
      code: 'conflict',
    })
    for (const key of [findings.sources[0]!.key, 'qAAAAAAAAAA', 'x', '', 'q'.repeat(5000)])
      await expect(w.as('Cy', a => askForSource(a, at(key)))).rejects.toMatchObject({ code: 'not-found' })
  })

  test('one is given with what its page says', async () => {
    const before = await version()
    await w.as('Mo', a => askForSource(a, at(quotation())))
    expect(await give('Cy')).toEqual({ id: expect.any(Number), verdict: 'word-for-word' })
    expect(await given()).toEqual([
      {
        ...{ id: expect.any(Number), postId: (await postIds())[0], key: quotation(), origin: 'given' },
        ...{
          url: `${web.url}/article`,
          publisher: '127.0.0.1',
          published: '2026-03-14',
          title: 'The strike',
        },
        ...{ excerpt: `Before. “${QUOTED}”, she said.`, verdict: 'word-for-word', difference: [] },
        ...{ memberId: w.house.members.Cy, at: w.house.clock(), checkedAt: w.house.clock() },
      },
    ])
    expect(types()).toEqual(['source.asked', 'source.given'])
    expect(await version()).toBe(before + 2)
    // Who asked is known still, should the source be taken out.
    expect(await asked()).toEqual({ [quotation()]: { count: 1, mine: false } })
  })

  test('the same page again is the same source, and its page is not read again', async () => {
    const first = await give('Cy')
    expect(await give('Mo', quotation(), { path: '/article?utm_source=x#top' })).toMatchObject(first)
    expect(await given()).toHaveLength(1)
    expect(web.asked).toHaveLength(1)
    await give('Mo', quotation(), { path: '/other' })
    await give('Mo', findings.figures[0]!.key)
    expect(await given()).toHaveLength(3)
  })

  test('given by two at once it is kept once', async () => {
    const both = await Promise.all([give('Cy'), give('Mo')])
    expect(new Set(both.map(each => each.id)).size).toBe(1)
    expect(await given()).toHaveLength(1)
  })

  test('altered words are kept with the difference', async () => {
    body = article(QUOTED.replace('forty', 'thirty'))
    expect(await give('Cy')).toMatchObject({ verdict: 'altered' })
    const [source] = await given()
    expect(source!.difference.filter(each => each.change !== 'kept').map(each => each.text.trim())).toEqual([
      'thirty',
      'forty',
    ])
  })

  test('a page that does not have the words, or cannot be read, is kept and says so', async () => {
    body = article('Something else.')
    expect(await give('Cy')).toMatchObject({ verdict: 'not-found' })
    body = null
    expect(await give('Cy', quotation(), { path: '/gone', published: '2026-01-02' })).toMatchObject({
      verdict: 'unreadable',
    })
    expect((await given())[1]).toMatchObject({ published: '2026-01-02', title: '', excerpt: '' })
    const closed = {
      ...forum,
      outgoing: createOutgoing({ isAllowed: false, origin: '', version: '1', hosts: [] }),
    }
    const input = { ...at(quotation()), address: 'www.news.example/2026/03/14/x', published: '' }
    expect(await giveSource(closed, w.people.Cy, input)).toMatchObject({ verdict: 'unchecked' })
    expect((await given())[2]).toMatchObject({
      url: 'https://www.news.example/2026/03/14/x',
      published: '2026-03-14',
      publisher: 'news.example',
      checkedAt: null,
    })
  })

  test('nothing is asked of anybody by somebody who may not give, nor for what is refused', async () => {
    for (const who of ['guest', 'Sol'] as const)
      await expect(give(who)).rejects.toMatchObject({ code: /not-/ })
    await expect(give('Cy', findings.sources[0]!.key)).rejects.toMatchObject({ code: 'not-found' })
    await expect(give('Cy', quotation(), { published: 'x' })).rejects.toMatchObject({ field: 'published' })
    const input = { ...at(quotation()), address: 'ftp://x/', published: '' }
    await expect(giveSource(forum, w.people.Cy, input)).rejects.toMatchObject({ field: 'address' })
    expect(web.connections()).toBe(0)
  })

  test('there is an end to giving', async () => {
    for (let count = 0; count < MOST_GIVEN; count++) await give('Cy', quotation(), { path: `/${count}` })
    await expect(give('Mo', quotation(), { path: '/more' })).rejects.toMatchObject({ code: 'conflict' })
    expect(await give('Mo', quotation(), { path: '/3' })).toMatchObject({ verdict: 'word-for-word' })
    expect(web.asked).toHaveLength(MOST_GIVEN)
  })

  /** Gives a source whose page is answered when `meanwhile` is done. */
  const giveWhile = async (meanwhile: () => Promise<unknown>) => {
    let answer = () => {}
    const held = new Promise<void>(resolve => {
      answer = resolve
    })
    const slow = await servePages(async (_request, response) => {
      await held
      response.writeHead(200, { 'content-type': 'text/plain' }).end(QUOTED)
    })
    const hosts = [{ host: '127.0.0.1', port: slow.port }]
    const options = { isAllowed: true, origin: 'https://forum.test', version: '1', hosts }
    const own = { ...forum, outgoing: createOutgoing(options) }
    const input = { ...at(quotation()), address: slow.url, published: '' }
    const giving = giveSource(own, w.people.Cy, input).then(
      ({ verdict }) => verdict,
      (error: { code: string }) => error.code,
    )
    await expect.poll(() => slow.asked.length).toBe(1)
    await meanwhile()
    answer()
    const outcome = await giving
    await slow.close()
    return outcome
  }

  test('no transaction is open while a page is read', async () => {
    expect(await giveWhile(() => w.write('Mo', threadId, 'Written meanwhile.'))).toBe('word-for-word')
  })

  test('a finding that is gone when its page has been read is not found', async () => {
    const edit = { threadId, number: 1, source: 'Other words.', reason: '', basedOn: 1 }
    expect(await giveWhile(() => w.as('Bo', a => editPost(a, edit)))).toBe('not-found')
    expect(await given()).toEqual([])
  })

  test('a page is read again after an hour, once', async () => {
    body = null
    const { id: sourceId } = await give('Cy')
    body = article(QUOTED)
    const check = (who: Person = 'Mo') => checkSource(forum, w.people[who], { ...at(quotation()), sourceId })
    await expect(check()).rejects.toMatchObject({ code: 'too-many', values: { seconds: 3600 } })
    w.house.pass(CHECKED_AGAIN_AFTER - 1)
    await expect(check()).rejects.toMatchObject({ code: 'too-many' })
    w.house.pass(1)
    const both = await Promise.allSettled([check(), check('Cy')])
    expect(both.map(each => each.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(web.asked).toHaveLength(2)
    expect((await given())[0]).toMatchObject({
      verdict: 'word-for-word',
      title: 'The strike',
      checkedAt: w.house.clock(),
    })
    expect(types()).toEqual(['source.given', 'source.checked'])
    // What was found stays when the page is gone.
    w.house.pass(CHECKED_AGAIN_AFTER)
    body = null
    expect(await check()).toMatchObject({ verdict: 'word-for-word' })
    expect((await given())[0]).toMatchObject({ checkedAt: w.house.clock(), title: 'The strike' })
  })

  test('one that was given is taken out by who gave it, who wrote the post, and moderators; that stays', async () => {
    const remove = (who: Person, sourceId: number, reason = '') =>
      w.as(who, a => removeSource(a, { ...at(quotation()), sourceId, reason }))
    const ids: number[] = []
    for (const path of ['/1', '/2', '/3']) ids.push((await give('Cy', quotation(), { path })).id)
    const other = (await give('Mo', quotation(), { path: '/4' })).id
    await expect(remove('Cy', other, 'No.')).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(remove('Bo', ids[1]!)).rejects.toMatchObject({ code: 'invalid', field: 'reason' })
    await expect(remove('Mo', ids[1]!, 'x'.repeat(201))).rejects.toMatchObject({ field: 'reason' })
    await remove('Cy', ids[0]!)
    w.house.pass(1000)
    await remove('Bo', ids[1]!, 'Another strike.')
    await remove('Mo', ids[2]!, ' Spam. ')
    await expect(remove('Mo', ids[2]!, 'Again.')).rejects.toMatchObject({ code: 'not-found' })
    expect((await given()).map(each => each.id)).toEqual([other])
    const log = await removedFor(w.house.store.read, { postId: (await postIds())[0]!, key: quotation() })
    expect(log.map(({ givenBy, removedBy, reason }) => [givenBy, removedBy, reason])).toEqual([
      ['Cy', 'Mo', 'Spam.'],
      ['Cy', 'Bo', 'Another strike.'],
      ['Cy', 'Cy', ''],
    ])
    // The same page may be given again.
    expect(await give('Cy', quotation(), { path: '/1' })).toMatchObject({ verdict: 'word-for-word' })
  })

  test('what was withdrawn can neither be asked about nor given a source', async () => {
    const correct = (change: 'withdraw' | 'restore') =>
      w.house.store.write
        .insertInto('corrections')
        .values({ postId: w0, key: quotation(), change, value: '', reason: 'x', memberId: null, at: 0 })
        .execute()
    const [w0] = (await postIds()) as [number]
    await correct('withdraw')
    await expect(w.as('Cy', a => askForSource(a, at(quotation())))).rejects.toMatchObject({
      code: 'not-found',
    })
    await expect(give('Cy')).rejects.toMatchObject({ code: 'not-found' })
    await correct('restore')
    await w.as('Cy', a => askForSource(a, at(quotation())))
  })
})
