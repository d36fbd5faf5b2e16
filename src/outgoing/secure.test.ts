import { once } from 'node:events'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createOutgoing } from './outgoing.ts'

/** A key and a certificate for `pages.test` that nobody else trusts, made for this test alone. */
const KEY = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgU8WZHEtr47rH44EN
V+Q33q6cVlzW3P+WSFj975X+IaehRANCAASgudNh8BwOx6Prc8dsV+ljw8ClUEon
ucEsp1r3a9yhZOb6T1m8n27xsN1NtQp8Thb50Sw4Kmup6mrhnNMT2vF6
-----END PRIVATE KEY-----`
const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBmDCCAT6gAwIBAgIUZdnLHdDqylkd+dN3x8uGgm3xtwYwCgYIKoZIzj0EAwIw
FTETMBEGA1UEAwwKcGFnZXMudGVzdDAgFw0yNjExMjUwOTM5NDlaGA8yMTI2MTEw
MTA5Mzk0OVowFTETMBEGA1UEAwwKcGFnZXMudGVzdDBZMBMGByqGSM49AgEGCCqG
SM49AwEHA0IABKC502HwHA7Ho+tzx2xX6WPDwKVQSie5wSynWvdr3KFk5vpPWbyf
bvGw3U21CnxOFvnRLDgqa6nqauGc0xPa8XqjajBoMB0GA1UdDgQWBBScwQmZ+H5q
k0oY/YEIYzMGqDi87zAfBgNVHSMEGDAWgBScwQmZ+H5qk0oY/YEIYzMGqDi87zAP
BgNVHRMBAf8EBTADAQH/MBUGA1UdEQQOMAyCCnBhZ2VzLnRlc3QwCgYIKoZIzj0E
AwIDSAAwRQIhAPyEC4CAgrO7u7Ze9ZAZAw7KRa4QzGRiLaexcycKfyKHAiAsw+d1
TIsMN8ac5l6dPgdMEb2CRFT+IofhXsp9GtzyMA==
-----END CERTIFICATE-----`

describe('a page by https', () => {
  let server: Server
  let port: number

  beforeEach(async () => {
    server = createServer({ key: KEY, cert: CERTIFICATE }, (_request, response) =>
      response.writeHead(200, { 'content-type': 'text/plain' }).end('sealed'),
    )
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    port = (server.address() as AddressInfo).port
  })
  afterEach(async () => {
    server.close()
    server.closeAllConnections()
    await once(server, 'close')
  })

  const read = (host: string, trusted?: string) =>
    createOutgoing(
      {
        ...{ isAllowed: true, origin: 'https://forum.test', version: '1' },
        hosts: ['pages.test', 'other.test', '127.0.0.1'].map(each => ({ host: each, port })),
      },
      { resolve: async () => ['127.0.0.1'], ...(trusted !== undefined && { trusted }) },
    ).readPage(`https://${host}:${port}/`)

  test('is read of a host that can prove its name', async () => {
    expect(await read('pages.test', CERTIFICATE)).toMatchObject({ text: 'sealed' })
    expect(await read('PAGES.test.', CERTIFICATE)).toMatchObject({ text: 'sealed' })
  })

  test('is not read of one that cannot', async () => {
    expect(await read('other.test', CERTIFICATE)).toEqual({ failure: 'unreachable' })
    expect(await read('127.0.0.1', CERTIFICATE)).toEqual({ failure: 'unreachable' })
    expect(await read('pages.test')).toEqual({ failure: 'unreachable' })
  })
})
