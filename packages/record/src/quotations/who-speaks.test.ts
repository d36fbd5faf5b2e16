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
    'The deed has its price written in it for the day when both pay.',
    'Two clerks wrote it, and the third sealed it.',
    'By then half the town quotes it and nobody has read it.',
    'A clerk quoted it in the hall and left.',
    'If you read it in the Herald, say Herald, even though the Herald has it from us.',
    'The town agreed, with the remark that shouting “bread” at bakers is rude.',
    'A loaf has a price: if you do not know it, write “free”.',
    'Look at the price. Where there is none, write “free” and go on.',
    'The insurance pays when the baker says “fire” in a letter.',
    'The insurance pays when the baker says “fire”, not before.',
    'The bakers call these “tired loaves”. They are cheap.',
    'No baker has mentioned it because the price was low.',
    'Nothing says that the door must stay shut.',
    'Neither has said that the door will open.',
  ])('%s', text => {
    expect(read(text)).toEqual([])
  })

  it('takes no year for somebody who speaks', () => {
    const text =
      "Ada Moss fell off an oven in '71, broke two ribs, saw no doctor and told my aunt she slipped on ice."
    expect(read(text)).toEqual(['indirect | Ada Moss | she slipped on ice'])
  })

  it('is no speech if nobody answers', () => {
    expect(read('Ada Moss waited. Nobody answered that the ovens were “old and cold”.')).toEqual([])
  })
})
