import { type Day, isoMonth } from './calendar.ts'
import type { Season } from './date-words.ts'

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

/** From which month to which a season is counted. */
export const SEASON_MONTHS: Readonly<Record<Season, readonly [number, number]>> = {
  spring: [3, 6],
  summer: [6, 9],
  autumn: [9, 12],
  winter: [12, 3],
}

/** `2012-06/2012-09` */
export function seasonIn(season: Season, year: number): string {
  const [from, to] = SEASON_MONTHS[season]
  return `${isoMonth(year, from)}/${isoMonth(to < from ? year + 1 : year, to)}`
}

/** A year of which no more is known. */
export function knownYear(year: number): Known {
  return { year, month: null, day: null }
}
