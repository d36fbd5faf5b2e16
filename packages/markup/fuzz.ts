import * as fc from 'fast-check'
import type { Format } from './src/markup.ts'
import { faultIn, lostWords } from './testing/faults.ts'
import { markedSources, sources } from './testing/generate.ts'

/** What a run tried and found. `seed` makes the same run again. */
export interface FuzzRun {
  seed: number
  executions: number
  findings: string[]
}

const BATCH = 200
const MOST_FINDINGS = 20
const FORMATS: readonly Format[] = ['markdown', 'bbcode']

/** Every text of one batch through everything. */
function batch(format: Format, seed: number): string[] {
  const findings: string[] = []
  for (const source of fc.sample(sources(format), { numRuns: BATCH, seed })) {
    const fault = faultIn(source, format)
    if (fault) findings.push(`${format} ${JSON.stringify(source)}: ${fault}`)
  }
  for (const marked of fc.sample(markedSources(format), { numRuns: BATCH, seed })) {
    const lost = lostWords(marked, format)
    if (lost.length > 0) findings.push(`${format} ${JSON.stringify(marked.source)}: loses ${lost.join(' ')}`)
  }
  return findings
}

/** Tries texts until the time is over or enough has been found. */
export function fuzz(seconds: number, seed: number): FuzzRun {
  const end = Date.now() + seconds * 1_000
  const findings: string[] = []
  let executions = 0
  for (let round = 0; Date.now() < end && findings.length < MOST_FINDINGS; round++)
    for (const format of FORMATS) {
      findings.push(...batch(format, seed + round))
      executions += BATCH * 2
    }
  return { seed, executions, findings }
}

/** `tsx fuzz.ts [seconds] [seed]` */
if (process.argv[1]?.endsWith('packages/markup/fuzz.ts')) {
  const seconds = Number(process.argv[2] ?? 60)
  const run = fuzz(seconds, Number(process.argv[3] ?? Date.now() % 2 ** 31))
  for (const finding of run.findings) process.stdout.write(`${finding}\n`)
  process.stdout.write(
    `${run.executions} executions in ${seconds} s from seed ${run.seed}, ${run.findings.length} findings\n`,
  )
  process.exitCode = run.findings.length > 0 ? 1 : 0
}
