import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { act } from '#forum/act.ts'
import { SYSTEM } from '#forum/actor.ts'
import { answerRoutes } from '#forum/answers/routes.ts'
import { changeBoard } from '#forum/boards/actions.ts'
import { keyThreads } from '#forum/duplicates/keeping.ts'
import { addPrefix } from '#forum/prefixes/actions.ts'
import { STORES } from '../../../tests/support/databases.ts'
import { type Fields, type TestPages, testPages } from '../../../tests/support/pages.ts'
import { scheduledRoutes } from '../account/scheduled/routes.ts'
import { boardRoutes } from '../board/routes.ts'
import { postRoutes } from '../post/routes.ts'
import { tagRoutes } from '../tag/routes.ts'
import { threadRoutes } from '../thread/routes.ts'
import { composeRoutes } from './routes.ts'

const PAGES = [composeRoutes, boardRoutes, threadRoutes, postRoutes, tagRoutes, scheduledRoutes, answerRoutes]

describe.each(STORES)('the form that starts a thread on %s', kind => {
  let pages: TestPages
  let people: TestPages['people']
  let news: number
  beforeEach(async () => {
    pages = await testPages(kind, (app, forum) => {
      for (const add of PAGES) add(app, forum)
    })
    people = pages.people
    news = pages.house.boards.news
  })
  afterEach(() => pages.close())

  const send = (fields: Fields, who = people.member) =>
    pages.post(who, `/boards/${news}/threads`, { title: 'Port strike', source: 'First.', ...fields })
  const seen = (path: string, who = people.guest) => pages.json(who, path)

  test('asks for what few need in a part that is folded, unless the board wants it', async () => {
    const path = `/boards/${news}/threads/new`
    const plain = (await pages.get(people.member, path)).body
    expect(plain).toContain('<details class="more"><summary>More</summary>')
    expect(plain).toContain('3 to 150 characters.')
    expect(plain).not.toContain('name="prefix"')
    const boards = [news]
    await act(pages.forum, SYSTEM, a => addPrefix(a, { name: 'R<e>port', tone: 'mark', boards }))
    const text = { title: 'News', description: '', section: false, prefixRequired: true }
    await act(pages.forum, SYSTEM, a => changeBoard(a, news, text))
    const wanted = (await pages.get(people.member, path)).body
    expect(wanted).toContain('<details class="more" open><summary>More</summary>')
    expect(wanted).toContain('>R&lt;e&gt;port</option>')
    const refused = await send({})
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toContain('href="#field-prefix"')
  })

  test('makes a thread of a kind with tags, told on its page, in its board and to programs', async () => {
    const prefix = await act(pages.forum, SYSTEM, a =>
      addPrefix(a, { name: 'Report', tone: 'good', boards: [news] }),
    )
    const said = {
      kind: 'article',
      prefix: String(prefix),
      tags: 'port, <x>',
      sourceUrl: 'www.example.org/a?b=1&c',
    }
    expect((await send(said)).body).toContain('href="#field-tags"')
    expect((await send({ ...said, tags: 'Port, C++' })).statusCode).toBe(303)
    const thread = (await pages.get(people.guest, '/threads/1/port-strike')).body
    expect(thread).toContain(
      '<a href="https://www.example.org/a?b=1&amp;c" rel="nofollow noopener ugc"><bdi>example.org</bdi></a>',
    )
    expect(thread).toContain(
      `<a class="tag tone-good" href="/boards/${news}/news?prefix=${prefix}"><bdi>Report</bdi></a>`,
    )
    expect(thread).toContain('<a href="/tags/C%2B%2B" rel="tag"><bdi>C++</bdi></a>')
    const told = { kind: 'article', prefix: { name: 'Report' }, tags: ['C++', 'Port'] }
    expect(await seen('/threads/1/port-strike')).toMatchObject({ ...told, answer: null })
    expect(await seen(`/boards/${news}/news?kind=article&tag=port&prefix=${prefix}`)).toMatchObject({
      threads: [{ id: 1, ...told, answered: false }],
      only: { kind: 'article', tag: 'port' },
    })
    expect(await seen(`/boards/${news}/news?kind=question`)).toMatchObject({ threads: [] })
    for (const query of ['kind=other', 'prefix=99', 'prefix=x'])
      expect((await pages.get(people.guest, `/boards/${news}/news?${query}`)).statusCode, query).toBe(404)
  })

  test('a tag has a page for what its reader may read, and none for the rest', async () => {
    await send({ tags: 'Port' })
    const secret = { title: 'Plans', source: 'Secret.', tags: 'Plans, Port' }
    await pages.post(people.moderator, `/boards/${pages.house.boards.staff}/threads`, secret)
    const moved = await pages.get(people.guest, '/tags/port')
    expect([moved.statusCode, moved.headers.location]).toEqual([301, '/tags/Port'])
    expect(await seen('/tags/Port')).toMatchObject({ threads: [{ id: 1 }], older: null })
    expect((await pages.get(people.guest, '/tags/Plans')).statusCode).toBe(404)
    expect((await pages.get(people.member, '/tags/Plans/edit')).statusCode).toBe(404)
    expect(await seen('/tags/Plans', people.moderator)).toMatchObject({ threads: [{ id: 2 }] })
    const renamed = await pages.post(people.moderator, '/tags/Port/edit', { tags: 'Harbour' })
    expect(renamed.headers.location).toBe('/tags/Harbour')
    expect((await pages.get(people.guest, '/threads/1/port-strike')).body).toContain('Harbour')
    expect((await pages.post(people.moderator, '/tags/Harbour/remove')).statusCode).toBe(303)
    expect((await pages.get(people.moderator, '/tags/Harbour')).statusCode).toBe(404)
  })

  test('tells of threads like it before it starts one, and starts it when sent once more', async () => {
    await send({ requestKey: 'one' })
    await keyThreads(pages.forum)
    expect((await send({ requestKey: 'one' })).headers.location).toBe('/posts/1/1')
    const told = await send({ title: 'PORT strike', requestKey: 'two' })
    expect(told.statusCode).toBe(409)
    expect(told.body).toContain('<a href="/threads/1/port-strike"><bdi>Port strike</bdi></a>')
    expect(told.body).toContain('<input type="hidden" name="told" value="1">')
    expect(told.body).toContain('Start it all the same')
    const like = `/boards/${news}/duplicates?title=port+strike`
    expect(await seen(like, people.member)).toMatchObject({ duplicates: [{ id: 1, sameAddress: false }] })
    expect((await pages.get(people.guest, like)).statusCode).toBe(401)
    const started = await send({ title: 'PORT strike', requestKey: 'two', told: '1' })
    expect(started.headers.location).toBe('/posts/2/1')
  })

  test('has a thread wait for its time, which its writer changes, cancels, or does not wait for', async () => {
    const planned = await send({ publishAt: '2026-12-01T10:00', tags: 'port' })
    expect(planned.headers.location).toBe('/account/scheduled?done=1')
    const list = await pages.get(people.member, '/account/scheduled')
    expect(list.body).toContain('<bdi>Port strike</bdi>')
    expect((await pages.get(people.moderator, '/account/scheduled')).body).not.toContain('Port strike')
    const path = '/account/scheduled/1'
    expect((await pages.get(people.moderator, path)).statusCode).toBe(404)
    expect((await pages.get(people.member, path)).body).toContain('value="2026-12-01T10:00"')
    const change = { title: 'Strike over', source: 'Second.', publishAt: '2026-12-02T10:00', tags: 'quay' }
    expect(
      (await pages.post(people.member, path, { ...change, publishAt: '2020-01-01T10:00' })).statusCode,
    ).toBe(422)
    expect((await pages.post(people.member, path, change)).statusCode).toBe(303)
    const made = await pages.post(people.member, `${path}/publish`)
    expect(made.headers.location).toBe('/posts/1/1')
    expect(await seen('/threads/1/strike-over')).toMatchObject({ title: 'Strike over', tags: ['quay'] })
    await send({ publishAt: '2026-12-01T10:00' })
    expect((await pages.post(people.member, '/account/scheduled/2/cancel')).statusCode).toBe(303)
    expect(await seen('/account/scheduled', people.member)).toEqual({ scheduled: [] })
  })

  test('a question shows its answer under it, and marks the post', async () => {
    await send({ kind: 'question' })
    await pages.post(people.moderator, '/threads/1/posts', { source: 'At <noon>, as ever.' })
    expect((await pages.get(people.suspended, '/threads/1/port-strike')).body).not.toContain('/accept')
    expect((await pages.get(people.member, '/threads/1/port-strike')).body).toContain(
      'action="/posts/1/2/accept"',
    )
    expect((await pages.post(people.member, '/posts/1/2/accept')).headers.location).toBe('/posts/1/2')
    const { body } = await pages.get(people.guest, '/threads/1/port-strike')
    expect(body).toMatch(
      /<p class="answer"><a href="\/posts\/1\/2">Answer #2<\/a> by <bdi>Mo<\/bdi>: <q dir="auto">At/,
    )
    expect(body).toContain('<p class="answer">Accepted answer</p>')
    expect(await seen(`/boards/${news}/news`)).toMatchObject({ threads: [{ answered: true }] })
    await pages.post(people.moderator, '/posts/1/2/delete', { reason: '' })
    expect((await pages.get(people.member, '/threads/1/port-strike')).body).not.toContain('class="answer"')
  })
})
