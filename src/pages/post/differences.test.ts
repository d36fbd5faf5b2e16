import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { differencesOf, type Stretch, withGaps } from './differences.ts'

const joined = (stretches: readonly Stretch[], without: 'added' | 'removed'): string =>
  stretches
    .filter(stretch => stretch.kind !== without)
    .map(stretch => stretch.text)
    .join('')

describe('what was changed between two wordings', () => {
  test('is told word by word, in any script', () => {
    expect(differencesOf('The vote is on Friday.', 'The vote was on Friday.')).toEqual([
      { kind: 'same', text: 'The vote ' },
      { kind: 'removed', text: 'is' },
      { kind: 'added', text: 'was' },
      { kind: 'same', text: ' on Friday.' },
    ])
    expect(differencesOf('قالت النقابة', 'قالت الوزارة').map(each => each.text)).toEqual([
      'قالت ',
      'النقابة',
      'الوزارة',
    ])
    expect(differencesOf('Größe', 'Grösse')).toHaveLength(2)
  })

  test('is nothing between equal texts, and all where one is empty', () => {
    expect(differencesOf('', '')).toEqual([])
    expect(differencesOf('a', 'a')).toEqual([{ kind: 'same', text: 'a' }])
    expect(differencesOf('', 'a b')).toEqual([{ kind: 'added', text: 'a b' }])
    expect(differencesOf('a b', '')).toEqual([{ kind: 'removed', text: 'a b' }])
  })

  test('is told in whole where two long texts have nothing in common', () => {
    const numbers = (from: number) =>
      Array.from({ length: 1000 }, (_, index) => `w${from + index}`).join('\n')
    expect(differencesOf(numbers(0), numbers(5000)).map(each => each.kind)).toEqual(['removed', 'added'])
    const lines = (from: number) =>
      Array.from({ length: 500 }, (_, line) =>
        line === 250 ? `one two ${numbers(from).replaceAll('\n', ' ')}` : `line ${line}`,
      ).join('\n')
    expect(differencesOf(lines(0), lines(5000)).length).toBe(4)
  })

  test('gives both wordings back, gaps or not', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'b', ' ', '\n', '.', 'é', 'ن', '語', '😀'),
      maxLength: 900,
    })
    fc.assert(
      fc.property(text, text, text, (shared, one, other) => {
        for (const [before, after] of [
          [one, other],
          [shared + one, shared + other],
          [one + shared + one, other + shared + other],
        ] as const) {
          const found = differencesOf(before, after)
          for (const stretches of [found, withGaps(found)]) {
            expect(joined(stretches, 'added')).toBe(before)
            expect(joined(stretches, 'removed')).toBe(after)
            for (const stretch of stretches) expect(stretch.text.isWellFormed()).toBe(true)
          }
        }
      }),
      { numRuns: 60 },
    )
  })

  test('long shared text becomes a gap, some words around each change stay', () => {
    const shared = 'word '.repeat(200)
    const [before, start, gap, end, after] = withGaps(
      differencesOf(`one ${shared}two`, `1 ${shared}2`).slice(1, -1),
    )
    expect(before).toMatchObject({ kind: 'added', text: '1' })
    expect(start!.text).toMatch(/^ (word ){20,}word$/)
    expect(gap).toMatchObject({ kind: 'gap' })
    expect(end!.text).toMatch(/^ (word ){20,}$/)
    expect(after).toMatchObject({ kind: 'removed', text: 'two' })
    expect(withGaps(differencesOf(`${shared}one`, `${shared}two`)).map(each => each.kind)).toEqual([
      'gap',
      'same',
      'removed',
      'added',
    ])
  })
})
