import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { act, type Forum } from '#forum/act.ts'
import type { Actor } from '#forum/actor.ts'
import { deletePost } from '#forum/posts/actions/delete.ts'
import { editPost } from '#forum/posts/actions/edit.ts'
import { reply } from '#forum/posts/actions/reply.ts'
import { startThread } from '#forum/posts/actions/start.ts'
import type { Entry } from '#forum/record/model.ts'
import { requestRoutes } from '#forum/record/routes.ts'
import { preferenceRoutes } from '#pages/preferences/routes.ts'
import { STORES } from '../../../tests/support/databases.ts'
import { readNow } from '../../../tests/support/forum.ts'
import { type TestPages, testPages } from '../../../tests/support/pages.ts'
import { countQueries } from '../../../tests/support/queries.ts'
import { loadThread } from './load.ts'
import { threadRoutes } from './routes.ts'

const PATH = '/threads/1/port-strike'
const SAID =
  'Ilse Brandt said: “We will not sign a paper that nobody of us has read.” The ferries stay in port.'
const AGAIN =
  'As Jonas Heide said: “The offer is final in every part that costs any money at all.” So it stays.'

describe.each(STORES)('the record in the margin of a thread on %s', kind => {
  let pages: TestPages
  let people: TestPages['people']
  beforeEach(async () => {
    let version = 0
    const addPages = (app: FastifyInstance, forum: Forum) => {
      threadRoutes(app, forum)
      requestRoutes(app, forum)
      preferenceRoutes(app, forum)
    }
    // No page is kept for the next guest.
    pages = await testPages(kind, addPages, { cacheVersion: () => String(version++) })
    people = pages.people
    await start(people.member, SAID)
    await write(people.moderator, AGAIN)
    await readNow(pages.forum)
  })
  afterEach(() => pages.close())

  const start = (who: Actor, source: string, boardId = pages.house.boards.news) =>
    act(pages.forum, who, a =>
      startThread(a, { boardId, title: 'Port strike', source, format: 'markdown', requestKey: null }),
    )
  const write = (who: Actor, source: string, threadId = 1) =>
    act(pages.forum, who, a => reply(a, { threadId, source, format: 'markdown', requestKey: null }))
  const remove = (number: number) =>
    act(pages.forum, people.moderator, a => deletePost(a, { threadId: 1, number, reason: '' }))
  const body = async (who: Actor, headers = {}) => (await pages.get(who, PATH, headers)).body
  const entries = async (who: Actor, number = 1) => {
    const { posts } = await pages.json(who, PATH)
    return (posts as { record: Entry[] }[])[number - 1]!.record
  }
  const quotationOf = async (who: Actor, number = 1) => {
    const found = (await entries(who, number)).find(entry => entry.kind === 'quotation')
    if (!found) throw new Error('no quotation')
    return found
  }
  const requests = async (number = 1) =>
    `/posts/1/${number}/findings/${(await quotationOf(people.guest, number)).key}/requests`

  test('stands beside the text, each mark leads to its entry and back', async () => {
    const page = await body(people.guest)
    expect(page).toContain('2 posts · 2 speakers on record</p>')
    expect(page).toContain('<span class="q">“We will not sign a paper that nobody of us has read.”</span>')
    expect(page).toMatch(/<a href="#p1-r1" id="p1-m1" role="doc-noteref">1<\/a>/)
    expect(page).toMatch(/<aside class="margin"><div><h4>On record<\/h4><ol role="list"><li id="p1-r1">/)
    expect(page).toMatch(/<a href="#p1-m1"[^>]*>1<\/a><\/sup> .*<bdi>Ilse Brandt<\/bdi>/)
    const { posts, speakers } = await pages.json(people.guest, PATH)
    expect(speakers).toBe(2)
    expect(posts).toMatchObject([
      {
        html: expect.not.stringContaining('class="q"'),
        record: [{ kind: 'quotation', number: 1, speaker: { name: 'Ilse Brandt' } }],
      },
      { record: [{ kind: 'quotation', speaker: { name: 'Jonas Heide' } }] },
    ])
    expect(await pages.json(people.guest, '/posts/1/1')).toMatchObject({ record: [{ kind: 'quotation' }] })
    const [first] = await entries(people.guest)
    expect(first).toMatchObject({ path: `/posts/1/1/findings/${first!.key}` })
  })

  test('is away for whoever wants it away: then the text stands as it is kept', async () => {
    for (const who of [people.guest, people.member]) {
      const session = who === people.guest ? '' : `; ${(await pages.proof(who)).cookie}`
      const plain = await body(who, { cookie: `margin=hidden${session}` })
      expect(plain).not.toMatch(/class="q"|On record<\/h4>|p1-m1|on record/)
      expect(plain).toContain('Ilse Brandt said: “We will not sign')
      expect(plain.match(/<aside class="margin"><\/aside><\/article>/g)).toHaveLength(2)
    }
    const page = await body(people.guest, { cookie: 'margin=shown' })
    expect(page).toContain('class="q"')
    const hidden = { cookie: 'margin=hidden', accept: 'application/json' }
    expect((await pages.get(people.guest, PATH, hidden)).json().speakers).toBe(2)
  })

  test('the choice is kept in the browser', async () => {
    expect((await pages.get(people.guest, '/preferences')).body).toMatch(
      /name="margin" value="shown" checked/,
    )
    const chosen = { theme: 'auto', language: 'en', margin: 'hidden' }
    const { headers, statusCode } = await pages.post(people.guest, '/preferences', chosen)
    expect(statusCode).toBe(303)
    expect(String(headers['set-cookie'])).toMatch(/margin=hidden; Path=\/; HttpOnly/)
    const bad = await pages.post(people.guest, '/preferences', { ...chosen, margin: 'maybe' })
    expect(bad.statusCode).toBe(422)
    expect(await pages.json(people.guest, '/preferences')).toMatchObject({ margin: 'shown' })
  })

  test('of a deleted post nothing is shown or counted, nor of one that was changed and not read again', async () => {
    await remove(2)
    await readNow(pages.forum)
    for (const who of [people.guest, people.moderator]) {
      expect(await body(who)).toContain('1 speaker on record</p>')
      expect(await entries(who, 2)).toEqual([])
    }
    const change = { threadId: 1, number: 1, source: 'Nothing was said.', reason: '', basedOn: 1 }
    await act(pages.forum, people.member, a => editPost(a, change))
    const page = await body(people.guest)
    expect(page).toContain('Nothing was said.')
    expect(page).not.toContain('We will not sign')
    expect(await entries(people.guest)).toEqual([])
    await readNow(pages.forum)
    expect(await body(people.guest)).not.toContain('on record</p>')
  })

  test('counts of other posts only what its reader may read', async () => {
    const staff = await start(people.moderator, `ZEBRAFINCH. ${SAID}`, pages.house.boards.staff)
    await readNow(pages.forum)
    const spreadOf = async (who: Actor) => (await quotationOf(who)).spread
    for (const who of [people.guest, people.member]) {
      expect(await spreadOf(who)).toMatchObject({ first: null, laterCount: 0, altered: null })
      expect(await body(who)).not.toMatch(/First seen|ZEBRAFINCH/)
    }
    expect(await spreadOf(people.moderator)).toMatchObject({ laterCount: 1 })
    expect(await body(people.moderator)).toContain('First seen here; <a href="/record/quotations/')
    expect(staff.threadId).toBe(2)
  })

  test('a source is asked for, once each, and the question taken back', async () => {
    const path = await requests()
    const sent = await pages.post(people.moderator, path, { ask: '1' })
    expect([sent.statusCode, sent.headers.location]).toEqual([303, `${PATH}#p1`])
    await pages.post(people.moderator, path, { ask: '1' })
    const island = await pages.post(people.member, path, { ask: '1' }, { 'x-island': '1' })
    expect(island.body).toMatch(/^<form class="ask".*No source yet · 2 members ask · <button name="unask"/)
    expect(await quotationOf(people.moderator)).toMatchObject({ asked: 2, askedByMe: true })
    expect(await quotationOf(people.guest)).toMatchObject({ asked: 2, askedByMe: false })
    expect(await body(people.guest)).toContain('No source yet · 2 members ask')
    const back = await pages.postJson(people.moderator, path, { unask: true })
    expect(back.json()).toMatchObject({ asked: 1, askedByMe: false })
  })

  test('who may not ask finds no form, and is refused', async () => {
    const path = await requests()
    for (const [who, status] of [
      [people.guest, 401],
      [people.suspended, 403],
    ] as const) {
      expect(await body(who)).not.toContain('name="ask"')
      expect((await pages.postJson(who, path, { ask: true })).statusCode).toBe(status)
    }
    const nowhere = path.replace(/findings\/.*\/requests/, 'findings/qaaaaaaaaaa/requests')
    expect((await pages.postJson(people.member, nowhere, { ask: true })).statusCode).toBe(404)
    const odd = path.replace(/findings\/.*\/requests/, 'findings/nonsense/requests')
    expect((await pages.postJson(people.member, odd, { ask: true })).statusCode).toBe(404)
    for (const wrong of [{}, { ask: true, unask: true }])
      expect((await pages.postJson(people.member, path, wrong)).statusCode).toBe(422)
    const second = await requests(2)
    await remove(2)
    expect((await pages.postJson(people.member, second, { ask: true })).statusCode).toBe(404)
  })

  test.runIf(kind === 'postgres')('takes the same number of queries, however much there is', async () => {
    const { forum, count } = countQueries(pages.forum)
    const taken = async (who: Actor, page = 1) => {
      const before = count()
      await loadThread(forum, who, { id: 1, page, withRecord: true })
      return count() - before
    }
    await taken(people.guest)
    const few = await taken(people.guest)
    for (let index = 0; index < 12; index++) await write(people.moderator, index % 2 ? SAID : AGAIN)
    await readNow(pages.forum)
    const most = await taken(people.guest)
    expect(few).toBeLessThanOrEqual(most)
    expect(most).toBe(16)
  })
})
