import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { Headings } from './headings.ts'
import type { Node } from './tree.ts'

const headings = (levels: number[]): Node[] => levels.map(level => ({ type: 'heading', level, children: [] }))
const printed = (levels: number[], first: number): number[] => {
  const outline = new Headings(headings(levels), first)
  return levels.map(level => outline.next(level))
}

it('ranks the levels that occur from the first on', () => {
  expect(printed([1, 2, 2, 1], 4)).toEqual([4, 5, 5, 4])
  expect(printed([2, 4, 6], 3)).toEqual([3, 4, 5])
  expect(printed([3, 1], 4)).toEqual([4, 4])
  expect(printed([1, 2, 3, 4, 5, 6], 4)).toEqual([4, 5, 6, 6, 6, 6])
})

it('finds headings inside quotes and lists', () => {
  const nodes: Node[] = [{ type: 'quote', reference: null, children: headings([1]) }, ...headings([2])]
  const outline = new Headings(nodes, 4)
  expect([outline.next(1), outline.next(2)]).toEqual([4, 5])
})

it('leaves no gap below a heading', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 6 })), fc.constantFrom(3, 4), (levels, first) => {
      const all = printed(levels, first)
      all.forEach((level, index) => {
        expect(level).toBeGreaterThanOrEqual(first)
        expect(level).toBeLessThanOrEqual(Math.min(6, (all[index - 1] ?? first - 1) + 1))
      })
    }),
  )
})
