import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import type { Actor } from '#forum/actor.ts'
import type { TestPages } from './pages.ts'

/** A route as it was added. */
export interface Route {
  readonly method: string
  /** With its parameters, as `/threads/:id`. */
  readonly url: string
  /** Whether it proves its requests by itself, without a session. */
  readonly ownProof: boolean
  readonly takesFiles: boolean
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])
const FORM = 'application/x-www-form-urlencoded'
const JSON_TYPE = 'application/json'
const NOBODY = { 'x-csrf-token': '' }

/** Collects every route that is added to a server from now on. */
export function routesOf(app: FastifyInstance): Route[] {
  const routes: Route[] = []
  app.addHook('onRoute', ({ method, url, config }) => {
    for (const each of [method].flat())
      routes.push({
        method: each,
        url,
        ownProof: config?.ownProof === true,
        takesFiles: config?.takesFiles === true,
      })
  })
  return routes
}

/** Whether a route could change something. */
export const isUnsafe = (route: Route): boolean => !SAFE.has(route.method)

/** A route → an address of it; each parameter is looked for as the beginning of the path with its name, then as its name. */
export function addressOf({ url }: Route, parameters: Readonly<Record<string, string | number>>): string {
  return url.replace(/(?<=(.*))\/:(\w+)/g, (_match, before: string, name: string) => {
    const value = parameters[`${before}/:${name}`] ?? parameters[name]
    if (value === undefined) throw new Error(`no value for :${name} of ${url}`)
    return `/${value}`
  })
}

/** A request that must not be taken for one of ours: its name, and what of the headers it changes. */
type Forgery = readonly [name: string, headers: Record<string, string>]

/** The ways to send a form from elsewhere: without the proof, with somebody else's, or from another site with the right one. */
function forgeries(own: string, others: readonly string[]): Forgery[] {
  const proof = (token: string) => ({ 'x-csrf-token': token })
  return [
    ['without a token', NOBODY],
    ['with a token of nobody', proof('A'.repeat(86))],
    ...others.map((token, index): Forgery => [`with another’s token ${index + 1}`, proof(token)]),
    ...['http://elsewhere.test', 'null', 'http://forum.test.elsewhere.test', 'https://forum.test'].map(
      (origin): Forgery => [`from ${origin}`, { ...proof(own), origin }],
    ),
    ...['cross-site', 'same-site'].map(
      (site): Forgery => [`from ${site}`, { ...proof(own), 'sec-fetch-site': site }],
    ),
  ]
}

const refusesForged = ({ statusCode, body }: LightMyRequestResponse): boolean =>
  statusCode === 403 && JSON.parse(body).error?.code === 'forged'

/** Sends every unsafe route, as somebody, what another site could send; → those that did not refuse it as forged. */
export async function forgedAndTaken(
  pages: TestPages,
  who: Actor,
  addresses: readonly { route: Route; url: string }[],
): Promise<string[]> {
  const { token, cookie } = await pages.proof(who)
  const others = [await pages.proof(pages.people.guest), await pages.proof(pages.people.moderator)]
  const foreign = forgeries(
    token,
    others.map(other => other.token),
  )
  const taken: string[] = []
  for (const { route, url } of addresses) {
    const method = route.method as 'POST'
    const send = (headers: Record<string, string>, payload = '') =>
      pages.send({ method, url, headers: { cookie, accept: JSON_TYPE, ...headers }, payload })
    for (const [name, headers] of foreign) {
      for (const type of [FORM, JSON_TYPE]) {
        const got = await send({ 'content-type': type, ...headers }, type === FORM ? 'csrf=' : '{}')
        if (!refusesForged(got)) taken.push(`${method} ${url} ${name}: ${got.statusCode}`)
      }
    }
    // A body that no form sends is not read as an empty one.
    for (const type of ['text/plain', 'multipart/form-data; boundary=x', 'application/xml']) {
      const got = await send({ 'content-type': type }, '--x--')
      if (got.statusCode < 400 || got.statusCode >= 500) taken.push(`${method} ${url} ${type}`)
    }
  }
  return taken
}

/** Bodies of JSON that no form of ours sends. */
const ODD_BODIES = [
  '{"__proto__":{"role":"administrator"}}',
  '{"constructor":{"prototype":{"role":"administrator"}}}',
  '{"no-such-field":"x"}',
  '{"toString":"x"}',
  '{"no-such-field":1e400}',
  '[]',
  '[["title","x"]]',
  '"text"',
  '7',
  'true',
  '{',
  `${'['.repeat(5000)}${']'.repeat(5000)}`,
]
const ODD_FORMS = [
  '__proto__=1',
  'constructor=1',
  'no-such-field=1',
  'no[such][field]=1',
  '=1',
  'a[]=1&a[]=2',
]

/** Sends every unsafe route, as somebody with the right token, what no form of ours sends; → those that did not refuse it. */
export async function oddAndTaken(
  pages: TestPages,
  who: Actor,
  addresses: readonly { route: Route; url: string }[],
): Promise<string[]> {
  const { token, cookie } = await pages.proof(who)
  const proven = { cookie, accept: JSON_TYPE, 'x-csrf-token': token }
  const taken: string[] = []
  for (const { route, url } of addresses) {
    const bodies = [
      ...ODD_BODIES.map(payload => ({ payload, type: JSON_TYPE })),
      ...ODD_FORMS.map(payload => ({ payload, type: FORM })),
    ]
    for (const { payload, type } of bodies) {
      const headers = { ...proven, 'content-type': type }
      const { statusCode } = await pages.send({ method: route.method as 'POST', url, headers, payload })
      if (statusCode < 400 || statusCode >= 500)
        taken.push(`${route.method} ${url} ${payload.slice(0, 40)}: ${statusCode}`)
    }
  }
  return taken
}

/** All rows of all tables, to see whether anything changed. */
export async function everyRow(pages: TestPages): Promise<Record<string, unknown[]>> {
  const { write } = pages.house.store
  const tables = await write.introspection.getTables()
  const names = tables.map(table => table.name).sort()
  const rows = await Promise.all(
    names.map(name =>
      write
        .selectFrom(name as 'settings')
        .selectAll()
        .execute(),
    ),
  )
  const sorted = rows.map(each => each.map(row => JSON.stringify(row)).sort())
  return Object.fromEntries(names.map((name, index) => [name, sorted[index]!]))
}
