import { expect, test } from 'vitest'
import { twoNumbersOf } from './places.ts'

test('two numbers', () => expect(twoNumbersOf('1773500000000.7340033')).toEqual([1773500000000, 7340033]))

test.each([undefined, null, 7, ['1.2'], '', '1', '1.', '.2', '1.2.3', '-1.2', '1.2 ', '9999999999999999.1'])(
  '%j is none',
  written => expect(twoNumbersOf(written)).toBeNull(),
)
