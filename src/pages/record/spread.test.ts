import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DAY } from '#base/time.ts'
import { wordsFor } from '#base/words.ts'
import { SpreadChart, stepsOf } from './spread.ts'

const dayOf = (number: number): string => new Date(number * DAY).toISOString().slice(0, 10)

const days = fc
  .uniqueArray(fc.integer({ min: 10_000, max: 20_000 }), { minLength: 1, maxLength: 40 })
  .map(numbers =>
    numbers.sort((a, b) => a - b).map((number, index) => ({ day: dayOf(number), postCount: index + 1 })),
  )

test('every post falls into one step, and the steps lie side by side', () => {
  fc.assert(
    fc.property(days, given => {
      const steps = stepsOf(given)
      const all = given.reduce((sum, { postCount }) => sum + postCount, 0)
      expect(steps.reduce((sum, { count }) => sum + count, 0)).toBe(all)
      expect(steps[0]!.count).toBeGreaterThan(0)
      expect(steps.at(-1)!.count).toBeGreaterThan(0)
      const froms = steps.map(({ from }) => from)
      expect(froms).toEqual([...new Set(froms)].sort((a, b) => a - b))
      expect(steps.length).toBeLessThanOrEqual(400)
    }),
  )
})

test('a week is drawn by days, a year by weeks, more by months', () => {
  const from = (end: string) =>
    stepsOf([
      { day: '2026-01-05', postCount: 1 },
      { day: end, postCount: 2 },
    ])
  expect(from('2026-01-11').map(({ count, unit }) => [unit, count])).toEqual([
    ['day', 1],
    ...Array.from({ length: 5 }, () => ['day', 0]),
    ['day', 2],
  ])
  expect(from('2026-12-28')).toHaveLength(52)
  expect(
    from('2028-01-01')
      .map(({ from: begin }) => dayOf(begin / DAY))
      .slice(0, 2),
  ).toEqual(['2026-01-01', '2026-02-01'])
})

test('what fell on one day did not spread', () => {
  const words = wordsFor('en')
  const first = { day: '2026-01-05', postCount: 1 }
  expect(SpreadChart([first], words)).toBeNull()
  const drawn = String(SpreadChart([first, { day: '2026-01-09', postCount: 2 }], words))
  expect(drawn).toContain('<rect')
  expect(drawn).toContain('3 posts from')
})
