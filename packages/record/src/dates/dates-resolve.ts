import { addDays, type Day, easter, isDay, isoDay, isoMonth, isoYear, nthWeekday, two } from './calendar.ts'
import type { Match, Meaning } from './date-match.ts'
import {
  type Known,
  knownYear,
  type Resolved,
  SEASON_MONTHS,
  type Setting,
  seasonIn,
} from './date-setting.ts'
import type { Season } from './date-words.ts'
import { relative } from './dates-relation.ts'

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
      return feastOf(meaning.year, setting, year => addDays(easter(year), meaning.days))
    case 'feast':
      return feastOf(meaning.year, setting, year =>
        nthWeekday(year, meaning.month, meaning.weekday, meaning.nth),
      )
    case 'time':
      return null
    default:
      return relative(meaning, setting)
  }
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

function seasonOf(season: Season, given: number | null, setting: Setting): Resolved | null {
  if (given !== null) return { value: seasonIn(season, given), known: knownYear(given), how: null }
  const [from, to] = SEASON_MONTHS[season]
  if (setting.general) return { value: `--${two(from)}/--${two(to)}`, known: null, how: null }
  const year = yearOf(setting, from, null)
  return year === null ? null : { value: seasonIn(season, year), known: knownYear(year), how: 'year' }
}

function feastOf(given: number | null, setting: Setting, dayIn: (year: number) => Day): Resolved | null {
  const thisYear = given ?? setting.year ?? setting.post?.year ?? null
  if (thisYear === null || thisYear < 1583) return null
  const day = dayIn(thisYear)
  const year = given ?? yearOf(setting, day.month, day.day)
  if (year === null) return null
  const known = dayIn(year)
  return { value: isoDay(known), known, how: given === null ? 'year' : null }
}
