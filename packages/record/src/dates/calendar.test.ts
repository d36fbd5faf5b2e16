import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMonths, dayOfIso, easter, isDay, isoDay, isoYear, weekdayOf } from './calendar.ts'

describe('the calendar', () => {
  it.each([
    [2025, 2, 28, true],
    [2025, 2, 29, false],
    [2024, 2, 29, true],
    [1900, 2, 29, false],
    [2000, 2, 29, true],
    [2025, 13, 1, false],
    [2025, 4, 31, false],
    [2025, 0, 1, false],
    [420, 9, 30, true],
  ])('%i-%i-%i is a day: %s', (year, month, day, is) => {
    expect(isDay(year, month, day)).toBe(is)
  })

  it.each([
    ['2025-05-04', 6],
    ['1969-07-20', 6],
    ['2000-01-01', 5],
    ['1945-05-08', 1],
  ])('%s is weekday %i', (day, weekday) => {
    expect(weekdayOf(dayOfIso(day)!)).toBe(weekday)
  })

  it.each([
    [1961, '1961-04-02'],
    [2000, '2000-04-23'],
    [2008, '2008-03-23'],
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2038, '2038-04-25'],
  ])('Easter of %i is %s', (year, day) => {
    expect(isoDay(easter(year))).toBe(day)
  })

  it('writes years before 1000 and before Christ in four digits', () => {
    expect([347, -508, 2025].map(isoYear)).toEqual(['0347', '-0508', '2025'])
  })

  it('reads only whole days', () => {
    expect(dayOfIso('2025-05-04T12:00:00Z')).toEqual({ year: 2025, month: 5, day: 4 })
    expect(['2025-05', '2025-02-30', 'May 4', undefined].map(dayOfIso)).toEqual([null, null, null, null])
  })

  it('adds and takes away days and months', () => {
    const days = fc.integer({ min: -700_000, max: 20_000 })
    fc.assert(
      fc.property(days, fc.integer({ min: -5_000, max: 5_000 }), (offset, count) => {
        const day = addDays({ year: 2000, month: 1, day: 1 }, offset)
        expect(isDay(day.year, day.month, day.day)).toBe(true)
        expect(addDays(addDays(day, count), -count)).toEqual(day)
        expect(Math.abs((weekdayOf(addDays(day, count)) - weekdayOf(day) - count) % 7)).toBe(0)
        const month = addMonths(day.year, day.month, count)
        expect(addMonths(month.year, month.month, -count)).toEqual({ year: day.year, month: day.month })
      }),
    )
  })
})
