import { numeralAt } from '../text/numerals.ts'
import { pieceOr } from '../text/pieces.ts'
import { type Base, type Match, numberAt, type Reader, wordAt } from './date-match.ts'
import { UNITS, type Unit } from './date-words.ts'

function shift(first: number, next: number, unit: Unit, count: number, base: Base): Match {
  return { first, next, meaning: { is: 'shift', unit, count, base }, time: null }
}

interface Amount {
  readonly count: number
  readonly unit: Unit
  readonly next: number
}

/** "two weeks", "a year", "10 Jahren", "half a century" aside. */
function amountAt(reader: Reader, place: number): Amount | null {
  const { language } = reader
  const digits = numberAt(reader, place, 5)
  const article = language === 'en' && wordAt(reader, place) === 'a'
  const word = Number.isNaN(digits) && !article ? numeralAt(reader.pieces, place, language) : null
  const count = article ? 1 : (word?.value ?? digits)
  if (Number.isNaN(count) || count > 1e6) return null
  const next = word?.next ?? place + 1
  const unit = UNITS[language].get(wordAt(reader, next))
  if (unit === undefined || pieceOr(reader.pieces, next).before !== 'space') return null
  return withHalf(reader, { count, unit, next: next + 1 })
}

/** "a year and a half", "two and a half years": in months. */
function withHalf(reader: Reader, { count, unit, next }: Amount): Amount {
  const behind =
    wordAt(reader, next) === 'and' && wordAt(reader, next + 1) === 'a' && wordAt(reader, next + 2) === 'half'
  return unit === 'year' && behind
    ? { count: count * 12 + 6, unit: 'month', next: next + 3 }
    : { count, unit, next }
}

/** "the last five years", "the next two weeks", "den letzten drei Monaten". */
export function recent(
  reader: Reader,
  first: number,
  noun: number,
  which: number,
  asked: boolean,
): Match | null {
  if (which === 0 || !asked) return null
  const amount = amountAt(reader, noun)
  if (amount === null || wordAt(reader, noun) === 'a') return null
  const meaning = { is: 'recent', unit: amount.unit, count: which * amount.count } as const
  return { first, next: amount.next, meaning, time: null }
}

/** "two weeks ago", "two years later", "vor zwei Jahren", "il y a deux ans", "hace dos semanas". */
export function ago(reader: Reader, place: number): Match | null {
  const { language } = reader
  const word = wordAt(reader, place)
  if (language === 'de') return word === 'vor' ? counted(reader, place, place + 1) : null
  if (language === 'es') return word === 'hace' ? counted(reader, place, place + 1) : null
  if (language === 'fr') {
    const there = word === 'il' && wordAt(reader, place + 1) === 'y' && wordAt(reader, place + 2) === 'a'
    return there ? counted(reader, place, place + 3) : null
  }
  const amount = amountAt(reader, place)
  if (amount === null) return null
  const { count, unit, next } = amount
  const after = wordAt(reader, next)
  if (after === 'ago') return shift(place, next + 1, unit, -count, 'post')
  if (after === 'later' || after === 'afterwards') return shift(place, next + 1, unit, count, 'before')
  if (after === 'earlier' || (after === 'before' && pieceOr(reader.pieces, next + 1).kind === 'sign')) {
    return shift(place, next + 1, unit, -count, 'before')
  }
  return after === 'from' && wordAt(reader, next + 1) === 'now'
    ? shift(place, next + 2, unit, count, 'post')
    : null
}

function counted(reader: Reader, first: number, place: number): Match | null {
  const amount = amountAt(reader, place)
  return amount === null ? null : shift(first, amount.next, amount.unit, -amount.count, 'post')
}
