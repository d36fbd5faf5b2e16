import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { numeralAt } from './numerals.ts'
import { piecesOf } from './pieces.ts'
import type { WrittenLanguage } from './written-language.ts'

const numeral = (text: string, language: WrittenLanguage) => {
  const pieces = piecesOf(text)
  const found = numeralAt(pieces, 0, language)
  return found === null ? null : [found.value, text.slice(0, pieces[found.next - 1]!.end)]
}

describe.each<[WrittenLanguage, readonly [string, number][]]>([
  [
    'en',
    [
      ['zero', 0],
      ['nineteen', 19],
      ['twenty-five', 25],
      ['ninety nine', 99],
      ['three hundred', 300],
      ['three hundred and six', 306],
      ['two thousand four hundred and twelve', 2412],
      ['two hundred and six thousand four hundred', 206_400],
      ['three million two hundred thousand and five', 3_200_005],
      ['two dozen', 24],
    ],
  ],
  [
    'de',
    [
      ['eins', 1],
      ['siebzehn', 17],
      ['fünfundzwanzig', 25],
      ['dreißig', 30],
      ['dreissig', 30],
      ['zweihundertfünf', 205],
      ['eintausend', 1000],
      ['dreihundertfünfundzwanzigtausendzweihundertelf', 325_211],
      ['zwei Millionen', 2_000_000],
      ['eine Million zweihunderttausend', 1_200_000],
      ['drei Milliarden', 3_000_000_000],
    ],
  ],
  [
    'fr',
    [
      ['seize', 16],
      ['dix-huit', 18],
      ['vingt et un', 21],
      ['soixante-dix', 70],
      ['soixante et onze', 71],
      ['quatre-vingts', 80],
      ['quatre-vingt-dix-sept', 97],
      ['nonante-deux', 92],
      ['deux cents', 200],
      ['mille deux cents', 1200],
      ['trois millions', 3_000_000],
      ['deux milliards', 2_000_000_000],
    ],
  ],
  [
    'es',
    [
      ['dieciséis', 16],
      ['veintidós', 22],
      ['treinta y uno', 31],
      ['ciento cinco', 105],
      ['quinientas', 500],
      ['mil doscientos', 1200],
      ['treinta y dos mil quinientos', 32_500],
      ['tres millones', 3_000_000],
      ['mil millones', 1_000_000_000],
      ['dos mil millones', 2_000_000_000],
    ],
  ],
])('numbers in words: %s', (language, rows) => {
  it.each(rows)('%s', (text, value) => {
    expect(numeral(text, language)).toEqual([value, text])
  })
})

describe('numeralAt', () => {
  it.each<[string, WrittenLanguage, number, string]>([
    ['one one one', 'en', 1, 'one'],
    ['nineteen eighty', 'en', 19, 'nineteen'],
    ['twenty and so on', 'en', 20, 'twenty'],
    ['two\nthree hundred', 'en', 2, 'two'],
    ['zwei drei', 'de', 2, 'zwei'],
    ['deux trois', 'fr', 2, 'deux'],
    ['veinte y tantos', 'es', 20, 'veinte'],
  ])('ends where the next word cannot follow: %s', (text, language, value, words) => {
    expect(numeral(text, language)).toEqual([value, words])
  })

  it.each(['hundreds of', 'million', 'dozens', 'house', '5'])('takes no number from: %s', text => {
    expect(numeral(text, 'en')).toBeNull()
  })

  it.each(['und', 'Hundertschaft', 'einfach', 'dreist', 'hundertmark', 'tausendfach'])(
    'takes no German number from: %s',
    text => {
      expect(numeral(text, 'de')).toBeNull()
    },
  )

  it('gives back every number that is written out in English', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), value => {
        const text = spelled(value)
        expect(numeral(text, 'en')).toEqual([value, text])
      }),
    )
  })
})

const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const TENS = '- - twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')

function spelled(value: number): string {
  if (value < 20) return SMALL[value]!
  if (value < 100) return TENS[Math.floor(value / 10)]! + (value % 10 === 0 ? '' : `-${SMALL[value % 10]}`)
  const [size, word] =
    value >= 1e6 ? [1e6, 'million'] : value >= 1_000 ? [1_000, 'thousand'] : [100, 'hundred']
  const rest = value % size
  return `${spelled(Math.floor(value / size))} ${word}${rest === 0 ? '' : `${rest < 100 ? ' and' : ''} ${spelled(rest)}`}`
}
