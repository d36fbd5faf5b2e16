import fc from 'fast-check'
import { expect, it } from 'vitest'
import { wordDifference } from './word-difference.ts'

it('shows what one text became', () => {
  const earlier = 'We will never sell the harbour to anybody, he said.'
  const later = 'We will not sell the old harbour to anybody.'
  expect(wordDifference(earlier, later)).toEqual([
    { change: 'kept', text: 'We will ' },
    { change: 'removed', text: 'never ' },
    { change: 'added', text: 'not ' },
    { change: 'kept', text: 'sell the ' },
    { change: 'added', text: 'old ' },
    { change: 'kept', text: 'harbour to anybody.' },
    { change: 'removed', text: 'he said.' },
  ])
})

it('takes a change of marks and case for none', () => {
  expect(wordDifference('“the harbour”, he said', 'The Harbour! He said.')).toEqual([
    { change: 'kept', text: 'The Harbour! He said.' },
  ])
  expect(wordDifference('', '')).toEqual([])
  expect(wordDifference('one two', '')).toEqual([{ change: 'removed', text: 'one two' }])
})

it('does not hold changes apart by a word that says nothing', () => {
  const changes = wordDifference(
    'they met the mayor of Lesvik yesterday evening',
    'they saw several of the smallest fishing boats yesterday evening',
  )
  expect(changes.map(each => each.change)).toEqual(['kept', 'removed', 'added', 'kept'])
})

it('gives back the later text from kept and added, and the words of the earlier from kept and removed', () => {
  const text = fc
    .array(fc.constantFrom('ice', 'the', 'boat', ', ', '…', 'sold ', ' of ', '“', '[a]'), { maxLength: 30 })
    .map(parts => parts.join(' '))
  fc.assert(
    fc.property(text, text, (earlier, later) => {
      const changes = wordDifference(earlier, later)
      const pieces = (left: string) => changes.filter(each => each.change !== left).map(each => each.text)
      expect(pieces('removed').join('')).toBe(later)
      const words = (value: string) => value.match(/[a-z]+/g) ?? []
      expect(words(pieces('added').join(' '))).toEqual(words(earlier))
    }),
  )
})

it('is done with long and hostile texts', () => {
  const changes = wordDifference('no '.repeat(15_000), 'no yes '.repeat(15_000))
  expect(changes.length).toBeGreaterThan(0)
})
