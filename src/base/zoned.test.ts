import fc from 'fast-check'
import { expect, test } from 'vitest'
import { momentOf, wallTime } from './zoned.ts'

const BERLIN = 'Europe/Berlin'

test('a time of a clock is a moment, in summer and in winter', () => {
  expect(momentOf('2026-07-01T12:30', BERLIN)).toBe(Date.UTC(2026, 6, 1, 10, 30))
  expect(momentOf('2026-12-01T12:30', BERLIN)).toBe(Date.UTC(2026, 11, 1, 11, 30))
  expect(momentOf('2026-12-01', 'UTC')).toBe(Date.UTC(2026, 11, 1))
})

test('a time that a clock shows twice is the first, one that it leaves out counts from before', () => {
  expect(momentOf('2026-10-25T02:30', BERLIN)).toBe(Date.UTC(2026, 9, 25, 0, 30))
  expect(momentOf('2026-03-29T02:30', BERLIN)).toBe(Date.UTC(2026, 2, 29, 1, 30))
})

test('what is no time is none', () => {
  for (const text of ['', 'x', '2026-13-01', '2026-02-30T10:00', '2026-02-01T24:00', '2026-2-1', '20260201'])
    expect(momentOf(text, BERLIN), text).toBeNull()
})

test('there and back is the same minute, in every zone', () => {
  const zone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'))
  const minute = fc.integer({ min: Date.UTC(1990, 0, 1) / 60_000, max: Date.UTC(2090, 0, 1) / 60_000 })
  fc.assert(
    fc.property(zone, minute, (timeZone, minutes) => {
      const shown = wallTime(minutes * 60_000, timeZone)
      const moment = momentOf(shown, timeZone)
      expect(wallTime(moment ?? Number.NaN, timeZone)).toBe(shown)
    }),
  )
})
