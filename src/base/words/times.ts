import { type Html, html } from '#base/html.ts'
import { DAY, MINUTE } from '#base/time.ts'
import { calendarOf, isoTime } from './calendar.ts'
import { zoneOf } from './zones.ts'

/** Moments as one language writes them in one time zone. All moments are epoch milliseconds. */
export interface Times {
  /** The zone, by its IANA name. */
  readonly timeZone: string
  /** "12 March 2024 at 14:07 UTC": nothing left open. */
  dateTime(at: number): string
  /** "12 March 2024" */
  date(at: number): string
  /** "Tuesday 14:07" today and the six days before, "12 March" in the same year, else "12 March 2024". */
  shortTime(at: number, now: number): string
  /** The short form as a `<time>` element that carries the exact moment and, as its title, the full form. */
  time(at: number, now: number): Html
}

const WEEK_DAYS = 7

/** BCP 47 tag and IANA time zone → how moments are written there. Throws a `RangeError` for an unknown zone. */
export function timesOf(tag: string, timeZone: string): Times {
  const calendar = calendarOf(tag)
  const standingAt = zoneOf(tag, timeZone)
  const localTime = (at: number): number => at + standingAt(at).offset

  const dateTime = (at: number): string => {
    const local = localTime(at)
    return `${calendar.dateAndTime(dayOf(local), minuteOf(local))} ${standingAt(at).name}`
  }
  const shortTime = (at: number, now: number): string => {
    const local = localTime(at)
    const day = dayOf(local)
    const today = dayOf(localTime(now))
    const daysAgo = today - day
    if (daysAgo >= 0 && daysAgo < WEEK_DAYS) return calendar.weekdayAndTime(day, minuteOf(local))
    return yearOf(day) === yearOf(today) ? calendar.dayAndMonth(day) : calendar.date(day)
  }
  return {
    timeZone,
    dateTime,
    date: at => calendar.date(dayOf(localTime(at))),
    shortTime,
    time: (at, now) =>
      html`<time datetime="${isoTime(at)}" title="${dateTime(at)}">${shortTime(at, now)}</time>`,
  }
}

const dayOf = (local: number): number => Math.floor(local / DAY)
const minuteOf = (local: number): number => Math.floor((local - dayOf(local) * DAY) / MINUTE)
const yearOf = (day: number): number => new Date(day * DAY).getUTCFullYear()
