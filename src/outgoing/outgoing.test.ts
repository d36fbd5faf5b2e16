import type { IncomingMessage, ServerResponse } from 'node:http'
import { brotliCompressSync, constants, deflateSync, gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { servePages, type WebPages } from '../../tests/support/web-pages.ts'
import { MAX_BYTES } from './body.ts'
import { createOutgoing, MOST_REDIRECTS, type Outgoing, WHOLE_TIME } from './outgoing.ts'

type Answer = (request: IncomingMessage, response: ServerResponse) => void

const HTML = { 'content-type': 'text/html; charset=utf-8' }
const page =
  (body: string | Buffer, headers: Record<string, string> = HTML, status = 200): Answer =>
  (_request, response) =>
    response.writeHead(status, headers).end(body)
const to = (location: string, status = 302): Answer => page('', { location }, status)

describe('a page of another machine', () => {
  let pages: WebPages
  let wire: WebPages
  let outgoing: Outgoing
  let answers: Record<string, Answer>
  let resolved: string[]
  /** What each name has next; the last stays. */
  let names: Record<string, string[][]>

  beforeEach(async () => {
    answers = {}
    resolved = []
    names = { 'pages.test': [['127.0.0.1']] }
    pages = await servePages((request, response) =>
      (answers[request.url!] ?? page('none', {}, 404))(request, response),
    )
    wire = await servePages(page('secret'), '127.0.0.2')
    const { port } = pages
    const hosts = ['127.0.0.1', 'pages.test', 'other.test', 'forum.test'].map(host => ({ host, port }))
    outgoing = createOutgoing(
      { isAllowed: true, origin: 'https://forum.test', version: '1.2.3', hosts },
      {
        resolve: async name => {
          resolved.push(name)
          const left = names[name] ?? [[]]
          return (left.length > 1 ? left.shift() : left[0])!
        },
      },
    )
  })
  afterEach(async () => {
    vi.useRealTimers()
    await pages.close()
    await wire.close()
  })

  const read = (path: string, host = pages.url) => outgoing.readPage(host + path)
  const named = (path: string) => read(path, `http://pages.test:${pages.port}`)

  test('is read, by an honest name and without a cookie', async () => {
    answers['/a?b=c'] = page('<p>Grüße', { ...HTML, 'set-cookie': 'id=1' })
    const found = { url: `${pages.url}/a?b=c`, type: 'text/html', text: '<p>Grüße' }
    expect(await read('/a?b=c#d')).toEqual({ ...found, url: `${found.url}#d` })
    expect(await read('/a?b=c')).toEqual(found)
    for (const { method, url, headers } of pages.asked) {
      expect([method, url]).toEqual(['GET', '/a?b=c'])
      expect(headers).toEqual({
        host: `127.0.0.1:${pages.port}`,
        'user-agent': 'Rostra/1.2.3 (+https://forum.test)',
        accept: 'text/html, application/xhtml+xml, text/plain',
        'accept-encoding': 'gzip, br',
        connection: 'close',
      })
    }
  })

  test('is asked for at the address that was checked, however the name changes', async () => {
    answers['/'] = page('right')
    names['pages.test'] = [['127.0.0.1'], ['127.0.0.2']]
    expect(await named('/')).toMatchObject({ text: 'right' })
    expect(resolved).toEqual(['pages.test'])
    expect(pages.asked[0]!.headers.host).toBe(`pages.test:${pages.port}`)
    expect(wire.connections()).toBe(0)
  })

  test('of a name with several addresses is asked for at the next where nobody answers', async () => {
    answers['/'] = page('right')
    names['pages.test'] = [['127.0.0.3', '127.0.0.1']]
    expect(await named('/')).toMatchObject({ text: 'right' })
  })

  test('leads to another one, up to five times, each checked anew', async () => {
    const steps = [301, 302, 303, 307, 308]
    for (const [index, status] of steps.entries()) answers[`/${index}`] = to(`/${index + 1}`, status)
    answers['/5'] = page('there')
    answers['/more'] = to('/0')
    expect(steps).toHaveLength(MOST_REDIRECTS)
    expect(await read('/0')).toMatchObject({ url: `${pages.url}/5`, text: 'there' })
    expect(await read('/more')).toEqual({ failure: 'redirects' })
    answers['/round'] = to('/round')
    expect(await read('/round')).toEqual({ failure: 'redirects' })
    expect(pages.asked.filter(({ url }) => url === '/round')).toHaveLength(MOST_REDIRECTS + 1)
  })

  test('leads nowhere that must not be asked', async () => {
    names['rebound.test'] = [['127.0.0.2']]
    names['pages.test'] = [['127.0.0.1'], ['127.0.0.2']]
    const { port } = wire
    const ways = [
      ...[`http://127.0.0.2:${port}/`, `//127.0.0.2:${port}/`, 'http://127.0.0.2/', 'http://2130706434/'],
      ...[`http://rebound.test/`, `http://rebound.test:${port}/`, 'http://169.254.169.254/', 'http://[::1]/'],
      ...[
        'file:///etc/passwd',
        'ftp://127.0.0.1/',
        `http://ann:hush@pages.test:${pages.port}/`,
        'https://forum.test/',
      ],
      ...[
        'http://FORUM.test./',
        `http://localhost:${pages.port}/`,
        `http://[::ffff:127.0.0.1]:${pages.port}/`,
      ],
    ]
    for (const way of ways) {
      answers['/way'] = to(way)
      expect(await read('/way'), way).toEqual({ failure: 'address' })
    }
    answers['/again'] = to(`http://rebound.test/`)
    names['rebound.test'] = [['93.184.216.34', '127.0.0.2']]
    expect(await read('/again')).toEqual({ failure: 'address' })
    for (const odd of [page('', {}, 302), to('http://['), page('', {}, 304)]) {
      answers['/odd'] = odd
      expect(await read('/odd')).toEqual({ failure: 'status' })
    }
    expect(wire.connections()).toBe(0)
  })

  test('of another host of the forum’s own name is asked where the operator named it with its port', async () => {
    answers['/'] = page('right')
    names['forum.test'] = [['127.0.0.1']]
    expect(await read('/', `http://forum.test:${pages.port}`)).toMatchObject({ text: 'right' })
    expect(await read('/', 'https://forum.test')).toEqual({ failure: 'address' })
  })

  test('is read only where the answer is one, and text', async () => {
    for (const status of [201, 204, 206, 400, 401, 403, 404, 410, 429, 500, 503]) {
      answers['/'] = page('x', HTML, status)
      expect(await read('/'), String(status)).toEqual({ failure: 'status' })
    }
    const types = [
      'application/pdf',
      'image/png',
      'application/json',
      'text/css',
      'text/htmlx',
      'multipart/x',
      ' ',
    ]
    for (const type of types) {
      answers['/'] = page('x', { 'content-type': type })
      expect(await read('/'), type).toEqual({ failure: 'type' })
    }
    answers['/'] = page('x', {})
    expect(await read('/')).toEqual({ failure: 'type' })
    for (const type of ['TEXT/HTML', 'text/plain;charset=utf-8', 'application/xhtml+xml ; x=y']) {
      answers['/'] = page('x', { 'content-type': type })
      expect(await read('/'), type).toMatchObject({ text: 'x' })
    }
  })

  test('is unpacked, and too much of it is not read', async () => {
    const text = 'words '.repeat(1000)
    for (const [packing, bytes] of [
      ['gzip', gzipSync(text)],
      ['x-gzip', gzipSync(text)],
      ['deflate', deflateSync(text)],
      ['br', brotliCompressSync(text)],
      ['identity', Buffer.from(text)],
    ] as const) {
      answers['/'] = page(bytes, { ...HTML, 'content-encoding': packing })
      expect(await read('/'), packing).toMatchObject({ text })
    }
    const bomb = Buffer.alloc(64 * 2 ** 20)
    for (const [packing, bytes] of [
      ['gzip', gzipSync(bomb)],
      ['br', brotliCompressSync(bomb, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } })],
      ['deflate', deflateSync(bomb)],
    ] as const) {
      answers['/'] = page(bytes, { ...HTML, 'content-encoding': packing })
      const before = process.memoryUsage.rss()
      expect(await read('/'), packing).toEqual({ failure: 'too-large' })
      expect(process.memoryUsage.rss() - before).toBeLessThan(50 * 2 ** 20)
    }
    answers['/most'] = page(Buffer.alloc(MAX_BYTES, 'x'))
    expect(((await read('/most')) as { text: string }).text).toHaveLength(MAX_BYTES)
    answers['/over'] = page(Buffer.alloc(MAX_BYTES + 1, 'x'))
    expect(await read('/over')).toEqual({ failure: 'too-large' })
  })

  test('that says it is large is not begun, and one that never ends is broken off', async () => {
    answers['/says'] = (_request, response) =>
      response.writeHead(200, { ...HTML, 'content-length': String(MAX_BYTES + 1) }).write('x')
    expect(await read('/says')).toEqual({ failure: 'too-large' })
    const chunk = Buffer.alloc(2 ** 16, 'x')
    let isClosed = false
    answers['/endless'] = (_request, response) => {
      response.writeHead(200, HTML).on('close', () => {
        isClosed = true
      })
      const more = () => {
        while (!isClosed && response.write(chunk));
      }
      response.on('drain', more)
      more()
    }
    expect(await read('/endless')).toEqual({ failure: 'too-large' })
    await expect.poll(() => isClosed).toBe(true)
  })

  test('that does not unpack, or breaks off, is broken', async () => {
    const packed = gzipSync('words '.repeat(1000))
    for (const [packing, bytes] of [
      ['gzip', Buffer.from('no gzip')],
      ['gzip', packed.subarray(0, -9)],
      ['br', Buffer.from('no brotli at all')],
      ['gzip, gzip', gzipSync(packed)],
      ['compress', packed],
      ['constructor', packed],
    ] as const) {
      answers['/'] = page(bytes, { ...HTML, 'content-encoding': packing })
      expect(await read('/'), packing).toEqual({ failure: 'broken' })
    }
    answers['/short'] = (_request, response) => {
      response.writeHead(200, { ...HTML, 'content-length': '1000' }).write('x')
      setTimeout(() => response.destroy(), 20)
    }
    expect(await read('/short')).toEqual({ failure: 'broken' })
  })

  test('is given up where nobody answers, or no answer makes sense', async () => {
    answers['/torn'] = (_request, response) => response.destroy()
    answers['/headers'] = (_request, response) =>
      response.socket!.end(`HTTP/1.1 200 OK\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`)
    answers['/smuggled'] = (_request, response) =>
      response.socket!.end(
        'HTTP/1.1 200 OK\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
      )
    answers['/upgrade'] = (_request, response) =>
      response.socket!.end('HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n')
    for (const path of ['/torn', '/headers', '/smuggled', '/upgrade'])
      expect(await read(path), path).toEqual({ failure: 'unreachable' })
    expect(await read('/', `http://nowhere.test/`)).toEqual({ failure: 'unreachable' })
    await pages.close()
    expect(await read('/')).toEqual({ failure: 'unreachable' })
    pages = await servePages(page('x'))
  })

  test('that comes drop by drop is given up after its time, redirects included', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    // What ends the whole is a timer of the platform, which does not follow the test's clock.
    const ends = new AbortController()
    const timeout = vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => ends.signal)
    answers['/drops'] = (_request, response) => {
      response.writeHead(200, HTML).write('x')
      setImmediate(() => ends.abort())
    }
    answers['/to'] = to('/drops')
    expect(await read('/to')).toEqual({ failure: 'slow' })
    expect(timeout.mock.calls).toEqual([[WHOLE_TIME]])
    timeout.mockRestore()
  })
})
