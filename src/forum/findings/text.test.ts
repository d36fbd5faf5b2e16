import { type Format, parse, plainText, renderHtml } from '@rostra/markup'
import * as fc from 'fast-check'
import { parseDocument } from 'htmlparser2'
import { describe, expect, test } from 'vitest'
import { sources } from '../../../packages/markup/testing/generate.ts'
import { readableText, stretchesOf } from './text.ts'

const printed = (source: string, format: Format = 'markdown'): string =>
  renderHtml(parse(source, format), {
    idPrefix: 'p7-',
    mention: name => ({ href: '/members/1', name }),
    quote: ({ author }) => ({ href: '/posts/1/2', author, number: 2 }),
  })
const textOf = (source: string, format: Format = 'markdown'): string =>
  readableText(printed(source, format)).text
const FORMATS: Format[] = ['markdown', 'bbcode']

describe('the text of a post', () => {
  test('is its paragraphs, each on one line', () => {
    expect(textOf('One *two* three.\n\nFour & "five" <six>.\n\n- a\n- b')).toBe(
      'One two three.\nFour & "five" <six>.\na\nb',
    )
  })

  test('lacks quotes of other posts, and has what its author quoted by hand', () => {
    const source =
      '[quote="Bo, post: 1/2"]Theirs [b]too[/b][/quote]\n[quote=Cy]And theirs[/quote]\n[quote]By hand[/quote]\nMine'
    expect(textOf(source, 'bbcode')).toBe('By hand\nMine')
    expect(textOf('> Pasted from the paper.\n\nMine.')).toBe('Pasted from the paper.\nMine.')
  })

  test('lacks code, hidden words, the titles of spoilers, calls of notes and names of pictures', () => {
    const source =
      'Run `rm "x"` [ispoiler]he dies[/ispoiler] now[^a] ![A cat](http://a.example/cat.png).\n\n```\n"code"\n```\n\n[spoiler=Look "here"]\nFolded.\n[/spoiler]\n\n[^a]: A note.'
    expect(textOf(source)).toBe('Run   now .\nFolded.\nA note.')
  })

  test('a line that its writer ended is a paragraph; one that was merely broken runs on', () => {
    const long = 'The harbour union turned down the second offer of the port'
    expect(textOf(`${long}\nauthority on Monday.`)).toBe(`${long} authority on Monday.`)
    expect(textOf(`${long}.\nIts chair spoke.`)).toBe(`${long}.\nIts chair spoke.`)
    expect(textOf('Port strike\nThe union spoke.')).toBe('Port strike\nThe union spoke.')
    expect(textOf(`${long}[br][br]authority`, 'bbcode')).toBe(`${long}\nauthority`)
    expect(textOf(`${long}\n• first`, 'bbcode')).toBe(`${long}\n• first`)
  })

  test('knows where the links that leave the forum stand', () => {
    const { text, links } = readableText(
      printed(
        'See [the *notice*](https://a.example/?a=1&b=2), @Bo and [here](/threads/1). https://b.example/x',
      ),
    )
    expect(links.map(({ start, end, url }) => [text.slice(start, end), url])).toEqual([
      ['the notice', 'https://a.example/?a=1&b=2'],
      ['https://b.example/x', 'https://b.example/x'],
    ])
  })

  test.each(FORMATS)('is what stands in the HTML at its pieces, in %s', format => {
    fc.assert(
      fc.property(sources(format), source => {
        const html = printed(source, format)
        const { text, pieces } = readableText(html)
        let end = 0
        let to = 0
        for (const piece of pieces) {
          expect(['', ' ', '\n']).toContain(text.slice(end, piece.start))
          expect(piece.from).toBeGreaterThanOrEqual(to)
          expect(html.slice(piece.from, piece.to)).not.toMatch(/[<>]/)
          expect(decoded(html.slice(piece.from, piece.to))).toBe(text.slice(piece.start, piece.end))
          end = piece.end
          to = piece.to
        }
        expect(end).toBe(text.length)
      }),
      { numRuns: 400 },
    )
  })

  test('leaves out no word of a plain text', () => {
    const word = fc.stringMatching(/^[a-z&<>"']{1,8}$/)
    const paragraph = fc.array(word, { minLength: 1, maxLength: 30 }).map(words => words.join(' '))
    fc.assert(
      fc.property(fc.array(paragraph, { minLength: 1, maxLength: 5 }), paragraphs => {
        const document = parse(paragraphs.join('\n\n'), 'bbcode')
        expect(readableText(renderHtml(document)).text).toBe(plainText(document).replaceAll('\n\n', '\n'))
      }),
    )
  })

  test('a stretch of it stands in stretches of the HTML without markup', () => {
    const html = printed('He said “<a> *calendar* & more” on Monday.')
    const { text, pieces } = readableText(html)
    const start = text.indexOf('“')
    const found = stretchesOf(pieces, { start, end: text.indexOf('”') + 1 })
    expect(found.map(span => html.slice(span.start, span.end))).toEqual([
      '“&lt;a&gt; ',
      'calendar',
      ' &amp; more”',
    ])
    expect(stretchesOf(pieces, { start: 2, end: 2 })).toEqual([])
  })

  test.each(['<br>\n', '&amp;', '<em>a</em>', '<p dir="auto">', '<span class="spoiler" tabindex="0">'])(
    'bears a text of the same again and again: %s',
    unit => {
      const count = 300_000
      const { text, pieces } = readableText(`x${unit.repeat(count)}y`)
      expect(text.length).toBeLessThanOrEqual(count + 2)
      expect(pieces.length).toBeLessThanOrEqual(count + 2)
    },
  )
})

function decoded(html: string): string {
  const [node] = parseDocument(html).children
  return node && 'data' in node ? node.data.replaceAll('\n', ' ') : ''
}
