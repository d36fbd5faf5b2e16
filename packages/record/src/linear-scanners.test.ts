import { afterAll, describe, expect, it } from 'vitest'
import { StepCounter } from '../../markup/testing/steps.ts'
import { datesIn } from './dates/dates.ts'
import { figuresIn } from './figures/figures.ts'
import { sourcesIn } from './sources/sources.ts'
import { statementsIn } from './sources/statements.ts'
import { type Piece, piecesOf } from './text/pieces.ts'
import { plainSentences } from './text/plain-sentences.ts'

const LENGTHS = [4_096, 16_384] as const

/** What is repeated. */
const HOSTILE = [
  '1',
  ',',
  '.',
  "19'",
  '12 ',
  '123,456,',
  '123 ',
  '1.1.',
  '1999-',
  '1/',
  '(1',
  '+1-',
  '$',
  '$1 to ',
  'one ',
  'two hundred ',
  'half a ',
  'one in ',
  'about ',
  'more than ',
  'the 1 ',
  'May ',
  'May 4, ',
  'Sunday, ',
  'last ',
  'the last ',
  'on the 4th ',
  '5 Street ',
  'early ',
  'eins und ',
  'hundert',
  'mille et ',
  'mil ',
  'XVIe ',
  'A was. ',
  'Is it? ',
  '“a” ',
  'www.',
  'http://',
  'http://a.de ',
  'http://a.de\n',
  'Source: http://a.de\n',
  'On May 4, 2025, Weir sold 300 of 4,000 shares. ',
]

/** The pieces of a text, and how often one of them was looked at. */
function counted(text: string): { pieces: readonly Piece[]; looks: () => number } {
  let looks = 0
  const pieces = new Proxy(piecesOf(text), {
    get(target, key) {
      looks++
      return Reflect.get(target, key)
    },
  })
  return { pieces, looks: () => looks }
}

const READERS: Record<string, (text: string, pieces: readonly Piece[]) => unknown> = {
  datesIn: (text, pieces) => datesIn(text, '2025-05-07', pieces),
  figuresIn: (text, pieces) => figuresIn(text, [], pieces),
  plainSentences: (_, pieces) => plainSentences(pieces),
  sourcesIn: (text, pieces) => sourcesIn(text, [], pieces),
  statementsIn: (text, pieces) => {
    const found = { figures: [], dates: [], sources: [], quotations: [], marked: [] }
    return statementsIn(text, found, pieces)
  },
}

describe.each(Object.keys(READERS))('%s looks at four times the pieces for four times the text', name => {
  it.each(HOSTILE)('%j', unit => {
    const [once, fourfold] = LENGTHS.map(length => {
      const text = unit.repeat(length / unit.length)
      const { pieces, looks } = counted(text)
      READERS[name]!(text, pieces)
      return looks()
    }) as [number, number]
    expect(once).toBeGreaterThan(0)
    expect(fourfold).toBeLessThan(once * 4.4 + 200)
  })
})

describe('piecesOf', () => {
  const counter = new StepCounter(/\/packages\/record\/src\//)
  afterAll(() => counter.close())

  it.each(HOSTILE)('takes four times the steps for four times as much of %j', unit => {
    const [once, fourfold] = LENGTHS.map(length => {
      const text = unit.repeat(length / unit.length)
      return counter.count(() => piecesOf(text))
    }) as [number, number]
    expect(once).toBeGreaterThan(LENGTHS[0])
    expect(fourfold).toBeLessThan(once * 4.4 + 200)
  })
})
