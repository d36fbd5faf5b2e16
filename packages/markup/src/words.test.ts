import { expect, it } from 'vitest'
import { ENGLISH, filled } from './words.ts'

it('fills the places of a phrase and leaves those it knows nothing of', () => {
  expect(filled(ENGLISH.quoteBy, { author: '{number}', number: 7 })).toBe('{number}, #7')
  expect(filled('{other} {number}', { number: 0 })).toBe('{other} 0')
  expect(filled('{toString}', {})).toBe('{toString}')
})
