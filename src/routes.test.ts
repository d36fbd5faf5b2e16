import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { STORES } from '../tests/support/databases.ts'
import { type TestPages, testPages } from '../tests/support/pages.ts'
import {
  addressOf,
  everyRow,
  forgedAndTaken,
  isUnsafe,
  oddAndTaken,
  type Route,
  routesOf,
} from '../tests/support/routes.ts'
import { thingsForRoutes } from '../tests/support/things-for-routes.ts'
import { addPages } from './main.ts'

describe.each(STORES)('every route of the forum, on %s', kind => {
  let pages: TestPages
  let routes: Route[]
  let addresses: { route: Route; url: string }[]

  beforeEach(async () => {
    pages = await testPages(kind, (app, forum) => {
      routes = routesOf(app)
      addPages(app, forum)
    })
    await pages.site.app.ready()
    const parameters = await thingsForRoutes(pages)
    addresses = routes.map(route => ({ route, url: addressOf(route, parameters) }))
  })
  afterEach(() => pages.close())

  const unsafe = () => addresses.filter(({ route }) => isUnsafe(route) && !route.ownProof)
  const everybody = () => Object.entries(pages.people)

  test('takes nothing that another site could send, from anybody, and nothing is changed by it', async () => {
    expect(unsafe().length).toBeGreaterThan(30)
    const proven = addresses.filter(({ route }) => route.ownProof).map(({ route }) => route.url)
    expect(proven).toEqual(['/mail/unsubscribe/:token'])
    const before = await everyRow(pages)
    for (const [name, who] of everybody())
      expect(await forgedAndTaken(pages, who, unsafe()), `as ${name}`).toEqual([])
    expect(await everyRow(pages)).toEqual(before)
  })

  test('refuses what none of its forms sends, from anybody, and nothing is changed by it', async () => {
    const before = await everyRow(pages)
    for (const [name, who] of everybody())
      expect(await oddAndTaken(pages, who, unsafe()), `as ${name}`).toEqual([])
    expect(await everyRow(pages)).toEqual(before)
    expect(Object.keys(Object.prototype)).toEqual([])
  })

  test('that is asked by GET answers everybody without a mishap, and changes nothing', async () => {
    const before = await everyRow(pages)
    const odd =
      '?page=2&before=9.9&after=x&next=//elsewhere.test&done=1&quote=1&__proto__=1&constructor=1&a[]=1'
    for (const [name, who] of everybody()) {
      for (const { route, url } of addresses.filter(each => each.route.method === 'GET')) {
        for (const accept of ['text/html', 'application/json']) {
          for (const query of ['', odd, `?${'page=1&'.repeat(500)}`, `?page=${'9'.repeat(5000)}`]) {
            const { statusCode } = await pages.get(who, url + query, { accept })
            expect(statusCode, `${route.url}${query.slice(0, 30)} as ${name}`).toBeLessThan(500)
          }
        }
      }
    }
    expect(await everyRow(pages)).toEqual(before)
  }, 180_000)

  test('has an address in these tests at which there is something', async () => {
    const missing: string[] = []
    for (const { route, url } of addresses.filter(each => each.route.method === 'GET')) {
      const { statusCode } = await pages.get(pages.people.administrator, url)
      if (statusCode >= 400) missing.push(`${route.url} ${statusCode}`)
    }
    // Pictures that nobody has, a page for guests alone, and a link that is gone once somebody administers.
    expect(missing.sort()).toEqual([
      '/avatars/:hash 404',
      '/link-cards/:hash 404',
      '/register 403',
      '/set-up/:token 404',
    ])
  })
})
