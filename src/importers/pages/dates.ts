import { monthOf, relativeDays, unitOf } from './calendar-words.ts'
import { asciiDigits } from './digits.ts'
import type { Moment } from './model.ts'

/** What a page says about the times on it. */
export interface Clock {
  /** Milliseconds that the printed times are ahead of UTC, or null where the page does not say. */
  offset: number | null
  /** A named zone, e.g. `Europe/Berlin`, where the page states one instead of an offset. */
  zone: string | null
  /** When the page was saved, as epoch milliseconds, for "Yesterday"; null where nothing shows it. */
  savedAt: number | null
  /** Which of two leading numbers is the day. */
  order: 'day-first' | 'month-first'
  /** BCP 47 tag that the page states, or ''. */
  language: string
}

export const PLAIN_CLOCK: Clock = {
  offset: null,
  zone: null,
  savedAt: null,
  order: 'month-first',
  language: '',
}

const DAY = 86_400_000
const ISO = /\b(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?/
const NUMERIC = /(?<!\d)(\d{1,4})([-/.])\s?(\d{1,2})\2\s?(\d{1,4})(?!\d)/
const EASTERN = /(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]/
const TIME = /(?<![\d:])(\d{1,2})\s?[:h]\s?(\d{2})(?::(\d{2}))?(?!\d)\s*(?:([ap])\.?\s?m\b)?/i
const HOUR_ONLY = /(?<![\d:])(\d{1,2})\s?([ap])\.?m\b/i

interface Wall {
  year: number
  month: number
  day: number
  precision: 'day' | 'month'
}

/**
 * A printed time in any of the boards' languages → the moment, or null when it holds none: `Jun 16, 2009 at 9:24 AM`,
 * `27. September 2018 um 14:51 Uhr`, `01-09-2012, 15h12`, `Dim 9 Oct 2011 14:02`, `Yesterday, 10:12`, `Jan 2005`, ISO
 * 8601. A date without a time is midnight UTC of that day; a month without a day its first.
 */
export function parseMoment(printed: string, clock: Clock = PLAIN_CLOCK): Moment | null {
  const text = asciiDigits(printed.slice(0, 120))
    .replace(/[\u200e\u200f]/g, '')
    .normalize('NFC')
  return isoMoment(text, clock) ?? wallMoment(text, clock) ?? relativeMoment(text, clock)
}

function isoMoment(text: string, clock: Clock): Moment | null {
  const found = ISO.exec(text)
  if (!found) return null
  const [, year, month, day, hour, minute, second, zone] = found
  const date = midnight({ year: Number(year), month: Number(month), day: Number(day) })
  if (date === null) return null
  if (hour === undefined) return { at: date, zone: 'assumed', precision: 'day' }
  const at = date + Number(hour) * 3_600_000 + Number(minute) * 60_000 + Number(second ?? 0) * 1_000
  return zone ? { at: at - zoneOffset(zone), zone: 'stated', precision: 'minute' } : inZone(at, clock)
}

function wallMoment(text: string, clock: Clock): Moment | null {
  const eastern = EASTERN.exec(text)
  const numeric = eastern ?? NUMERIC.exec(text)
  const wall = eastern
    ? {
        year: Number(eastern[1]),
        month: Number(eastern[2]),
        day: Number(eastern[3]),
        precision: 'day' as const,
      }
    : numeric
      ? numericWall(numeric, clock.order)
      : wordWall(text, clock.language)
  if (!wall) return null
  const date = midnight(wall)
  if (date === null) return null
  const rest = numeric ? text.replace(numeric[0], ' ') : text
  const time = wall.precision === 'day' ? timeOfDay(rest) : null
  return time === null ? { at: date, zone: 'assumed', precision: wall.precision } : inZone(date + time, clock)
}

function numericWall(found: RegExpExecArray, order: Clock['order']): Wall | null {
  const first = Number(found[1])
  const second = Number(found[3])
  const third = Number(found[4])
  if ((found[1] as string).length === 4) return { year: first, month: second, day: third, precision: 'day' }
  if ((found[1] as string).length > 2 || (found[4] as string).length === 3) return null
  const year = fullYear(third, found[4] as string)
  // A dot between the numbers is written day first everywhere.
  const dayFirst = first > 12 || (second <= 12 && (order === 'day-first' || found[2] === '.'))
  return dayFirst
    ? { year, month: second, day: first, precision: 'day' }
    : { year, month: first, day: second, precision: 'day' }
}

function wordWall(text: string, language: string): Wall | null {
  let month: number | null = null
  for (const word of text.match(/\p{L}[\p{L}\p{M}]*/gu) ?? []) {
    // In "Mar 26 Oct 2010" the first word is a weekday, so the last month named is the month.
    month = monthOf(word, language) ?? month
  }
  if (month === null) return null
  const bare = text.replace(TIME, ' ').replace(HOUR_ONLY, ' ')
  const year = /(?<!\d)((?:19|20)\d{2})(?!\d)/.exec(bare) ?? /['’](\d{2})(?!\d)/.exec(bare)
  if (!year) return null
  const day = /(?<!\d)(\d{1,2})(?!\d)/.exec(bare.replace(year[0], ' '))
  return {
    year: fullYear(Number(year[1]), year[1] as string),
    month,
    day: day ? Number(day[1]) : 1,
    precision: day ? 'day' : 'month',
  }
}

function relativeMoment(text: string, clock: Clock): Moment | null {
  if (clock.savedAt === null) return null
  const shift = offsetAt(clock, clock.savedAt) ?? 0
  const days = relativeDays(text, clock.language)
  if (days !== null) {
    const date = Math.floor((clock.savedAt + shift) / DAY) * DAY - days * DAY
    const time = timeOfDay(text)
    return time === null ? { at: date, zone: 'assumed', precision: 'day' } : inZone(date + time, clock)
  }
  const ago = /(\d{1,3})\s+(\p{L}+)/u.exec(text)
  const unit = ago ? unitOf(ago[2] as string, clock.language) : null
  if (!ago || unit === null) return null
  const at = clock.savedAt - Number(ago[1]) * unit
  return { at, zone: 'stated', precision: unit < DAY ? 'minute' : 'day' }
}

/** Milliseconds since midnight of the time a text names, or null. */
function timeOfDay(text: string): number | null {
  const found = TIME.exec(text)
  const short = found ? null : HOUR_ONLY.exec(text)
  const half = (found?.[4] ?? short?.[2])?.toLowerCase() ?? halfOf(text)
  let hour = Number(found?.[1] ?? short?.[1] ?? Number.NaN)
  const minute = Number(found?.[2] ?? 0)
  if (Number.isNaN(hour) || hour > 24 || minute > 59) return null
  if (half === 'p' && hour < 12) hour += 12
  if (half === 'a' && hour === 12) hour = 0
  return hour * 3_600_000 + minute * 60_000 + Number(found?.[3] ?? 0) * 1_000
}

/** The half of the day as other languages print it. */
const halfOf = (text: string): 'a' | 'p' | undefined =>
  /오후|下午|午後|μ\.?μ|(?:^|\s)م(?:\s|$)/u.test(text)
    ? 'p'
    : /오전|上午|午前|π\.?μ|(?:^|\s)ص(?:\s|$)/u.test(text)
      ? 'a'
      : undefined

function inZone(wall: number, clock: Clock): Moment {
  const shift = offsetAt(clock, wall)
  return { at: wall - (shift ?? 0), zone: shift === null ? 'assumed' : 'stated', precision: 'minute' }
}

function offsetAt(clock: Clock, wall: number): number | null {
  if (clock.offset !== null) return clock.offset
  if (clock.zone === null) return null
  // The offset at the wall time read as UTC is off only within hours of a change of the clocks; one correction settles it.
  const first = namedOffset(clock.zone, wall)
  return first === null ? null : namedOffset(clock.zone, wall - first)
}

function namedOffset(zone: string, at: number): number | null {
  try {
    const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(
      at,
    )
    const name = parts.find(part => part.type === 'timeZoneName')?.value ?? ''
    return zoneOffset(name.replace(/^GMT/, '') || 'Z')
  } catch {
    return null
  }
}

/** `Z`, `+0100` or `-05:00` → milliseconds ahead of UTC. */
function zoneOffset(zone: string): number {
  const found = /^([+-])(\d{2}):?(\d{2})$/.exec(zone)
  if (!found) return 0
  return (found[1] === '-' ? -1 : 1) * (Number(found[2]) * 60 + Number(found[3])) * 60_000
}

function midnight({ year, month, day }: { year: number; month: number; day: number }): number | null {
  if (year < 1970 || year > 2200 || month < 1 || month > 12 || day < 1) return null
  const at = Date.UTC(year, month - 1, day)
  return new Date(at).getUTCDate() === day ? at : null
}

/** Boards that print two digits of the year are younger than 1970. */
const fullYear = (year: number, digits: string): number =>
  digits.length > 2 ? year : year < 70 ? 2000 + year : 1900 + year

/**
 * Which of the two leading numbers is the day, on a page with these printed times in thread order: a number above 12
 * decides; else the reading in which no post is older than the one before; else a 12-hour clock or the page's language.
 */
export function numericOrder(printed: readonly string[], language: string): Clock['order'] {
  const dates = printed.map(text => NUMERIC.exec(text)).filter(found => found !== null)
  const pairs = dates.map(found => [Number(found[1]), Number(found[3])] as const)
  if (pairs.some(([first]) => first > 12 && first < 32)) return 'day-first'
  if (pairs.some(([, second]) => second > 12)) return 'month-first'
  const rising = (order: Clock['order']): boolean => {
    const times = printed.map(text => wallMoment(text, { ...PLAIN_CLOCK, order })?.at ?? Number.NaN)
    return times.every((time, index) => index === 0 || !(time < (times[index - 1] as number)))
  }
  const dayFirst = rising('day-first')
  if (dayFirst !== rising('month-first')) return dayFirst ? 'day-first' : 'month-first'
  const halves = printed.some(text => /\d\s?[ap]\.?m\b/i.test(text))
  if (halves) return 'month-first'
  return language === '' || /^en(-us)?$/i.test(language) ? 'month-first' : 'day-first'
}

/**
 * The zone a page states, from texts such as `All times are GMT -5`, `UTC + 1 hour [ DST ]`, `UTC-06:00` or
 * `All times are Europe/Berlin` → its offset or name; both null where the texts name none.
 */
export function statedZone(text: string): Pick<Clock, 'offset' | 'zone'> {
  const found = /\b(?:GMT|UTC)\b\s*(?:([+-−–])\s*(\d{1,2})(?:[:.](\d{1,2}))?)?([^.]{0,24})/.exec(text)
  if (found) {
    const sign = found[1] === '+' ? 1 : -1
    const part = Number(found[3] ?? 0)
    const minutes =
      found[3]?.length === 1 || text.includes(`.${found[3]}`) ? part * (part === 5 ? 6 : 0.6) : part
    const summer = /\[\s*\p{L}[^\]]{1,20}\]/u.test(found[4] ?? '') ? 60 : 0
    return { offset: (sign * (Number(found[2] ?? 0) * 60 + minutes) + summer) * 60_000, zone: null }
  }
  const named =
    /\b((?:Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)\/[A-Za-z_/]{3,30})/.exec(
      text,
    )
  return { offset: null, zone: named ? (named[1] as string) : null }
}
