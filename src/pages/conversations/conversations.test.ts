import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { act } from '#forum/act.ts'
import { readTo } from '#forum/conversations/actions/own.ts'
import { startConversation } from '#forum/conversations/actions/start.ts'
import { withUnread } from '#forum/conversations/load.ts'
import { reply } from '#forum/posts/actions/reply.ts'
import { CANARY, canariesIn } from '../../../tests/support/canary.ts'
import { STORES } from '../../../tests/support/databases.ts'
import { type TestPages, testPages } from '../../../tests/support/pages.ts'
import { composeRoutes } from '../compose/routes.ts'
import { postRoutes } from '../post/routes.ts'
import { reportRoutes } from '../reports/routes.ts'
import { threadRoutes } from '../thread/routes.ts'
import { conversationRoutes } from './routes.ts'

describe.each(STORES)('the pages of conversations on %s', kind => {
  let pages: TestPages
  let people: TestPages['people']

  beforeEach(async () => {
    pages = await testPages(kind, (app, forum) => {
      for (const add of [threadRoutes, composeRoutes, postRoutes, conversationRoutes, reportRoutes])
        add(app, forum)
    })
    people = pages.people
  })
  afterEach(() => pages.close())

  const start = async (title = 'Harbour walk', source = 'On *Sunday*?') =>
    (
      await act(pages.forum, people.member, a =>
        startConversation(a, { people: 'Mo', title, source, format: 'markdown', requestKey: null }),
      )
    ).threadId
  const filled = { people: 'Mo', title: 'Harbour walk', source: 'On Sunday?', requestKey: 'one' }

  test('start one by a form that is filled in as asked, once however often it is sent', async () => {
    const { body } = await pages.get(people.member, '/conversations/new?to=Mo')
    expect(body).toContain('value="Mo"')
    expect(body).toContain('Names of members with commas between them, up to 19.')
    for (let count = 0; count < 2; count++) {
      const sent = await pages.post(people.member, '/conversations', filled)
      expect(sent.statusCode).toBe(303)
      expect(sent.headers['location']).toBe('/conversations/1')
    }
    const list = await pages.json(people.moderator, '/conversations')
    expect(list['conversations']).toMatchObject([{ id: 1, unread: true, others: ['Bo'] }])
  })

  test('show the form again with what was typed, its preview, and what is wrong with it', async () => {
    const unknown = await pages.post(people.member, '/conversations', { ...filled, people: 'Zed' })
    expect(unknown.statusCode).toBe(422)
    expect(unknown.body).toContain('No member is called “Zed”.')
    expect(unknown.body).toContain('On Sunday?</textarea>')
    const preview = await pages.post(people.member, '/conversations', { ...filled, act: 'preview' })
    expect(preview.statusCode).toBe(200)
    expect(preview.body).toContain('On Sunday?</p>')
    expect(preview.body).toContain('value="Mo"')
    const saved = await pages.post(people.member, '/conversations', { ...filled, act: 'save' })
    expect(saved.headers['location']).toBe('/conversations/new')
    const opened = await pages.get(people.member, '/conversations/new')
    expect(opened.body).toContain('value="Mo"')
    expect(opened.body).toContain('On Sunday?</textarea>')
  })

  test('show its posts, its people, and the form to reply, at one address', async () => {
    const id = await start()
    const { body, headers } = await pages.get(people.moderator, `/conversations/${id}`)
    expect(body).toContain('On <em>Sunday</em>?')
    expect(body).toContain('<summary>2 people: <bdi>Bo</bdi>, <bdi>Mo</bdi></summary>')
    expect(body).toContain('invited by')
    expect(body).toContain('<meta name="robots" content="noindex">')
    expect(body).toContain('data-read')
    expect(body).toContain(`href="/posts/${id}/1/report"`)
    expect(body).not.toContain('Like')
    expect(headers['cache-control']).toBe('private, no-store')
    const led = await pages.get(people.member, `/threads/${id}/any-thing`)
    expect(led.headers['location']).toBe(`/conversations/${id}`)
    const post = await pages.get(people.member, `/posts/${id}/1`)
    expect(post.headers['location']).toBe(`/conversations/${id}#p1`)
    const quoted = await pages.get(people.member, `/threads/${id}/reply?quote=1`)
    expect(quoted.body).toContain('On *Sunday*?')
    const preview = { source: 'Yes *do*.', format: 'markdown', act: 'preview' }
    expect((await pages.post(people.moderator, `/threads/${id}/posts`, preview)).body).toContain(
      'Yes <em>do</em>.</p>',
    )
  })

  test('mark it as read by the button, by which nothing is left to read', async () => {
    const id = await start()
    const reader = () => withUnread(pages.forum, { actor: people.moderator })
    expect(await reader()).toMatchObject({ unread: 1 })
    const sent = await pages.post(people.moderator, `/conversations/${id}/read`, { number: '1' })
    expect(sent.headers['location']).toBe(`/conversations/${id}`)
    expect(await reader()).toMatchObject({ unread: 0 })
    const { body } = await pages.get(people.moderator, `/conversations/${id}`)
    expect(body).not.toContain('data-read')
  })

  test('lead from the list to what is unread, by label and in parts', async () => {
    const id = await start()
    for (let count = 0; count < 25; count++)
      await act(pages.forum, people.member, a =>
        reply(a, { threadId: id, source: 'More.', format: 'markdown', requestKey: null }),
      )
    await act(pages.forum, people.moderator, a => readTo(a, { threadId: id, number: 21 }))
    const list = await pages.get(people.moderator, '/conversations')
    expect(list.body).toContain(`href="/conversations/${id}?page=2#p22"`)
    await pages.post(people.moderator, `/conversations/${id}/labels`, { labels: 'Walks, Sunday' })
    const labelled = await pages.json(people.moderator, '/conversations?label=Walks')
    expect(labelled).toMatchObject({ conversations: [{ id }], labels: ['Sunday', 'Walks'] })
    expect(await pages.json(people.moderator, '/conversations?label=None')).toMatchObject({
      conversations: [],
    })
    for (const query of ['before=x', 'before=1', `label=${'x'.repeat(31)}`, 'label=a&label=b'])
      expect((await pages.get(people.moderator, `/conversations?${query}`)).statusCode, query).toBe(404)
    const before = await pages.json(people.moderator, '/conversations?before=1.1')
    expect(before).toMatchObject({ conversations: [], older: null })
  })

  test('write whatever was typed as text', async () => {
    const id = await start(`Title ${CANARY}`.slice(0, 150), `Text ${CANARY}`)
    await pages.post(people.moderator, `/conversations/${id}/labels`, { labels: CANARY.slice(0, 30) })
    await pages.post(people.moderator, `/posts/${id}/1/report`, { reason: `Reason ${CANARY}` })
    const asked = ['', '/invite', '/leave', '/labels'].map(part => `/conversations/${id}${part}`)
    for (const url of [...asked, '/conversations', `/conversations/new?to=${encodeURIComponent(CANARY)}`])
      expect(canariesIn((await pages.get(people.moderator, url)).body), url).toEqual([])
    const reports = await pages.get(people.administrator, '/reports')
    expect(reports.body).toContain('x-canary')
    expect(canariesIn(reports.body)).toEqual([])
  })

  test('let moderators close a report, and show its form again with too long a note', async () => {
    const id = await start()
    await pages.post(people.moderator, `/posts/${id}/1/report`, { reason: 'Rude.' })
    const { administrator } = people
    const list = await pages.get(administrator, '/reports')
    expect(list.body).toContain('In a conversation')
    expect(list.body).not.toContain('Harbour walk')
    expect(list.body).not.toContain(`/posts/${id}/1`)
    const long = await pages.post(administrator, '/reports/1/close', { note: 'x'.repeat(501) })
    expect(long.statusCode).toBe(422)
    expect(long.body).toContain('x'.repeat(501))
    const closed = await pages.post(administrator, '/reports/1/close', { note: 'Talked.' })
    expect(closed.headers['location']).toBe('/reports')
    expect((await pages.get(administrator, '/reports')).body).toContain('There are no reports here.')
    expect((await pages.get(administrator, '/reports?state=closed')).body).toContain('Talked.')
    for (const who of [people.member, people.suspended])
      expect((await pages.get(who, '/reports')).statusCode).toBe(404)
    expect((await pages.get(administrator, '/reports?state=odd')).statusCode).toBe(404)
  })
})
