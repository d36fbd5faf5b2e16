import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { passageOf } from '../text/passage.ts'
import type { Token } from '../text/tokens.ts'
import { indirectIn } from './indirect.ts'
import { reportedIn } from './reported.ts'

/** A text → its reported clauses as "kind | speaker | cue | words". */
const readAll = (text: string) =>
  indirectIn(passageOf(text)).map(
    ({ kind, speaker, cue, start, end }) => `${kind} | ${speaker} | ${cue} | ${text.slice(start, end)}`,
  )

describe('indirectIn, clauses behind the verb', () => {
  it.each([
    ['The clerk said that the bridge was closed.', 'indirect | The clerk | said | the bridge was closed'],
    ['The clerk said the bridge was closed.', 'indirect | The clerk | said | the bridge was closed'],
    [
      'The clerk said on Friday that the bridge was closed.',
      'indirect | The clerk | said | the bridge was closed',
    ],
    [
      'The clerk said in a letter to the board the bridge was closed.',
      'indirect | The clerk | said | the bridge was closed',
    ],
    [
      'The clerk told the board that the bridge was closed.',
      'indirect | The clerk | told | the bridge was closed',
    ],
    ['The clerk told us the bridge was closed.', 'indirect | The clerk | told | the bridge was closed'],
    [
      'The clerk asked whether the bridge was closed.',
      'indirect | The clerk | asked | whether the bridge was closed',
    ],
    ['The clerk urged the board to close the bridge.', 'indirect | The clerk | urged | to close the bridge'],
    [
      'The clerk has insisted that, if it rains, the bridge will close.',
      'indirect | The clerk | has insisted | if it rains, the bridge will close',
    ],
    [
      'Officials warned that the old bridge, which dates from 1902, may fall.',
      'indirect | Officials | warned | the old bridge, which dates from 1902, may fall',
    ],
  ])('%s', (text, expected) => {
    expect(readAll(text)).toEqual([expected])
  })

  it('keeps words in marks within their clause', () => {
    expect(readAll('The clerk said the bridge was “a ruin” and would be closed.')).toEqual([
      'mixed | The clerk | said | the bridge was “a ruin” and would be closed',
    ])
    expect(readAll('The clerk called the old bridge “a ruin” on Monday.')).toEqual([
      'mixed | The clerk | called | the old bridge “a ruin”',
    ])
  })

  it('takes what was said as an object, where the verb tells speech by it, and under four words nothing', () => {
    expect(readAll('The clerk cited the high cost of a new bridge.')).toEqual([
      'indirect | The clerk | cited | the high cost of a new bridge',
    ])
    expect(readAll('The clerk cited the cost.')).toEqual([])
    expect(readAll('The clerk described the high cost of a new bridge.')).toEqual([])
  })

  it('leaves words that stand wholly in marks to the direct quotations', () => {
    expect(readAll('The clerk said, “The bridge is closed.”')).toEqual([])
    expect(readAll('“The bridge is closed,” the clerk said.')).toEqual([])
  })
})

describe('indirectIn, where a clause ends', () => {
  it.each([
    ['The clerk said the bridge was closed, but the mayor opened it again.', ['the bridge was closed']],
    ['The clerk said the bridge was closed, while the mayor opened it again.', ['the bridge was closed']],
    [
      'The clerk said the bridge was closed and added that the ferry would run.',
      ['the bridge was closed', 'the ferry would run'],
    ],
    [
      'The clerk said the bridge was closed, adding that the ferry would run.',
      ['the bridge was closed', 'the ferry would run'],
    ],
    ['The clerk said the bridge was closed; the mayor opened it again.', ['the bridge was closed']],
    ['The clerk (who said the bridge was closed) is away.', ['the bridge was closed']],
    ['When the clerk said that the bridge was closed, we walked.', ['the bridge was closed']],
    ['The clerk, who said the bridge was closed, opened it again.', ['the bridge was closed']],
    [
      'The clerk said the bridge was closed because it was old.',
      ['the bridge was closed because it was old'],
    ],
    ['The clerk said the bridge was closed, a claim that the mayor denies.', ['the bridge was closed']],
    ['The clerk said that the bridge, a relic, was closed.', ['the bridge, a relic, was closed']],
    ['Asked why the bridge was closed, the clerk, a tall man, laughed.', ['why the bridge was closed']],
    ['The clerk said the U.S.-built bridge was closed.', ['the U.S.-built bridge was closed']],
  ])('%s', (text, expected) => {
    expect(readAll(text).map(line => line.split(' | ')[3])).toEqual(expected)
  })
})

describe('indirectIn, words around the verb', () => {
  it.each([
    ['The bridge was closed, the clerk said on Friday.', ['The bridge was closed']],
    ['The bridge was closed for good, said Ida Brandt, a clerk.', ['The bridge was closed for good']],
    [
      'The bridge was closed, the clerk said, and the ferry would run.',
      ['The bridge was closed', 'and the ferry would run'],
    ],
    [
      'But the bridge in the old town, the clerk said, would stay closed.',
      ['the bridge in the old town', 'would stay closed'],
    ],
    ['According to the water board, the bridge was closed.', ['the bridge was closed']],
    ['The bridge was closed, according to the water board.', ['The bridge was closed']],
    ['Her claim that the bridge was closed was wrong.', ['the bridge was closed']],
  ])('%s', (text, expected) => {
    expect(readAll(text).map(line => line.split(' | ')[3])).toEqual(expected)
  })

  it('names the source', () => {
    expect(readAll('According to the water board, the bridge was closed.')[0]).toContain(
      '| the water board | According to |',
    )
    expect(readAll('She was warned by the police that the bridge was closed.')[0]).toContain('| the police |')
  })
})

describe('indirectIn, silence', () => {
  it.each([
    'The clerk believed that the bridge was closed.',
    'Her remarks were long and the reports in the paper were short.',
    'The reported losses were high.',
    'The clerk said so.',
    'The board left after the clerk had said hello.',
    'A firm called “Bridges” was founded in 1902.',
    'It was said that the bridge was closed.',
    'If he says that the bridge is closed, we walk.',
    'One could say that the bridge is closed.',
    'Nobody said that the bridge was closed.',
    'Needless to say, the bridge was closed again.',
    'The clerk left, to say the least, a poor impression on the board.',
  ])('%s', text => {
    expect(readAll(text)).toEqual([])
  })

  it('gives no speaker where none is named', () => {
    expect(readAll('Asked whether the bridge was closed, she shrugged.')).toEqual([
      'indirect |  | Asked | whether the bridge was closed',
    ])
  })
})

const piece = fc.constantFrom(
  ...'the clerk said that told reporters , . ; — ( ) “ ” " Ida Brandt according to adding who which while but and he if asked whether called it is was claim of in Friday'.split(
    ' ',
  ),
)

describe('indirectIn, whatever the text', () => {
  it('gives spans within the text, in order, none within another, with the words it names', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(piece, { maxLength: 60 }).map(words => words.join(' ')),
          fc.string(),
        ),
        text => {
          let reached = 0
          for (const found of indirectIn(passageOf(text))) {
            expect(found.start).toBeGreaterThanOrEqual(0)
            expect(found.end).toBeLessThanOrEqual(text.length)
            expect(found.end).toBeGreaterThan(reached)
            reached = found.end
            expect(text.slice(found.start, found.end)).toBe(text.slice(found.start, found.end).trim())
            if (found.speakerStart !== null)
              expect(text.slice(found.speakerStart, found.speakerEnd!)).toBe(found.speaker)
            expect(text).toContain(found.cue)
            expect(found.kind === 'mixed').toBe(found.marked.length > 0)
          }
        },
      ),
    )
  })

  it('looks at each word of hostile text a bounded number of times', () => {
    const patterns = [
      'he said ',
      'said that ',
      ', he said ',
      'Bo said that Al ran when ',
      'Bo said that Al ran (',
      'a - b, but c ',
      'his claim that ',
      ', who said ',
    ]
    for (const pattern of patterns) {
      const [once, twice] = [countReads(pattern, 4_000), countReads(pattern, 8_000)]
      expect(twice / once, pattern).toBeLessThan(2.6)
    }
  })
})

/** How often tokens are looked at while a pattern, repeated to a length, is read. */
function countReads(pattern: string, length: number): number {
  const passage = passageOf(pattern.repeat(Math.ceil(length / pattern.length)))
  let reads = 0
  const tokens = new Proxy(passage.tokens as Token[], {
    get(target, key) {
      reads += 1
      return Reflect.get(target, key) as unknown
    },
  })
  reportedIn({ ...passage, tokens })
  return reads
}
