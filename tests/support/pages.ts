import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import type { Forum } from '#forum/act.ts'
import { type Actor, GUEST } from '#forum/actor.ts'
import { type TestSite, testSite } from '#web/test-site.ts'
import type { StoreKind } from './databases.ts'
import { forumOf, type TestForum, testForum } from './forum.ts'

/** What a form sends: a text for each field, or several. */
export type Fields = Record<string, string | readonly string[]>

/** A forum with pages on it, asked as people and programs do. */
export interface TestPages {
  readonly house: TestForum
  readonly forum: Forum
  readonly site: TestSite
  /** Who may ask: a guest, members of each role, and an administrator who is suspended. */
  readonly people: Record<'guest' | 'member' | 'moderator' | 'suspended' | 'administrator', Actor>
  get(who: Actor, url: string, headers?: Record<string, string>): Promise<LightMyRequestResponse>
  /** The same for a program; → what the JSON says. */
  json(who: Actor, url: string): Promise<Record<string, unknown>>
  /** Sends a form of ours, its token included. */
  post(
    who: Actor,
    url: string,
    fields?: Fields,
    headers?: Record<string, string>,
  ): Promise<LightMyRequestResponse>
  /** The token of a form, and the cookie that it belongs to. */
  proof(who: Actor): Promise<{ token: string; cookie: string }>
  /** Any other request, from a network of its own unless it names one. */
  send(request: InjectOptions): Promise<LightMyRequestResponse>
  /** The same as JSON, from a program that has the token of a form. */
  postJson(who: Actor, url: string, body: unknown): Promise<LightMyRequestResponse>
  close(): Promise<void>
}

const TOKEN_PATH = '/token-for-tests'
const FORM_TYPE = 'application/x-www-form-urlencoded'
const JSON_TYPE = 'application/json'

const encoded = (fields: Fields): string =>
  new URLSearchParams(
    Object.entries(fields).flatMap(([name, values]) => [values].flat().map(value => [name, value])),
  ).toString()

function peopleOf({ members }: TestForum): TestPages['people'] {
  const as = (name: 'Ada' | 'Mo' | 'Bo', role: Actor['role']): Actor => ({
    ...GUEST,
    memberId: members[name],
    name,
    role,
  })
  const administrator = as('Ada', 'administrator')
  return {
    guest: GUEST,
    member: as('Bo', 'member'),
    moderator: as('Mo', 'moderator'),
    suspended: { ...administrator, suspended: true },
    administrator,
  }
}

/** Each request from a network of its own, so that none of them has sent too much. */
function networks(): () => string {
  let count = 0
  return () => `10.${(count >> 16) & 255}.${(count >> 8) & 255}.${count++ & 255}`
}

type SiteChange = Parameters<typeof testSite>[0]

/** The engine before a test forum. */
async function siteOf(house: TestForum, change: SiteChange): Promise<{ forum: Forum; site: TestSite }> {
  const { store, clock } = house
  const forum = await forumOf(house)
  const site = await testSite({
    clock,
    cacheVersion: async () => String((await forum.site.at(store.read)).version),
    ...change,
  })
  site.app.get(TOKEN_PATH, async request => ({ token: request.visitor.csrfToken() }))
  return { forum, site }
}

/** Opens a test forum on one of the databases and puts pages on it. `change` is for the engine. */
export async function testPages(
  kind: StoreKind,
  addPages: (app: FastifyInstance, forum: Forum) => void,
  change: SiteChange = {},
): Promise<TestPages> {
  const house = await testForum(kind)
  const { forum, site } = await siteOf(house, change)
  addPages(site.app, forum)
  const nextNetwork = networks()
  const send: TestPages['send'] = async request =>
    site.app.inject({ remoteAddress: nextNetwork(), ...request })
  const cookieOf = (who: Actor) => (who.memberId === null ? {} : { cookie: site.signIn({ actor: who }) })
  const get: TestPages['get'] = (who, url, headers = {}) =>
    send({ url, headers: { ...cookieOf(who), ...headers } })
  const proof: TestPages['proof'] = async who => {
    const own = cookieOf(who)
    const given = await send({ url: TOKEN_PATH, headers: own })
    const guest = given.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
    return { cookie: own.cookie ?? guest, token: given.json().token as string }
  }
  const post = async (who: Actor, url: string, payload: string, headers: Record<string, string>) => {
    const { cookie, token } = await proof(who)
    return send({ method: 'POST', url, payload, headers: { cookie, 'x-csrf-token': token, ...headers } })
  }
  return {
    ...{ house, forum, site, people: peopleOf(house), get, proof, send },
    json: async (who, url) => (await get(who, url, { accept: 'application/json' })).json(),
    post: (who, url, fields = {}, headers = {}) =>
      post(who, url, encoded(fields), { 'content-type': FORM_TYPE, ...headers }),
    postJson: (who, url, body) =>
      post(who, url, JSON.stringify(body), { 'content-type': JSON_TYPE, accept: JSON_TYPE }),
    close: async () => {
      await site.app.close()
      await house.close()
    },
  }
}
