import type { DateFinding } from '../findings.ts'
import { type Piece, pieceOr, piecesOf } from '../text/pieces.ts'
import { writtenLanguage } from '../text/written-language.ts'
import { dayOfIso } from './calendar.ts'
import type { Match, Meaning, Reader } from './date-match.ts'
import { mayStart } from './date-starts.ts'
import { RANGE_WORDS, UNITS, WHICH_BEFORE } from './date-words.ts'
import { Account } from './dates-account.ts'
import { eraAt } from './dates-eras.ts'
import { feastAt } from './dates-holidays.ts'
import { dayFirstAt, monthFirstAt } from './dates-named.ts'
import { numericDateAt } from './dates-numeric.ts'
import { periodAt, seasonAt } from './dates-periods.ts'
import { relativeAt, weekdayAt } from './dates-relative.ts'
import { timeAt, timeBehind } from './dates-times.ts'
import { shortYearAt, yearAt, yearInWords } from './dates-years.ts'

/**
 * A text, and when it was written as ISO 8601 (`2025-05-04`) → the dates in it, in their order, with what was inferred.
 * Reads English, German, French and Spanish forms; a date in digits in any text. What is counted from the day of
 * writing is left out where that is not given. The two ends of a range are two findings where each is a date by itself
 * ("from 2014 to 2016"), else one ("3–5 May 2025"). `pieces` spares reading the text twice. Linear; throws nothing.
 */
export function datesIn(
  text: string,
  date?: string,
  pieces: readonly Piece[] = piecesOf(text),
): DateFinding[] {
  let reader: Reader = { text, pieces, language: writtenLanguage(pieces), ancient: false }
  let matches = matchesIn(reader)
  if (matches.some(isAncient)) {
    reader = { ...reader, ancient: true }
    matches = matchesIn(reader)
  }
  matches = joined(reader, matches)
  return new Account(reader, dayOfIso(date)).tell(matches)
}

function isAncient({ meaning }: Match): boolean {
  return 'year' in meaning && meaning.year !== null && meaning.year < 1000
}

function matchesIn(reader: Reader): Match[] {
  const matches: Match[] = []
  for (let place = 0; place < reader.pieces.length; ) {
    const found = matchAt(reader, place)
    if (found === null) place++
    else {
      const last = matches[matches.length - 1]
      // A match may begin with a word before its place: "the", "early".
      const first = last === undefined ? found.first : Math.max(found.first, last.next)
      matches.push(first === found.first ? found : { ...found, first })
      place = found.next
    }
  }
  return matches
}

function matchAt(reader: Reader, place: number): Match | null {
  const piece = reader.pieces[place] as Piece
  const { kind } = piece
  if (kind === 'word') {
    if (!mayStart(piece, pieceOr(reader.pieces, place + 1), reader.language)) return null
    return withTime(reader, named(reader, place)) ?? timeFirst(reader, place)
  }
  if (kind === 'digits') {
    const whole = numericDateAt(reader, place) ?? dayFirstAt(reader, place)
    if (whole !== null) return withTime(reader, whole)
    const timed = timeFirst(reader, place)
    if (timed !== null) return timed
    return (
      periodAt(reader, place) ?? relativeAt(reader, place) ?? yearAt(reader, place) ?? timeOnly(reader, place)
    )
  }
  return kind === 'sign' ? shortYearAt(reader, place) : null
}

function named(reader: Reader, place: number): Match | null {
  // "mardi dernier": what stands behind the weekday is read with it.
  const behind = reader.language === 'fr' || reader.language === 'es' ? relativeAt(reader, place) : null
  return (
    behind ??
    withWeekday(reader, place) ??
    monthFirstAt(reader, place) ??
    dayFirstAt(reader, place) ??
    dated(reader, relativeAt(reader, place)) ??
    feastAt(reader, place) ??
    eraAt(reader, place) ??
    periodAt(reader, place) ??
    seasonAt(reader, place) ??
    yearInWords(reader, place)
  )
}

/** "Sunday, May 4, 2025": a weekday before a date belongs to it. */
function withWeekday(reader: Reader, place: number): Match | null {
  const found = weekdayAt(reader, place)
  if (found !== null) return dated(reader, found)
  const date = isShortWeekday(reader, place) ? dateBehind(reader, place + 1) : null
  return date === null ? null : { ...date, first: place }
}

/** "last Friday, July 16": the date says which one. */
function dated(reader: Reader, found: Match | null): Match | null {
  if (found === null || found.meaning.is !== 'weekday') return found
  const date = dateBehind(reader, found.next) ?? weekBehind(reader, found)
  return date === null ? found : { ...date, first: found.first }
}

/** "Thursday of next week", "Monday last week", "Dienstag nächster Woche". */
function weekBehind(reader: Reader, { next, meaning }: Match): Match | null {
  const { pieces, language } = reader
  if (meaning.is !== 'weekday' || meaning.which !== null) return null
  const at = pieceOr(pieces, next).lower === 'of' ? next + 1 : next
  const weeks = WHICH_BEFORE[language].get(pieceOr(pieces, at).lower)
  const unit = UNITS[language].get(pieceOr(pieces, at + 1).lower)
  if (weeks === undefined || unit !== 'week' || pieceOr(pieces, at).before === 'line') return null
  const found: Meaning = { is: 'weekdayIn', weekday: meaning.weekday, weeks }
  return { first: next, next: at + 2, meaning: found, time: null }
}

function dateBehind(reader: Reader, next: number): Match | null {
  let at = next
  for (let skipped = 0; skipped < 3 && SKIPPED.has(pieceOr(reader.pieces, at).lower); skipped++) at++
  if (pieceOr(reader.pieces, at).before === 'line') return null
  const date = numericDateAt(reader, at) ?? dayFirstAt(reader, at) ?? monthFirstAt(reader, at)
  return date !== null && (date.meaning.is === 'day' || date.meaning.is === 'days') ? date : null
}

const SKIPPED = new Set([',', 'the', 'den', 'dem', 'le', '.', 'el'])

function isShortWeekday(reader: Reader, place: number): boolean {
  const piece = pieceOr(reader.pieces, place)
  return (
    piece.capital &&
    piece.lower.length <= 5 &&
    /^(?:mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)$/.test(piece.lower)
  )
}

function withTime(reader: Reader, match: Match | null): Match | null {
  if (match === null) return null
  const time = timeBehind(reader, match.next)
  return time === null ? match : { ...match, next: time.next, time: time.time }
}

/** "5 p.m. on May 4, 2025", "14 Uhr am 4. Mai": the time stands before its day. */
function timeFirst(reader: Reader, place: number): Match | null {
  const time = timeAt(reader, place)
  if (time === null) return null
  let at = time.next
  for (let skipped = 0; skipped < 2 && BEFORE_DAYS.has(pieceOr(reader.pieces, at).lower); skipped++) at++
  if (pieceOr(reader.pieces, at).before === 'line' || at === time.next) return null
  const piece = pieceOr(reader.pieces, at)
  const day =
    piece.kind === 'digits' ? (numericDateAt(reader, at) ?? dayFirstAt(reader, at)) : named(reader, at)
  const whole = day !== null && (day.meaning.is === 'day' || day.meaning.is === 'weekday')
  return whole ? { ...day, first: place, time: time.time } : null
}

const BEFORE_DAYS = new Set(['on', ',', 'am', 'le', 'el', 'del', 'the', 'den'])

/** A time by itself, where it is told as one: "at 22:30", "um 14 Uhr". Hours of opening and of a list are none. */
function timeOnly(reader: Reader, place: number): Match | null {
  if (!AT_TIMES.has(pieceOr(reader.pieces, place - 1).lower)) return null
  const time = timeAt(reader, place)
  return time === null ? null : { first: place, next: time.next, meaning: { is: 'time' }, time: time.time }
}

const AT_TIMES = new Set(['at', 'um', 'gegen', 'las', 'à', 'around', 'before', 'after'])

/** Gives the first end of a range the year or era of the second: "January 23 – March 9, 2014", "1200 to 400 BC". */
function joined(reader: Reader, matches: readonly Match[]): Match[] {
  return matches.map((match, index) => {
    const next = matches[index + 1]
    if (next === undefined || !isRange(reader, match, next)) return match
    const meaning = shared(match.meaning, next.meaning)
    return meaning === null ? match : { ...match, meaning }
  })
}

function isRange(reader: Reader, match: Match, next: Match): boolean {
  let place = match.next
  if (pieceOr(reader.pieces, place).lower === ',') place++
  const joint = pieceOr(reader.pieces, place).lower
  if (!RANGE_WORDS.has(joint) && joint !== 'and' && joint !== 'und' && joint !== 'et' && joint !== 'y')
    return false
  return next.first - place <= 3
}

function shared(from: Meaning, to: Meaning): Meaning | null {
  if (from.is === 'year' && to.is === 'year') {
    return to.year < 0 && from.year > -to.year ? { is: 'year', year: -from.year } : null
  }
  if ((from.is === 'day' || from.is === 'month') && from.year === null && 'year' in to && to.year !== null) {
    if (to.is === 'day' || to.is === 'month') {
      return { ...from, year: from.month > to.month ? to.year - 1 : to.year }
    }
  }
  return null
}
