import * as fc from 'fast-check'
import { read } from './src/read.ts'
import { MAX_TEXT } from './src/version.ts'
import { faultIn } from './testing/faults.ts'
import { REPEATED, repeated, texts } from './testing/texts.ts'

const BATCH = 200
const MOST_FINDINGS = 20
/** Sizes at which hostile texts are timed, each four times the one before. */
const SIZES = [12_500, 50_000, MAX_TEXT]
const ROUNDS = 3

/** Tries texts until the time is over or enough has been found; → how many were tried, and what was wrong with which. */
export function fuzz(seconds: number, seed: number): { executions: number; findings: string[] } {
  const end = Date.now() + seconds * 1_000
  const findings: string[] = []
  let executions = 0
  for (let round = 0; Date.now() < end && findings.length < MOST_FINDINGS; round++)
    for (const text of fc.sample(texts, { numRuns: BATCH, seed: seed + round })) {
      executions++
      const fault = faultIn(text)
      if (fault !== null) findings.push(`${JSON.stringify(text)} ${fault}`)
    }
  return { executions, findings }
}

function processorTime(text: string): number {
  const before = process.cpuUsage()
  read(text, { date: '2025-05-06' })
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000
}

/** Milliseconds of processor time for each hostile text at each size, the slowest first. */
export function growth(): { piece: string; times: number[] }[] {
  return REPEATED.map(piece => ({
    piece,
    times: SIZES.map(size => {
      const text = repeated(piece, size)
      return Math.min(...Array.from({ length: ROUNDS }, () => processorTime(text)))
    }),
  })).toSorted((a, b) => b.times.at(-1)! - a.times.at(-1)!)
}

/** `tsx fuzz.ts [seconds] [seed]` */
if (process.argv[1]?.endsWith('packages/record/fuzz.ts')) {
  const seconds = Number(process.argv[2] ?? 60)
  const seed = Number(process.argv[3] ?? Date.now() % 2 ** 31)
  for (const { piece, times } of growth().slice(0, MOST_FINDINGS))
    process.stdout.write(
      `${times.map(time => time.toFixed(1).padStart(8)).join('')} ms  ${JSON.stringify(piece)}\n`,
    )
  const { executions, findings } = fuzz(seconds, seed)
  for (const finding of findings) process.stdout.write(`${finding}\n`)
  process.stdout.write(`${executions} texts in ${seconds} s from seed ${seed}, ${findings.length} findings\n`)
  process.exitCode = findings.length > 0 ? 1 : 0
}
