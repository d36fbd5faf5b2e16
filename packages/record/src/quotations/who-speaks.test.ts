import { describe, expect, it } from 'vitest'
import { quotationsIn } from './quotations.ts'

/** A text → its quotations as "kind | speaker | words". */
const read = (text: string) =>
  quotationsIn(text).map(
    ({ kind, speaker, start, end }) => `${kind} | ${speaker} | ${text.slice(start, end)}`,
  )

describe('what was said', () => {
  it.each([
    [
      'Ada Moss answered that the ovens were “older than any street we have”.',
      'mixed | Ada Moss | the ovens were “older than any street we have”',
    ],
    ['The baker said she counts 40 loaves.', 'indirect | The baker | she counts 40 loaves'],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual([expected])
  })
})

/** A text → who speaks in its last quotation, as the words say and in full. */
const speaking = (text: string) => {
  const last = quotationsIn(text).at(-1)
  return [last?.speaker, last?.resolved]
}

describe('who speaks before a colon', () => {
  const SAID = '“We never saw the ovens go cold.”'
  it.each([
    [`And Moss, in the yard, when they called for her again: ${SAID}`, 'Moss', 'Moss'],
    [`In the hall at noon Ada Moss had said: ${SAID}`, 'Ada Moss', 'Ada Moss'],
    [`The Herald on 4 May 2025: ${SAID}`, 'The Herald', 'Herald'],
    [`The Herald of Sunday: ${SAID}`, 'The Herald', 'Herald'],
    [`No. Page 7: ${SAID}`, '', ''],
    [`Another: ${SAID}`, '', ''],
    [`A second: ${SAID}`, '', ''],
    [`The Leith ovens: ${SAID}`, '', ''],
    [
      `They met. Their chair is Theodora Vane, she has kept the key, and she said: ${SAID}`,
      'she',
      'Theodora Vane',
    ],
    [`They met. Their chair, Ada Moss, told the Herald: ${SAID}`, 'Their chair', 'Ada Moss'],
  ])('%s', (text, speaker, resolved) => {
    expect(speaking(text)).toEqual([speaker, resolved])
  })
})

describe('no speech', () => {
  it.each([
    'The date is correct, whoever wrote it.',
    'No baker has mentioned it because the price was low.',
    'Nothing says that the door must stay shut.',
    'Neither has said that the door will open.',
  ])('%s', text => {
    expect(read(text)).toEqual([])
  })

  it('is no speech if nobody answers', () => {
    expect(read('Ada Moss waited. Nobody answered that the ovens were “old and cold”.')).toEqual([])
  })
})
