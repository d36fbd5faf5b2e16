import { describe, expect, it } from 'vitest'
import { TagScanner } from './bbcode-scan.ts'

const tag = (source: string) => {
  const found = new TagScanner(source).tagAt(0)
  return found && [found.closing ? `/${found.name}` : found.name, found.attributes, found.end]
}

describe('tagAt', () => {
  it.each([
    ['[b]x', ['b', '', 3]],
    ['[B]', ['b', '', 3]],
    ['[/QuoTe]', ['/quote', '', 8]],
    ['[*]', ['*', '', 3]],
    ['[/*:m]', ['/*', '', 6]],
    ['[/list:u]', ['/list', '', 9]],
    ['[color=red]', ['color', '=red', 11]],
    ['[img alt="a [b] c"]', ['img', ' alt="a [b] c"', 19]],
    ['[quote="a] b"]', ['quote', '="a] b"', 14]],
    ["[quote='a]']", ['quote', "='a]'", 12]],
    ['[quote="a "b" c"]', ['quote', '="a "b" c"', 17]],
    ['[url=https://a.example/?b[]=1&c[d]=2]e', ['url', '=https://a.example/?b[]=1&c[d]=2', 37]],
  ])('finds %j', (source, expected) => expect(tag(source)).toEqual(expected))

  it.each([
    ...['[b', '[', '[]', '[ b]', '[1]', '[b-c]', '[/b x]', '[/b=x]', '[/list:x]', '[b\n]', '[color=a\nb]'],
    ...['[color=[b]]', '[quote="a]', `[quote="${'a'.repeat(700)}]"]`, `[color=${'a'.repeat(2_200)}]`],
    '[url=words[b]]',
  ])('finds nothing in %j', source => expect(tag(source)).toBeNull())

  it('looks at any place, and again at an earlier one', () => {
    const scanner = new TagScanner('[a=1]\n[b] [c')
    expect(scanner.tagAt(6)?.name).toBe('b')
    expect(scanner.tagAt(0)?.attributes).toBe('=1')
    expect(scanner.tagAt(10)).toBeNull()
  })
})

describe('closingOf', () => {
  it('finds the next closing tag whatever its case, from any place', () => {
    const scanner = new TagScanner('a[/CODE]b[/code]c')
    expect(scanner.closingOf('code', 2)).toBe(9)
    expect(scanner.closingOf('code', 0)).toBe(1)
    expect(scanner.closingOf('code', 10)).toBe(-1)
    expect(scanner.closingOf('code', 5)).toBe(9)
    expect(scanner.closingOf('img', 0)).toBe(-1)
  })

  it('keeps places right where letters change their length in lower case', () =>
    expect(new TagScanner('İİ[/B]').closingOf('b', 0)).toBe(2))
})
