import { type Profiler, Session } from 'node:inspector'

/**
 * Counts what a computation does instead of how long it takes: the blocks of code that run, as V8 counts them for
 * coverage, and the characters that string functions look at. The same input gives the same count on every machine.
 */
export class StepCounter {
  private readonly session = new Session()
  private readonly scripts: RegExp

  /** `scripts`: addresses of the source files whose blocks are counted. */
  constructor(scripts: RegExp) {
    this.scripts = scripts
    this.session.connect()
    this.send('Profiler.enable')
    this.send('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
  }

  private send<Answer>(method: string, parameters?: object): Answer {
    let answer: unknown
    this.session.post(method, parameters, (error, result) => {
      if (error) throw error
      answer = result
    })
    return answer as Answer
  }

  /** How many steps `run` takes. */
  count(run: () => unknown): number {
    const strings = countStrings()
    this.send('Profiler.takePreciseCoverage')
    try {
      run()
    } finally {
      strings.restore()
    }
    const { result } = this.send<Profiler.TakePreciseCoverageReturnType>('Profiler.takePreciseCoverage')
    let blocks = 0
    for (const script of result)
      if (this.scripts.test(script.url))
        for (const { ranges } of script.functions) for (const { count } of ranges) blocks += count
    return blocks + strings.characters()
  }

  close(): void {
    this.send('Profiler.stopPreciseCoverage')
    this.session.disconnect()
  }
}

/** A function that reads a string → how many characters of it a call looks at, or copies, at most. */
type Cost = (text: string, args: readonly unknown[], result: unknown) => number

const found: Cost = (text, [, from], result) => {
  const start = Number(from ?? 0)
  return (result === -1 ? text.length : Number(result)) - start
}
const whole: Cost = text => text.length
/** With a pattern the work is that of the pattern, which is counted there. */
const wholeForText: Cost = (text, [wanted]) => (typeof wanted === 'string' ? text.length : 0)
/** How many steps a pattern that must match where it begins takes at most before it gives up. */
const GIVES_UP = 600

const COSTS: Record<string, Cost> = {
  indexOf: found,
  lastIndexOf: whole,
  includes: whole,
  split: wholeForText,
  replace: wholeForText,
  replaceAll: wholeForText,
  trim: whole,
  trimEnd: whole,
  trimStart: whole,
  toLowerCase: whole,
  toUpperCase: whole,
}
/** A machine looks at many characters in the time of one block of code. */
const PART = 16

/** Puts counters before the functions of strings and regular expressions until `restore` is called. */
function countStrings(): { characters: () => number; restore: () => void } {
  let characters = 0
  const strings = String.prototype as unknown as Record<string, (...args: unknown[]) => unknown>
  const originals = Object.keys(COSTS).map(name => [name, strings[name]] as const)
  for (const [name, original] of originals) {
    const cost = COSTS[name] as Cost
    strings[name] = function (this: string, ...args: unknown[]) {
      const result = original?.apply(this, args)
      characters += Math.max(0, cost(this, args, result)) / PART
      return result
    }
  }
  const { exec, test } = RegExp.prototype
  const looked = (pattern: RegExp, text: string, from: number, matched: boolean): number => {
    const anchored = pattern.sticky || (pattern.source.startsWith('^') && !pattern.multiline)
    if (matched && (pattern.sticky || pattern.global)) return pattern.lastIndex - from
    return anchored && !matched ? Math.min(text.length - from, GIVES_UP) : text.length - from
  }
  RegExp.prototype.exec = function (text: string) {
    const from = this.global || this.sticky ? this.lastIndex : 0
    const result = exec.call(this, text)
    characters += Math.max(0, looked(this, String(text), from, result !== null)) / PART
    return result
  }
  RegExp.prototype.test = function (text: string) {
    const from = this.global || this.sticky ? this.lastIndex : 0
    const result = test.call(this, text)
    characters += Math.max(0, looked(this, String(text), from, result)) / PART
    return result
  }
  return {
    characters: () => characters,
    restore: () => {
      for (const [name, original] of originals) if (original) strings[name] = original
      RegExp.prototype.exec = exec
      RegExp.prototype.test = test
    },
  }
}
