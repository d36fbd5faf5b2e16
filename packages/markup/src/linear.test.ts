import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { HOSTILE } from '../testing/hostile.ts'
import { CMARK_SHAPES } from '../testing/hostile-markdown.ts'
import { StepCounter } from '../testing/steps.ts'
import { excerpt, parse, plainText, renderHtml } from './markup.ts'

const SIZE = 4_000
/** Twice the text is twice the work; the rest is what caps on lengths and depths leave for small texts. */
const GREATEST_RATIO = 2.6
const MOST_STEPS_PER_CHARACTER = 500

describe('hostile text costs steps in proportion to its length', () => {
  const counter = new StepCounter(/\/packages\/markup\/src\/|\/node_modules\/markdown-it\//)
  afterAll(() => counter.close())

  const stepsOf = (source: string, format: 'markdown' | 'bbcode'): number =>
    counter.count(() => {
      const document = parse(source, format)
      renderHtml(document)
      plainText(document)
      excerpt(document, 200)
    })

  it('knows the shapes of cmark and more', () => {
    expect(Object.keys(CMARK_SHAPES)).toHaveLength(35)
    expect(HOSTILE.filter(({ format }) => format === 'bbcode').length).toBeGreaterThan(20)
  })

  it('counts more steps for more work', () => {
    const quadratic = (size: number) => {
      let text = ''
      for (let index = 0; index < size; index++) text += 'ab'.repeat(size).includes('c') ? 'd' : 'e'
      return text
    }
    const ratio = counter.count(() => quadratic(2_000)) / counter.count(() => quadratic(1_000))
    expect(ratio).toBeGreaterThan(3.5)
  })

  it.each(HOSTILE)('$name', ({ make, format }) => {
    const [one, two, four] = [SIZE, SIZE * 2, SIZE * 4].map(size => stepsOf(make(size), format)) as [
      number,
      number,
      number,
    ]
    expect(two / one).toBeLessThan(GREATEST_RATIO)
    expect(four / two).toBeLessThan(GREATEST_RATIO)
    expect(four / (SIZE * 4)).toBeLessThan(MOST_STEPS_PER_CHARACTER)
  })
})

it('has no pattern that looks for the end of the text from every place', () => {
  const sources = readdirSync(import.meta.dirname).filter(name => /(?<!\.test)\.ts$/.test(name))
  const found = sources.flatMap(name =>
    readFileSync(`${import.meta.dirname}/${name}`, 'utf8')
      .split('\n')
      .filter(line => /[(=,]\s*\/(?!\^)[^/]*[+*]\$\/[a-z]*[.,;)]/.test(line))
      .map(line => `${name}: ${line.trim()}`),
  )
  expect(found).toEqual([])
})
