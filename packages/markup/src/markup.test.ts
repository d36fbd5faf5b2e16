import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { faultIn, lostWords } from '../testing/faults.ts'
import { markedSources, sources } from '../testing/generate.ts'
import { visibleText } from '../testing/oracle.ts'
import { type Format, parse, plainText, renderHtml } from './markup.ts'

const FORMATS: Format[] = ['markdown', 'bbcode']
const RUNS = 400
const settled = (text: string): string => text.replace(/\s+/g, ' ').trim()

describe.each(FORMATS)('any text in %s', format => {
  it('gives HTML of listed elements, attributes, classes and schemes, a tree of plain data, whole excerpts', () => {
    fc.assert(
      fc.property(sources(format), source => {
        expect(faultIn(source, format)).toBeNull()
      }),
      { numRuns: RUNS },
    )
  })

  it('keeps every word of its writer, inside tags too', () => {
    fc.assert(
      fc.property(markedSources(format), marked => {
        expect(lostWords(marked, format)).toEqual([])
      }),
      { numRuns: RUNS },
    )
  })

  it('is shown by its HTML as its plain text says', () => {
    const words = fc.array(
      fc.constantFrom('a', 'é', '漢', ' ', '\n', '\n\n', '**', '[b]', '[/b]', '<b>', '&', '- ', '> '),
    )
    fc.assert(
      fc.property(words, pieces => {
        const document = parse(pieces.join(''), format)
        const letters = (text: string) => text.replace(/[^\p{L}]/gu, '')
        expect(letters(plainText(document))).toBe(letters(visibleText(renderHtml(document))))
      }),
    )
  })
})

describe('text that is no markup', () => {
  const quiet = fc.string({ unit: fc.constantFrom(...'abé漢ש .,;?!…()\'"&'), maxLength: 200 })

  it.each(FORMATS)('is shown character by character in %s', format => {
    fc.assert(
      fc.property(quiet, text => {
        const source = text.replaceAll('&', '& ')
        expect(settled(visibleText(renderHtml(parse(source, format))))).toBe(settled(source))
      }),
    )
  })

  it('may look like tags that nobody knows', () => {
    const unknown = fc.array(fc.constantFrom('[x]', '[/x]', '[x=y]', '[foo bar]', '[', ']', 'a', ' ', '\n'))
    fc.assert(
      fc.property(unknown, pieces => {
        const source = pieces.join('')
        expect(settled(visibleText(renderHtml(parse(source, 'bbcode'))))).toBe(settled(source))
      }),
    )
  })
})
