import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { act, type Forum } from '#forum/act.ts'
import { SYSTEM } from '#forum/actor.ts'
import { addBadge } from '#forum/badges/actions.ts'
import { addGroup } from '#forum/permissions/actions.ts'
import { addPrefix } from '#forum/prefixes/actions.ts'
import { addField } from '#forum/profiles/actions.ts'
import { addProvider } from '#forum/providers/managing.ts'
import { STORES } from '../../../tests/support/databases.ts'
import { KEPT_MAIL } from '../../../tests/support/forum.ts'
import { type Fields, type TestPages, testPages } from '../../../tests/support/pages.ts'
import {
  BADGES_PATH,
  BOARDS_PATH,
  GROUPS_PATH,
  MEMBERS_PATH,
  PARTS,
  PREFIXES_PATH,
  PROFILE_FIELDS_PATH,
  START_PATH,
} from './model.ts'
import { administrationRoutes } from './routes.ts'

const JSON_ONLY = { accept: 'application/json' }

/** What somebody is told; the date and the connection say nothing. */
const told = ({ statusCode, body, headers }: LightMyRequestResponse) => {
  const { date: _date, connection: _connection, ...rest } = headers
  return { statusCode, body, headers: rest }
}

/** What the forms of one thing send, where it is more than the press of a button. */
const FORMS: Record<string, Fields> = {
  [`${BOARDS_PATH}/:id`]: { title: 'Pilots' },
  [`${BOARDS_PATH}/:id/shift`]: { direction: 'up' },
  [`${BOARDS_PATH}/:id/move`]: { parent: '' },
  [`${BOARDS_PATH}/:id/permissions`]: { use: 'above' },
  [`${PREFIXES_PATH}/:id`]: { name: 'Report', tone: 'good' },
  [`${PREFIXES_PATH}/:id/shift`]: { direction: 'up' },
  [`${GROUPS_PATH}/:id`]: { name: 'Tugs' },
  [`${PROFILE_FIELDS_PATH}/:id`]: { label: 'Boat', kind: 'line', choices: '', position: '1' },
  [`${BADGES_PATH}/:id`]: { name: 'Tug', description: '', rule: '', least: '1', position: '1' },
  [`${MEMBERS_PATH}/:id/name`]: { name: 'Renamed' },
  [`${MEMBERS_PATH}/:id`]: { role: 'moderator', title: '', address: '' },
}

interface Route {
  method: string
  url: string
}

describe.each(STORES)('the administration on %s', kind => {
  let pages: TestPages
  let routes: Route[]
  let group: number
  let field: number
  let badge: number
  let prefix: number
  let provider: number

  beforeEach(async () => {
    routes = []
    pages = await testPages(kind, (app: FastifyInstance, forum: Forum) => {
      app.addHook('onRoute', ({ method, url }) => {
        for (const each of [method].flat()) if (each !== 'HEAD') routes.push({ method: each, url })
      })
      administrationRoutes(app, forum)
    })
    await pages.site.app.ready()
    group = await act(pages.forum, SYSTEM, a => addGroup(a, 'Pilots'))
    prefix = await act(pages.forum, SYSTEM, a => addPrefix(a, { name: 'Report', tone: 'good', boards: [] }))
    const asked = { label: 'Ship', kind: 'line', choices: [], onCard: true, position: 1 } as const
    field = await act(pages.forum, SYSTEM, a => addField(a, asked))
    const made = { name: 'Pilot', description: '', rule: null, position: 1 }
    badge = await act(pages.forum, SYSTEM, a => addBadge(a, made))
    const idp = { name: 'Harbour', issuer: 'https://login.example', clientId: 'rostra', clientSecret: 'kept' }
    provider = await addProvider(pages.forum, pages.people.administrator, {
      ...{ ...idp, trusted: false, position: 1 },
    })
  })
  afterEach(() => pages.close())

  /** The address of a route with the number of something that is there. */
  const addressOf = ({ url }: Route): string => {
    const { harbour } = pages.house.boards
    if (url.includes('/mail/:name')) return url.replace(':name', KEPT_MAIL)
    if (url.includes('/prefixes/')) return url.replace(':id', String(prefix))
    if (url.includes('/profile-fields/')) return url.replace(':id', String(field))
    if (url.includes('/badges/')) return url.replace(':id', String(badge))
    if (url.includes('/providers/')) return url.replace(':provider', String(provider))
    const id = url.includes('/groups/') ? group : url.includes('/members/') ? pages.house.members.Cy : harbour
    return url.replace(':id', String(id))
  }
  const ask = ({ method, ...route }: Route, who: TestPages['people']['guest'], headers = {}) =>
    method === 'GET'
      ? pages.get(who, addressOf({ method, ...route }), headers)
      : pages.post(who, addressOf({ method, ...route }), {}, headers)

  test('is not there for anybody who does not administer: each route answers as a missing page does', async () => {
    const { administrator: _, ...others } = pages.people
    expect(routes.length).toBeGreaterThan(20)
    for (const who of Object.values(others)) {
      for (const headers of [{}, JSON_ONLY, { 'x-island': '1' }]) {
        for (const route of routes) {
          const got = await ask(route, who, headers)
          expect(got.statusCode, `${route.method} ${route.url} as ${who.role}`).toBe(404)
          const missing = await ask({ ...route, url: '/administration/no-such-page' }, who, headers)
          expect(told(got)).toEqual(told(missing))
        }
      }
    }
  })

  test('changes nothing for them: neither a form with its token nor one without', async () => {
    const tables = [
      ...(['settings', 'versions', 'boards', 'boardPermissions', 'groups', 'groupMembers'] as const),
      ...(['members', 'sessions', 'tokens', 'outbox'] as const),
    ]
    const dump = () =>
      Promise.all(tables.map(table => pages.house.store.read.selectFrom(table).selectAll().execute()))
    const before = await dump()
    const { administrator: _, ...others } = pages.people
    const fields = { name: 'Taken over', welcome: '', timeZone: 'UTC', registration: 'closed' }
    for (const who of Object.values(others)) {
      for (const route of routes.filter(each => each.method === 'POST')) {
        await pages.post(who, addressOf(route), fields)
        const bare = await pages.post(who, addressOf(route), fields, { 'x-csrf-token': 'x' })
        expect(bare.statusCode).toBe(403)
      }
    }
    expect(await dump()).toEqual(before)
  })

  test('answers administrators on every route, with a page, a fragment and JSON', async () => {
    const { administrator } = pages.people
    for (const route of routes.filter(each => each.method === 'GET')) {
      const page = await ask(route, administrator)
      expect(page.statusCode, route.url).toBe(200)
      expect(page.headers['cache-control']).toBe('private, no-store')
      expect(page.body).toContain('<meta name="robots" content="noindex">')
      expect(page.body.match(/<h1>/g)).toHaveLength(1)
      const fragment = await ask(route, administrator, { 'x-island': '1' })
      expect(fragment.body).toMatch(/^<div class="settings administration">/)
      expect((await ask(route, administrator, JSON_ONLY)).json()).toBeTypeOf('object')
    }
  })

  test('says to administrators, too, when a board, a group or a member is not there', async () => {
    const { administrator } = pages.people
    for (const route of routes.filter(each => each.url.includes(':id'))) {
      for (const id of ['999', '0', '-1', 'x', '1e3', '99999999999999999999', '%00']) {
        const url = route.url.replace(':id', id)
        const got = await (route.method === 'GET'
          ? pages.get(administrator, url)
          : pages.post(administrator, url, FORMS[route.url] ?? {}))
        expect(got.statusCode, `${route.method} ${url}`).toBe(404)
        expect(got.body).toContain('Nothing here')
      }
    }
  })

  test('shows what somebody wrote as text, wherever it stands', async () => {
    const { people, house, forum } = pages
    const canary = `"'><x-canary onx=1>&amp;{kind}`
    const send = (path: string, fields: Fields) => pages.post(people.administrator, START_PATH + path, fields)
    const { harbour } = house.boards
    const board = { title: canary, description: canary }
    const settings = { name: canary, welcome: canary, timeZone: 'UTC', registration: 'open' }
    const answers = [
      await send('/settings', settings),
      await send(`/boards/${harbour}`, board),
      await send('/boards', { ...board, parent: String(harbour) }),
      await send(`/groups/${group}`, { name: canary }),
      await send(`/members/${house.members.Cy}`, {
        ...{ role: 'member', title: canary, address: '', groups: String(group) },
      }),
      await send('/boards', { ...board, section: canary }),
      await send(`/groups/${group}`, { name: canary, [canary]: canary }),
      await send('/members', { name: canary, address: canary }),
    ]
    expect(answers.map(each => each.statusCode)).toEqual([...Array(5).fill(303), ...Array(3).fill(422)])
    const { boards } = await forum.site.at(house.store.read)
    const why = [...boards.byId.keys()].map(id => `/administration/why?member=Cy&board=${id}`)
    const find = `/administration/members?find=${encodeURIComponent(canary)}&group=${group}`
    let shown = 0
    for (const url of [...routes.filter(each => each.method === 'GET').map(addressOf), ...why, find]) {
      const { body } = await pages.get(people.administrator, url)
      expect(body, url).not.toMatch(/<x-canary|"'>|&amp;\{kind\}/)
      shown += body.split('&lt;x-canary onx=1&gt;&amp;amp;{kind}').length - 1
    }
    for (const { body } of answers) expect(body).not.toMatch(/<x-canary/)
    expect(shown).toBeGreaterThan(40)
  })

  test('begins with a page that leads to every part', async () => {
    const { body } = await pages.get(pages.people.administrator, START_PATH)
    for (const { path } of PARTS) {
      expect(body).toContain(`<dt><a href="${path}">`)
      const part = await pages.get(pages.people.administrator, path)
      expect(part.statusCode).toBe(200)
      expect(part.body).toContain(`<a href="${path}" aria-current="page">`)
    }
  })
})
