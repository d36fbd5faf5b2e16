import { expect, test } from 'vitest'
import { contextOf } from './context.ts'

const TEXT = 'One.\nAt the ropewalk 1,200 people stood up for it.\nThree.'
const span = (words: string, text = TEXT) => ({
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
})

test('the words stand in their paragraph', () => {
  expect(contextOf(TEXT, span('1,200'), 90)).toEqual({
    before: 'At the ropewalk ',
    words: '1,200',
    after: ' people stood up for it.',
  })
  expect(contextOf(TEXT, span('One.'), 90)).toEqual({ before: '', words: 'One.', after: '' })
})

test('a long paragraph is cut between words, and says so', () => {
  const { before, after } = contextOf(TEXT, span('1,200'), 10)
  expect([before, after]).toEqual(['… ropewalk ', ' people …'])
})
