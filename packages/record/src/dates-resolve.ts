import {
  addDays,
  addMonths,
  type Day,
  easter,
  isDay,
  isoDay,
  isoMonth,
  isoYear,
  two,
  weekdayOf,
} from './calendar.ts'
import type { Match, Meaning } from './date-match.ts'
import type { Season, Unit } from './date-words.ts'

/** A date as far as it is known: what later ones are counted from. */
export interface Known {
  readonly year: number
  readonly month: number | null
  readonly day: number | null
}

/** What a date is resolved against. */
export interface Setting {
  /** When the text was written. */
  readonly post: Day | null
  /** The date that was named last. */
  readonly before: Known | null
  /** The year for a day or month without one, and where it comes from. */
  readonly year: number | null
  /** Whether the sentence looks ahead: "will", "next", "scheduled". */
  readonly ahead: boolean
  /** Whether the sentence says what is so every year: "in January it is about 24 degrees". */
  readonly general: boolean
}

export interface Resolved {
  readonly value: string
  readonly known: Known | null
  readonly how: 'post-date' | 'year' | 'date-before' | null
}

const SEASON_MONTHS: Readonly<Record<Season, readonly [number, number]>> = {
  spring: [3, 6],
  summer: [6, 9],
  autumn: [9, 12],
  winter: [12, 3],
}
const YEARS: Partial<Record<Unit, number>> = { year: 1, decade: 10, century: 100, millennium: 1000 }

/** The value of a date in its setting; null where it needs a day to count from that is not known. */
export function resolve(match: Match, setting: Setting): Resolved | null {
  if (match.meaning.is === 'time') return timeOf(match.time as string, setting.before)
  const { years } = match
  if (years !== undefined && setting.post === null) return null
  const counted =
    years === undefined ? setting : { ...setting, year: (setting.post as Day).year + years, general: false }
  const found = valueIn(match.meaning, counted)
  if (years !== undefined && found !== null) return { ...withTime(found, match.time), how: 'post-date' }
  return found === null ? null : withTime(found, match.time)
}

function withTime(found: Resolved, time: string | null): Resolved {
  const whole =
    time !== null && found.known !== null && found.known.day !== null && !found.value.includes('/')
  return whole ? { ...found, value: `${found.value}T${time}` } : found
}

/** A time by itself belongs to the day that was named last. */
function timeOf(time: string, before: Known | null): Resolved | null {
  if (before === null || before.month === null || before.day === null) return null
  const day = { year: before.year, month: before.month, day: before.day }
  return { value: `${isoDay(day)}T${time}`, known: day, how: 'date-before' }
}

function valueIn(meaning: Meaning, setting: Setting): Resolved | null {
  switch (meaning.is) {
    case 'year':
      return { value: isoYear(meaning.year), known: knownYear(meaning.year), how: null }
    case 'stretch':
      return { value: `${meaning.from}/${meaning.to}`, known: null, how: null }
    case 'day':
    case 'days':
      return dayOf(meaning, setting)
    case 'dayOfMonth':
      return dayIn(meaning.day, setting)
    case 'month':
      return monthOf(meaning, setting)
    case 'season':
      return meaning.every === true && !setting.general
        ? null
        : seasonOf(meaning.season, meaning.year, setting)
    case 'easter':
      return easterOf(meaning.year, meaning.days, setting)
    case 'time':
      return null
    default:
      return relative(meaning, setting)
  }
}

function knownYear(year: number): Known {
  return { year, month: null, day: null }
}

function dayOf(meaning: Extract<Meaning, { is: 'day' | 'days' }>, setting: Setting): Resolved | null {
  const { month, day } = meaning
  const year = meaning.year ?? (setting.general ? null : yearOf(setting, month, day))
  const how = meaning.year === null ? ('year' as const) : null
  const last = meaning.is === 'days' ? meaning.to : null
  if (year === null) {
    const value = `--${two(month)}-${two(day)}`
    return { value: last === null ? value : `${value}/--${two(month)}-${two(last)}`, known: null, how: null }
  }
  if (!isDay(year, month, last ?? day)) return null
  const value = isoDay({ year, month, day })
  const known = { year, month, day }
  return { value: last === null ? value : `${value}/${isoDay({ year, month, day: last })}`, known, how }
}

function dayIn(day: number, { before, post }: Setting): Resolved | null {
  const told = before !== null && before.month !== null
  const month = told ? { year: before.year, month: before.month as number } : post
  if (month === null || !isDay(month.year, month.month, day)) return null
  const known = { year: month.year, month: month.month, day }
  return { value: isoDay(known), known, how: told ? 'date-before' : 'post-date' }
}

function monthOf(meaning: Extract<Meaning, { is: 'month' }>, setting: Setting): Resolved {
  const { month } = meaning
  const year = meaning.year ?? (setting.general ? null : yearOf(setting, month, null))
  if (year === null) return { value: `--${two(month)}`, known: null, how: null }
  return {
    value: isoMonth(year, month),
    known: { year, month, day: null },
    how: meaning.year === null ? 'year' : null,
  }
}

/**
 * The year of a day or month that is named without one: that of the account, else the one that brings it nearest to
 * when the text was written; what is past counts as nearer, unless the sentence looks ahead.
 */
function yearOf({ post, year, ahead }: Setting, month: number, day: number | null): number | null {
  if (year !== null) return year
  if (post === null) return null
  const difference = (month - post.month) * 30 + (day === null ? 0 : day - post.day)
  if (difference === 0 || (day === null && month === post.month)) return post.year
  if (ahead) return difference > 0 ? post.year : post.year + 1
  if (difference < 0) return post.year
  return (365 - difference) * 0.4 < difference ? post.year - 1 : post.year
}

function seasonIn(season: Season, year: number): string {
  const [from, to] = SEASON_MONTHS[season]
  return `${isoMonth(year, from)}/${isoMonth(to < from ? year + 1 : year, to)}`
}

function seasonOf(season: Season, given: number | null, setting: Setting): Resolved | null {
  if (given !== null) return { value: seasonIn(season, given), known: knownYear(given), how: null }
  const [from, to] = SEASON_MONTHS[season]
  if (setting.general) return { value: `--${two(from)}/--${two(to)}`, known: null, how: null }
  const year = yearOf(setting, from, null)
  return year === null ? null : { value: seasonIn(season, year), known: knownYear(year), how: 'year' }
}

function easterOf(given: number | null, days: number, setting: Setting): Resolved | null {
  const year = given ?? setting.year ?? setting.post?.year ?? null
  if (year === null || year < 1583) return null
  const day = addDays(easter(year), days)
  return { value: isoDay(day), known: day, how: given === null ? 'year' : null }
}

type Relative = Exclude<
  Meaning,
  { is: 'day' | 'days' | 'dayOfMonth' | 'month' | 'year' | 'stretch' | 'season' | 'easter' | 'time' }
>

function relative(meaning: Relative, setting: Setting): Resolved | null {
  const { post } = setting
  if (meaning.is === 'period' || meaning.is === 'shift') {
    const before = meaning.base === 'before'
    const known = before ? (setting.before ?? null) : post
    if (known === null) return null
    const how = before ? 'date-before' : 'post-date'
    return meaning.is === 'period'
      ? periodOf(known, meaning.unit, meaning.offset, how)
      : shifted(known, meaning.unit, meaning.count, how)
  }
  if (post === null) return null
  if (meaning.is === 'weekday') return weekday(post, meaning.weekday, meaning.which, setting.ahead)
  if (meaning.is === 'recent') return recent(post, meaning.unit, meaning.count)
  if (meaning.is === 'monthOf') {
    const year = nearYear(post.year, post.month, meaning.month, meaning.which)
    return {
      value: isoMonth(year, meaning.month),
      known: { year, month: meaning.month, day: null },
      how: 'post-date',
    }
  }
  const [from] = SEASON_MONTHS[meaning.season]
  const year = nearYear(post.year, post.month, from, meaning.which)
  return { value: seasonIn(meaning.season, year), known: knownYear(year), how: 'post-date' }
}

/** "last May", "next May", "this May": the year of the month that is meant. */
function nearYear(year: number, now: number, month: number, which: number): number {
  if (which < 0) return month < now ? year : year - 1
  return which > 0 && month <= now ? year + 1 : year
}

/** A weekday is the last one before, or that of the day itself, unless the sentence looks ahead. */
function weekday(post: Day, wanted: number, which: number | null, ahead: boolean): Resolved {
  const away = (wanted - weekdayOf(post) + 7) % 7
  const forward = which === null ? ahead : which >= 0
  let days = forward ? away : away === 0 ? 0 : away - 7
  if (days === 0 && which === 1) days = 7
  if (days === 0 && which === -1) days = -7
  const day = addDays(post, days)
  return { value: isoDay(day), known: day, how: 'post-date' }
}

function periodOf(
  known: Known,
  unit: Unit,
  offset: number,
  how: 'post-date' | 'date-before',
): Resolved | null {
  const { year, month, day } = known
  if (unit === 'year') return { value: isoYear(year + offset), known: knownYear(year + offset), how }
  const years = YEARS[unit]
  if (years !== undefined) {
    const from = (Math.floor(year / years) + offset) * years
    return { value: `${isoYear(from)}-01-01/${isoYear(from + years - 1)}-12-31`, known: null, how }
  }
  if (month === null) return null
  if (unit === 'month') {
    const found = addMonths(year, month, offset)
    return { value: isoMonth(found.year, found.month), known: { ...found, day: null }, how }
  }
  if (unit === 'quarter') {
    const found = addMonths(year, Math.floor((month - 1) / 3) * 3 + 1, offset * 3)
    const end = addMonths(found.year, found.month, 2)
    return {
      value: `${isoMonth(found.year, found.month)}/${isoMonth(end.year, end.month)}`,
      known: null,
      how,
    }
  }
  if (day === null) return null
  const whole = { year, month, day }
  if (unit === 'day') return asDay(addDays(whole, offset), how)
  const monday = addDays(whole, offset * 7 - weekdayOf(whole))
  const from = unit === 'weekend' ? addDays(monday, 5) : monday
  return { value: `${isoDay(from)}/${isoDay(addDays(monday, 6))}`, known: from, how }
}

function asDay(day: Day, how: Resolved['how']): Resolved {
  return { value: isoDay(day), known: day, how }
}

/** "two weeks ago", "two years later": as exact as the unit is, and as what it is counted from. */
function shifted(known: Known, unit: Unit, count: number, how: 'post-date' | 'date-before'): Resolved | null {
  const { year, month, day } = known
  const years = YEARS[unit]
  if (years !== undefined) {
    // "Ten thousand years ago" is counted from the round year: nobody means 7974 BC.
    const from = count * years <= -1_000 && how === 'post-date' ? 2_000 : year
    const found = from + count * years
    const counted = found <= 0 && from > 0 && from !== 2_000 ? found - 1 : found
    return { value: isoYear(counted), known: knownYear(counted), how }
  }
  if (month === null) return null
  if (unit === 'month' || unit === 'quarter') {
    const found = addMonths(year, month, unit === 'month' ? count : count * 3)
    return { value: isoMonth(found.year, found.month), known: { ...found, day: null }, how }
  }
  if (day === null || Math.abs(count) > 10_000) return null
  return asDay(addDays({ year, month, day }, unit === 'day' ? count : count * 7), how)
}

/** "the last five years", "the next two weeks": from there to the day of the text, or the other way round. */
function recent(post: Day, unit: Unit, count: number): Resolved | null {
  const other = shifted(post, unit, count, 'post-date')
  const here = shifted(post, unit, 0, 'post-date')
  if (other === null || here === null) return null
  const value = count < 0 ? `${other.value}/${here.value}` : `${here.value}/${other.value}`
  return { value, known: null, how: 'post-date' }
}
