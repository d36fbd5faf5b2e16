import type { Spread } from './statistics.ts'

/** One thing that was measured, and what it should be. */
export interface Figure {
  what: string
  value: number
  /** How the rounds lay apart; a figure of one round has none. */
  spread?: Spread
  unit: Unit
  goal?: { least: number } | { most: number }
}

export type Unit = '/s' | 'ratio' | 'ms' | 'µs' | 'MB' | 'MB/s' | 'KB' | 'bytes' | 'requests' | 'posts'

const DIGITS: Record<Unit, number> = {
  ...{ '/s': 0, ratio: 3, ms: 0, µs: 0, MB: 1, 'MB/s': 1 },
  ...{ KB: 2, bytes: 0, requests: 0, posts: 0 },
}

const FEW_MILLISECONDS = 20

/** Whether a figure is what it should be; true where nothing is asked of it. */
export function meets({ value, goal }: Figure): boolean {
  if (goal === undefined) return true
  return 'least' in goal ? value >= goal.least : value <= goal.most
}

/** A figure as a line for a person. */
export function lineOf(figure: Figure): string {
  const { what, value, spread, unit, goal } = figure
  const written = (number: number): string => {
    const places = unit === 'ms' && number < FEW_MILLISECONDS ? 2 : DIGITS[unit]
    const digits = { minimumFractionDigits: places, maximumFractionDigits: places }
    return number.toLocaleString('en', digits)
  }
  const ends = spread ? `  (${written(spread.least)} to ${written(spread.most)})` : ''
  const text = `${what.padEnd(64)} ${`${written(value)} ${unit}`.padStart(16)}${ends}`
  if (goal === undefined) return text
  const bound = 'least' in goal ? `≥ ${goal.least}` : `≤ ${goal.most}`
  return `${text.padEnd(110)} ${bound}: ${meets(figure) ? 'met' : 'MISSED'}`
}

/** The middle of some rounds as a figure. */
export const middle = (what: string, unit: Unit, spread: Spread, goal?: Figure['goal']): Figure => ({
  ...{ what, value: spread.median, spread, unit },
  ...(goal && { goal }),
})
