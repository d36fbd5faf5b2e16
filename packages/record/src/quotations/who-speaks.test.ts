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
