import fc from 'fast-check'
import { expect, test } from 'vitest'
import { localPath } from './local-path.ts'

test('paths of this site pass as they are, with query and fragment', () => {
  for (const path of [
    '/',
    '/threads/7/strike?page=2#p27',
    '/boards/3/gr%C3%B6%C3%9Fe',
    '/a?next=http://b.test',
  ])
    expect(localPath(path)).toBe(path)
  expect(localPath('/boards/3/größe')).toBe('/boards/3/gr%C3%B6%C3%9Fe')
  expect(localPath('/a/../b')).toBe('/b')
})

/** Ways that are known to lead away from sites which look at the beginning of an address only. */
const LEADING_AWAY = [
  ...['http://evil.test', 'https://evil.test/', '//evil.test', '///evil.test', '////evil.test', 'evil.test'],
  ...['/\\evil.test', '\\/evil.test', '\\\\evil.test', '/\\/evil.test', '/\\\\evil.test', '//\\evil.test'],
  ...['/\t/evil.test', '/\n/evil.test', '/\r/evil.test', '\t//evil.test', ' //evil.test', '/ /evil.test'],
  ...[
    '/\u0000/evil.test',
    '/\u00a0/evil.test',
    '/\u2028/evil.test',
    '/\u200b/evil.test',
    '/\u00ad/evil.test',
  ],
  ...[
    '/.//evil.test',
    '/..//evil.test',
    '/./\\evil.test',
    '/a/..//evil.test',
    '/%2e//evil.test',
    '/.%2e//evil.test',
  ],
  ...[
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
  ],
  ...[
    'http:evil.test',
    'http:/evil.test',
    'https:evil.test',
    '//evil.test@forum.test',
    '@evil.test',
    '.evil.test',
  ],
  ...[
    '',
    '?next=/',
    '#/',
    ':80',
    'a:80',
    '%2f%2fevil.test',
    '〱evil.test',
    '／／evil.test',
    '/／..／\\evil.test',
  ],
]

test('what leads elsewhere, or is no path, is refused', () => {
  for (const address of LEADING_AWAY) expect(localPath(address), JSON.stringify(address)).toBeNull()
  for (const other of [null, undefined, 7, {}, ['/'], { toString: () => '/' }, `/${'a'.repeat(2000)}`])
    expect(localPath(other)).toBeNull()
})

const pieces = fc.array(
  fc.oneof(
    fc.constantFrom('/', '\\', '.', '..', '%2e', '%2f', '%5c', ':', '@', '?', '#', '\t', '\n', ' ', '\u0000'),
    fc.constantFrom(
      'evil.test',
      'http',
      'javascript',
      '／',
      '。',
      '\u200b',
      '\ufeff',
      '\ud800',
      'xn--a',
      '[::1]',
    ),
    fc.string({ unit: 'binary', maxLength: 4 }),
  ),
  { maxLength: 12 },
)

test('whatever passes is a path of this site to every browser, and passes again as it is', () => {
  let passed = 0
  fc.assert(
    fc.property(pieces, parts => {
      const path = localPath(`/${parts.join('')}`)
      if (path === null) return
      passed++
      for (const origin of ['http://forum.test', 'https://forum.test:8443', 'http://[::1]:3000'])
        expect(new URL(path, `${origin}/deep/page?x`).origin).toBe(origin)
      expect(path).toMatch(/^\/(?![/\\])[\x21-\x7e]*$/)
      expect(localPath(path)).toBe(path)
    }),
    { numRuns: 5000 },
  )
  expect(passed).toBeGreaterThan(500)
})
