import { expect, it } from 'vitest'
import { RARITIES } from './frequencies.ts'
import { bitsOf, RAREST } from './idf.ts'

it('knows frequent words from rare ones', () => {
  expect(bitsOf('the')).toBeLessThan(0.5)
  expect(bitsOf('ferry')).toBeGreaterThan(bitsOf('because'))
  expect(bitsOf('fentanyl')).toBe(RAREST)
  expect(bitsOf('harbour')).toBeGreaterThan(9)
})

it('takes an unknown word for rare, a short one less so', () => {
  expect(bitsOf('')).toBe(0)
  expect(bitsOf('和')).toBe(2.5)
  expect(bitsOf('und')).toBe(7.5)
  expect(bitsOf('constructor')).toBeGreaterThan(5)
})

it('tells all words of the lists apart by their hashes', () => {
  const wrong = RARITIES.flatMap((words, level) =>
    words.split(' ').filter(word => word !== '' && bitsOf(word) !== level / 4),
  )
  expect(wrong).toEqual([])
})
