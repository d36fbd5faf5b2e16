import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countWords, spanOf, wordAt, wordsOf, wordsWithin } from './words.ts'

const folded = (text: string) => wordsOf(text).folded

describe('wordsOf', () => {
  it('makes equal words equal strings', () => {
    expect(folded('Mexico’s “CAFÉ” — a ﬁne one')).toEqual(['mexicos', 'cafe', 'a', 'fine', 'one'])
    expect(folded("Mexico's cafe\u0301, a fine one")).toEqual(['mexicos', 'cafe', 'a', 'fine', 'one'])
    expect(folded('Straße ΟΔΟΣ οδος Łódź')).toEqual(['strasse', 'οδοσ', 'οδοσ', 'lodz'])
    expect(folded('ＷＩＤＥ ²')).toEqual(['wide', '2'])
  })

  it('keeps what one word is', () => {
    expect(folded('U.S. troops, the U.S military, e.g. a U.N.-led one')).toEqual([
      'us',
      'troops',
      'the',
      'us',
      'military',
      'eg',
      'a',
      'un',
      'led',
      'one',
    ])
    expect(folded('300,000 or 3.5, then 1,2')).toEqual(['300000', 'or', '3.5', 'then', '1,2'])
    expect(folded('the end.The next')).toEqual(['the', 'end', 'the', 'next'])
    expect(folded("'tis the dogs' well-known rock 'n' roll")).toEqual([
      'tis',
      'the',
      'dogs',
      'well',
      'known',
      'rock',
      'n',
      'roll',
    ])
  })

  it('is not fooled by what cannot be seen', () => {
    expect(folded('ter\u00adri\u200bto\ufeffry')).toEqual(['territory'])
  })

  it('gives a word a character where there are no spaces, and keeps signs that carry meaning', () => {
    expect(folded('東京は晴れ')).toEqual(['東', '京', 'は', '晴', 'れ'])
    expect(folded('か\u3099 が か')).toEqual(['が', 'が', 'か'])
    expect(folded('किताब')).toEqual(['किताब'])
    expect(folded('مُحَمَّد محمد')).toEqual(['محمد', 'محمد'])
    expect(folded('\u{20000}\u{20001} 한국어')).toEqual(['\u{20000}', '\u{20001}', '한국어'])
  })

  it('says where each word stands', () => {
    const text = 'So: “Don’t!” 3,000\n東'
    const words = wordsOf(text)
    const cut = words.starts.map((start, at) => text.slice(start, words.ends[at]))
    expect(cut).toEqual(['So', 'Don’t', '3,000', '東'])
    expect(wordsOf(text, { start: 4, end: 11 }).starts).toEqual([5])
    expect(spanOf(words, 1, 3)).toEqual({ start: 5, end: 18 })
  })

  it('holds for any text: places rise, and each word alone folds to itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), text => {
        const words = wordsOf(text)
        let reached = 0
        for (const [at, word] of words.folded.entries()) {
          expect(words.starts[at]!).toBeGreaterThanOrEqual(reached)
          expect(words.ends[at]!).toBeGreaterThan(words.starts[at]!)
          reached = words.ends[at]!
          expect(word).not.toBe('')
          const alone = wordsOf(text.slice(words.starts[at], words.ends[at]))
          expect(alone.folded.join('')).toBe(word)
        }
        expect(reached).toBeLessThanOrEqual(text.length)
      }),
    )
  })

  it('gives equal words equal hashes and others different ones', () => {
    const words = wordsOf(Array.from({ length: 50_000 }, (_, i) => `w${i}`).join(' '))
    expect(new Set(words.hashes).size).toBeGreaterThan(49_995)
    expect(wordsOf('Élan').hashes).toEqual(wordsOf('elan').hashes)
  })
})

describe('places of words', () => {
  const text = 'one two three four'
  const words = wordsOf(text)

  it('finds the word at a place', () => {
    expect([0, 2, 3, 4, 17, 18].map(place => wordAt(words, place))).toEqual([0, 0, 1, 1, 3, 4])
  })

  it('finds the words that stretches touch, in any order, overlapping too', () => {
    const stretches = [
      { start: 14, end: 15 },
      { start: 0, end: 5 },
      { start: 2, end: 3 },
    ]
    expect([...wordsWithin(words, stretches)]).toEqual([1, 1, 0, 1])
    expect([...wordsWithin(words, [])]).toEqual([0, 0, 0, 0])
  })

  it('counts characters without spaces half', () => {
    expect(countWords(words, 1, 4)).toBe(3)
    expect(countWords(wordsOf('東京は晴れ and'), 0, 6)).toBe(3.5)
  })
})
