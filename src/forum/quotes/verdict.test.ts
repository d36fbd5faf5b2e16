import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judgeTexts } from './verdict.ts'

const word = fc.oneof(
  fc.constantFrom(
    'the',
    'of',
    'harbour',
    'Élysée',
    'don’t',
    '3.5',
    '300,000',
    'U.S',
    'naïve',
    'Straße',
    'ein',
    '%',
  ),
  fc.stringMatching(/^[a-zA-Z]{1,9}$/),
  fc.stringMatching(/^[а-я]{1,9}$/),
  fc.stringMatching(/^\p{Script=Arabic}{1,5}$/u).filter(text => /^\p{L}+$/u.test(text)),
)
const words = fc.array(word, { minLength: 1, maxLength: 60 })
/** A word that is in none of the texts. */
const STRANGE = 'zzqqzz'
const verdictOf = (quoted: readonly string[], source: readonly string[]) =>
  judgeTexts(quoted.join(' '), source.join(' '), source.join(' ')).verdict

describe('the verdict', () => {
  test('of a cut is never that it was altered', () => {
    fc.assert(
      fc.property(words, fc.nat(), fc.nat(), (source, one, other) => {
        const [from, to] = [one % source.length, other % source.length].sort((a, b) => a - b) as [
          number,
          number,
        ]
        const isWhole = from === 0 && to === source.length - 1
        expect(verdictOf(source.slice(from, to + 1), source)).toBe(isWhole ? 'word-for-word' : 'shortened')
      }),
    )
  })

  test('of words that were left out is that it was shortened, marked or not', () => {
    fc.assert(
      fc.property(
        words,
        fc.infiniteStream(fc.boolean()),
        fc.constantFrom(' ', ' … ', ' [...] '),
        (source, keeps, gap) => {
          const kept = source.filter(() => keeps.next().value)
          fc.pre(kept.length < source.length)
          const text = source.join(' ')
          expect(judgeTexts(kept.join(gap), text, text).verdict).toBe('shortened')
        },
      ),
    )
  })

  test('of a word put in, put in the place of another or moved is that it was altered', () => {
    fc.assert(
      fc.property(words, fc.nat(), (source, place) => {
        const at = place % source.length
        expect(verdictOf(source.toSpliced(at, 0, STRANGE), source)).toBe('altered')
        expect(verdictOf(source.toSpliced(at, 1, STRANGE), source)).toBe('altered')
      }),
    )
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.stringMatching(/^[a-z]{3,6}$/), { minLength: 2 }),
        fc.nat(),
        (source, place) => {
          const at = place % (source.length - 1)
          const moved = source.toSpliced(at, 2, source[at + 1]!, source[at]!)
          expect(verdictOf(moved, source)).toBe('altered')
          expect(verdictOf(moved.slice(0, at + 2), source)).toBe('altered')
        },
      ),
    )
  })

  test('of other marks, white space and forms of characters is that it is word for word', () => {
    const gap = fc.constantFrom(
      ' ',
      '\n',
      '\u00a0',
      '  ',
      ' – ',
      ', ',
      '. ',
      ' “',
      '” ',
      ' (',
      ') ',
      '; ',
      '… ',
      ' « ',
      '? ',
    )
    fc.assert(
      fc.property(words, fc.infiniteStream(gap), fc.constantFrom('NFC', 'NFD'), (source, gaps, form) => {
        const marked = source
          .map(each => each.replaceAll('’', "'") + gaps.next().value)
          .join('')
          .replace(/(?<=[a-z]{2})(?=[a-z]{2})/, '\u00ad')
        const text = source.join(' ')
        expect(judgeTexts(marked.normalize(form), text, text)).toEqual({
          verdict: 'word-for-word',
          difference: [],
        })
      }),
    )
  })

  test('shows the difference as the later text with what it lost', () => {
    const source =
      'Long before. The union said on Friday that the bridge reopens in May, not in June. Long after.'
    const quoted = 'The union said on Sunday that the old bridge reopens in May.'
    const { verdict, difference } = judgeTexts(quoted, source, source)
    expect(verdict).toBe('altered')
    const told = difference.map(({ change, text }) => `${change} ${text.trim()}`)
    expect(told).toEqual([
      ...['kept The union said on', 'removed Friday', 'added Sunday', 'kept that the', 'added old'],
      ...['kept bridge reopens in May'],
    ])
  })

  test('shows what was left out without a mark, and not what was left out with one', () => {
    const source = 'I did not take it from the house, I swear.'
    const unmarked = judgeTexts('I did take it … I swear.', source, source)
    expect(unmarked.verdict).toBe('shortened')
    expect(unmarked.difference.map(({ change, text }) => `${change} ${text.trim()}`)).toEqual([
      ...['kept I did', 'removed not', 'kept take it … I swear'],
    ])
    expect(judgeTexts('I did not … I swear.', source, source).difference).toEqual([])
  })

  test('of a word in two hostile texts of full length takes no more than a moment', () => {
    const [many, other] = ['a '.repeat(25_000), `${'a '.repeat(12_000)}b`]
    expect(judgeTexts(other, many, many).verdict).toBe('altered')
    expect(judgeTexts(`b ${other}`, many, `b${many}`).verdict).toBe('altered')
    const dots = 'a … '.repeat(12_000)
    expect(judgeTexts(dots, many, many).verdict).toBe('shortened')
    expect(judgeTexts(`${dots} c`, many, many).verdict).toBe('altered')
  })
})
