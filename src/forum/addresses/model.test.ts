import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addressKeyOf, MAX_ADDRESS, publisherOf, readAddress } from './model.ts'

const refusalOf = (work: () => unknown): { field?: string; message: string } => {
  try {
    work()
  } catch (error) {
    return error as { field?: string; message: string }
  }
  throw new Error('it was taken')
}

describe('readAddress', () => {
  test.each([
    ['https://news.example/a?b=c#d', 'https://news.example/a?b=c#d'],
    [' http://News.Example ', 'http://news.example/'],
    ['news.example/a', 'https://news.example/a'],
    ['www.news.example', 'https://www.news.example/'],
    ['https://bücher.example/ä', 'https://xn--bcher-kva.example/%C3%A4'],
    ['https://news.example:8443/', 'https://news.example:8443/'],
  ])('%j → %j', (typed, address) => expect(readAddress(typed)).toBe(address))

  test.each([
    ['', 'form.required'],
    ['  ', 'form.required'],
    [`https://news.example/${'a'.repeat(MAX_ADDRESS)}`, 'form.too-long'],
    [`https://news.example/${'ä'.repeat(400)}`, 'form.too-long'],
    ['ftp://news.example/', 'source.no-address'],
    ['javascript:alert(1)', 'source.no-address'],
    ['file:///etc/passwd', 'source.no-address'],
    ['data:text/html,x', 'source.no-address'],
    ['https://ann:hush@news.example/', 'source.no-address'],
    ['ann@news.example', 'source.no-address'],
    ['https://', 'source.no-address'],
    ['https://a b/', 'source.no-address'],
    ['news example', 'source.no-address'],
    ['https://news.example/a\nb', 'source.no-address'],
  ])('refuses %j', (typed, message) => {
    expect(refusalOf(() => readAddress(typed))).toMatchObject({ code: 'invalid', field: 'address', message })
  })

  test('what is taken is taken again as it is, and is http or https', () => {
    fc.assert(
      fc.property(fc.oneof(fc.webUrl({ withQueryParameters: true }), fc.string()), typed => {
        let address: string
        try {
          address = readAddress(typed)
        } catch {
          return
        }
        expect(address).toMatch(/^https?:\/\/[^@]/)
        expect(readAddress(address)).toBe(address)
        expect(publisherOf(address)).not.toBe('')
        expect(addressKeyOf(address)).toContain('')
      }),
    )
  })
})

describe('addressKeyOf', () => {
  const key = addressKeyOf('https://news.example/a/b?x=1&y=2')
  test.each([
    'http://news.example/a/b?x=1&y=2',
    'https://www.news.example/a/b/?y=2&x=1#top',
    'https://news.example/a/b?utm_source=x&x=1&y=2&fbclid=z',
  ])('%s is the same page', url => expect(addressKeyOf(url)).toBe(key))
  test.each([
    'https://news.example/a/c?x=1&y=2',
    'https://news.example/a/b?x=1',
    'https://other.example/a/b?x=1&y=2',
    'https://news.example:8443/a/b?x=1&y=2',
  ])('%s is another', url => expect(addressKeyOf(url)).not.toBe(key))
})

test.each([
  ['https://www.news.example/a', 'news.example'],
  ['https://m.news.co.uk/a', 'news.co.uk'],
  ['http://127.0.0.1:8080/', '127.0.0.1'],
  ['http://wiki:8080/a#b', 'wiki'],
  ['http://[::1]/', '[::1]'],
])('the publisher of %s is %s', (url, publisher) => expect(publisherOf(url)).toBe(publisher))

test('pages of a host without a name of its own are told apart too', () => {
  expect(addressKeyOf('http://wiki:8080/a#b')).toBe(addressKeyOf('http://wiki:8080/a'))
  expect(addressKeyOf('http://wiki:8080/a')).not.toBe(addressKeyOf('http://wiki:8080/b'))
})
