import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  folder,
  host,
  type Kind,
  namedHosts,
  oneOf,
  origin,
  postgres,
  proxies,
  secretBytes,
  wholeNumber,
} from './kinds.ts'

const cases = <T>(kind: Kind<T>, good: readonly string[], bad: readonly string[]) => {
  it.each(good)('takes %j', text => expect(kind.read(text)).not.toBeUndefined())
  it.each(bad)('refuses %j', text => expect(kind.read(text)).toBeUndefined())
}

describe('wholeNumber', () => {
  cases(
    wholeNumber(1, 10),
    ['1', '10', '07'],
    ['0', '11', '-1', '1.5', '1e1', '0x1', '', ' 1', '3000abc', '١'],
  )

  it('takes exactly the numbers of its range', () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat(1000), fc.nat(1000), (value, least, width) => {
        const read = wholeNumber(least, least + width).read(String(value))
        expect(read).toBe(value >= least && value <= least + width ? value : undefined)
      }),
    )
  })

  it('multiplies', () => expect(wholeNumber(0, 9, 1024).read('3')).toBe(3072))
})

describe('oneOf', () => {
  cases(oneOf('full', 'normal'), ['full', 'normal'], ['Full', '', 'toString', 'fullnormal'])
  it('says what it expects', () => expect(oneOf('a', 'b', 'c').expects).toBe('a, b or c'))
})

describe('folder', () => cases(folder, ['./data', '/srv/forum data', '.'], ['a\0b']))

describe('host', () => {
  cases(
    host,
    ['localhost', '127.0.0.1', '0.0.0.0', '::', '::1', 'fe80::1', 'forum.example', 'my_host-1'],
    [
      '127.0.0.1:3000',
      'http://localhost',
      'a b',
      '1.2.3',
      '256.0.0.1',
      '[::1]',
      'a..b',
      '.a',
      `${'a'.repeat(64)}`,
    ],
  )
})

describe('origin', () => {
  it.each([
    ['https://forum.example', 'https://forum.example'],
    ['https://forum.example/', 'https://forum.example'],
    ['HTTPS://Forum.Example:443', 'https://forum.example'],
    ['http://localhost:3000', 'http://localhost:3000'],
    ['http://[::1]:80', 'http://[::1]'],
    ['https://bücher.example', 'https://xn--bcher-kva.example'],
  ])('%s → %s', (text, read) => expect(origin.read(text)).toBe(read))

  cases(
    origin,
    [],
    [
      'forum.example',
      'ftp://forum.example',
      'https://forum.example/community',
      'https://forum.example/?',
      'https://forum.example/#',
      'https://ann@forum.example',
      'https://ann:hush@forum.example',
      'https://@forum.example',
      'https:forum.example',
      'javascript:alert(1)',
      'https://',
    ],
  )

  it('gives an origin that reads as itself', () => {
    fc.assert(
      fc.property(fc.webAuthority(), fc.constantFrom('http', 'https'), (authority, scheme) => {
        const read = origin.read(`${scheme}://${authority}`)
        if (read !== undefined) expect([origin.read(read), new URL(read).origin]).toEqual([read, read])
      }),
    )
  })
})

describe('postgres', () => {
  cases(
    postgres,
    [
      'postgres://localhost/forum',
      'postgresql://ann:hush@db.example:5432/forum?sslmode=require',
      'postgres:///forum',
    ],
    ['mysql://localhost/forum', 'localhost/forum', 'postgres:forum', 'postgres://db:port/forum', ''],
  )
})

describe('proxies', () => {
  it.each([
    ['none', 0],
    ['0', 0],
    ['2', 2],
    ['127.0.0.1', ['127.0.0.1']],
    ['10.0.0.0/8,fd00::/8', ['10.0.0.0/8', 'fd00::/8']],
  ])('%s → %j', (text, read) => expect(proxies.read(text)).toEqual(read))

  cases(
    proxies,
    [],
    [
      '17',
      '-1',
      '1.5',
      'all',
      'true',
      '10.0.0.0/33',
      '::/129',
      '10.0.0.0/8/8',
      '10.0.0.0/',
      '10.0.0.1,',
      'fe80::1%eth0',
      '',
    ],
  )

  it('takes every network', () => {
    const networks = fc.oneof(
      fc.tuple(fc.ipV4(), fc.nat(32)).map(([address, bits]) => `${address}/${bits}`),
      fc.tuple(fc.ipV6(), fc.nat(128)).map(([address, bits]) => `${address}/${bits}`),
    )
    fc.assert(
      fc.property(fc.array(networks, { minLength: 1 }), list => {
        expect(proxies.read(list.join(', '))).toEqual(list)
      }),
    )
  })
})

describe('namedHosts', () => {
  it.each([
    ['none', []],
    ['Wiki.Example', [{ host: 'wiki.example', port: null }]],
    ['wiki.example.:80', [{ host: 'wiki.example', port: 80 }]],
    [
      '10.0.0.7:8080,[FD00::7], [::1]:99',
      [
        { host: '10.0.0.7', port: 8080 },
        { host: '[fd00::7]', port: null },
        { host: '[::1]', port: 99 },
      ],
    ],
    ['bücher.example', [{ host: 'xn--bcher-kva.example', port: null }]],
  ])('%s → %j', (text, read) => expect(namedHosts.read(text)).toEqual(read))

  cases(
    namedHosts,
    [],
    [
      'http://wiki.example',
      'wiki.example/path',
      'ann@wiki.example',
      'wiki.example:0',
      'wiki.example:65536',
      'wiki.example:80:80',
      'fd00::7',
      '[fd00::7',
      'a b',
      'a,,b',
      ',',
      '*.example',
      '',
    ],
  )
})

describe('secretBytes', () => {
  it('reads the bytes back, however they are written', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 32, max: 80 }),
        fc.constantFrom('hex', 'base64', 'base64url'),
        (size, writing) => {
          const bytes = randomBytes(size)
          expect(secretBytes.read(bytes.toString(writing as BufferEncoding))?.equals(bytes)).toBe(true)
        },
      ),
    )
  })

  cases(
    secretBytes,
    [],
    [
      'password',
      'ab'.repeat(31),
      Buffer.alloc(31).toString('base64'),
      `${'A'.repeat(60)}!`,
      `${'A'.repeat(60)}=A`,
      'A phrase of many words is not made of random bytes',
    ],
  )
})
