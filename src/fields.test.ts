import * as v from 'valibot'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { FORMS } from '../tests/support/form-record.ts'
import { hostileTexts } from '../tests/support/hostile-texts.ts'
import { type TestPages, testPages } from '../tests/support/pages.ts'
import { learnForms, valueFor } from '../tests/support/reflect.ts'
import { addressOf, everyRow, type Route, routesOf } from '../tests/support/routes.ts'
import { thingsForRoutes } from '../tests/support/things-for-routes.ts'
import { addPages } from './main.ts'

vi.mock('#web/forms.ts', async importOriginal =>
  (await import('../tests/support/form-record.ts')).recorded(await importOriginal()),
)

/** More than any field takes, and less than a body may have; then more than that. */
const TOO_LONG = 300_000
const FAR_TOO_LONG = 2 ** 20
/** What no field of a text takes, and few others do. */
const WRONG: readonly unknown[] = [
  ...[7, -1, 0.5, 1e308, true, null],
  ...[{}, { length: 1, 0: 'x' }, { toString: 'x' }, JSON.parse('{"__proto__":{"role":"administrator"}}')],
  ...[[], ['a', 'b'], [['a']], [{}], [null]],
  ...['x'.repeat(TOO_LONG), 'x'.repeat(FAR_TOO_LONG)],
]
/** Forms that are for those who are not signed in. */
const FOR_GUESTS = /^\/(?:register|sign-in|password|confirm|address)/

describe('every field of every form', () => {
  let pages: TestPages
  let routes: Route[]
  let things: Record<string, string | number>

  beforeEach(async () => {
    pages = await testPages('sqlite', (app, forum) => {
      routes = routesOf(app)
      addPages(app, forum)
    })
    await pages.site.app.ready()
    things = await thingsForRoutes(pages)
    await learnForms(pages, routes, things)
  })
  afterEach(() => pages.close())

  /** Each form that is sent to a route, filled in. */
  const filled = () =>
    routes
      .filter(route => route.method === 'POST' && !route.ownProof)
      .flatMap(route =>
        [...FORMS.values()]
          .filter(form => form.routes.has(`POST ${route.url}`))
          .filter(form => !Object.keys(form.schema.entries).every(name => route.url.includes(`/:${name}`)))
          .map(({ schema }) => {
            const entries = Object.entries(schema.entries) as [string, v.GenericSchema][]
            const texts = hostileTexts(0)
            const body = entries.map(([name, entry]) => [name, valueFor(name, entry, texts)])
            return { route, entries, body: Object.fromEntries(body) as Record<string, unknown> }
          }),
      )

  test('refuses what is no value of it, however the rest is filled in, and nothing is changed by it', async () => {
    const before = await everyRow(pages)
    const taken: string[] = []
    let sent = 0
    for (const { route, entries, body } of filled()) {
      const who = FOR_GUESTS.test(route.url) ? pages.people.guest : pages.people.administrator
      const { token, cookie } = await pages.proof(who)
      const headers = {
        cookie,
        'x-csrf-token': token,
        accept: 'application/json',
        'content-type': 'application/json',
      }
      for (const [name, entry] of entries) {
        for (const value of WRONG.filter(each => !v.safeParse(entry, each).success)) {
          const payload = JSON.stringify({ ...body, [name]: value })
          const url = addressOf(route, things)
          const answer = await pages.send({ method: 'POST', url, headers, payload })
          sent++
          if (answer.statusCode < 400 || answer.statusCode >= 500)
            taken.push(`${route.url} ${name} ${payload.slice(0, 80)}: ${answer.statusCode}`)
        }
      }
    }
    expect(taken).toEqual([])
    expect(sent).toBeGreaterThan(1000)
    expect(await everyRow(pages)).toEqual(before)
    expect(Object.keys(Object.prototype)).toEqual([])
  })
})
