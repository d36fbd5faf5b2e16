import { describe, expect, it } from 'vitest'
import { type Figure, lineOf, meets } from './figures.ts'

const figure = (value: number, goal?: Figure['goal']): Figure => ({
  ...{ what: 'posting', value, unit: 'ratio' },
  ...(goal && { goal }),
})

describe('a figure', () => {
  it('meets its goal at the bound, from the right side', () => {
    expect([0.3, 0.299].map(value => meets(figure(value, { least: 0.3 })))).toEqual([true, false])
    expect([100, 100.1].map(value => meets(figure(value, { most: 100 })))).toEqual([true, false])
    expect(meets(figure(0))).toBe(true)
  })

  it('is printed with its spread, and says when it misses', () => {
    const spread = { median: 0.25, least: 0.2, most: 1234.5678 }
    expect(lineOf({ ...figure(0.25, { least: 0.3 }), spread })).toMatch(
      /^posting +0\.250 ratio {2}\(0\.200 to 1,234\.568\) +≥ 0\.3: MISSED$/,
    )
    expect(lineOf(figure(1, { most: 2 }))).toMatch(/≤ 2: met$/)
    expect(lineOf(figure(1))).toMatch(/^posting +1\.000 ratio$/)
  })
})
