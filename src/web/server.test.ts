import { request as ask } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type RefusalCode, Refused } from '#base/errors.ts'
import { html } from '#base/html.ts'
import { keptForGuests } from './cached-routes.ts'
import { id, text } from './fields.ts'
import { form, readForm, readParams } from './forms.ts'
import { limit } from './limits.ts'
import { done, show } from './respond.ts'
import { clearSession, giveSession, newSession, setPreference } from './session.ts'
import { type TestSite, testSite } from './test-site.ts'

const CODES: Record<RefusalCode, number> = {
  'not-signed-in': 401,
  'not-allowed': 403,
  'not-found': 404,
  invalid: 422,
  conflict: 409,
  'too-large': 413,
  'too-many': 429,
  forged: 403,
  unavailable: 503,
}

let site: TestSite

async function build(change: Parameters<typeof testSite>[0] = {}): Promise<void> {
  site = await testSite(change)
  const { app } = site
  app.get('/refuse/:code', async request => {
    throw new Refused((request.params as { code: RefusalCode }).code)
  })
  app.get('/fail', async () => {
    throw new Error('SELECT secret FROM members')
  })
  app.get('/kept', keptForGuests({ tag: () => 'kept', seconds: 60 }), (request, reply) =>
    show(request, reply, { title: 'Kept', main: () => html`<h1>Kept</h1>`, json: () => ({}) }),
  )
  app.get('/page', (request, reply) =>
    show(request, reply, {
      title: 'A <page>',
      description: 'What "it" is',
      canonical: '/page',
      robots: 'noindex',
      trail: [{ href: '/', name: 'Harbour <b>' }],
      main: () => html`<h1>Page</h1>`,
      fragment: () => html`<i>part</i>`,
      json: () => ({ page: 1, address: request.visitor.address }),
    }),
  )
  app.get('/threads/:id', async request => readParams(form({ id: id() }), request))
  app.post('/write', async (request, reply) => {
    const { text: written } = readForm(
      form({ text: text({ max: 50 }), back: text({ max: 99, min: 0 }) }),
      request,
    )
    return done(request, reply, {
      json: { written },
      fragment: () => html`<p>${written}</p>`,
      back: '//elsewhere.test',
    })
  })
  app.post('/sign-in', async (request, reply) => {
    const { token } = newSession()
    giveSession(reply, token)
    return done(request, reply, { json: {}, back: '/threads/7?page=2#p3' })
  })
  app.get('/sign-out', async (request, reply) => {
    clearSession(reply)
    setPreference(reply, 'theme', 'dark')
    return show(request, reply, { title: '', main: () => html``, json: () => ({}) })
  })
}

beforeEach(() => build())
afterEach(() => site.app.close())

test('the headers of the house stand on every kind of answer, in one form', async () => {
  await site.app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = site.app.server.address() as AddressInfo
  const paths = [
    '/page',
    '/kept',
    '/kept',
    '/fail',
    '/refuse/not-found',
    '/nowhere',
    '/%zz',
    '/robots.txt',
    '/favicon.svg',
  ]
  paths.push('/assets/app.js', '/assets/none.js', `/threads/${'9'.repeat(300)}`)
  const policies = new Set<string>()
  for (const path of paths) {
    const headers = await new Promise<Record<string, unknown>>((resolve, reject) => {
      ask({ port, host: '127.0.0.1', path, agent: false }, got => {
        got.resume()
        got.on('end', () => resolve(got.headers))
      })
        .on('error', reject)
        .end()
    })
    policies.add(String(headers['content-security-policy']))
    expect(headers['x-content-type-options'], path).toBe('nosniff')
    expect(headers['cache-control'], path).toBeTruthy()
    expect(headers['content-type'], path).toMatch(/charset=utf-8|svg/)
    expect(headers, path).not.toHaveProperty('x-powered-by')
    expect(headers, path).not.toHaveProperty('strict-transport-security')
  }
  expect(policies.size).toBe(1)
  expect([...policies][0]).toMatch(
    /^default-src 'none'; script-src 'self'; style-src 'self' 'sha256-[^']+'; /,
  )
})

test('over https browsers are told to stay there, and the session is bound to the host', async () => {
  await site.app.close()
  await build({ config: { url: 'https://forum.test', secure: true } })
  const out = await site.app.inject({ url: '/sign-out' })
  expect(out.headers['strict-transport-security']).toBe('max-age=63072000')
  expect(out.headers['clear-site-data']).toBe('"cache", "storage"')
  const [session, theme] = out.headers['set-cookie'] as string[]
  expect(session).toBe('__Host-rostra=; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=0')
  expect(theme).toMatch(/^theme=dark; .*Expires=/)
})

test('a page, an island and a program are each answered in their way', async () => {
  const page = await site.app.inject({
    url: '/page',
    headers: { 'accept-language': 'ar', cookie: 'theme=dark' },
  })
  expect(page.body).toMatch(/^<!doctype html>\n<html lang="ar" dir="rtl" data-theme="dark">/)
  expect(page.body).toContain('<title>A &lt;page&gt; · Test</title>')
  expect(page.body).toContain('<meta name="description" content="What &quot;it&quot; is">')
  expect(page.body).toContain('<link rel="canonical" href="http://forum.test/page">')
  expect(page.body).toContain('<bdi>Harbour &lt;b&gt;</bdi>')
  expect(page.body).not.toMatch(/ style=| on\w+=|javascript:/)
  const island = await site.app.inject({ url: '/page', headers: { 'x-island': '1' } })
  expect(island.body).toBe('<i>part</i>')
  const program = await site.app.inject({ url: '/page', headers: { accept: 'application/json' } })
  expect(program.headers['content-type']).toBe('application/json; charset=utf-8')
  expect(program.json()).toMatchObject({ page: 1 })
})

test('whoever has a session gets what no cache keeps; a session that is no more is taken away', async () => {
  const member = await site.app.inject({ url: '/kept', headers: { cookie: site.signIn({}) } })
  expect(member.headers['cache-control']).toBe('private, no-store')
  expect(member.headers['set-cookie']).toBeUndefined()
  const stale = await site.app.inject({ url: '/kept', headers: { cookie: `rostra=${'a'.repeat(43)}` } })
  expect(stale.headers['cache-control']).toBe('private, no-store')
  expect(stale.headers['set-cookie']).toMatch(/^rostra=; .*Max-Age=0$/)
})

test('each refusal has its status, a sentence, and its code for programs', async () => {
  for (const [code, status] of Object.entries(CODES)) {
    const page = await site.app.inject({ url: `/refuse/${code}` })
    expect(page.statusCode).toBe(status)
    expect(page.body).toContain('<h1>')
    expect(page.body).toContain('name="robots" content="noindex"')
    const program = await site.app.inject({ url: `/refuse/${code}`, headers: { accept: 'application/json' } })
    expect(program.statusCode).toBe(status)
    expect(program.json().error.code).toBe(code)
    expect(program.json().error.message.length).toBeGreaterThan(10)
    expect(page.headers['retry-after'] !== undefined).toBe(status === 429 || status === 503)
  }
  const out = await site.app.inject({ url: '/refuse/not-signed-in?page=2' })
  expect(out.body).toContain('href="/sign-in?next=%2Frefuse%2Fnot-signed-in%3Fpage%3D2"')
})

test('what is unexpected is told by a reference that stands in the log, and by nothing else', async () => {
  const failed = await site.app.inject({ url: '/fail', headers: { accept: 'application/json' } })
  expect(failed.statusCode).toBe(500)
  expect(failed.body).not.toContain('SELECT')
  const { reference } = failed.json().error
  expect(site.logged.join('\n')).toContain(reference)
  expect(site.logged.join('\n')).toContain('SELECT secret')
})

test('when the frame around pages fails, a bare page is shown', async () => {
  await site.app.close()
  await build({
    shell: () => {
      throw new Error('No frame')
    },
  })
  const failed = await site.app.inject({ url: '/page' })
  expect(failed.statusCode).toBe(500)
  expect(failed.body).toContain('<main id="main"><h1>Something went wrong</h1>')
})

test('addresses that cannot be read or lead nowhere say so', async () => {
  expect((await site.app.inject({ url: '/threads/0x10' })).statusCode).toBe(404)
  expect((await site.app.inject({ url: '/threads/7/' })).statusCode).toBe(200)
  expect((await site.app.inject({ url: '/threads/%zz' })).statusCode).toBe(400)
  const program = await site.app.inject({ url: '/%zz', headers: { accept: 'application/json' } })
  expect(program.json().error.code).toBe('unreadable')
})

test('the address of a client is told by trusted proxies alone', async () => {
  const forwarded = { accept: 'application/json', 'x-forwarded-for': '203.0.113.9, 198.51.100.4' }
  const seen = async () =>
    (await site.app.inject({ url: '/page', headers: forwarded, remoteAddress: '10.0.0.1' })).json().address
  expect(await seen()).toBe('10.0.0.1')
  for (const [trustedProxies, address] of [
    [1, '198.51.100.4'],
    [2, '203.0.113.9'],
    [['10.0.0.0/8'], '198.51.100.4'],
    [['192.0.2.0/24'], '10.0.0.1'],
  ] as const) {
    await site.app.close()
    await build({ config: { trustedProxies } })
    expect(await seen()).toBe(address)
  }
  const nonsense = { ...forwarded, 'x-forwarded-for': 'unknown' }
  await site.app.close()
  await build({ config: { trustedProxies: 1 } })
  const got = await site.app.inject({ url: '/page', headers: nonsense, remoteAddress: '10.0.0.1' })
  expect(got.json().address).toMatch(/^\d+\.\d+\.\d+\.\d+$/)
})

test('a program with a token of its own needs no form, and a wrong token is nobody', async () => {
  await site.app.close()
  await build({ resolveToken: async hash => (hash.length === 64 ? {} : null) })
  const headers = { authorization: `Bearer ${'k'.repeat(30)}`, accept: 'application/json' }
  const sent = await site.app.inject({ method: 'POST', url: '/write', headers, payload: { text: 'a' } })
  expect(sent.json()).toEqual({ written: 'a' })
  const wrong = { ...headers, authorization: 'Bearer short' }
  expect(
    (await site.app.inject({ method: 'POST', url: '/write', headers: wrong, payload: {} })).statusCode,
  ).toBe(401)
})

test('a write leads back within the site, or puts a part in place', async () => {
  await site.app.close()
  await build({ resolveToken: async () => ({}) })
  const authorization = `Bearer ${'k'.repeat(30)}`
  const write = (headers: Record<string, string>) =>
    site.app.inject({
      method: 'POST',
      url: '/write',
      headers: { authorization, ...headers },
      payload: { text: '<b>' },
    })
  const plain = await write({})
  expect(plain.statusCode).toBe(303)
  expect(plain.headers['location']).toBe('/')
  expect((await write({ 'x-island': '1' })).body).toBe('<p>&lt;b&gt;</p>')
  const signed = await site.app.inject({
    method: 'POST',
    url: '/sign-in',
    headers: { authorization, 'x-island': '1' },
  })
  expect(signed.statusCode).toBe(204)
  expect(signed.headers['x-go-to']).toBe('/threads/7?page=2#p3')
  expect(signed.headers['cache-control']).toBe('private, no-store')
})

test('a network that does too much is held back for a while', async () => {
  let now = 0
  site.app.get('/limited', { onRequest: limit({ count: 3, seconds: 60 }, () => now) }, (request, reply) =>
    show(request, reply, { title: '', main: () => html``, json: () => ({}) }),
  )
  const from = (remoteAddress: string) => site.app.inject({ url: '/limited', remoteAddress })
  for (let each = 0; each < 3; each++) expect((await from('198.51.100.4')).statusCode).toBe(200)
  const held = await from('198.51.100.4')
  expect(held.statusCode).toBe(429)
  expect(held.headers['retry-after']).toBe('20')
  expect((await from('198.51.100.5')).statusCode).toBe(200)
  now += 20_000
  expect((await from('198.51.100.4')).statusCode).toBe(200)
  expect((await from('198.51.100.4')).statusCode).toBe(429)
  for (let each = 0; each < 3; each++) expect((await from(`2001:db8:1:2::${each}`)).statusCode).toBe(200)
  expect((await from('2001:db8:1:2:ffff::9')).statusCode).toBe(429)
  expect((await from('2001:db8:1:3::1')).statusCode).toBe(200)
})

test('a server that closes finishes what is under way', async () => {
  let open = (): void => {}
  const held = new Promise<void>(resolve => {
    open = resolve
  })
  site.app.get('/slow', async (request, reply) => {
    await held
    return show(request, reply, { title: 'Slow', main: () => html`finished`, json: () => ({}) })
  })
  await site.app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = site.app.server.address() as AddressInfo
  const slow = fetch(`http://127.0.0.1:${port}/slow`)
  await new Promise(resolve => setTimeout(resolve, 50))
  const closed = site.app.close()
  open()
  const got = await slow
  expect(await got.text()).toContain('finished')
  await closed
  await expect(fetch(`http://127.0.0.1:${port}/page`)).rejects.toThrow()
})

test('what is not HTTP is refused in one line', async () => {
  await site.app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = site.app.server.address() as AddressInfo
  const answer = await new Promise<string>(resolve => {
    let text = ''
    const socket = connect(port, '127.0.0.1', () =>
      socket.write('GET / HTTP/1.1\r\nHost: a\r\nX : y\r\n\r\n'),
    )
    socket.on('data', part => {
      text += part
    })
    socket.on('close', () => resolve(text))
  })
  expect(answer).toMatch(/^HTTP\/1\.1 400 /)
})
