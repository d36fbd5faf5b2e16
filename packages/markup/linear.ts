import { excerpt, MAX_SOURCE, parse, plainText, renderHtml } from './src/markup.ts'
import { HOSTILE, type Hostile } from './testing/hostile.ts'

/** Times of one shape at three sizes, in milliseconds of processor time, and how each grows with the size. */
export interface Growth {
  name: string
  milliseconds: [number, number, number]
  ratios: [number, number]
}

const SIZE = 50_000
const ROUNDS = 5

function processorTime(source: string, format: Hostile['format']): number {
  const before = process.cpuUsage()
  const document = parse(source, format)
  renderHtml(document)
  plainText(document)
  excerpt(document, 200)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000
}

/** Parses and prints one shape at n, 2n and 4n; the best of a few rounds, since noise only slows. */
export function growthOf({ name, format, make }: Hostile): Growth {
  const milliseconds = [SIZE, SIZE * 2, SIZE * 4].map(size => {
    const source = make(size).slice(0, MAX_SOURCE)
    return Math.min(...Array.from({ length: ROUNDS }, () => processorTime(source, format)))
  }) as [number, number, number]
  const [one, two, four] = milliseconds
  return { name, milliseconds, ratios: [two / one, four / two] }
}

if (process.argv[1]?.endsWith('packages/markup/linear.ts')) {
  const all = HOSTILE.map(growthOf)
  const byTime = all.toSorted((one, other) => other.milliseconds[2] - one.milliseconds[2])
  for (const { name, milliseconds, ratios } of byTime)
    process.stdout.write(
      `${milliseconds.map(time => time.toFixed(1).padStart(7)).join('')} ms ` +
        `${ratios.map(ratio => `×${ratio.toFixed(2)}`).join(' ')}  ${name}\n`,
    )
  const lengths = [SIZE, SIZE * 2, SIZE * 4].map(size => size / 1_000).join(', ')
  process.stdout.write(`${all.length} shapes at ${lengths} thousand characters; linear is ×2\n`)
}
