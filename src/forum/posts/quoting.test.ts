import { type Format, parse, plainText, quoteSource, quotesOf } from '@rostra/markup'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { carriedSource } from './quoting.ts'

const words = (text: string): string => text.replace(/\s+/g, ' ').trim()

describe('what a quote carries', () => {
  test.each<[string, Format, string]>([
    ['Just *this*.', 'markdown', 'Just *this*.'],
    ['[quote="Bo, post: 1/2"]\nTheirs\n[/quote]\n\nMine **here**.', 'markdown', 'Mine **here**.'],
    ['> Theirs\n> more\n\nMine.', 'markdown', 'Mine.'],
    ['Before\n\n[quote]a[quote]b[/quote]c[/quote]\n\nAfter', 'bbcode', 'Before\n\nAfter'],
    ['[QUOTE=Bo]x[/QUOTE][b]Mine[/b]', 'bbcode', '[b]Mine[/b]'],
    ['[quote]Only theirs[/quote]', 'bbcode', '[quote]Only theirs[/quote]'],
    ['See `[quote]x[/quote]` there', 'markdown', 'See `[quote]x[/quote]` there'],
  ])('%j in %s', (source, format, carried) => {
    expect(carriedSource(source, format, format)).toBe(carried)
  })

  test('a quote that cannot be told from code by its looks leaves the words', () => {
    const source = '> Theirs\n\n```\n> code\n```'
    const carried = carriedSource(source, 'markdown', 'markdown')
    expect(words(plainText(parse(carried, 'markdown')))).toBe('> code')
  })

  test('into the other format go the words, and nothing of them is markup there', () => {
    expect(carriedSource('[b]Mine[/b]', 'bbcode', 'markdown')).toBe('Mine')
    const stars = carriedSource('[b]*a* and <b>[/b]', 'bbcode', 'markdown')
    expect(words(plainText(parse(stars, 'markdown')))).toBe('*a* and <b>')
    const tags = carriedSource('\\[b]x\\[/b] **y**', 'markdown', 'bbcode')
    expect(words(plainText(parse(tags, 'bbcode')))).toBe('[b]x[/b] y')
  })

  const piece = fc.constantFrom(
    ...[
      'Some words',
      '**strong**',
      '[b]bold[/b]',
      '`[quote]`',
      '[code]> x[/code]',
      '- item',
      '1. one',
      '\\*',
    ],
    ...[
      '[quote="Bo, post: 1/2"]',
      '[quote]',
      '[/quote]',
      '> quoted',
      '    indented',
      '```',
      '@bo',
      '',
      '<i>',
    ],
  )
  const text = fc.array(piece, { minLength: 1, maxLength: 8 }).map(pieces => pieces.join('\n'))
  const format = fc.constantFrom<Format>('markdown', 'bbcode')

  test('whatever a post holds, its quote has its writer’s words and no quotes within', () => {
    fc.assert(
      fc.property(text, format, format, (source, from, to) => {
        const document = parse(source, from)
        const own = plainText(document, { quotes: false })
        const carried = carriedSource(source, from, to)
        fc.pre(own !== '')
        const read = parse(carried, to)
        expect(words(plainText(read))).toBe(words(own))
        expect(quotesOf(read)).toEqual([])
        const block = quoteSource({ author: 'Bo', thread: 1, number: 2, revision: 1, text: carried }, to)
        expect(quotesOf(parse(block, to))[0]).toMatchObject({ author: 'Bo', revision: 1 })
      }),
      { numRuns: 2000 },
    )
  })
})
