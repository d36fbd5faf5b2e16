import { describe, expect, it } from 'vitest'
import { localImage, localPath, mailAddress, safeAddress, shortName, typedAddress } from './addresses.ts'
import { MAX_ADDRESS } from './limits.ts'

describe('safeAddress', () => {
  it.each([
    ['https://harbour.example/a?b=c#d', 'https://harbour.example/a?b=c#d'],
    ['HTTP://Harbour.example', 'HTTP://Harbour.example'],
    ['  https://harbour.example/  ', 'https://harbour.example/'],
    ['/threads/7/strike?page=2#p27', '/threads/7/strike?page=2#p27'],
    ['#p7', '#p7'],
    ['/\\evil.example', '/%5Cevil.example'],
    ['mailto:desk@harbour.example', 'mailto:desk@harbour.example'],
    ['https://harbour.example/a b"c<d>', 'https://harbour.example/a%20b%22c%3Cd%3E'],
    ['https://harbour.example/\u202egnp', 'https://harbour.example/%E2%80%AEgnp'],
    ['https://harbour.example/\ud800', 'https://harbour.example/%EF%BF%BD'],
    ['https://hafen.example/größe', 'https://hafen.example/größe'],
  ])('takes %j', (written, address) => expect(safeAddress(written)).toBe(address))

  it.each([
    ...[
      'javascript:alert(1)',
      'JavaScript:alert(1)',
      ' javascript:x',
      'java\nscript:x',
      '\u0001javascript:x',
    ],
    ...[
      'data:text/html,x',
      'vbscript:x',
      'blob:https://a.example/1',
      'view-source:https://a.example',
      'svg:svg',
    ],
    ...['//evil.example', '///evil.example', '\\\\evil.example', '/\t/evil.example'],
    ...['https:evil.example', 'https:/evil.example', 'http://', 'http:///a', 'ftp://a.example', 'tel:1'],
    ...['page.html', '?a=b', '', 'mailto://a', `https://a.example/${'a'.repeat(MAX_ADDRESS)}`],
    `https://a.example/${'"'.repeat(MAX_ADDRESS)}`,
  ])('refuses %j', written => expect(safeAddress(written)).toBeNull())
})

describe('typedAddress', () => {
  it.each([
    ['www.harbour.example', 'http://www.harbour.example'],
    ['harbour.example/news?x=1', 'http://harbour.example/news?x=1'],
    ['harbour.example:8080', 'http://harbour.example:8080'],
    ['https://harbour.example', 'https://harbour.example'],
    ['/files/1', '/files/1'],
  ])('takes %j', (written, address) => expect(typedAddress(written)).toBe(address))

  it.each([
    'page.html',
    'index.php?x=1',
    'picture.jpeg',
    'word',
    'two words.example',
    'javascript:a.example',
  ])('sees no host in %j', written => expect(typedAddress(written)).toBeNull())
})

it('takes e-mail addresses and nothing near them', () => {
  expect(mailAddress(' desk@harbour.example ')).toBe('mailto:desk@harbour.example')
  for (const written of ['desk', 'a@b@c', 'a b@c.example', '@', 'a@']) expect(mailAddress(written)).toBeNull()
})

describe('addresses of this site', () => {
  const origin = 'https://forum.example'

  it.each([
    ['/a', '/a'],
    ['#p1', '#p1'],
    ['https://forum.example', '/'],
    ['https://forum.example/a?b', '/a?b'],
    ['https://forum.example?b', '/?b'],
    ['https://forum.example.evil.example/a', null],
    ['https://forum.example@evil.example/a', null],
    ['https://forum.example:8/a', null],
    ['https://forum.example//evil.example', null],
    ['https://other.example/a', null],
  ])('%j is the path %j', (address, path) => expect(localPath(address, origin)).toBe(path))

  it('are told apart from others only where the origin is known', () =>
    expect(localPath('https://forum.example/a', undefined)).toBeNull())

  it.each(['/files/1/a.png', 'https://forum.example/avatars/abc', '/files/a.b/c?d'])(
    '%j is an image',
    address => expect(localImage(address, origin)).not.toBeNull(),
  )

  it.each([
    ...['/sign-out', '/files/', '/files', '/files/../sign-out', '/files/%2e%2e/sign-out', '/files/a/.%2E/b'],
    ...['/files/..%2fsign-out', '/files/a%5cb', 'https://other.example/files/1', '/filesystem/1'],
  ])('%j is none', address => expect(localImage(address, origin)).toBeNull())
})

it.each([
  ['https://harbour.example/a/b.png?c#d', 'harbour.example/b.png'],
  ['https://harbour.example/', 'harbour.example'],
  ['https://name:word@harbour.example/b', 'harbour.example/b'],
  ['/files/1/a.png', 'a.png'],
  ['/', '/'],
])('names %j by %j', (address, name) => expect(shortName(address)).toBe(name))
