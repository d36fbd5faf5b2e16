import { type Piece, pieceOr } from '../text/pieces.ts'
import type { WrittenLanguage } from '../text/written-language.ts'
import type { Season, Unit } from './date-words.ts'

/** What the words say, before it is known when they were written. A missing year is null. */
export type Meaning =
  | { readonly is: 'day'; readonly year: number | null; readonly month: number; readonly day: number }
  | {
      readonly is: 'days'
      readonly year: number | null
      readonly month: number
      readonly day: number
      readonly to: number
    }
  /** "on the 17th": of the month that was named last, or in which the text was written. */
  | { readonly is: 'dayOfMonth'; readonly day: number }
  | { readonly is: 'month'; readonly year: number | null; readonly month: number }
  | { readonly is: 'year'; readonly year: number }
  | { readonly is: 'stretch'; readonly from: string; readonly to: string }
  /** `every`: only where the sentence tells of every year. */
  | { readonly is: 'season'; readonly year: number | null; readonly season: Season; readonly every?: true }
  /** A feast without a day of its own: so many days from Easter Sunday, or the nth weekday of a month. */
  | { readonly is: 'easter'; readonly year: number | null; readonly days: number }
  | {
      readonly is: 'feast'
      readonly year: number | null
      readonly month: number
      readonly weekday: number
      readonly nth: number
    }
  | { readonly is: 'weekday'; readonly weekday: number; readonly which: number | null }
  /** "Thursday of next week". */
  | { readonly is: 'weekdayIn'; readonly weekday: number; readonly weeks: number }
  /** "this week", "next year", "the year before": so many units from the one that the base lies in. */
  | { readonly is: 'period'; readonly unit: Unit; readonly offset: number; readonly base: Base }
  | { readonly is: 'monthOf'; readonly month: number; readonly which: number }
  | { readonly is: 'seasonOf'; readonly season: Season; readonly which: number }
  /** "two weeks ago", "two years later". */
  | { readonly is: 'shift'; readonly unit: Unit; readonly count: number; readonly base: Base }
  /** "the last five years", "the next two weeks". */
  | { readonly is: 'recent'; readonly unit: Unit; readonly count: number }
  | { readonly is: 'time' }

/** What is counted from: when the text was written, or the date that it named last. */
export type Base = 'post' | 'before'

/** A date in the pieces `first` to before `next`. */
export interface Match {
  readonly first: number
  readonly next: number
  readonly meaning: Meaning
  /** `14:00`; null without a time of day. */
  readonly time: string | null
  /** "March of next year": years from the one in which the text was written, for a day or month without its own. */
  readonly years?: number
  /** Day and month could be the other way round. */
  readonly order?: true
}

/** What the parsers of dates read: the text, its pieces and its language. */
export interface Reader {
  readonly text: string
  readonly pieces: readonly Piece[]
  readonly language: WrittenLanguage
  /** Whether the text has dates from before the year 1000: then "in 373" can be one. */
  readonly ancient: boolean
}

/** The piece at a place as it is in small letters. */
export function wordAt(reader: Reader, place: number): string {
  return pieceOr(reader.pieces, place).lower
}

/** Whether a sign stands at a place and touches what is before it. */
export function touches(reader: Reader, place: number, sign: string): boolean {
  const piece = pieceOr(reader.pieces, place)
  return piece.lower === sign && piece.before === ''
}

/** A whole number of at most `most` digits that stands at a place; NaN for none. */
export function numberAt(reader: Reader, place: number, most: number): number {
  const piece = pieceOr(reader.pieces, place)
  return piece.kind === 'digits' && piece.lower.length <= most ? Number(piece.lower) : Number.NaN
}

/** Whether digits are a part of something greater: "2,000", "3.5", "v2", "12-34", "$5". */
export function isPart(reader: Reader, place: number): boolean {
  const { pieces } = reader
  const before = pieceOr(pieces, place - 1)
  const here = pieceOr(pieces, place)
  if (here.before === '' && place > 0 && (before.kind === 'word' || '$€£¥#@_/\\.,:+'.includes(before.lower)))
    return true
  const after = pieceOr(pieces, place + 1)
  if (after.before !== '') return false
  if (after.kind === 'word') return true
  return (
    '.,:/_@'.includes(after.lower) &&
    pieceOr(pieces, place + 2).kind === 'digits' &&
    pieceOr(pieces, place + 2).before === ''
  )
}
