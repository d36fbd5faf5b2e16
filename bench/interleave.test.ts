import { expect, it } from 'vitest'
import { interleave } from './interleave.ts'

it('both sides are measured in turns, the first turn is thrown away, ratios belong to one turn', async () => {
  const calls: string[] = []
  const side = (name: string, figures: number[]) => async () => {
    calls.push(name)
    return { rate: figures.shift() as number }
  }
  const result = await interleave(3, side('ours', [1, 10, 20, 90]), side('baseline', [1000, 10, 40, 100]))
  expect(calls.join(' ')).toBe('baseline ours baseline ours baseline ours baseline ours')
  expect(result.ours['rate']).toEqual({ median: 20, least: 10, most: 90 })
  expect(result.ratio['rate']).toEqual({ median: 0.9, least: 0.5, most: 1 })
})
