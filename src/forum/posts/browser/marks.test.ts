import { excerpt, mentionsOf, parse, plainText, renderHtml } from '@rostra/markup'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  changed,
  type Format,
  isAddress,
  link,
  mentionBegun,
  mentionOf,
  type Typed,
  toggle,
} from './marks.ts'

/** `a [b] c` → the text `a b c` with `b` selected; `|` is the caret. */
function typed(drawn: string): Typed {
  const caret = drawn.indexOf('|')
  if (caret >= 0) return { text: drawn.replace('|', ''), start: caret, end: caret }
  const start = drawn.indexOf('«')
  return { text: drawn.replace(/[«»]/g, ''), start, end: drawn.indexOf('»') - 1 }
}

function drawn({ text, start, end }: Typed): string {
  if (start === end) return `${text.slice(0, start)}|${text.slice(start)}`
  return `${text.slice(0, start)}«${text.slice(start, end)}»${text.slice(end)}`
}

const marked = (from: string, mark: string, format: Format = 'markdown'): string => {
  const before = typed(from)
  const change = toggle(before, mark, format, 'Column')
  return change ? drawn(changed(before, change)) : from
}

test.each([
  ['a «b» c', 'strong', 'a **«b»** c'],
  ['a **«b»** c', 'strong', 'a «b» c'],
  ['a «**b**» c', 'strong', 'a «b» c'],
  ['a **«b»** c', 'emphasis', 'a ***«b»*** c'],
  ['a ***«b»*** c', 'emphasis', 'a **«b»** c'],
  ['a ***«b»*** c', 'strong', 'a *«b»* c'],
  ['a *«b»* c', 'strong', 'a ***«b»*** c'],
  ['a« b »c', 'strong', 'a **«b»** c'],
  ['a |', 'strong', 'a **|**'],
  ['a **|**', 'strong', 'a |'],
  ['«a\n\nb»', 'strong', '«**a**\n\n**b**»'],
  ['«**a**\n\n**b**»', 'strong', '«a\n\nb»'],
  ['«a\nb»', 'code', '```\n«a\nb»\n```'],
  ['```\n«a\nb»\n```', 'code', '«a\nb»'],
  ['a\n«b\n\nc»', 'quote', 'a\n«> b\n>\n> c»'],
  ['«> b\n>\n> c»', 'quote', '«b\n\nc»'],
  ['a|b', 'list', '- a|b'],
  ['- a|b', 'list', 'a|b'],
  ['«a\nb»', 'numbers', '«1. a\n2. b»'],
  ['a|', 'heading', '## a|'],
  ['«a» b', 'link', '[a](«https://») b'],
  ['«https://a.example» b', 'link', '[|](https://a.example) b'],
  ['a|', 'table', 'a\n\n| «Column 1» | Column 2 |\n| --- | --- |\n|  |  |\n'],
  ['a|', 'unknown', 'a|'],
])('Markdown: %j, %s → %j', (before, mark, after) => {
  expect(marked(before, mark)).toBe(after)
})

test.each([
  ['a «b» c', 'strong', 'a [b]«b»[/b] c'],
  ['a [b]«b»[/b] c', 'strong', 'a «b» c'],
  ['«a\nb»', 'list', '[list]\n«[*]a\n[*]b»\n[/list]'],
  ['[list]\n«[*]a\n[*]b»\n[/list]', 'list', '«a\nb»'],
  ['|', 'quote', '[quote]\n|\n[/quote]'],
  ['[quote]\n|\n[/quote]', 'quote', '|'],
  ['«a» b', 'link', '[url=«https://»]a[/url] b'],
  ['«a» b', 'spoiler', '[ispoiler]«a»[/ispoiler] b'],
])('BBCode: %j, %s → %j', (before, mark, after) => {
  expect(marked(before, mark, 'bbcode')).toBe(after)
})

const MARKS = ['strong', 'emphasis', 'struck', 'code', 'spoiler', 'quote', 'list', 'numbers', 'heading']
const plain = fc
  .array(fc.constantFrom('ab', 'ö', '水', ' ', '\n', '\n\n', 'x y', '.', '👍', 'שלום'), { maxLength: 12 })
  .map(parts => parts.join(''))
const selection = plain.chain(text =>
  fc
    .tuple(fc.nat(text.length), fc.nat(text.length))
    .map(([one, other]): Typed => ({ text, start: Math.min(one, other), end: Math.max(one, other) })),
)

describe.each(['markdown', 'bbcode'] as const)('every mark of %s', format => {
  test('put on and taken off leaves the text as it was', () => {
    fc.assert(
      fc.property(selection, fc.constantFrom(...MARKS), (before, mark) => {
        const on = changed(before, toggle(before, mark, format)!)
        const off = changed(on, toggle(on, mark, format)!)
        // White space of empty lines within a quote is not kept apart.
        expect(off.text).toBe(before.text)
      }),
      { numRuns: 400 },
    )
  })

  test('only adds: what was typed is still there, in its order', () => {
    fc.assert(
      fc.property(selection, fc.constantFrom(...MARKS), (before, mark) => {
        const { text, start, end } = changed(before, toggle(before, mark, format)!)
        let at = 0
        for (const letter of text) if (before.text.startsWith(letter, at)) at += letter.length
        expect(at).toBe(before.text.length)
        expect(0 <= start && start <= end && end <= text.length).toBe(true)
      }),
      { numRuns: 400 },
    )
  })
})

test('a link holds any address, and is one when it is printed', () => {
  for (const address of ['https://a.example/b_(c)', 'https://a.example/?q=[x]&y=1', 'http://水.example/']) {
    for (const format of ['markdown', 'bbcode'] as const) {
      const { text } = changed(typed('«words»'), link(typed('«words»'), address, format))
      const html = renderHtml(parse(text, format))
      expect(html).toMatch(/<a [^>]*href="https?:[^"]*"[^>]*>words<\/a>/)
      expect(plainText(parse(text, format))).toBe('words')
    }
  }
  expect(isAddress('https://a.example and more')).toBe(false)
  expect(isAddress('javascript:alert(1)')).toBe(false)
})

test('a name is written so that it is read as a mention of that name', () => {
  for (const name of ['maren', 'Maren Oduya', 'o.k', 'a-b', 'مريم عودة', "O'Neil", 'x.', '水']) {
    const document = parse(`Hello ${mentionOf(name)} there`, 'markdown')
    expect(mentionsOf(document), name).toEqual([name])
    expect(excerpt(document, 100)).toContain(name)
  }
})

test.each([
  ['a @ma|', { at: 2, begins: 'ma' }],
  ['@"Maren O|', { at: 0, begins: 'Maren O' }],
  ['@Maren O|', { at: 0, begins: 'Maren O' }],
  ['a@ma|', null],
  ['a @|', null],
  ['a @m|', null],
  ['a @Maren and then some words|', null],
  ['@ma\nb|', null],
])('%j is the beginning of %j', (text, found) => {
  expect(mentionBegun(typed(text))).toEqual(found)
})
