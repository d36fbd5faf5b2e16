/** The middle of some figures, and how far they lie apart. */
export interface Spread {
  median: number
  least: number
  most: number
}

/** At least one figure → their spread. Throws a `RangeError` for none. */
export function spreadOf(figures: readonly number[]): Spread {
  const sorted = [...figures].sort((one, other) => one - other)
  const [least, most] = [sorted[0], sorted.at(-1)]
  if (least === undefined || most === undefined) throw new RangeError('no figures')
  const above = sorted[Math.floor(sorted.length / 2)] as number
  const below = sorted[Math.ceil(sorted.length / 2) - 1] as number
  return { median: (above + below) / 2, least, most }
}

/** The value below which such a part (0 to 1) of sorted figures lies; 0 for none. */
export function quantile(sorted: ArrayLike<number>, part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0
}
