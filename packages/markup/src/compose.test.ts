import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sources } from '../testing/generate.ts'
import { type QuotedPost, quoteSource } from './compose.ts'
import { renderHtml } from './html.ts'
import { parse } from './parse.ts'
import type { Format, Node } from './tree.ts'

const FORMATS: Format[] = ['markdown', 'bbcode']
const post = (text: string, author = 'Maren Oduya'): QuotedPost => ({
  author,
  thread: 7,
  number: 27,
  revision: 2,
  text,
})
const contentOf = (source: string, format: Format): Node[] => {
  const [quote] = parse(source, format).children
  if (quote?.type !== 'quote') throw new Error('not a quote')
  return quote.children
}

describe.each(FORMATS)('quoteSource in %s', format => {
  it('writes the block that a quote button puts into the composer', () =>
    expect(quoteSource(post('\n\n  a\r\nb\n\n'), format)).toBe(
      '[quote="Maren Oduya, post: 7/27, revision: 2"]\n  a\nb\n[/quote]\n',
    ))

  it('is read back as one quote of that post, whoever wrote it', () => {
    const name = fc.string({
      unit: fc.oneof(fc.constantFrom(...'"\'[],:; \n/='), fc.string({ maxLength: 2 })),
      maxLength: 20,
    })
    fc.assert(
      fc.property(name, author => {
        const { children } = parse(quoteSource(post('a', author), format), format)
        expect(children).toHaveLength(1)
        expect(children[0]).toMatchObject({
          type: 'quote',
          reference: { post: { thread: 7, number: 27 }, revision: 2 },
        })
      }),
    )
  })

  it('keeps the name as it is, quotation marks aside', () => {
    const author = (name: string) => {
      const [quote] = parse(quoteSource(post('a', name), format), format).children
      return quote?.type === 'quote' ? quote.reference?.author : undefined
    }
    for (const name of ['Maren', "O'Hara", 'a, b', 'a: b; 12', 'a, post: 1/2', '[x] y', 'ז. כהן'])
      expect(author(name)).toBe(name)
    expect(author('A "B" C')).toBe('A ”B” C')
  })

  it('looks the same quoted once and twice', () => {
    fc.assert(
      fc.property(sources(format), text => {
        const once = quoteSource(post(text), format)
        const [inner, ...others] = contentOf(quoteSource(post(once), format), format)
        expect(others).toEqual([])
        expect(inner?.type === 'quote' && inner.children).toEqual(contentOf(once, format))
      }),
    )
  })

  it('looks as the text did alone, where its tags are in pairs', () => {
    const texts = {
      markdown: [
        'a *b*\n\n- c\n- d\n\n> e\n\n    f',
        '[quote]\na\n[/quote]\nb',
        '```\n[/quote]\n```',
        '[a]\n\n[a]: /b',
      ],
      bbcode: ['[b]a[/b]\n\n[list][*]b[/list]', '[quote]a[/quote]b', '[code][/quote][/code]', '[b]a'],
    }
    for (const text of texts[format]) {
      const html = renderHtml({
        ...parse('', format),
        children: contentOf(quoteSource(post(text), format), format),
      })
      expect(html).toBe(renderHtml(parse(text, format)))
    }
  })
})

it('takes tags literally that would end the quote', () => {
  expect(quoteSource(post('a\n[/quote]\nb'), 'markdown')).toContain('\na\n\\[/quote]\nb\n')
  expect(quoteSource(post('a[/quote][b]c[/b]'), 'bbcode')).toContain(
    'a[plain][[/plain]/quote][plain][[/plain]b]c',
  )
})

it('quotes a text that is as long as a text may be', () => {
  const source = quoteSource(post('a'.repeat(200_000)), 'bbcode')
  expect(source.endsWith('a\n[/quote]\n')).toBe(true)
})
