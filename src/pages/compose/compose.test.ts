import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { act } from '#forum/act.ts'
import type { Actor } from '#forum/actor.ts'
import { changeBoard } from '#forum/boards/actions.ts'
import { deletePost } from '#forum/posts/actions/delete.ts'
import { reply } from '#forum/posts/actions/reply.ts'
import { startThread } from '#forum/posts/actions/start.ts'
import type { Format } from '#forum/posts/model.ts'
import { lock } from '#forum/threads/actions.ts'
import { CANARY, canariesIn } from '../../../tests/support/canary.ts'
import { STORES } from '../../../tests/support/databases.ts'
import { type TestPages, testPages } from '../../../tests/support/pages.ts'
import { quotesAsked } from './model.ts'
import { composeRoutes } from './routes.ts'

test('posts to quote are asked for by their numbers, each once, up to ten', () => {
  const numbers = (written: unknown) => quotesAsked(written, 1).map(({ number }) => number)
  expect(numbers('7,9')).toEqual([7, 9])
  expect(numbers(['9', '7,9', 'x,-1,1.5,', ' 3 4'])).toEqual([9, 7, 3, 4])
  expect(numbers(undefined)).toEqual([])
  expect(numbers(Array.from({ length: 30 }, (_, index) => index).join())).toHaveLength(10)
  expect(quotesAsked('7/27, 3, 1/3, 7/27/1', 1)).toEqual([
    { threadId: 7, number: 27 },
    { threadId: 1, number: 3 },
  ])
  expect(quotesAsked('7/27, 3', null)).toEqual([{ threadId: 7, number: 27 }])
})

describe.each(STORES)('writing on %s', kind => {
  let pages: TestPages
  let people: TestPages['people']
  let news: number

  beforeEach(async () => {
    pages = await testPages(kind, composeRoutes)
    people = pages.people
    news = pages.house.boards.news
  })
  afterEach(() => pages.close())

  const start = (source: string, change: { boardId?: number; who?: Actor; title?: string } = {}) =>
    act(pages.forum, change.who ?? people.member, a =>
      startThread(a, {
        ...{ boardId: change.boardId ?? news, title: change.title ?? 'Port strike', source },
        ...{ format: 'markdown', requestKey: null },
      }),
    )
  const write = (source: string, format: Format = 'markdown') =>
    act(pages.forum, people.moderator, a => reply(a, { threadId: 1, source, format, requestKey: null }))
  const posts = () =>
    pages.forum.store.read
      .selectFrom('revisions')
      .innerJoin('posts', 'posts.id', 'revisions.postId')
      .select(['source', 'format', 'posts.authorId', 'html'])
      .orderBy('posts.id')
      .execute()
  const keyIn = (body: string) => /name="requestKey" value="([\w-]+)"/.exec(body)?.[1] ?? ''

  test('a thread is started from its form, and leads to its first post', async () => {
    const form = (await pages.get(people.member, `/boards/${news}/threads/new`)).body
    expect(form).toContain('New thread in <bdi>News</bdi>')
    expect(form).toContain('3 to 150 characters.')
    expect(form).toContain('Up to 50,000 characters.')
    expect(form).not.toContain('data-typed')
    const fields = {
      title: 'Port strike',
      source: 'The *union*.',
      format: 'markdown',
      requestKey: keyIn(form),
    }
    const sent = await pages.post(people.member, `/boards/${news}/threads`, fields)
    expect([sent.statusCode, sent.headers.location]).toEqual([303, '/posts/1/1'])
    expect(await posts()).toMatchObject([
      { source: 'The *union*.', format: 'markdown', authorId: people.member.memberId },
    ])
  })

  test('the same form sent twice makes one thread and one reply', async () => {
    const form = (await pages.get(people.member, `/boards/${news}/threads/new`)).body
    const fields = { title: 'Port strike', source: 'Once.', format: 'markdown', requestKey: keyIn(form) }
    const both = await Promise.all(
      [0, 1].map(() => pages.post(people.member, `/boards/${news}/threads`, fields)),
    )
    expect(both.map(sent => sent.headers.location)).toEqual(['/posts/1/1', '/posts/1/1'])
    const again = { source: 'Reply.', format: 'bbcode', requestKey: 'a-key' }
    for (let times = 0; times < 3; times++) {
      const sent = await pages.post(people.member, '/threads/1/posts', again)
      expect(sent.headers.location).toBe('/posts/1/2')
    }
    expect((await posts()).map(post => post.source)).toEqual(['Once.', 'Reply.'])
  })

  test('what cannot be posted stays in the form with the reason', async () => {
    const fields = { title: 'x', source: 'My <text>.', format: 'bbcode', requestKey: 'my-key' }
    const short = await pages.post(people.member, `/boards/${news}/threads`, fields)
    expect(short.statusCode).toBe(422)
    expect(short.body).toContain('<a href="#field-title">This is too short.')
    expect(short.body).toMatch(/<textarea[^>]*>\nMy &lt;text&gt;\.<\/textarea>/)
    expect(short.body).toContain('name="requestKey" value="my-key"')
    expect(short.body).toContain('name="format" value="bbcode" checked')
    expect(short.body).toContain(' data-typed')
    const long = { ...fields, title: 'Title', source: 'x'.repeat(50_001) }
    const tooLong = await pages.post(people.member, `/boards/${news}/threads`, long)
    expect(tooLong.statusCode).toBe(422)
    expect(tooLong.body).toContain('x'.repeat(50_001))
    const empty = await pages.post(people.member, `/boards/${news}/threads`, {
      ...fields,
      title: 'Title',
      source: ' ',
    })
    expect(empty.body).toContain('<a href="#field-source">Please fill this in.')
    expect(await posts()).toEqual([])
  })

  test('a preview shows the same form below the rendered text, an island the text alone; nothing is written', async () => {
    const fields = {
      title: '',
      source: 'The [b]union[/b] <b>.',
      format: 'bbcode',
      requestKey: 'k',
      act: 'preview',
    }
    const page = await pages.post(people.member, `/boards/${news}/threads`, fields)
    expect(page.statusCode).toBe(200)
    expect(page.body).toMatch(
      /id="preview" aria-live="polite"><h2>Preview<\/h2>.*The <strong>union<\/strong> &lt;b&gt;\./,
    )
    expect(page.body).toContain('name="requestKey" value="k"')
    const island = await pages.post(people.member, `/boards/${news}/threads`, fields, { 'x-island': '1' })
    expect(island.body).toMatch(/^<h2>Preview<\/h2>.*<strong>union<\/strong>/)
    const json = await pages.postJson(people.member, `/boards/${news}/threads`, fields)
    expect(json.json().html).toContain('<strong>union</strong>')
    const empty = await pages.post(
      people.member,
      `/boards/${news}/threads`,
      { ...fields, source: '' },
      { 'x-island': '1' },
    )
    expect([empty.statusCode, empty.body]).toEqual([
      422,
      '<div class="notice bad" role="alert"><a href="#field-source">Please fill this in.</a></div>',
    ])
    expect(await posts()).toEqual([])
  })

  test('a reply begins with the quotes that are asked for, in either way of writing', async () => {
    await start('The *first*.')
    await write('[b]Second[/b].', 'bbcode')
    await write('Third.')
    await act(pages.forum, people.moderator, a => deletePost(a, { threadId: 1, number: 3, reason: '' }))
    const { body } = await pages.get(people.member, '/threads/1/reply?quote=2,1,3,99')
    expect(body).toContain(
      '>\n[quote=&quot;Mo, post: 1/2, revision: 1&quot;]\nSecond.\n[/quote]\n\n[quote=&quot;Bo, post: 1/1, revision: 1&quot;]\nThe *first*.\n[/quote]\n</textarea>',
    )
    expect(await pages.json(people.member, '/posts/1/2/quote?format=bbcode')).toEqual({
      source: '[quote="Mo, post: 1/2, revision: 1"]\n[b]Second[/b].\n[/quote]\n',
    })
    const plain = await pages.get(people.member, '/posts/1/2/quote')
    expect([plain.statusCode, plain.headers.location]).toEqual([302, '/threads/1/reply?quote=2'])
    expect((await pages.get(people.member, '/posts/1/3/quote')).statusCode).toBe(404)
    expect((await pages.get(people.member, '/posts/1/1/quote?format=html')).statusCode).toBe(422)
  })

  test('more quotes are added to a form without losing what was typed in it', async () => {
    await start('First.')
    const fields = { source: 'My <words>.', format: 'markdown', requestKey: 'k', quote: '1', act: 'quote' }
    const { statusCode, body } = await pages.post(people.member, '/threads/1/posts', fields)
    expect(statusCode).toBe(200)
    expect(body).toContain(
      '>\nMy &lt;words&gt;.\n\n[quote=&quot;Bo, post: 1/1, revision: 1&quot;]\nFirst.\n[/quote]\n</textarea>',
    )
    expect(body).toContain('name="requestKey" value="k"')
    const none = await pages.post(people.member, '/threads/1/posts', { ...fields, quote: '9' })
    expect(none.body).toContain('>\nMy &lt;words&gt;.</textarea>')
    expect(await posts()).toHaveLength(1)
  })

  test('what is hidden answers exactly as what is not there', async () => {
    const { staff } = pages.house.boards
    await start('Zebrafinch', { boardId: staff, who: people.moderator })
    const pairs = (board: number, thread: number) => [
      ...[`/boards/${board}/threads/new`, `/threads/${thread}/reply`, `/threads/${thread}/reply?quote=1`],
      `/posts/${thread}/1/quote`,
    ]
    const text = { source: 'x', format: 'markdown', requestKey: '' }
    const preview = { ...text, act: 'preview' }
    for (const who of [people.guest, people.member]) {
      for (const [index, path] of pairs(staff, 1).entries()) {
        const missing = await pages.get(who, pairs(404, 404)[index]!)
        const hidden = await pages.get(who, path)
        expect([hidden.statusCode, hidden.body], path).toEqual([404, missing.body])
      }
    }
    for (const fields of [text, preview, { ...text, act: 'quote', quote: '1' }]) {
      const missing = await pages.post(people.member, '/threads/404/posts', fields)
      const hidden = await pages.post(people.member, '/threads/1/posts', fields)
      expect([hidden.statusCode, hidden.body]).toEqual([404, missing.body])
    }
    const hidden = await pages.post(people.member, `/boards/${staff}/threads`, { ...text, title: 'Title' })
    expect(hidden.statusCode).toBe(404)
  })

  test('guests are asked to sign in, and those who may not write are told so', async () => {
    await start('First.')
    const asked = await pages.get(people.guest, `/boards/${news}/threads/new`)
    expect(asked.statusCode).toBe(401)
    expect(asked.body).toContain(`href="/sign-in?next=${encodeURIComponent(`/boards/${news}/threads/new`)}"`)
    expect((await pages.get(people.guest, '/posts/1/1/quote')).statusCode).toBe(401)
    expect((await pages.get(people.suspended, '/threads/1/reply')).statusCode).toBe(403)
    await act(pages.forum, people.moderator, a => lock(a, { threadId: 1 }))
    const fields = { source: 'Too late, but a text worth keeping.', format: 'markdown', requestKey: '' }
    const late = await pages.post(people.member, '/threads/1/posts', fields)
    expect(late.statusCode).toBe(403)
    expect(late.body).toContain('Too late, but a text worth keeping.')
    expect(await posts()).toHaveLength(1)
  })

  test('programs write by the same addresses', async () => {
    const started = await pages.postJson(people.member, `/boards/${news}/threads`, {
      title: 'Port strike',
      source: 'x',
    })
    expect(started.json()).toEqual({ threadId: 1, number: 1, path: '/posts/1/1' })
    const replied = await pages.postJson(people.member, '/threads/1/posts', {
      source: '[b]y[/b]',
      format: 'bbcode',
    })
    expect(replied.json()).toMatchObject({ number: 2 })
    const refused = await pages.postJson(people.member, '/threads/1/posts', { source: '', html: 'x' })
    expect(refused.json().error.code).toBe('invalid')
  })

  test('escapes whatever it is told', async () => {
    await pages.forum.store.write.updateTable('members').set({ name: CANARY }).execute()
    const board = { title: CANARY, description: CANARY, section: false }
    await act(pages.forum, people.administrator, a => changeBoard(a, news, board))
    await start(CANARY, { title: CANARY })
    const fields = { title: CANARY, source: CANARY, format: CANARY, requestKey: CANARY }
    const shown = [
      await pages.get(people.member, `/boards/${news}/threads/new`),
      await pages.get(people.member, '/threads/1/reply?quote=1'),
      await pages.post(people.member, `/boards/${news}/threads`, fields),
      await pages.post(people.member, `/boards/${news}/threads`, {
        ...fields,
        format: 'markdown',
        act: 'preview',
      }),
    ]
    for (const { body } of shown) {
      expect(body).toContain('x-canary')
      expect(canariesIn(body)).toEqual([])
    }
  })
})
