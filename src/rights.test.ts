import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { STORES } from '../tests/support/databases.ts'
import { type Fields, type TestPages, testPages } from '../tests/support/pages.ts'
import { ASKING, type Asking, fillPrivatePlaces, type PrivateForum } from '../tests/support/private-places.ts'
import { privateThings, type Thing } from '../tests/support/private-things.ts'
import { addressOf, everyRow, isUnsafe, type Route, routesOf } from '../tests/support/routes.ts'
import { addPages } from './main.ts'

/** What a form sends when it is filled in, by the end of its path. */
const FILLED: readonly (readonly [end: string, fields: Fields])[] = [
  ['/posts', { source: 'Mine now.', format: 'markdown', requestKey: 'a-key', quote: '' }],
  ['/threads', { title: 'Mine now', source: 'Mine now.', format: 'markdown', requestKey: 'a-key' }],
  ['/posts/:thread/:number/edit', { source: 'Mine now.', reason: 'So', basedOn: '1' }],
  ['/tags/:tag/edit', { tags: 'mine' }],
  ['/rename', { title: 'Mine now', tags: '', sourceUrl: '' }],
  ['/posts/:thread/:number/delete', { reason: '' }],
  ['/sources/:source/remove', { reason: '' }],
  ['/report', { reason: 'Let me see.' }],
  ['/invite', { people: 'Cy' }],
  ['/labels', { labels: 'Mine' }],
  ['/read', { number: '1' }],
  ['/reactions', { set: 'like' }],
  ['/requests', { ask: '1' }],
  ['/sources', { address: 'https://news.example/mine', published: '' }],
  ['/speaker', { speaker: 'Me', reason: 'So' }],
  ['/findings/:key/withdraw', { reason: 'So' }],
  ['/findings/:key/restore', { reason: 'So' }],
  ['/remarks', { source: 'Mine now.' }],
  ['/poll', { option: '1' }],
  ['/reports/:id/close', { note: 'Well.' }],
  ['/alt', { alt: 'Mine' }],
  ['/ties', { tie: 'follow' }],
  ['/badges', { badge: '1', reason: 'So' }],
  [
    '/scheduled/:id',
    { title: 'Mine now', source: 'Mine now.', format: 'markdown', publishAt: '2026-12-24T09:00' },
  ],
  ['/passkeys/:id', { name: 'Mine' }],
  ['/join', { name: 'Zqhidspeaker Brandt' }],
  ['/permissions', { from: 'own' }],
  ['/shift', { direction: 'up' }],
]
const filled = (url: string): Fields => FILLED.find(([end]) => url.endsWith(end))?.[1] ?? {}

/** Routes with parameters of which nothing is private: files by their hash, links by their secret, a provider's name. */
const FOR_ALL =
  /^\/(avatars|link-cards|password|confirm|address|address-back|mail\/unsubscribe|set-up|sign-in)\b/

const HTML = { accept: 'text/html' }
const JSON_TYPE = { accept: 'application/json' }
const ISLAND = { accept: 'text/html', 'x-island': '1' }

describe.each(STORES)('rights on %s', kind => {
  let pages: TestPages
  let routes: Route[]
  let places: PrivateForum
  let things: Thing[]
  let proofs: Record<string, Record<string, string>>

  beforeAll(async () => {
    pages = await testPages(kind, (app, forum) => {
      routes = routesOf(app)
      addPages(app, forum)
    })
    await pages.site.app.ready()
    places = await fillPrivatePlaces(pages)
    things = await privateThings(pages, places)
    proofs = {}
    for (const name of ASKING) {
      const { token, cookie } = await pages.proof(places.who[name])
      proofs[name] = { cookie, 'x-csrf-token': token }
    }
  }, 60_000)
  afterAll(() => pages.close())

  const ask = (
    name: Asking,
    method: string,
    url: string,
    more: { headers?: Record<string, string>; fields?: Fields },
  ) =>
    pages.send({
      ...{ method: method as 'GET', url },
      headers: {
        ...(name === 'guest' && method === 'GET' ? {} : proofs[name]),
        ...(method === 'GET' ? {} : { 'content-type': 'application/json' }),
        ...more.headers,
      },
      ...(method !== 'GET' && { payload: JSON.stringify(more.fields ?? {}) }),
    })

  /** The ways to ask a route. */
  const ways = ({ method, url }: Route): { headers: Record<string, string>; fields?: Fields }[] =>
    method === 'GET'
      ? [HTML, JSON_TYPE, ISLAND].map(headers => ({ headers }))
      : [{}, filled(url)].flatMap(fields => [JSON_TYPE, HTML].map(headers => ({ headers, fields })))

  const about = (thing: Thing): Route[] =>
    routes.filter(({ method, url }) => method !== 'HEAD' && thing.routes.test(url))

  /** An answer without what it was asked for, and without secrets of a form. */
  function plain(thing: Thing, { statusCode, headers, body }: Awaited<ReturnType<typeof ask>>): string {
    const values = ['id', 'thread', 'number', 'tag', 'publisher'].flatMap(name =>
      [thing.named[name], thing.missing[name]].filter(value => value !== undefined),
    )
    const named = new RegExp(`(?<=/|%2F|place=|[":>“])(?:${values.join('|')})\\b`, 'g')
    const text = `${statusCode} ${headers['location']} ${headers['content-type']} ${body}`
    return text.replace(/[\w-]{40,}/g, 'TOKEN').replace(named, 'ID')
  }

  test('has a thing for every route that names one', () => {
    const named = routes.filter(
      ({ method, url }) => method !== 'HEAD' && url.includes(':') && !FOR_ALL.test(url),
    )
    const left = named.filter(route => !things.some(thing => thing.routes.test(route.url)))
    expect(left.map(route => `${route.method} ${route.url}`)).toEqual([])
    expect(named.length * ASKING.length).toBeGreaterThan(900)
  })

  test.each(ASKING)(
    'answers %s who may not read a thing as if it were not there, and nothing changes',
    async name => {
      const differing: string[] = []
      const before = await everyRow(pages)
      let cells = 0
      for (const thing of things.filter(each => !each.readers.includes(name))) {
        for (const route of about(thing)) {
          for (const way of ways(route)) {
            const told = async (parameters: Thing['named']) =>
              plain(thing, await ask(name, route.method, addressOf(route, parameters), way))
            const [denied, missing] = [await told(thing.named), await told(thing.missing)]
            cells++
            const cell = `${thing.name} ${route.method} ${route.url} ${JSON.stringify(way)}`
            if (denied !== missing)
              differing.push(`${cell}: ${denied.slice(0, 60)} | ${missing.slice(0, 60)}`)
            // Who asked too often is told so of both.
            if (denied.startsWith('429') || (route.method === 'GET' && /^[23]/.test(denied)))
              differing.push(`${cell}: ${denied.slice(0, 60)}`)
          }
        }
      }
      expect(differing).toEqual([])
      expect(await everyRow(pages)).toEqual(before)
      expect(cells).toBeGreaterThan(100)
    },
    120_000,
  )

  test('shows each thing to those who may read it', async () => {
    const hidden: string[] = []
    for (const { name, readers, shown } of things) {
      for (const reader of shown === undefined ? [] : readers) {
        const { statusCode } = await ask(reader, 'GET', shown ?? '', { headers: HTML })
        if (statusCode !== 200) hidden.push(`${name} ${shown} as ${reader}: ${statusCode}`)
      }
    }
    expect(hidden).toEqual([])
  })

  test('sends forms that come as far as the thing they name', async () => {
    const stuck: string[] = []
    for (const thing of things.filter(each => !each.name.includes('administration'))) {
      for (const route of about(thing).filter(
        each => isUnsafe(each) && !each.url.startsWith('/administration'),
      )) {
        const url = addressOf(route, thing.missing)
        const { statusCode, body } = await ask('administrator', route.method, url, {
          ...{ headers: JSON_TYPE, fields: filled(route.url) },
        })
        // Of a passkey nothing is said before the password, which this one lacks.
        if (statusCode !== 404 && !route.url.endsWith('/passkeys/:id/remove'))
          stuck.push(`${route.method} ${route.url}: ${statusCode} ${body.slice(0, 80)}`)
      }
    }
    expect([...new Set(stuck)]).toEqual([])
  })

  test('lets nobody write who may only read, and nobody manage who does not administer', async () => {
    const { at } = places
    const { boards, members } = pages.house
    const known = {
      ...{
        id: at.open,
        thread: at.open,
        number: 2,
        revision: 1,
        position: 1,
        key: 'q1',
        source: 1,
        tag: 'x',
      },
      ...{
        '/boards/:id': boards.news,
        '/members/:id': members.Cy,
        badge: 1,
        '/attachments/:id': at.files.free,
      },
    }
    const written = routes.filter(({ url }) =>
      /^\/(threads|posts|boards|tags|conversations|attachments)\b/.test(url),
    )
    const managing = routes.filter(({ url }) => url.startsWith('/administration'))
    const address = (route: Route) =>
      addressOf(
        route,
        new Proxy(known, {
          get: (all, key: string) => all[key as 'id'] ?? (key.includes('/') ? undefined : 1),
        }),
      )
    const kept = ['reports', 'attempts', 'ties', 'conversationMembers', 'drafts', 'outbox']
    const rows = async () => {
      const all = await everyRow(pages)
      return Object.fromEntries(Object.entries(all).filter(([table]) => !kept.includes(table)))
    }
    const before = await rows()
    for (const name of ['guest', 'suspended', 'unconfirmed'] as const)
      for (const route of written.filter(isUnsafe))
        await ask(name, route.method, address(route), { headers: JSON_TYPE, fields: filled(route.url) })
    const managed: string[] = []
    for (const name of ASKING.filter(each => each !== 'administrator')) {
      for (const route of managing.filter(each => each.method !== 'HEAD')) {
        const { statusCode } = await ask(name, route.method, address(route), {
          ...{ headers: JSON_TYPE, fields: filled(route.url) },
        })
        if (![401, 403, 404, 422, 400].includes(statusCode))
          managed.push(`${name} ${route.url} ${statusCode}`)
      }
    }
    expect(managed).toEqual([])
    const after = await rows()
    for (const table of Object.keys(before)) expect(after[table], table).toEqual(before[table])
  }, 60_000)

  test('takes no file into a post that is somebody else’s', async () => {
    const attachments = Object.values(places.at.files).map(String)
    const inText = attachments.map(id => `[attach]${id}[/attach]`).join(' ')
    const reply = { source: inText, format: 'bbcode', requestKey: '', quote: '', attachments }
    const answer = await ask('other', 'POST', `/threads/${places.at.open}/posts`, {
      headers: JSON_TYPE,
      fields: reply,
    })
    expect(answer.statusCode).toBeLessThan(400)
    const rows = await pages.house.store.read
      .selectFrom('attachments')
      .select(['id', 'postId', 'memberId'])
      .execute()
    expect(rows.filter(row => row.memberId === places.who.other.memberId)).toEqual([])
    expect(rows.find(row => row.id === places.at.files.free)?.postId).toBeNull()
    const { html } = await pages.house.store.read
      .selectFrom('posts')
      .select('html')
      .orderBy('id', 'desc')
      .where('authorId', '=', places.who.other.memberId)
      .executeTakeFirstOrThrow()
    expect(html).not.toContain('/attachments/')
  })
})
