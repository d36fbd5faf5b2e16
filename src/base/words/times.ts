import { type Html, html } from '#base/html.ts'
import { DAY, MINUTE } from '#base/time.ts'

/** Moments as one language writes them in one time zone. All moments are epoch milliseconds. */
export interface Times {
  /** "12 March 2024 at 14:07 UTC": nothing left open. */
  dateTime(at: number): string
  /** "12 March 2024" */
  date(at: number): string
  /** "Tuesday 14:07" today and the six days before, "12 March" in the same year, else "12 March 2024". */
  shortTime(at: number, now: number): string
  /** The short form as a `<time>` element that carries the exact moment and, as its title, the full form. */
  time(at: number, now: number): Html
}

const REMEMBERED_TIMES = 1000
const WEEK_DAYS = 7

/** Makes something when first asked, and the same from then on. */
function once<T>(make: () => T): () => T {
  let made: T | undefined
  return () => (made ??= make())
}

/** BCP 47 tag and IANA time zone → how moments are written there. Throws a `RangeError` for an unknown zone. */
export function timesOf(tag: string, timeZone: string): Times {
  const formatter = (language: string, options: Intl.DateTimeFormatOptions) =>
    once(() => new Intl.DateTimeFormat(language, { ...options, timeZone }))
  const dayAndMonth = { day: 'numeric', month: 'long' } as const
  const hourAndMinute = { hour: '2-digit', minute: '2-digit' } as const
  const full = formatter(tag, { ...dayAndMonth, ...hourAndMinute, year: 'numeric', timeZoneName: 'short' })
  const date = formatter(tag, { ...dayAndMonth, year: 'numeric' })
  const thisYear = formatter(tag, dayAndMonth)
  const thisWeek = formatter(tag, { ...hourAndMinute, weekday: 'long' })
  const dayOf = dayCounter(timeZone)

  const shortTime = (at: number, now: number): string => {
    const day = dayOf(at)
    const today = dayOf(now)
    const daysAgo = today - day
    if (daysAgo >= 0 && daysAgo < WEEK_DAYS) return thisWeek().format(at)
    return (yearOf(day) === yearOf(today) ? thisYear() : date()).format(at)
  }
  const dateTime = (at: number): string => full().format(at)
  return {
    dateTime,
    date: at => date().format(at),
    shortTime,
    time: rememberedTime(dayOf, shortTime, dateTime),
  }
}

/** The short form depends on the day of `now` alone, so elements hold until that day is over. */
function rememberedTime(
  dayOf: (at: number) => number,
  shortTime: Times['shortTime'],
  dateTime: Times['dateTime'],
): Times['time'] {
  const elements = new Map<number, Html>()
  let today = Number.NaN
  return (at, now) => {
    const day = dayOf(now)
    if (day !== today || elements.size >= REMEMBERED_TIMES) elements.clear()
    today = day
    let element = elements.get(at)
    if (!element) {
      element = html`<time datetime="${new Date(at).toISOString()}" title="${dateTime(at)}">${shortTime(at, now)}</time>`
      elements.set(at, element)
    }
    return element
  }
}

/** Moments → the calendar day in the zone, as days since 1970. The last answer is kept for the rest of its minute. */
function dayCounter(timeZone: string): (at: number) => number {
  const calendar = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    calendar: 'iso8601',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  let minute = Number.NaN
  let day = Number.NaN
  return at => {
    const asked = Math.floor(at / MINUTE)
    if (asked !== minute) {
      day = Math.floor(Date.parse(calendar.format(at)) / DAY)
      minute = asked
    }
    return day
  }
}

const yearOf = (day: number): number => new Date(day * DAY).getUTCFullYear()
