import { pieceOr } from '../text/pieces.ts'
import { isDay } from './calendar.ts'
import { type Match, numberAt, type Reader, wordAt } from './date-match.ts'

/** Words before a German or Swiss "24.8." without a year that make it a date. */
const BEFORE_SHORT = new Set([
  'am',
  'vom',
  'zum',
  'bis',
  'ab',
  'seit',
  'den',
  'dem',
  'und',
  'montag',
  'dienstag',
  'mittwoch',
  'donnerstag',
  'freitag',
  'samstag',
  'sonntag',
])

/**
 * A date in digits: 2025-05-04 (ISO 8601), 2025/05/04, 04.05.2025, 4.5.25, 05/04/2025, 4-5-2025. In English the month is
 * taken to stand first where a slash or a hyphen parts them and both readings are days, elsewhere the day; such a match
 * says so in `order`. Null where none begins at `place`.
 */
export function numericDateAt(reader: Reader, place: number): Match | null {
  const { pieces } = reader
  const first = pieceOr(pieces, place)
  const sign = pieceOr(pieces, place + 1)
  if (sign.before !== '' || !'-./'.includes(sign.lower)) return null
  const before = pieceOr(pieces, place - 1)
  if (first.before === '' && place > 0 && ('$€£#@/.,:-+=_'.includes(before.lower) || before.kind === 'word'))
    return null
  const parts = [place, place + 2, place + 4]
  const joined = [place + 2, place + 3, place + 4].every(each => pieceOr(pieces, each).before === '')
  const same = wordAt(reader, place + 3) === sign.lower
  if (!joined || !same) return shortDate(reader, place, sign.lower)
  const lengths = parts.map(part => wordAt(reader, part).length)
  const numbers = parts.map(part => numberAt(reader, part, 4))
  if (numbers.some(Number.isNaN) || goesOn(reader, place + 5)) return null
  const [a, b, c] = numbers as [number, number, number]
  const whole = { first: place, next: place + 5, time: null }
  if (lengths[0] === 4 && isDay(a, b, c) && (lengths[1] as number) <= 2) {
    return { ...whole, meaning: { is: 'day', year: a, month: b, day: c } }
  }
  if (lengths[2] !== 4 && (lengths[2] !== 2 || sign.lower === '-')) return null
  if ((lengths[0] as number) > 2 || (lengths[1] as number) > 2) return null
  const year = lengths[2] === 4 ? c : c + (c < 50 ? 2000 : 1900)
  if (year < 1000) return shortDate(reader, place, sign.lower)
  return ordered(reader, whole, sign.lower, a, b, year)
}

function goesOn(reader: Reader, next: number): boolean {
  const after = pieceOr(reader.pieces, next)
  if (after.before !== '') return false
  if (after.kind === 'digits' || (after.kind === 'word' && after.lower !== 't')) return true
  return (
    './-'.includes(after.lower) &&
    pieceOr(reader.pieces, next + 1).kind === 'digits' &&
    pieceOr(reader.pieces, next + 1).before === ''
  )
}

function ordered(
  reader: Reader,
  whole: Pick<Match, 'first' | 'next' | 'time'>,
  sign: string,
  a: number,
  b: number,
  year: number,
): Match | null {
  const dayFirst = isDay(year, b, a)
  const monthFirst = isDay(year, a, b)
  if (!dayFirst && !monthFirst) return null
  const preferMonth = reader.language === 'en' && sign !== '.'
  const useMonth = monthFirst && (preferMonth || !dayFirst)
  const meaning = useMonth
    ? ({ is: 'day', year, month: a, day: b } as const)
    : ({ is: 'day', year, month: b, day: a } as const)
  return dayFirst && monthFirst && a !== b && sign !== '.'
    ? { ...whole, meaning, order: true }
    : { ...whole, meaning }
}

/** "am 24.8." and "24.08.", in German only: day and month with their full stops. */
function shortDate(reader: Reader, place: number, sign: string): Match | null {
  const { pieces, language } = reader
  if (language !== 'de' || sign !== '.') return null
  const month = pieceOr(pieces, place + 2)
  const stop = pieceOr(pieces, place + 3)
  if (month.before !== '' || stop.lower !== '.' || stop.before !== '') return null
  if (!BEFORE_SHORT.has(wordAt(reader, place - 1)) && pieceOr(pieces, place - 1).lower !== '.') return null
  const day = numberAt(reader, place, 2)
  const number = numberAt(reader, place + 2, 2)
  if (!isDay(2000, number, day)) return null
  const after = pieceOr(pieces, place + 4)
  // "24.8.2025" has been tried before: a longer row of digits is none.
  if (after.before === '' && after.kind === 'digits') return null
  return { first: place, next: place + 4, time: null, meaning: { is: 'day', year: null, month: number, day } }
}
