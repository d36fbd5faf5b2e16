import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateOfAddress, plainAddress, publisherOf } from './addresses.ts'

describe('publisherOf', () => {
  it.each([
    ['https://www.example.org/a/b', 'example.org'],
    ['http://EXAMPLE.org', 'example.org'],
    ['www.example.org/a', 'example.org'],
    ['https://m.example.org/a', 'example.org'],
    ['https://amp.example.org/a', 'example.org'],
    ['https://edition.news.example.org/a', 'example.org'],
    ['https://www.example.co.uk/a', 'example.co.uk'],
    ['https://news.example.com.au/a', 'example.com.au'],
    ['https://m.mill-gazette.wordpress.com/a', 'mill-gazette.wordpress.com'],
    ['https://mill.github.io/a', 'mill.github.io'],
    ['https://medium.com/@mill/a', 'medium.com'],
    ['https://192.0.2.7/a', '192.0.2.7'],
    ['https://www.google.com/amp/s/www.example.org/a', 'example.org'],
    ['https://www.google.com/url?q=https%3A%2F%2Fexample.org%2Fa&sa=D', 'example.org'],
    ['https://www-example-org.cdn.ampproject.org/c/s/www.example.org/a', 'example.org'],
    ['https://web.archive.org/web/20250504120000/https://www.example.org/a', 'example.org'],
    ['https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.org%2Fa', 'example.org'],
  ])('%s', (url, publisher) => {
    expect(publisherOf(url)).toBe(publisher)
  })

  it.each([
    '',
    'example',
    'mailto:a@example.org',
    'javascript:alert(1)',
    '/threads/5',
    'https://',
    'https://localhost/a',
    'ftp://example.org',
    `https://example.org/${'a'.repeat(3_000)}`,
  ])('none for %s', url => {
    expect(publisherOf(url)).toBe('')
    expect(plainAddress(url)).toBe('')
    expect(dateOfAddress(url)).toBe('')
  })
})

describe('plainAddress', () => {
  const plain = 'https://example.org/news/a'
  it.each([
    'https://example.org/news/a',
    'http://example.org/news/a/',
    'https://www.example.org/news/a#comments',
    'https://m.example.org/news/a?utm_source=x&utm_medium=y',
    'https://amp.example.org/news/a',
    'https://www.example.org/amp/news/a',
    'https://www.example.org/news/a/amp',
    'https://www.example.org/news/a?fbclid=1&gclid=2',
    'https://example.org:443/news/a?',
    'https://www.google.com/amp/s/www.example.org/news/a',
    'https://web.archive.org/web/2025/http://example.org/news/a',
    'www.example.org/news/a',
  ])('%s', url => {
    expect(plainAddress(url)).toBe(plain)
  })

  it('keeps what tells two pages apart', () => {
    expect(plainAddress('https://example.org/?id=5')).toBe('https://example.org?id=5')
    expect(plainAddress('https://example.org/a?b=2&a=1&utm_id=3')).toBe('https://example.org/a?a=1&b=2')
    expect(plainAddress('https://example.org/A')).not.toBe(plainAddress('https://example.org/a'))
    expect(plainAddress('https://example.org:8080/a')).toBe('https://example.org:8080/a')
    expect(plainAddress('https://m.org/a')).toBe('https://m.org/a')
    expect(plainAddress('https://blog.example.org/a')).not.toBe(plainAddress('https://example.org/a'))
  })

  it('knows the short form of a video', () => {
    expect(plainAddress('https://youtu.be/abc?si=1')).toBe(
      plainAddress('https://www.youtube.com/watch?v=abc&feature=share'),
    )
  })

  it('gives of a plain address the same one', () => {
    fc.assert(
      fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), url => {
        const once = plainAddress(url)
        expect(plainAddress(once)).toBe(once)
      }),
    )
  })
})

describe('dateOfAddress', () => {
  it.each([
    ['https://example.org/2025/05/04/a-bridge', '2025-05-04'],
    ['https://example.org/news/2025/5/4', '2025-05-04'],
    ['https://example.org/world/2025/may/04/a-bridge', '2025-05-04'],
    ['https://example.org/2025-05-04/a-bridge', '2025-05-04'],
    ['https://example.org/a-bridge-2025-05-04', '2025-05-04'],
    ['https://example.org/20250504/a-bridge', '2025-05-04'],
    ['https://example.org/a-bridge-20250504.html', '2025-05-04'],
    ['https://example.org/2025/13/04/a', ''],
    ['https://example.org/2025/02/30/a', ''],
    ['https://example.org/2025/05/a', ''],
    ['https://example.org/a/20250504123', ''],
    ['https://example.org/a?d=2025/05/04', ''],
  ])('%s', (url, date) => {
    expect(dateOfAddress(url)).toBe(date)
  })
})
