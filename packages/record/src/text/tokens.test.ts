import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { passageOf } from './passage.ts'
import { tokensOf } from './tokens.ts'

const words = (text: string) => tokensOf(text).map(token => text.slice(token.start, token.end))
const tags = (text: string) => passageOf(text).tokens.map(token => `${token.lower}/${token.tag}`)
const tagOf = (text: string, word: string) => passageOf(text).tokens.find(token => token.lower === word)?.tag

describe('tokensOf', () => {
  it('parts contractions and possessives', () => {
    expect(words("They don't know Brandt's plan")).toEqual([
      'They',
      'do',
      "n't",
      'know',
      'Brandt',
      "'s",
      'plan',
    ])
    expect(words('She’ll say we’ve won')).toEqual(['She', '’ll', 'say', 'we', '’ve', 'won'])
  })

  it('keeps stops that belong to abbreviations, initials and numbers', () => {
    expect(words('Dr. J. Moss of the U.S. paid 3.5 of 1,000.')).toEqual([
      'Dr.',
      'J.',
      'Moss',
      'of',
      'the',
      'U.S.',
      'paid',
      '3.5',
      'of',
      '1,000',
      '.',
    ])
  })

  it('keeps hyphens within words and parts dashes from them', () => {
    expect(words('a well-known aide—Petty--left')).toEqual([
      'a',
      'well-known',
      'aide',
      '—',
      'Petty',
      '--',
      'left',
    ])
  })

  it('covers everything but white space, in order and without gaps within words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), text => {
        let end = 0
        for (const token of tokensOf(text)) {
          expect(text.slice(end, token.start)).toMatch(/^\s*$/)
          expect(token.end).toBeGreaterThan(token.start)
          end = token.end
        }
        expect(text.slice(end)).toMatch(/^\s*$/)
      }),
    )
  })

  it('keeps the halves of a character together, and takes a half by itself for a sign', () => {
    expect(tokensOf('Das 𝔘𝔫𝔦 da').map(({ lower }) => lower)).toEqual(['das', '𝔘𝔫𝔦', 'da'])
    expect(tokensOf('da\udc00da').map(({ tag }) => tag)).toEqual(['NOUN', 'PUNCT', 'NOUN'])
    expect(tokensOf('\udc00'.repeat(20_000))).toHaveLength(20_000)
  })
})

describe('tags', () => {
  it('tells names from words at the start of a sentence', () => {
    expect(tags('Brandt said so. Nobody asked Petty.')).toEqual([
      ...['brandt/PROPN', 'said/VERB', 'so/ADV', './PUNCT'],
      ...['nobody/PRON', 'asked/VERB', 'petty/PROPN', './PUNCT'],
    ])
  })

  it('tells verbs from nouns that look alike', () => {
    expect(tagOf('The study shows that rents rise.', 'shows')).toBe('VERB')
    expect(tagOf('Nobody watches the shows.', 'shows')).toBe('NOUN')
    expect(tagOf('They will report it.', 'report')).toBe('VERB')
    expect(tagOf('The report is late.', 'report')).toBe('NOUN')
    expect(tagOf('The harbour workers want a new contract.', 'want')).toBe('VERB')
    expect(tagOf('It cost the city three years.', 'years')).toBe('NOUN')
  })

  it('reads a colour or a month as a name where a name stands', () => {
    expect(tagOf('“It is over,” Black said.', 'black')).toBe('PROPN')
    expect(tagOf('the black cat', 'black')).toBe('ADJ')
  })

  it('takes no family for an adverb', () => {
    expect(tagOf('The family left early.', 'family')).toBe('NOUN')
    expect(tagOf('They left quickly.', 'quickly')).toBe('ADV')
  })
})
