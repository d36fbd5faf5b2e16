import { expect, it } from 'vitest'
import { counted } from './numbering.ts'

it.each([
  [1, '1', '1'],
  [0, 'a', '0'],
  [-1, 'i', '-1'],
  [1, 'a', 'a'],
  [26, 'A', 'Z'],
  [27, 'a', 'aa'],
  [703, 'a', 'aaa'],
  [4, 'i', 'iv'],
  [1994, 'I', 'MCMXCIV'],
  [3999, 'i', 'mmmcmxcix'],
  [4000, 'i', '4000'],
] as const)('counts %d by %s as %s', (number, numbering, text) =>
  expect(counted(number, numbering)).toBe(text),
)
