import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DAY, HOUR, MINUTE } from '#base/time.ts'
import { isoTime } from './calendar.ts'
import { timesOf } from './times.ts'

const NOW = Date.UTC(2026, 10, 24, 12, 0)
const LONG = { day: 'numeric', month: 'long', year: 'numeric' } as const
const moments = fc.integer({ min: Date.UTC(1980, 0, 1), max: Date.UTC(2060, 0, 1) })
const zones = fc.constantFrom(
  ...['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Pacific/Apia'],
)
const tags = fc.constantFrom('en-GB', 'de', 'ar')

describe('times', () => {
  const times = timesOf('en-GB', 'UTC')

  it('names the weekday for today and the six days before', () => {
    expect(times.shortTime(NOW - 5 * MINUTE, NOW)).toBe('Tuesday 11:55')
    expect(times.shortTime(Date.UTC(2026, 10, 18, 0, 0), NOW)).toBe('Wednesday 00:00')
  })

  it('names the day of the month once the weekday could be today again', () => {
    expect(times.shortTime(Date.UTC(2026, 10, 17, 23, 59), NOW)).toBe('17 November')
  })

  it('adds the year when it is another', () => {
    expect(times.shortTime(Date.UTC(2024, 2, 12), NOW)).toBe('12 March 2024')
    expect(times.shortTime(Date.UTC(2027, 0, 1), NOW)).toBe('1 January 2027')
  })

  it('does not name a coming day by its weekday', () => {
    expect(times.shortTime(NOW + DAY, NOW)).toBe('25 November')
    expect(times.shortTime(NOW + HOUR, NOW)).toBe('Tuesday 13:00')
  })

  it('goes by the days of the zone', () => {
    const tokyo = timesOf('en-GB', 'Asia/Tokyo')
    expect(tokyo.shortTime(Date.UTC(2025, 11, 31, 20, 0), Date.UTC(2026, 6, 1))).toBe('1 January')
    expect(times.shortTime(Date.UTC(2025, 11, 31, 20, 0), Date.UTC(2026, 6, 1))).toBe('31 December 2025')
  })

  it('carries the exact moment and the full form', () => {
    expect(String(timesOf('de', 'Europe/Berlin').time(Date.UTC(2026, 2, 1, 13, 7, 9), NOW))).toBe(
      '<time datetime="2026-03-01T13:07:09Z" title="1. März 2026 um 14:07 MEZ">1. März</time>',
    )
  })

  it('follows the clocks on the day they are changed', () => {
    const berlin = timesOf('en-GB', 'Europe/Berlin')
    expect(berlin.dateTime(Date.UTC(2026, 2, 29, 0, 59))).toBe('29 March 2026 at 01:59 CET')
    expect(berlin.dateTime(Date.UTC(2026, 2, 29, 1, 0))).toBe('29 March 2026 at 03:00 CEST')
  })

  it('writes what Intl writes, at any moment, in any zone and language', () => {
    fc.assert(
      fc.property(moments, zones, tags, (at, timeZone, tag) => {
        const own = timesOf(tag, timeZone)
        const write = (options: Intl.DateTimeFormatOptions) =>
          new Intl.DateTimeFormat(tag, { ...options, timeZone }).format(at)
        const clock = { hour: '2-digit', minute: '2-digit' } as const
        expect(own.date(at)).toBe(write(LONG))
        expect(own.dateTime(at)).toBe(write({ ...LONG, ...clock, timeZoneName: 'short' }))
        expect(own.shortTime(at, at)).toBe(write({ weekday: 'long', ...clock }))
      }),
      { numRuns: 200 },
    )
  })

  it('writes the ISO form to the second', () => {
    fc.assert(fc.property(moments, at => isoTime(at) === `${new Date(at).toISOString().slice(0, 19)}Z`))
  })

  it('refuses an unknown zone', () => {
    expect(() => timesOf('de', 'Mars/Base')).toThrow(RangeError)
  })
})
