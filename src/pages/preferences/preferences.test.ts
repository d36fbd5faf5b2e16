import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sha256 } from '#base/ids.ts'
import { act, type Forum } from '#forum/act.ts'
import { SYSTEM } from '#forum/actor.ts'
import { reply } from '#forum/posts/actions/reply.ts'
import { startThread } from '#forum/posts/actions/start.ts'
import { resolveSession, startSession } from '#forum/sessions/actions.ts'
import { STORES } from '../../../tests/support/databases.ts'
import { type TestPages, testPages } from '../../../tests/support/pages.ts'
import { threadRoutes } from '../thread/routes.ts'
import { preferenceRoutes } from './routes.ts'

const TEXT = { format: 'markdown', requestKey: null } as const
const GOOD = {
  ...{ theme: 'dark', language: 'de', margin: 'hidden', density: 'compact' },
  ...{ postsAPage: '50', signatures: 'hidden', timeZone: 'Europe/Oslo' },
}

describe.each(STORES)('what a member prefers on %s', kind => {
  let pages: TestPages
  beforeEach(async () => {
    pages = await testPages(kind, (app: FastifyInstance, forum: Forum) => {
      preferenceRoutes(app, forum)
      threadRoutes(app, forum)
    })
  })
  afterEach(() => pages.close())

  const session = async () => {
    const token = await act(pages.forum, SYSTEM, a => startSession(a, pages.house.members.Bo, 'a test'))
    return resolveSession(pages.forum, sha256(token))
  }
  const open = async (url: string, headers: Record<string, string> = {}) => {
    const who = await session()
    return pages.send({ url, headers: { cookie: pages.site.signIn(who ?? {}), ...headers } })
  }
  const write = async (posts: number) => {
    const { forum, people, house } = pages
    const { threadId } = await act(forum, people.member, a =>
      startThread(a, { ...TEXT, boardId: house.boards.news, title: 'Buoys', source: 'Text.' }),
    )
    for (let index = 1; index < posts; index++)
      await act(forum, people.member, a => reply(a, { ...TEXT, threadId, source: 'Text.' }))
    return `/threads/${threadId}/buoys`
  }
  const numbers = (body: string) => Array.from(body.matchAll(/id="p(\d+)"/g), match => Number(match[1]))
  const range = (first: number, last: number) =>
    Array.from({ length: last - first + 1 }, (_, at) => first + at)

  test('is kept with the account and holds on every device; a guest has cookies', async () => {
    const { member, guest } = pages.people
    expect((await pages.post(member, '/preferences', GOOD)).headers['location']).toBe('/preferences?saved=1')
    expect(await session()).toMatchObject({
      timeZone: 'Europe/Oslo',
      choices: { theme: 'dark', language: 'de', margin: 'hidden', density: 'compact' },
      reading: { postsAPage: 50, signatures: 'hidden' },
    })
    const { body } = await open('/preferences', { 'accept-language': 'ar', cookie2: 'theme=light' })
    expect(body).toContain('<html lang="de" dir="ltr" data-theme="dark" data-density="compact">')
    expect(body).toContain('value="50" checked')
    const { theme, language, margin } = GOOD
    const sent = await pages.post(guest, '/preferences', { theme, language, margin })
    expect(String(sent.headers['set-cookie'])).toContain('theme=dark')
    expect((await pages.post(guest, '/preferences', GOOD)).statusCode).toBe(422)
    for (const change of [
      { postsAPage: '21' },
      { density: 'none' },
      { timeZone: 'Mars' },
      { signatures: '' },
    ])
      expect((await pages.post(member, '/preferences', { ...GOOD, ...change })).statusCode).toBe(422)
  })

  test('shows so many posts a page; every link still leads to its post, and the canonical one stays', async () => {
    const path = await write(65)
    const { member, guest } = pages.people
    const expected = {
      '10': { first: range(1, 10), linked: range(21, 40), own: range(21, 30), post: `${path}?from=31#p35` },
      '50': { first: range(1, 50), linked: range(21, 65), own: range(1, 50), post: `${path}#p35` },
    }
    for (const [postsAPage, { first, linked, own, post }] of Object.entries(expected)) {
      await pages.post(member, '/preferences', { ...GOOD, postsAPage })
      expect(numbers((await open(path)).body)).toEqual(first)
      const found = await open(`${path}?page=2`)
      expect(numbers(found.body)).toEqual(linked)
      expect(numbers((await open(`${path}?from=25`)).body)).toEqual(own)
      const [, id] = /threads\/(\d+)/.exec(path) ?? []
      expect((await open(`/posts/${id}/35`)).headers['location']).toBe(post)
      expect((await open(`${path}?from=66`)).statusCode).toBe(404)
      expect((await open(`${path}?from=x`)).statusCode).toBe(404)
      expect((await open(`${path}?page=5`)).statusCode).toBe(404)
    }
    const last = (await open(`${path}?from=51`)).body
    expect(numbers(last)).toEqual(range(51, 65))
    expect(last).toMatch(/rel="canonical" href="[^"]*\?page=3"/)
    expect((await pages.get(guest, `${path}?from=51`)).headers['location']).toBe(`${path}?page=3`)
    expect(numbers((await pages.get(guest, `${path}?page=3`)).body)).toEqual(range(41, 60))
    const told = (await open(`${path}?page=2`, { accept: 'application/json' })).json()
    expect([told.page, told.pages, told.posts.length]).toEqual([2, 4, 20])
  })
})
