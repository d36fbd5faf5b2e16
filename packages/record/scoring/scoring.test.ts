import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { count, f1, hits, partOf } from './counts.ts'
import { headOf } from './names.ts'
import { emptyScore, type GoldText, type ScoredQuote, scoreText } from './quotes.ts'
import { bare, overlap, pairsOf } from './stretches.ts'
import { emptyDateScore, emptyStrayScore, scoreDates, scoreFigures, scoreStray } from './values.ts'

const TEXT = 'Mayor Lindqvist said “the bridge will reopen in May.” She added that nobody had asked.'
const span = (words: string) => {
  const start = TEXT.indexOf(words)
  return { start, end: start + words.length }
}
const DIRECT: ScoredQuote = {
  ...span('“the bridge will reopen in May.”'),
  kind: 'direct',
  speaker: 'Mayor Lindqvist',
  speakerStart: 0,
  speakerEnd: 15,
}
const INDIRECT: ScoredQuote = { ...span('that nobody had asked'), kind: 'indirect', speaker: 'She' }
const GOLD: GoldText = {
  text: TEXT,
  quotes: [DIRECT, { ...INDIRECT, resolved: 'Mayor Lindqvist' }],
  marks: [
    {
      ...span('“the bridge will reopen in May.”'),
      closed: true,
      attributed: true,
      speaker: 'Mayor Lindqvist',
    },
  ],
}

const scored = (found: readonly ScoredQuote[], gold: GoldText = GOLD) => {
  const score = emptyScore()
  scoreText(score, gold, found)
  return score
}

describe('stretches', () => {
  it('are compared without marks, signs and a leading "that"', () => {
    expect(TEXT.slice(...Object.values(bare(TEXT, DIRECT)))).toBe('the bridge will reopen in May')
    expect(TEXT.slice(...Object.values(bare(TEXT, INDIRECT)))).toBe('nobody had asked')
    expect(bare('“…”', { start: 0, end: 3 })).toMatchObject({ start: 3, end: 3 })
  })

  const spans = fc
    .tuple(fc.nat(50), fc.integer({ min: 1, max: 20 }))
    .map(([start, length]) => ({ start, end: start + length }))

  it('overlap between 0 and 1, the same either way, and wholly with themselves', () => {
    fc.assert(
      fc.property(spans, spans, (a, b) => {
        expect(overlap(a, b)).toBe(overlap(b, a))
        expect(overlap(a, b)).toBeGreaterThanOrEqual(0)
        expect(overlap(a, b)).toBeLessThanOrEqual(1)
        expect(overlap(a, a)).toBe(1)
      }),
    )
  })

  it('are in one pair at most', () => {
    fc.assert(
      fc.property(fc.array(spans), fc.array(spans), (gold, found) => {
        const { ofGold, ofFound } = pairsOf(gold, found, 0.5)
        expect(ofGold.size).toBe(ofFound.size)
        for (const [i, { other }] of ofGold) expect(ofFound.get(other)?.other).toBe(i)
      }),
    )
  })
})

describe('names', () => {
  it.each([
    ['Mayor Ilse Brandt of Delft', 'brandt'],
    ['Nadia Farouk, a nurse at the clinic', 'farouk'],
    ['the mayor’s office', 'office'],
    ['Martin Luther King Jr.', 'king'],
    ['she', 'she'],
    ['', ''],
  ])('%s is told apart by %s', (name, head) => expect(headOf(name)).toBe(head))
})

describe('quotations', () => {
  it('score fully when found as annotated', () => {
    const score = scored([DIRECT, { ...INDIRECT, resolved: 'Lindqvist' }])
    expect(f1(score.kinds.all.near)).toBe(1)
    expect(f1(score.kinds.all.exact)).toBe(1)
    expect(score.speakers).toEqual({ cases: 2, right: 2, wrong: 0, silent: 0 })
    expect(score.pronouns).toEqual({ cases: 1, right: 1, wrong: 0, silent: 0 })
    expect(partOf(score.marks.speaker)).toBe(1)
  })

  it('tell silence from error', () => {
    expect(scored([{ ...DIRECT, speaker: '', speakerStart: null, speakerEnd: null }]).speakers).toMatchObject(
      {
        cases: 1,
        silent: 1,
      },
    )
    expect(
      scored([{ ...DIRECT, speaker: 'Nadia Farouk', speakerStart: null, speakerEnd: null }]).speakers,
    ).toMatchObject({ cases: 1, wrong: 1 })
  })

  it('miss what was not found, and count what is none', () => {
    const { near } = scored([{ start: 54, end: 60, kind: 'indirect' }]).kinds.all
    expect(near).toEqual({ precision: { cases: 1, met: 0 }, recall: { cases: 2, met: 0 } })
  })

  it('neither ask for nor punish what an annotator left free', () => {
    const gold = { ...GOLD, quotes: [DIRECT, { ...INDIRECT, optional: true }] }
    for (const found of [[DIRECT], [DIRECT, INDIRECT]])
      expect(scored(found, gold).kinds.all.near).toEqual({
        precision: { cases: 1, met: 1 },
        recall: { cases: 1, met: 1 },
      })
  })

  it('are alarms where nobody spoke', () => {
    const gold = { ...GOLD, quotes: [], marks: [{ ...DIRECT, closed: true, attributed: false }] }
    expect(scored([DIRECT], gold).alarms).toEqual({ cases: 1, met: 1 })
    expect(scored([{ ...DIRECT, speaker: '' }], gold).alarms).toEqual({ cases: 1, met: 0 })
  })
})

describe('values', () => {
  it('of dates need the place and the value', () => {
    const score = emptyDateScore()
    const gold = { text: TEXT, dates: [{ ...span('in May'), value: '2025-05' }] }
    const found = { ...span('in May'), reading: null }
    scoreDates(score, gold, [{ ...found, value: '2025-05' }])
    scoreDates(score, gold, [{ ...found, value: '2026-05' }])
    expect([f1(score.span), f1(score.value)]).toEqual([1, 0.5])
  })

  it('of figures are met once each, ranges as ranges', () => {
    const score = hits()
    const figure = { start: 0, end: 1, to: null, change: null, unit: '', counts: '' } as const
    scoreFigures(score, { text: '', quantities: [{ value: '3.0' }, { value: '10.0-12.0' }] }, [
      { ...figure, value: 3 },
      { ...figure, value: 3 },
      { ...figure, value: 10, to: 12 },
    ])
    expect(score).toEqual({ precision: { cases: 3, met: 2 }, recall: { cases: 2, met: 2 } })
  })

  it('of stray paragraphs are their places', () => {
    const score = emptyStrayScore()
    scoreStray(score, { paragraphs: ['ab', 'cd', 'ef'], stray: 1 }, [{ start: 3, end: 5 }])
    scoreStray(score, { paragraphs: ['ab', 'cd'], stray: -1 }, [{ start: 0, end: 2 }])
    expect(partOf(score.found.recall)).toBe(1)
    expect(partOf(score.found.precision)).toBe(0.5)
    expect(partOf(score.alarms)).toBe(1)
  })

  it('are parts of cases', () => {
    const score = hits()
    expect(f1(score)).toBe(0)
    count(score.precision, true)
    count(score.recall, true)
    expect(f1(score)).toBe(1)
  })
})
