import { addDays, addMonths, type Day, isoDay, isoMonth, isoYear, weekdayOf } from './calendar.ts'
import type { Meaning } from './date-match.ts'
import {
  type Known,
  knownYear,
  type Resolved,
  SEASON_MONTHS,
  type Setting,
  seasonIn,
} from './date-setting.ts'
import type { Unit } from './date-words.ts'

const YEARS: Partial<Record<Unit, number>> = { year: 1, decade: 10, century: 100, millennium: 1000 }

export type Relative = Exclude<
  Meaning,
  {
    is: 'day' | 'days' | 'dayOfMonth' | 'month' | 'year' | 'stretch' | 'season' | 'easter' | 'feast' | 'time'
  }
>

/** What is counted from the day of the text or from a date named before; null where that is not known. */
export function relative(meaning: Relative, setting: Setting): Resolved | null {
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
  if (meaning.is === 'weekdayIn') {
    const days = meaning.weeks * 7 + meaning.weekday - weekdayOf(post)
    return asDay(addDays(post, days), 'post-date')
  }
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
