import { excerpt, MAX_SOURCE, parse, plainText, renderHtml } from './src/markup.ts'
import { HOSTILE, type Hostile } from './testing/hostile.ts'
import { StepCounter } from './testing/steps.ts'

type Three = [number, number, number]

/**
 * One shape at n, 2n and 4n: the steps it takes, which are the same in every run, and the milliseconds of processor
 * time, which hold what else the machine does, such as collecting garbage.
 */
export interface Growth {
  name: string
  steps: Three
  milliseconds: Three
}

const SIZE = 50_000
const STEP_SIZE = 10_000
const ROUNDS = 7

function work(source: string, format: Hostile['format']): void {
  const document = parse(source, format)
  renderHtml(document)
  plainText(document)
  excerpt(document, 200)
}

function processorTime(source: string, format: Hostile['format']): number {
  const before = process.cpuUsage()
  work(source, format)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000
}

const atSizes = (size: number, { make }: Hostile, measure: (source: string) => number): Three =>
  [size, size * 2, size * 4].map(length => measure(make(length).slice(0, MAX_SOURCE))) as Three

/** Counts first and measures then: code that has been made fast no longer counts. */
export function growthOfAll(shapes: readonly Hostile[]): Growth[] {
  const counter = new StepCounter(/\/packages\/markup\/src\/|\/node_modules\/markdown-it\//)
  const steps = shapes.map(shape =>
    atSizes(STEP_SIZE, shape, source => counter.count(() => work(source, shape.format))),
  )
  counter.close()
  return shapes.map((shape, index) => ({
    name: shape.name,
    steps: steps[index] as Three,
    milliseconds: atSizes(SIZE, shape, source =>
      Math.min(...Array.from({ length: ROUNDS }, () => processorTime(source, shape.format))),
    ),
  }))
}

const ratios = ([one, two, four]: Three): [number, number] => [two / one, four / two]

function print(all: readonly Growth[]): void {
  const shown = (pair: [number, number]) => pair.map(ratio => `×${ratio.toFixed(2)}`).join(' ')
  for (const { name, steps, milliseconds } of all.toSorted((a, b) => b.milliseconds[2] - a.milliseconds[2]))
    process.stdout.write(
      `steps ${shown(ratios(steps))}   ${milliseconds.map(time => time.toFixed(1).padStart(6)).join('')} ms ` +
        `${shown(ratios(milliseconds))}  ${name}\n`,
    )
  const greatest = Math.max(...all.flatMap(({ steps }) => ratios(steps)))
  const slowest = Math.max(...all.map(({ milliseconds }) => milliseconds[2]))
  process.stdout.write(
    `${all.length} shapes; linear is ×2. Steps at ${STEP_SIZE}, ${STEP_SIZE * 2} and ${STEP_SIZE * 4} characters ` +
      `grow by ×${greatest.toFixed(2)} at most; times at ${SIZE}, ${SIZE * 2} and ${SIZE * 4}, ` +
      `the slowest ${slowest.toFixed(0)} ms\n`,
  )
}

if (process.argv[1]?.endsWith('packages/markup/linear.ts')) print(growthOfAll(HOSTILE))
