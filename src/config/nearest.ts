const LONGEST = 40
/** One change in so many letters is a slip; more is another word. */
const LETTERS_PER_CHANGE = 5

/** A misspelt name → the name of a list that is the fewest changes away, if it is near enough to have been meant. */
export function nearest(name: string, names: readonly string[]): string | undefined {
  if (name.length > LONGEST) return undefined
  let best: string | undefined
  let least = Number.POSITIVE_INFINITY
  for (const candidate of names) {
    const changes = distance(name, candidate)
    if (changes < least && changes <= candidate.length / LETTERS_PER_CHANGE) {
      best = candidate
      least = changes
    }
  }
  return best
}

/** Letters to add, drop or replace to get from one word to the other (Levenshtein, one row at a time). */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let line = 1; line <= from.length; line++) {
    const next = [line]
    for (let column = 1; column <= to.length; column++) {
      const replaced = (row[column - 1] as number) + (from[line - 1] === to[column - 1] ? 0 : 1)
      next.push(Math.min(replaced, (row[column] as number) + 1, (next[column - 1] as number) + 1))
    }
    row = next
  }
  return row[to.length] as number
}
