import { expect, it } from 'vitest'
import { remember } from './remember.ts'

it('work is done once for a text, and again when too many others came between', () => {
  const done: string[] = []
  const length = remember(2, text => {
    done.push(text)
    return text.length
  })
  expect(['', 'a', '', 'a', 'bb', ''].map(length)).toEqual([0, 1, 0, 1, 2, 0])
  expect(done).toEqual(['', 'a', 'bb', ''])
})
