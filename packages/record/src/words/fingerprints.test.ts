import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fingerprintsOf, GRAM, gramHashes, WINDOW } from './fingerprints.ts'
import { wordsOf } from './words.ts'

const hashesOf = (text: string) => new Set(fingerprintsOf(wordsOf(text)).map(print => print.hash))
const word = fc.stringMatching(/^[a-z]{1,6}$/)
const wordList = (minLength: number, maxLength: number) => fc.array(word, { minLength, maxLength })

describe('fingerprintsOf', () => {
  it('finds every shared run of ten words, wherever it stands', () => {
    fc.assert(
      fc.property(
        wordList(0, 30),
        wordList(0, 30),
        wordList(10, 14),
        wordList(0, 30),
        wordList(0, 30),
        (a, b, run, c, d) => {
          const one = fingerprintsOf(wordsOf([...a, ...run, ...b].join(' ')))
          const other = fingerprintsOf(wordsOf([...c, ...run, ...d].join(' ')))
          const within = (prints: typeof one, from: number) =>
            prints
              .filter(p => p.wordIndex >= from && p.wordIndex + GRAM <= from + run.length)
              .map(p => p.hash)
          const shared = new Set(within(other, c.length))
          expect(within(one, a.length).some(hash => shared.has(hash))).toBe(true)
        },
      ),
    )
  })

  it('finds it among words that repeat, too', () => {
    const few = fc.constantFrom('to', 'be', 'or')
    fc.assert(
      fc.property(
        fc.array(few, { maxLength: 40 }),
        fc.array(few, { minLength: 10, maxLength: 10 }),
        fc.array(few, { maxLength: 40 }),
        (before, run, behind) => {
          const one = hashesOf([...before, ...run].join(' '))
          const other = hashesOf([...run, ...behind].join(' '))
          expect([...one].some(hash => other.has(hash))).toBe(true)
        },
      ),
    )
  })

  it('needs ten words', () => {
    expect(fingerprintsOf(wordsOf('one two three four five six seven eight nine'))).toEqual([])
    expect(fingerprintsOf(wordsOf('one two three four five six seven eight nine ten'))).toHaveLength(1)
    expect(GRAM + WINDOW - 1).toBe(10)
  })

  it('leaves out stretches, and runs over none', () => {
    const quote = '“we came to the river late and found no boat there at all”'
    const text = `He said ${quote} and turned to the men who stood behind him in the snow that day.`
    const start = text.indexOf(quote)
    const prints = fingerprintsOf(wordsOf(text), [{ start, end: start + quote.length }])
    const behind = text.slice(start + quote.length)
    expect(prints.map(print => print.hash)).toEqual(fingerprintsOf(wordsOf(behind)).map(print => print.hash))
    expect(prints.length).toBeGreaterThan(0)
    expect(prints.every(print => print.wordIndex >= 15)).toBe(true)
    expect(fingerprintsOf(wordsOf(quote), [{ start: 0, end: quote.length }])).toEqual([])
  })

  it('keeps about two places of seven, well spread over 47 bits', () => {
    const text = Array.from({ length: 20_000 }, (_, i) => `w${(i * 7919) % 20_011}`).join(' ')
    const prints = fingerprintsOf(wordsOf(text))
    expect(prints.length / 20_000).toBeGreaterThan(0.25)
    expect(prints.length / 20_000).toBeLessThan(0.33)
    const grams = gramHashes(wordsOf(text).hashes, 0, 20_000, GRAM)
    for (let bit = 0; bit < 47; bit++) {
      const set = grams.filter(hash => Math.floor(hash / 2 ** bit) % 2 === 1).length
      expect(Math.abs(set / grams.length - 0.5)).toBeLessThan(0.02)
    }
    expect(Math.max(...grams)).toBeLessThan(2 ** 47)
    expect(grams.every(Number.isSafeInteger)).toBe(true)
  })

  it('is the same in every version, because it is stored', () => {
    const prints = fingerprintsOf(
      wordsOf('The quick brown fox jumps over the lazy dog again and again, all day long.'),
    )
    expect(prints).toMatchInlineSnapshot(`
      [
        {
          "hash": 1128046433627,
          "wordIndex": 4,
        },
        {
          "hash": 5554391957871,
          "wordIndex": 6,
        },
      ]
    `)
  })

  it('keeps few of one word repeated', () => {
    const prints = fingerprintsOf(wordsOf('no '.repeat(10_000)))
    expect(prints.length).toBeLessThan(2_000)
    expect(new Set(prints.map(print => print.hash)).size).toBe(1)
  })
})
