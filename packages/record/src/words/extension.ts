import { bitsOf } from './idf.ts'

/** Words of two texts that are equal: word `a[k]` of the one and `b[k]` of the other. */
export interface EqualWords {
  readonly a: number[]
  readonly b: number[]
}

/** How far the alignment looks beyond an edited word, in words. */
const REACH = 24
/** What an edited word costs, where an equal one gives 0.3 for "the" up to 1. */
const MISSED = 0.5
const WIDTH = REACH + 1

const scores = new Float64Array(WIDTH * WIDTH)
const ways = new Uint8Array(WIDTH * WIDTH)
const PAIR = 1
const SKIP_A = 2
const SKIP_B = 3

/**
 * Two lists of words → what is equal from the places `fromA` and `fromB` on, step by step to the right (`step` 1) or to
 * the left (-1), before the places `toA` and `toB`: equal words in a row, and beyond an edited stretch of up to 24
 * words those that outweigh it (local alignment, Smith and Waterman 1981, in a window that moves on). Linear.
 */
export function extend(
  a: readonly string[],
  b: readonly string[],
  from: { readonly a: number; readonly b: number },
  to: { readonly a: number; readonly b: number },
  step: 1 | -1,
): EqualWords {
  const equal: EqualWords = { a: [], b: [] }
  let { a: atA, b: atB } = from
  for (;;) {
    while (atA !== to.a && atB !== to.b && a[atA] === b[atB]) {
      equal.a.push(atA)
      equal.b.push(atB)
      atA += step
      atB += step
    }
    const rows = Math.min(REACH, Math.abs(to.a - atA))
    const columns = Math.min(REACH, Math.abs(to.b - atB))
    const best = fillWindow(a, b, atA, atB, rows, columns, step)
    if (best === 0) return equal
    trace(best, atA, atB, step, equal)
    atA = equal.a.at(-1)! + step
    atB = equal.b.at(-1)! + step
  }
}

/** Fills the window and gives the cell with the highest score; 0, the corner, where nothing outweighs its edits. */
function fillWindow(
  a: readonly string[],
  b: readonly string[],
  atA: number,
  atB: number,
  rows: number,
  columns: number,
  step: number,
): number {
  for (let j = 0; j <= columns; j++) {
    scores[j] = -MISSED * j
    ways[j] = SKIP_B
  }
  let best = 0
  for (let i = 1; i <= rows; i++) {
    const row = i * WIDTH
    scores[row] = -MISSED * i
    ways[row] = SKIP_A
    const word = a[atA + (i - 1) * step]!
    for (let j = 1; j <= columns; j++) {
      const cell = row + j
      const [above, beside] = [scores[cell - WIDTH]! - MISSED, scores[cell - 1]! - MISSED]
      scores[cell] = Math.max(above, beside)
      ways[cell] = above >= beside ? SKIP_A : SKIP_B
      if (word !== b[atB + (j - 1) * step]) continue
      const paired = scores[cell - WIDTH - 1]! + Math.min(1, Math.max(0.3, bitsOf(word) / 4))
      if (paired < scores[cell]!) continue
      scores[cell] = paired
      ways[cell] = PAIR
      if (paired > scores[best]!) best = cell
    }
  }
  return best
}

function trace(best: number, atA: number, atB: number, step: number, equal: EqualWords): void {
  const found: number[] = []
  for (let cell = best; cell > 0; ) {
    const way = ways[cell]
    if (way === PAIR) found.push(cell)
    cell -= way === PAIR ? WIDTH + 1 : way === SKIP_A ? WIDTH : 1
  }
  for (const cell of found.reverse()) {
    equal.a.push(atA + (Math.floor(cell / WIDTH) - 1) * step)
    equal.b.push(atB + ((cell % WIDTH) - 1) * step)
  }
}
