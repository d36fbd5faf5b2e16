import * as fc from 'fast-check'
import { Parser } from 'htmlparser2'
import { expect, it } from 'vitest'
import { escapeText } from './escape.ts'

it('escapes what HTML would read', () =>
  expect(escapeText(`<a href="b">&amp;'</a>`)).toBe(`&lt;a href=&quot;b&quot;&gt;&amp;amp;'&lt;/a&gt;`))

it('replaces what HTML does not allow', () => {
  expect(escapeText('a\0b\u001bc\u007fd')).toBe('a\ufffdb\ufffdc\ufffdd')
  expect(escapeText('\ud800a\udc00')).toBe('\ufffda\ufffd')
  expect(escapeText('a\tb\nc 👩‍👩‍👧')).toBe('a\tb\nc 👩‍👩‍👧')
})

it('is read back as the same text, in an element and in an attribute', () => {
  const readBack = (html: string): string[] => {
    const seen: string[] = []
    const parser = new Parser({
      onattribute: (_name, value) => seen.push(value),
      ontext: text => seen.push(text),
    })
    parser.end(html)
    return [seen[0] ?? '', seen.slice(1).join('')]
  }
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), text => {
      const escaped = escapeText(text)
      const clean = text.replace(/[\0-\u0008\u000b-\u001f\u007f]/g, '\ufffd')
      expect(readBack(`<i title="${escaped}">${escaped}</i>`)).toEqual([clean, clean])
    }),
  )
})
