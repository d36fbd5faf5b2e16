import type { Findings, Quotation } from '@rostra/record'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { keyed } from '../findings/model.ts'
import { type Correction, corrected, held } from './corrected.ts'

const TEXT = 'one two three four five six seven eight'

const part = (start: number, end: number, group: number): Quotation => ({
  ...{ start, end, group, kind: 'direct', marked: [{ start, end }], cue: 'said' },
  ...{ speaker: 'he', speakerStart: 30, speakerEnd: 32, resolved: 'Brandt' },
  reading: { how: 'pronoun', from: { start: 0, end: 3 } },
})
const source = (start: number, end: number) => ({
  ...{ start, end, url: `https://a.example/${start}`, publisher: 'a.example', date: '' },
  of: { start, end },
})
const FINDINGS: Findings = {
  language: 'english',
  quotations: [part(0, 3, 1), part(4, 7, 2), part(8, 13, 1)],
  figures: [{ start: 14, end: 18, value: 4, to: null, change: null, unit: '', counts: '' }],
  dates: [],
  sources: [source(19, 23), source(24, 27), source(28, 33)],
  statements: [
    { start: 0, end: 7, source: 0 },
    { start: 8, end: 18, source: 1 },
    { start: 19, end: 33, source: 2 },
    { start: 34, end: 39, source: null },
  ],
  repeats: [{ start: 34, end: 39, of: { start: 0, end: 3 } }],
  stray: [],
}
const READ = keyed(TEXT, FINDINGS)
const change = (key: string, kind: Correction['change'], value = ''): Correction => ({
  ...{ key, change: kind, value, reason: '' },
})
const changed = (...corrections: Correction[]) => corrected(READ, held(corrections))

describe('findings as people corrected them', () => {
  test('without a correction are as they were read', () => {
    expect(changed()).toBe(READ)
    const key = READ.figures[0]!.key
    expect(changed(change(key, 'withdraw'), change(key, 'restore'))).toBe(READ)
  })

  test('a quotation that was broken off is withdrawn whole, by its first part', () => {
    const [first, other, second] = READ.quotations
    expect(changed(change(first!.key, 'withdraw')).quotations).toEqual([other])
    expect(changed(change(second!.key, 'withdraw')).quotations).toEqual(READ.quotations)
  })

  test('the speaker is that of all parts; nobody is nobody; what was withdrawn and restored keeps its speaker', () => {
    const { key } = READ.quotations[0]!
    const named = [change(key, 'speaker', 'Rell'), change(key, 'withdraw'), change(key, 'restore')]
    expect(changed(...named).quotations.map(each => [each.resolved, each.reading?.how])).toEqual([
      ['Rell', undefined],
      ['Brandt', 'pronoun'],
      ['Rell', undefined],
    ])
    const nobody = changed(change(key, 'speaker', 'Rell'), change(key, 'speaker')).quotations[0]
    expect(nobody).toMatchObject({ speaker: '', speakerStart: null, resolved: '', reading: null })
  })

  test('statements keep their own sources, whichever are withdrawn', () => {
    fc.assert(
      fc.property(fc.subarray([0, 1, 2]), withdrawn => {
        const { statements, sources } = changed(
          ...withdrawn.map(place => change(READ.sources[place]!.key, 'withdraw')),
        )
        expect(sources).toHaveLength(3 - withdrawn.length)
        for (const [index, statement] of statements.entries()) {
          const before = READ.statements[index]!.source
          const is = statement.source === null ? undefined : sources[statement.source]
          const isGone = before === null || withdrawn.includes(before)
          expect(is).toBe(isGone ? undefined : READ.sources[before])
        }
      }),
    )
  })

  test('every kind can be withdrawn', () => {
    const { figures, statements, repeats } = READ
    const left = changed(
      ...[figures[0]!, statements[3]!, repeats[0]!].map(({ key }) => change(key, 'withdraw')),
    )
    expect(left).toMatchObject({ figures: [], repeats: [] })
    expect(left.statements).toHaveLength(3)
  })
})
