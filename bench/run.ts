/**
 * `npm run bench`: measures the built server beside the least that could do the same, in turns, in one run, and prints what
 * it saw. `npm run bench -- guest posting` runs these parts alone; `--rounds`, `--seconds` and `--connections` set the
 * pace, `--posts` how many posts the passages are looked for in; `--keep` also writes the figures to `bench/results`, by date.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Figure, lineOf, meets } from './figures.ts'
import type { Pace, Part } from './part.ts'
import { markupSpeed } from './parts/markup.ts'
import { memory } from './parts/memory.ts'
import { guestPages, memberPages } from './parts/pages.ts'
import { passageSpeed } from './parts/passages.ts'
import { pictureSpeed } from './parts/pictures.ts'
import { posting } from './parts/posting.ts'
import { quoteSpeed } from './parts/quotes.ts'
import { readingSpeed } from './parts/reading.ts'
import { recordSpeed } from './parts/record.ts'
import { startToFirstPage } from './parts/start.ts'
import { weight } from './parts/weight.ts'
import { openStage, type Stage } from './stage/stage.ts'

/** Every part by the name that calls it, in the order in which they run. */
const PARTS: Record<string, Part> = {
  weight,
  start: startToFirstPage,
  guest: guestPages,
  member: memberPages,
  posting,
  memory,
}
/** What needs no forum, or one of its own. */
const MARKUP = 'markup'
const READING = 'reading'
const QUOTES = 'quotes'
const PASSAGES = 'passages'
const RECORD = 'record'
const PICTURES = 'pictures'

const OPTIONS = {
  rounds: { type: 'string', default: '7' },
  seconds: { type: 'string', default: '2' },
  connections: { type: 'string', default: '32' },
  posts: { type: 'string', default: '1000000' },
  keep: { type: 'boolean', default: false },
} as const

function refuse(sentence: string): never {
  console.error(sentence)
  process.exit(2)
}

function readArguments() {
  try {
    return parseArgs({ options: OPTIONS, allowPositionals: true })
  } catch (error) {
    return refuse((error as Error).message)
  }
}

function numberOf(name: string, written: string): number {
  const value = Number(written)
  return value > 0 ? value : refuse(`--${name} must be a number above 0.`)
}

function paceOf(values: Record<keyof Pace, string>): Pace {
  const number = (name: keyof Pace): number => numberOf(name, values[name])
  return { rounds: number('rounds'), seconds: number('seconds'), connections: number('connections') }
}

const machine = (): string =>
  `Node ${process.version}, ${availableParallelism()} × ${cpus()[0]?.model ?? 'a processor'}, ${process.platform}`

function keep(figures: readonly Figure[], pace: Pace): void {
  const date = new Date().toISOString()
  const folder = join(import.meta.dirname, 'results')
  mkdirSync(folder, { recursive: true })
  const file = join(folder, `${date.slice(0, 19).replaceAll(':', '')}.json`)
  writeFileSync(file, `${JSON.stringify({ date, machine: machine(), pace, figures }, null, 2)}\n`)
  console.log(`\nKept in ${file}`)
}

const { values, positionals } = readArguments()
const pace = paceOf(values)
const known = [...Object.keys(PARTS), MARKUP, READING, QUOTES, PASSAGES, RECORD, PICTURES]
const stranger = positionals.find(name => !known.includes(name))
if (stranger !== undefined) refuse(`There is no part ${stranger}. There are ${known.join(', ')}.`)
const chosen = positionals.length > 0 ? positionals : known

const figures: Figure[] = []
const show = (more: readonly Figure[]): void => {
  figures.push(...more)
  for (const figure of more) console.log(lineOf(figure))
}

console.log(machine())
console.log(`${pace.rounds} rounds of ${pace.seconds} s a side; the middle round, and the extremes\n`)
const parts = Object.entries(PARTS).filter(([name]) => chosen.includes(name))
let stage: Stage | undefined
try {
  if (chosen.includes(MARKUP)) show(await markupSpeed())
  if (chosen.includes(READING)) show(readingSpeed(pace))
  if (chosen.includes(QUOTES)) show(quoteSpeed(pace))
  if (chosen.includes(PASSAGES)) show(await passageSpeed(numberOf('posts', values.posts), console.log))
  if (chosen.includes(RECORD)) show(await recordSpeed(pace))
  if (chosen.includes(PICTURES)) show(await pictureSpeed(pace))
  if (parts.length > 0) stage = await openStage()
  for (const [, part] of parts) show(await part(stage as Stage, pace))
} finally {
  await stage?.close()
}
const missed = figures.filter(figure => !meets(figure)).length
console.log(missed === 0 ? '\nEvery goal is met.' : `\n${missed} of the goals missed.`)
if (values.keep) keep(figures, pace)
