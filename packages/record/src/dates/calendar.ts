/** A day of the proleptic Gregorian calendar; the year before 1 is -1, as texts write it, and there is no year 0. */
export interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
}

const MILLISECONDS = 86_400_000

/** Whether there is such a day: no 30 February, no month 13. */
export function isDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= lengthOf(year, month)
}

function lengthOf(year: number, month: number): number {
  return new Date(at(year, month + 1, 0)).getUTCDate()
}

/** `Date.UTC` takes the years 0 to 99 for 1900 to 1999. */
function at(year: number, month: number, day: number): number {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return date.getTime()
}

/** `2025-05-04`, with or without a time behind it → the day; null for anything else. */
export function dayOfIso(written: string | undefined): Day | null {
  const match = written === undefined ? null : /^(\d{4})-(\d\d)-(\d\d)(?:$|T)/.exec(written)
  if (match === null) return null
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return isDay(year, month, day) ? { year, month, day } : null
}

/** Days since 1 January 1970. */
function dayNumber({ year, month, day }: Day): number {
  return Math.round(at(year, month, day) / MILLISECONDS)
}

/** A day so many days later; earlier for a negative number. */
export function addDays(day: Day, days: number): Day {
  const date = new Date((dayNumber(day) + days) * MILLISECONDS)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

/** A month so many months later, without the day. */
export function addMonths(year: number, month: number, months: number): { year: number; month: number } {
  const count = year * 12 + (month - 1) + months
  return { year: Math.floor(count / 12), month: (((count % 12) + 12) % 12) + 1 }
}

/** 0 Monday to 6 Sunday. */
export function weekdayOf(day: Day): number {
  return (((dayNumber(day) + 3) % 7) + 7) % 7
}

/** Easter Sunday of a year: the anonymous Gregorian algorithm (Meeus, Jones, Butcher). */
export function easter(year: number): Day {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const days = h + l - 7 * m + 114
  return { year, month: Math.floor(days / 31), day: (days % 31) + 1 }
}

/** The nth weekday (0 Monday) of a month, from 1; -1 is the last. */
export function nthWeekday(year: number, month: number, weekday: number, nth: number): Day {
  const first = { year, month, day: 1 }
  if (nth > 0) return addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + (nth - 1) * 7)
  const last = { year, month, day: lengthOf(year, month) }
  return addDays(last, -((weekdayOf(last) - weekday + 7) % 7))
}

/** A year as ISO 8601 writes it: `0347`, `-0508`. */
export function isoYear(year: number): string {
  return (year < 0 ? '-' : '') + String(Math.abs(year)).padStart(4, '0')
}

/** `2025-05` */
export function isoMonth(year: number, month: number): string {
  return `${isoYear(year)}-${two(month)}`
}

/** `2025-05-04` */
export function isoDay({ year, month, day }: Day): string {
  return `${isoMonth(year, month)}-${two(day)}`
}

/** `07` */
export function two(number: number): string {
  return String(number).padStart(2, '0')
}
