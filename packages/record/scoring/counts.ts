/** A count of cases, and how many of them were met. */
export interface Share {
  cases: number
  met: number
}

export const share = (): Share => ({ cases: 0, met: 0 })

/** Counts a case. */
export function count(into: Share, isMet: boolean): void {
  into.cases++
  if (isMet) into.met++
}

/** The part that was met, 0 to 1; 0 where there was no case. */
export const partOf = ({ cases, met }: Share): number => (cases === 0 ? 0 : met / cases)

/** How much of what was found is right, and how much of what is there was found. */
export interface Hits {
  readonly precision: Share
  readonly recall: Share
}

export const hits = (): Hits => ({ precision: share(), recall: share() })

/** The harmonic mean of precision and recall, 0 to 1. */
export function f1({ precision, recall }: Hits): number {
  const [p, r] = [partOf(precision), partOf(recall)]
  return p + r === 0 ? 0 : (2 * p * r) / (p + r)
}

/** 0.823 → "82.3". */
export const percent = (part: number): string => (100 * part).toFixed(1)
