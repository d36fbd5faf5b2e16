import { type Format, parse, renderHtml } from '@rostra/markup'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readableText } from '../findings/text.ts'
import { placesIn, quoteBlocksOf, wordCount } from './source.ts'

const printed = (source: string, format: Format = 'markdown') =>
  readableText(renderHtml(parse(source, format))).text

/** What of a source stands where some of its printed words do. */
function found(source: string, words: string, format: Format = 'markdown'): string | null {
  const text = printed(source, format)
  const start = text.indexOf(words)
  expect(start, text).toBeGreaterThanOrEqual(0)
  const place = placesIn(source, text)({ start, end: start + words.length })
  return place && source.slice(place.start, place.end)
}

test('words that were printed are found in the source, with the marks that belong to them', () => {
  expect(found('The *union* said “no way” on **Monday**.', 'The union')).toBe('The *union*')
  expect(found('The union said “no way” today.', 'no way')).toBe('“no way”')
  expect(found('It ran. The [vote](https://a.example/the/vote) is over. So', 'The vote is over.')).toBe(
    'The [vote](https://a.example/the/vote) is over.',
  )
  expect(found('As [told here](https://a.example/x).\n\nMore.', 'told here')).toBe(
    '[told here](https://a.example/x).',
  )
  expect(found('[b]The union[/b] said [i]no[/i].', 'union said no', 'bbcode')).toBe('union[/b] said [i]no')
})

test('what stands before in an address or a quote of another post is not taken for it', () => {
  const source = 'See [this](https://a.example/union/said/no). The union said no.'
  expect(found(source, 'The union said no.')).toBe('The union said no.')
  const quote = '[quote="Mo, post: 1/2, revision: 1"]\nThe union said no.\n[/quote]\n'
  const place = placesIn(`${quote}The union said no.`, 'The union said no.')({ start: 0, end: 18 })
  expect(place?.start).toBe(quote.length)
})

test('what cannot be found again is nowhere', () => {
  expect(placesIn('Something else.', 'The union said no.')({ start: 0, end: 18 })).toBeNull()
  expect(placesIn('', '')({ start: 0, end: 0 })).toBeNull()
  expect(placesIn('a', 'a')({ start: 5, end: 9 })).toBeNull()
})

test('quote blocks are the outermost ones, closed ones only', () => {
  const source = 'a [quote="Mo"]one [quote]two[/quote] three[/quote] b [/quote] [quote]four[/quote] [quote=x]'
  expect(quoteBlocksOf(source).map(({ inner }) => source.slice(inner.start, inner.end))).toEqual([
    'one [quote]two[/quote] three',
    'four',
  ])
  expect(wordCount('Ilse Brandt said: €41 million.')).toBe(5)
})

test('a paragraph of plain words is found where it stands, whatever stands around it', () => {
  const word = fc.constantFrom('the', 'union', 'said', 'no', 'offer', 'Brandt', 'port', 'final', 'ship')
  const paragraph = fc.array(word, { minLength: 1, maxLength: 12 }).map(words => words.join(' '))
  fc.assert(
    fc.property(fc.array(paragraph, { minLength: 1, maxLength: 6 }), fc.nat(5), (paragraphs, chosen) => {
      const source = paragraphs.join('\n\n')
      const text = printed(source)
      const index = chosen % paragraphs.length
      const start = paragraphs.slice(0, index).join('\n').length + (index > 0 ? 1 : 0)
      const place = placesIn(source, text)({ start, end: start + paragraphs[index]!.length })
      expect(source.slice(place!.start, place!.end)).toBe(paragraphs[index])
    }),
  )
})

test.each([
  ['quotation marks', '"'],
  ['brackets', ']('],
  ['quote tags', '[quote=x]'],
  ['one word', 'no '],
  ['numbers', '41,000 '],
])('64 kB of %s', (_, sign) => {
  const source = `The union ${sign.repeat(64_000 / sign.length)} said no.`
  const place = placesIn(source, source)
  for (const span of [
    { start: 0, end: source.length },
    { start: source.length - 8, end: source.length },
  ])
    expect(place(span)).not.toBeUndefined()
})
