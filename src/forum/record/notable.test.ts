import type { Quotation } from '@rostra/record'
import { expect, test } from 'vitest'
import { isNotableFigure, isNotableQuotation } from './notable.ts'

const figure = (value: number, unit = '', to: number | null = null) => isNotableFigure({ value, unit, to })
const quotation = (speaker: string, change: Partial<Quotation> = {}): Quotation => ({
  ...{ start: 0, end: 9, kind: 'indirect', marked: [], speaker, speakerStart: null, speakerEnd: null },
  ...{ cue: 'said', resolved: '', reading: null, group: 0 },
  ...change,
})

test('shares and money are figures to ask about, however small', () => {
  for (const unit of ['%', '‰', 'percentage points', 'EUR', 'USD/barrel'])
    expect(figure(0.5, unit)).toBe(true)
  expect(figure(0.5)).toBe(false)
})

test('so are large counts and what is measured, not what is told in passing', () => {
  expect([figure(2), figure(99), figure(3, '', 5), figure(99, 'days'), figure(9, 'km')]).toEqual(
    Array(5).fill(false),
  )
  expect([figure(100), figure(41_000_000), figure(2, '', 300), figure(300, 'years')]).toEqual(
    Array(4).fill(true),
  )
  expect([figure(12, 'km'), figure(-40, '°C'), figure(12, 'people')]).toEqual(Array(3).fill(true))
})

test('what the writer says of themselves is no quotation to follow, nor what nobody in particular is reported to say', () => {
  for (const name of ['I', 'me', 'We', 'they', 'people', 'whoever', 'Neither', 'No paper', '71', '']) {
    expect(isNotableQuotation([quotation(name)]), name).toBe(false)
  }
  expect(isNotableQuotation([quotation('I', { kind: 'direct' })])).toBe(false)
  for (const name of ['Brandt', 'the authority', 'Ida', 'It Girl', 'Bothwell']) {
    expect(isNotableQuotation([quotation(name)]), name).toBe(true)
  }
  expect(isNotableQuotation([quotation('he', { resolved: 'Jonas Heide' })])).toBe(true)
  expect(isNotableQuotation([quotation('they', { kind: 'direct' })])).toBe(true)
  expect(isNotableQuotation([quotation(''), quotation('Brandt')])).toBe(true)
})
