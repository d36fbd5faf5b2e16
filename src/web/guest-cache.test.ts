import { request as ask } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { html } from '#base/html.ts'
import { keptForGuests } from './cached-routes.ts'
import { CsrfField } from './csrf.ts'
import { show } from './respond.ts'
import { type TestSite, testSite } from './test-site.ts'
import type { Who } from './visitor.ts'

interface Reader extends Who {
  readonly canary?: string
}

interface Got {
  status: number
  headers: Record<string, string | string[] | undefined>
  text: string
}

let site: TestSite
/** How often each page was made. */
let made: Map<string, number>
/** What a page must wait for while it is made. */
let hold: Promise<void>

const LONG = 'Who brings them in, and who may refuse to. '.repeat(60)

async function build(change: Parameters<typeof testSite>[0] = {}): Promise<void> {
  made = new Map()
  hold = Promise.resolve()
  site = await testSite(change)
  const tag = { tag: () => 'thread:7', seconds: 60 }
  site.app.get<{ Querystring: { page?: string; q?: string } }>(
    '/threads/:name',
    keptForGuests(tag),
    async (request, reply) => {
      made.set(request.url, (made.get(request.url) ?? 0) + 1)
      await hold
      const { page = '1', q = '' } = request.query
      const { locale, theme, margin, answer } = request.visitor
      const canary = (request.visitor.who as Reader | null)?.canary ?? 'guest'
      const version = site.versions.get('thread:7') ?? '1'
      const facts = { page, q, locale, theme, margin, answer, canary, version }
      const main = () =>
        html`<p>${JSON.stringify(facts)}</p><p>${LONG}</p>${'form' in request.query && CsrfField(request)}`
      return show(request, reply, { title: 'Thread', main, json: () => ({ ...facts, LONG }) })
    },
  )
  site.app.get('/missing', keptForGuests(tag), (request, reply) =>
    show(request, reply, { status: 404, title: 'No', main: () => html`no`, json: () => ({}) }),
  )
  await site.app.listen({ port: 0, host: '127.0.0.1' })
}

function get(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Got> {
  const { port } = site.app.server.address() as AddressInfo
  return new Promise((resolve, reject) => {
    const asked = ask({ port, host: '127.0.0.1', path, headers, method, agent: false }, answer => {
      const parts: Buffer[] = []
      answer.on('data', part => parts.push(part))
      answer.on('end', () => {
        const bytes = Buffer.concat(parts)
        const coded = bytes.length === 0 ? 'none' : answer.headers['content-encoding']
        const plain =
          coded === 'br' ? brotliDecompressSync(bytes) : coded === 'gzip' ? gunzipSync(bytes) : bytes
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text: plain.toString() })
      })
    })
    asked.on('error', reject).end()
  })
}

beforeEach(() => build())
afterEach(() => site.app.close())

test('a guest gets the page that the guest before got, byte for byte, until its version changes', async () => {
  const first = await get('/threads/7')
  const second = await get('/threads/7')
  expect(made.get('/threads/7')).toBe(1)
  expect(second.text).toBe(first.text)
  expect({ ...second.headers, date: '' }).toEqual({ ...first.headers, date: '' })
  expect(second.headers['cache-control']).toBe('public, no-cache')
  site.versions.set('thread:7', '2')
  expect((await get('/threads/7')).text).toContain('&quot;version&quot;:&quot;2&quot;')
})

test('counters stand still no longer than was said', async () => {
  await get('/threads/7')
  site.time.now += 59_000
  await get('/threads/7')
  expect(made.get('/threads/7')).toBe(1)
  site.time.now += 2_000
  await get('/threads/7')
  expect(made.get('/threads/7')).toBe(2)
})

test('who has the page already is told so', async () => {
  const first = await get('/threads/7')
  const again = await get('/threads/7', { 'if-none-match': String(first.headers['etag']) })
  expect(again.status).toBe(304)
  expect(again.text).toBe('')
  expect(again.headers['content-security-policy']).toBe(first.headers['content-security-policy'])
  const other = await get('/threads/7', {
    'accept-encoding': 'br',
    'if-none-match': String(first.headers['etag']),
  })
  expect(other.status).toBe(200)
})

test('what is asked for at the same time is made once', async () => {
  let open = (): void => {}
  hold = new Promise(resolve => {
    open = resolve
  })
  const all = Array.from({ length: 30 }, () => get('/threads/7'))
  await new Promise(resolve => setTimeout(resolve, 100))
  open()
  const texts = new Set((await Promise.all(all)).map(got => got.text))
  expect(texts.size).toBe(1)
  expect(made.get('/threads/7')).toBe(1)
})

test('a page made while its version changed is not taken for the new one', async () => {
  let open = (): void => {}
  hold = new Promise(resolve => {
    open = resolve
  })
  const first = get('/threads/7')
  await new Promise(resolve => setTimeout(resolve, 50))
  site.versions.set('thread:7', '2')
  open()
  await first
  await get('/threads/7')
  expect(made.get('/threads/7')).toBe(2)
})

test('pages that are one guest’s own, that failed, or that ask for more than the key holds are not kept', async () => {
  for (const path of ['/threads/7?form=1', '/threads/7?q=tug', '/threads/7?page=1&page=2', '/missing']) {
    await get(path)
    await get(path)
    if (path !== '/missing') expect(made.get(path), path).toBe(2)
  }
  await get('/threads/7?utm_source=mail&page=2')
  await get('/threads/7?page=2&fbclid=x')
  expect(made.get('/threads/7?page=2&fbclid=x')).toBeUndefined()
})

test('while versions cannot be read, guests get the pages at hand', async () => {
  let away = false
  await site.app.close()
  await build({
    cacheVersion: async () => {
      if (away) throw new Error('The database is away')
      return '1'
    },
  })
  const first = await get('/threads/7')
  away = true
  site.time.now += 3_600_000
  expect((await get('/threads/7')).text).toBe(first.text)
  expect((await get('/threads/8')).status).toBe(200)
})

test('the pages kept never take more than they may', async () => {
  await site.app.close()
  await build({ config: { pageCacheBytes: 50_000 } })
  for (let each = 0; each < 100; each++) await get(`/threads/${each}`)
  expect(site.app.web.cache.size()).toBeLessThanOrEqual(50_000)
  expect(site.app.web.cache.size()).toBeGreaterThan(25_000)
})

const member = { timeZone: 'UTC', canary: 'MEMBER-CANARY' } as Reader

/** A request as anybody could send it. */
const asked = fc.record({
  who: fc.constantFrom('guest', 'guest', 'member', 'stale'),
  path: fc.constantFrom('/threads/7', '/threads/8', '/threads/7/', '/threads/7?page=2', '/threads/7?q=x'),
  method: fc.constantFrom('GET', 'GET', 'HEAD'),
  accept: fc.constantFrom(undefined, 'text/html', 'application/json', '*/*;q=0.1', 'text/html;;,'),
  encoding: fc.constantFrom(undefined, 'br', 'gzip', 'br;q=0, gzip', 'identity', '*'),
  language: fc.constantFrom(undefined, 'de', 'ar,en;q=0.5', 'x-nonsense'),
  cookies: fc.constantFrom(
    ...['', 'theme=dark', 'language=de', 'theme=dark; language=ar', 'theme=<b>'],
    ...['margin=hidden', 'margin=hidden; theme=dark', 'margin=<b>'],
  ),
  noise: fc.constantFrom(
    {},
    { 'x-forwarded-host': 'evil.test' },
    { range: 'bytes=0-9' },
    { 'x-island': '1' },
  ),
})

test('of 1,500 mixed requests no guest is shown a member’s page, or any page but the one asked for', async () => {
  const cookie = site.signIn(member)
  for (const one of fc.sample(asked, { numRuns: 1500, seed: 7 })) {
    const session = { guest: '', member: cookie, stale: `rostra=${'a'.repeat(43)}` }[one.who]
    const cookies = [one.cookies, session].filter(Boolean).join('; ')
    const headers = {
      ...(one.accept !== undefined && { accept: one.accept }),
      ...(one.encoding !== undefined && { 'accept-encoding': one.encoding }),
      ...(one.language !== undefined && { 'accept-language': one.language }),
      ...(cookies !== '' && { cookie: cookies }),
      ...one.noise,
    } as Record<string, string>
    const got = await get(one.path, headers, one.method)
    expect(got.status).toBe(200)
    const label = JSON.stringify({ one, headers: got.headers })
    const isMember = one.who === 'member'
    if (one.who !== 'guest') expect(got.headers['cache-control'], label).toBe('private, no-store')
    if (one.method === 'HEAD') {
      expect(got.text).toBe('')
      continue
    }
    const kind = one.accept === 'application/json' ? 'json' : 'x-island' in one.noise ? 'fragment' : 'page'
    const locale =
      /language=(\w+)/.exec(one.cookies)?.[1] ??
      new Map([
        ['de', 'de'],
        ['ar,en;q=0.5', 'ar'],
      ]).get(one.language ?? '') ??
      'en'
    const facts = {
      page: one.path.includes('page=2') ? '2' : '1',
      q: one.path.includes('q=x') ? 'x' : '',
      locale,
      theme: one.cookies.includes('theme=dark') ? 'dark' : 'auto',
      margin: one.cookies.includes('margin=hidden') ? 'hidden' : 'shown',
      answer: kind,
      canary: isMember ? 'MEMBER-CANARY' : 'guest',
      version: '1',
    }
    const wanted = kind === 'json' ? { ...facts, LONG } : facts
    const plain = got.text.replaceAll('&quot;', '"')
    expect(plain.includes(JSON.stringify(wanted)), label).toBe(true)
    expect(plain.includes('MEMBER-CANARY'), label).toBe(isMember)
    expect(got.headers['vary'], label).toContain('Cookie')
  }
}, 60_000)
