import { parse, plainText } from '@rostra/markup'
import { describe, expect, test } from 'vitest'
import { asQuotes, type Mended, shortened, withLink, withoutPassage } from './mending.ts'

const placeOf = (source: string, words: string) => {
  const start = source.indexOf(words)
  expect(start).toBeGreaterThanOrEqual(0)
  return { start, end: start + words.length }
}
const selected = ({ source, select }: Mended) => source.slice(select.start, select.end)

describe('a text is mended', () => {
  test('by leaving out a paragraph, and no gap stays', () => {
    const source = 'One.\n\n> Two.\n\n\nThree.'
    expect(withoutPassage(source, placeOf(source, 'Two.')).source).toBe('One.\n\nThree.')
    expect(withoutPassage(source, placeOf(source, 'One.')).source).toBe('> Two.\n\n\nThree.')
    expect(withoutPassage(source, placeOf(source, 'Three.')).source).toBe('One.\n\n> Two.')
    expect(withoutPassage('All.', placeOf('All.', 'All.')).source).toBe('')
  })

  test('by leaving out words within a line', () => {
    const source = 'They met. They met. They left.'
    expect(withoutPassage(source, { start: 10, end: 19 })).toEqual({
      source: 'They met. They left.',
      select: { start: 10, end: 10 },
    })
  })

  test('by the beginnings of a link that belongs to the sentence', () => {
    const source = 'The loss is €41 million. So they say.'
    const place = placeOf(source, 'The loss is €41 million.')
    const markdown = withLink(source, place, 'markdown', 'source')
    expect(markdown.source).toBe('The loss is €41 million ([source](https://)). So they say.')
    expect(selected(markdown)).toBe('https://')
    const bbcode = withLink(source, place, 'bbcode', 'Quelle')
    expect(bbcode.source).toBe('The loss is €41 million ([url=https://]Quelle[/url]). So they say.')
    expect(selected(bbcode)).toBe('https://')
    expect(withLink('No end', { start: 0, end: 6 }, 'markdown', 'source').source).toBe(
      'No end ([source](https://))',
    )
  })

  test.each(['markdown', 'bbcode'] as const)('by quoting the post that has the words, in %s', format => {
    const source = 'Before.\n\nThe offer was final.\n\nBetween. The vote is on Friday. Behind.'
    const quoted = { author: 'Mo', thread: 7, number: 3, revision: 2 }
    const places = [placeOf(source, 'The offer was final.'), placeOf(source, 'The vote is on Friday.')]
    const mended = asQuotes(source, places, quoted, format)
    const tag = '[quote="Mo, post: 7/3, revision: 2"]'
    expect(mended.source).toBe(
      `Before.\n\n${tag}\nThe offer was final.\n[/quote]\n\nBetween.\n\n${tag}\nThe vote is on Friday.\n[/quote]\n\nBehind.`,
    )
    expect(selected(mended)).toBe(`${tag}\nThe offer was final.\n[/quote]\n`)
    const own = plainText(parse(mended.source, format), { quotes: false })
    expect(own.split(/\s+/)).toEqual(['Before.', 'Between.', 'Behind.'])
  })

  test('by quoting what was a quote without a name', () => {
    const quoted = { author: 'Mo', thread: 7, number: 3, revision: 2 }
    const source = '> The offer\n> was final.'
    const place = { start: 2, end: source.length }
    expect(asQuotes(source, [place], quoted, 'markdown').source).toBe(
      '[quote="Mo, post: 7/3, revision: 2"]\nThe offer\nwas final.\n[/quote]\n',
    )
  })

  test('by cutting an excerpt, its marks stay', () => {
    const source = 'She said “one two three four five” twice.'
    const place = placeOf(source, '“one two three four five”')
    expect(shortened(source, place, 2).source).toBe('She said “one two […]” twice.')
    expect(shortened(source, place, 5).source).toBe(source)
    expect(shortened(source, place, 0).source).toBe('She said twice.')
  })
})
