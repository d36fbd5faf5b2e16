import type { Figure } from './figures.ts'
import type { Stage } from './stage/stage.ts'

/** How long is measured: rounds of so many seconds for each side, over so many connections. */
export interface Pace {
  rounds: number
  seconds: number
  connections: number
}

/** Measures one thing. */
export type Part = (stage: Stage, pace: Pace) => Promise<Figure[]>
