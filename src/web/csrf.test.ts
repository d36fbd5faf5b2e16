import { afterEach, expect, test } from 'vitest'
import { html } from '#base/html.ts'
import { CSRF_FIELD, CsrfField } from './csrf.ts'
import { line } from './fields.ts'
import { form, readForm } from './forms.ts'
import { ownProof } from './proof.ts'
import { done, show } from './respond.ts'
import { giveSession } from './session.ts'
import { type TestSite, testSite } from './test-site.ts'

let site: TestSite
afterEach(() => site.app.close())

const Note = form({ note: line({ max: 40 }) })

async function build(config: Parameters<typeof testSite>[0] = {}): Promise<void> {
  site = await testSite(config)
  site.app.get('/form', (request, reply) =>
    show(request, reply, {
      title: 'Form',
      main: () => html`<form method="post">${CsrfField(request)}</form>`,
      json: () => ({ csrf: request.visitor.csrfToken() }),
    }),
  )
  const write = { method: ['POST', 'PUT', 'PATCH', 'DELETE'], url: '/note' }
  site.app.route({
    ...write,
    handler: async (request, reply) => {
      const { note } = readForm(Note, request)
      return done(request, reply, { json: { note }, back: '/' })
    },
  })
  site.app.post('/hook', ownProof(), (request, reply) =>
    done(request, reply, { json: { member: request.visitor.who !== null }, back: '/' }),
  )
}

/** A token, and the cookies that belong to it. */
async function tokenFor(cookie?: string): Promise<{ token: string; cookie: string }> {
  const headers = { accept: 'application/json', ...(cookie !== undefined && { cookie }) }
  const shown = await site.app.inject({ url: '/form', headers })
  const set = shown.headers['set-cookie']
  const given = typeof set === 'string' ? set.split(';')[0]! : ''
  return { token: shown.json().csrf, cookie: [cookie, given].filter(Boolean).join('; ') }
}

function post(fields: Record<string, string>, headers: Record<string, string>) {
  return site.app.inject({
    method: 'POST',
    url: '/note',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload: new URLSearchParams({ note: 'hello', ...fields }).toString(),
  })
}

test('a form of ours is taken, from members and guests', async () => {
  await build()
  for (const who of [site.signIn({}), undefined]) {
    const { token, cookie } = await tokenFor(who)
    expect((await post({ [CSRF_FIELD]: token }, { cookie })).statusCode).toBe(303)
    expect((await post({}, { cookie, 'x-csrf-token': token })).statusCode).toBe(303)
    const browser = { cookie, origin: 'http://forum.test', 'sec-fetch-site': 'same-origin' }
    expect((await post({ [CSRF_FIELD]: token }, browser)).statusCode).toBe(303)
  }
})

test('the same session gets a differently covered token each time, and all of them hold', async () => {
  await build()
  const { token, cookie } = await tokenFor(site.signIn({}))
  const again = await tokenFor(cookie)
  expect(again.token).not.toBe(token)
  expect((await post({ [CSRF_FIELD]: token }, { cookie })).statusCode).toBe(303)
  expect((await post({ [CSRF_FIELD]: again.token }, { cookie })).statusCode).toBe(303)
})

test('the forms of an answer that gives another session belong to that one', async () => {
  await build()
  const next = site.signIn({})
  site.app.post('/renew', async (request, reply) => {
    readForm(form({}), request)
    request.visitor.csrfToken()
    giveSession(reply, next.split('=')[1] ?? '')
    return { csrf: request.visitor.csrfToken(), isPersonal: request.visitor.isPersonal() }
  })
  for (const who of [site.signIn({}), undefined]) {
    const { token, cookie } = await tokenFor(who)
    const headers = { cookie, 'x-csrf-token': token }
    const { csrf, isPersonal } = (await site.app.inject({ method: 'POST', url: '/renew', headers })).json()
    expect(isPersonal).toBe(true)
    expect((await post({ [CSRF_FIELD]: csrf }, { cookie: next })).statusCode).toBe(303)
    expect((await post({ [CSRF_FIELD]: csrf }, { cookie })).statusCode).toBe(403)
  }
})

test('nothing is taken without a token that was made for this very session', async () => {
  await build()
  const own = await tokenFor(site.signIn({}))
  const other = await tokenFor(site.signIn({}))
  const guest = await tokenFor()
  const otherGuest = await tokenFor()
  const tried: [string | undefined, string][] = [
    [undefined, own.cookie],
    ['', own.cookie],
    ['x'.repeat(86), own.cookie],
    [other.token, own.cookie],
    [guest.token, own.cookie],
    [own.token, guest.cookie],
    [otherGuest.token, guest.cookie],
    [guest.token, ''],
    [`${own.token}A`, own.cookie],
  ]
  for (const [token, cookie] of tried) {
    const sent = await post(token === undefined ? {} : { [CSRF_FIELD]: token }, { cookie })
    expect(sent.statusCode, `${token}`).toBe(403)
  }
  const twice = `note=a&csrf=${own.token}&csrf=${own.token}`
  const headers = { cookie: own.cookie, 'content-type': 'application/x-www-form-urlencoded' }
  const repeated = await site.app.inject({ method: 'POST', url: '/note', headers, payload: twice })
  expect(repeated.statusCode).toBe(403)
})

test('every unsafe method wants the token', async () => {
  await build()
  const { token, cookie } = await tokenFor(site.signIn({}))
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'] as const) {
    const headers = { cookie, accept: 'application/json' }
    const bare = await site.app.inject({ method, url: '/note', headers, payload: { note: 'a' } })
    expect(bare.statusCode).toBe(403)
    expect(bare.json().error.code).toBe('forged')
    const proven = { ...headers, 'x-csrf-token': token }
    const sent = await site.app.inject({ method, url: '/note', headers: proven, payload: { note: 'a' } })
    expect(sent.json()).toEqual({ note: 'a' })
  }
})

test('a browser that comes from elsewhere is refused in spite of a token', async () => {
  await build()
  const { token, cookie } = await tokenFor(site.signIn({}))
  const foreign = [
    { origin: 'http://elsewhere.test' },
    { origin: 'null' },
    { origin: 'http://forum.test.elsewhere.test' },
    { origin: 'https://forum.test' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'http://forum.test', 'sec-fetch-site': 'cross-site' },
  ] as Record<string, string>[]
  for (const headers of foreign) {
    const sent = await post({ [CSRF_FIELD]: token }, { cookie, ...headers })
    expect(sent.statusCode, JSON.stringify(headers)).toBe(403)
  }
})

test('without https the site may be opened by any name of the machine, with https only by its own', async () => {
  await build()
  const local = await tokenFor(site.signIn({}))
  const byAddress = { cookie: local.cookie, host: '192.0.2.7:3000', origin: 'http://192.0.2.7:3000' }
  expect((await post({ [CSRF_FIELD]: local.token }, byAddress)).statusCode).toBe(303)
  await site.app.close()

  await build({ config: { url: 'https://forum.test', secure: true } })
  const secure = await tokenFor(site.signIn({}))
  expect(secure.cookie).toMatch(/^__Host-rostra=/)
  const forged = { cookie: secure.cookie, host: 'elsewhere.test', origin: 'https://elsewhere.test' }
  expect((await post({ [CSRF_FIELD]: secure.token }, forged)).statusCode).toBe(403)
})

test('a route with a proof of its own is asked without any session', async () => {
  await build()
  const headers = { cookie: site.signIn({}), accept: 'application/json' }
  const sent = await site.app.inject({ method: 'POST', url: '/hook', headers })
  expect(sent.json()).toEqual({ member: false })
})

test('a page with a token is for one guest alone, and its cookie is out of reach of scripts', async () => {
  await build({ config: { url: 'https://forum.test', secure: true } })
  const shown = await site.app.inject({ url: '/form' })
  expect(shown.headers['cache-control']).toBe('private, no-store')
  expect(shown.headers['set-cookie']).toMatch(
    /^__Host-csrf=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure$/,
  )
})
