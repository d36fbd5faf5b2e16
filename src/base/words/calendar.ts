import { DAY, HOUR, MINUTE, SECOND } from '#base/time.ts'

/** The days and times of day as one language writes them; days are counted from 1 January 1970. */
export interface Calendar {
  /** "12 March 2024" */
  date(day: number): string
  /** "12 March" */
  dayAndMonth(day: number): string
  /** "12 March 2024 at 14:07"; the minute is counted from midnight. */
  dateAndTime(day: number, minute: number): string
  /** "Tuesday 14:07" */
  weekdayAndTime(day: number, minute: number): string
}

const REMEMBERED_DAYS = 5000
/** Any moment will do to learn how a language puts the parts together. */
const SAMPLE_DAY = 20_000
const SAMPLE_MINUTE = 847

const calendars = new Map<string, Calendar>()

/** BCP 47 tag → how that language writes days and times, built once. What was written is kept: the days of a forum are few. */
export function calendarOf(tag: string): Calendar {
  const found = calendars.get(tag)
  if (found) return found
  const numericDay = { day: 'numeric', month: 'long' } as const
  const clock = { hour: '2-digit', minute: '2-digit' } as const
  const written = (unit: number, options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' })
    return remembered(count => format.format(count * unit))
  }
  const time = written(MINUTE, clock)
  const date = written(DAY, { ...numericDay, year: 'numeric' })
  const weekday = written(DAY, { weekday: 'long' })
  const withTime = (day: (day: number) => string, options: Intl.DateTimeFormatOptions) => {
    const sample = written(MINUTE, { ...options, ...clock })((SAMPLE_DAY * DAY) / MINUTE + SAMPLE_MINUTE)
    const join = joinerOf(sample, day(SAMPLE_DAY), time(SAMPLE_MINUTE))
    return (count: number, minute: number) => join(day(count), time(minute))
  }
  const calendar: Calendar = {
    date,
    dayAndMonth: written(DAY, numericDay),
    dateAndTime: withTime(date, { ...numericDay, year: 'numeric' }),
    weekdayAndTime: withTime(weekday, { weekday: 'long' }),
  }
  calendars.set(tag, calendar)
  return calendar
}

function remembered(write: (count: number) => string): (count: number) => string {
  const texts = new Map<number, string>()
  return count => {
    const known = texts.get(count)
    if (known !== undefined) return known
    if (texts.size >= REMEMBERED_DAYS) texts.clear()
    const text = write(count)
    texts.set(count, text)
    return text
  }
}

const isoDate = remembered(day => new Date(day * DAY).toISOString().split('T')[0] as string)
const twoDigits = remembered(value => String(value).padStart(2, '0'))

/** Epoch milliseconds → "2024-03-12T14:07:00Z", to the second; several times as fast as `toISOString`. */
export function isoTime(at: number): string {
  const day = Math.floor(at / DAY)
  const rest = at - day * DAY
  const hours = twoDigits(Math.floor(rest / HOUR))
  const minutes = twoDigits(Math.floor((rest % HOUR) / MINUTE))
  return `${isoDate(day)}T${hours}:${minutes}:${twoDigits(Math.floor((rest % MINUTE) / SECOND))}Z`
}

/** A text in which two others stand, in this order → how to put other texts in their places. */
function joinerOf(sample: string, first: string, second: string): (first: string, second: string) => string {
  const start = sample.indexOf(first)
  const middle = start + first.length
  const next = sample.indexOf(second, middle)
  if (start < 0 || next < 0) throw new Error(`"${sample}" is not made of "${first}" and "${second}"`)
  const [before, between, after] = [
    sample.slice(0, start),
    sample.slice(middle, next),
    sample.slice(next + second.length),
  ]
  return (one, other) => before + one + between + other + after
}
