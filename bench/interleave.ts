import { type Spread, spreadOf } from './statistics.ts'

/** What one round of either side came to, for each thing that was measured of it. */
export type Sample = Record<string, number>

/** The rounds of both sides, and their ratios round by round: ours divided by the baseline's. */
export interface Comparison {
  ours: Record<string, Spread>
  baseline: Record<string, Spread>
  ratio: Record<string, Spread>
}

/**
 * Measures two sides in turns, so that what else the machine does falls on both. The first turn warms up and does not
 * count. Both sides must measure the same things.
 */
export async function interleave(
  rounds: number,
  ours: () => Promise<Sample>,
  baseline: () => Promise<Sample>,
): Promise<Comparison> {
  const samples: { ours: Sample; baseline: Sample }[] = []
  for (let round = 0; round <= rounds; round++)
    samples.push({ baseline: await baseline(), ours: await ours() })
  const counted = samples.slice(1)
  const spreads = (value: (sample: (typeof counted)[number], name: string) => number) =>
    Object.fromEntries(
      Object.keys(counted[0]?.ours ?? {}).map(name => [
        name,
        spreadOf(counted.map(sample => value(sample, name))),
      ]),
    )
  return {
    ours: spreads((sample, name) => sample.ours[name] as number),
    baseline: spreads((sample, name) => sample.baseline[name] as number),
    ratio: spreads((sample, name) => (sample.ours[name] as number) / (sample.baseline[name] as number)),
  }
}
