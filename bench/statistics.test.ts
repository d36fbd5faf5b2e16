import { describe, expect, it } from 'vitest'
import { quantile, spreadOf } from './statistics.ts'

describe('statistics', () => {
  it('find the middle of odd and even numbers of figures, and their ends', () => {
    expect(spreadOf([3])).toEqual({ median: 3, least: 3, most: 3 })
    expect(spreadOf([10, 2, 30])).toEqual({ median: 10, least: 2, most: 30 })
    expect(spreadOf([4, 1, 3, 2])).toEqual({ median: 2.5, least: 1, most: 4 })
    expect(() => spreadOf([])).toThrow(RangeError)
  })

  it('read quantiles of sorted figures', () => {
    const hundred = Array.from({ length: 100 }, (_, index) => index)
    expect([quantile(hundred, 0.5), quantile(hundred, 0.99), quantile(hundred, 1)]).toEqual([50, 99, 99])
    expect(quantile([], 0.5)).toBe(0)
  })
})
