import type { IncomingMessage, ServerResponse } from 'node:http'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { servePages, type WebPages } from '../../tests/support/web-pages.ts'
import { MAX_BYTES } from './body.ts'
import { createOutgoing } from './outgoing.ts'

let service: WebPages
let wire: WebPages
let answer: (request: IncomingMessage, response: ServerResponse) => void

const QUESTION = { method: 'GET', headers: { accept: 'application/json' }, body: '' } as const
const open = (isAllowed = true) =>
  createOutgoing(
    {
      ...{ isAllowed, origin: 'https://forum.test', version: '1.2.3' },
      hosts: [{ host: 'service.test', port: service.port }],
    },
    { resolve: async () => ['127.0.0.1'] },
  )
const address = (path = '/') => `http://service.test:${service.port}${path}`

beforeEach(async () => {
  service = await servePages((request, response) => answer(request, response))
  wire = await servePages((_request, response) => response.end('secret'), '127.0.0.2')
})
afterEach(() => Promise.all([service.close(), wire.close()]))

test('a service is asked with a body and headers, and answers whatever its status', async () => {
  answer = async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const { method, headers } = request
    const said = { method, body: Buffer.concat(chunks).toString(), key: headers['authorization'] }
    response.writeHead(400, { 'content-type': 'application/json' }).end(JSON.stringify(said))
  }
  const question = { method: 'POST', headers: { authorization: 'Basic x' }, body: 'a=ü' } as const
  const answered = await open().ask(address('/token'), question)
  expect(answered).toMatchObject({ status: 400, type: 'application/json' })
  expect('body' in answered && JSON.parse(answered.body.toString())).toEqual({
    ...{ method: 'POST', body: 'a=ü', key: 'Basic x' },
  })
  expect(service.asked[0]?.headers['user-agent']).toBe('Rostra/1.2.3 (+https://forum.test)')
})

test('no redirect is followed', async () => {
  answer = (_request, response) => response.writeHead(307, { location: wire.url }).end()
  expect(await open().ask(address(), QUESTION)).toMatchObject({ status: 307 })
  expect(wire.connections()).toBe(0)
})

test('nothing goes anywhere that was not named, but by https to public addresses', async () => {
  answer = (_request, response) => response.end()
  const nowhere = [
    'http://other.test/',
    'https://other.test/',
    wire.url,
    'https://localhost/',
    'ftp://a.test/',
    'x',
  ]
  for (const each of nowhere) expect(await open().ask(each, QUESTION), each).toEqual({ failure: 'address' })
  expect(await open(false).ask(address(), QUESTION)).toEqual({ failure: 'forbidden' })
  expect([service.connections(), wire.connections()]).toEqual([0, 0])
})

test('no more is read than a page may hold', async () => {
  answer = (_request, response) => response.end(Buffer.alloc(MAX_BYTES + 1))
  expect(await open().ask(address(), QUESTION)).toEqual({ failure: 'too-large' })
})
