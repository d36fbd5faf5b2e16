import fc from 'fast-check'
import { expect, test } from 'vitest'
import { networkOf, plainAddress } from './address.ts'

test('an address is written in one way, and what is none is nothing', () => {
  expect(plainAddress('192.0.2.7')).toBe('192.0.2.7')
  expect(plainAddress('::ffff:192.0.2.7')).toBe('192.0.2.7')
  expect(plainAddress('2001:DB8::1')).toBe('2001:db8::1')
  expect(plainAddress('fe80::1%eth0')).toBe('fe80::1')
  for (const other of [
    undefined,
    '',
    'localhost',
    '192.0.2',
    '192.0.2.256',
    '1.2.3.4, 5.6.7.8',
    '1.2.3.4:80',
    '[::1]',
  ])
    expect(plainAddress(other)).toBeNull()
})

test('a household of IPv6 counts as one, neighbours apart', () => {
  expect(networkOf('192.0.2.7')).toBe('192.0.2.7')
  expect(networkOf('2001:db8:1:2::1')).toBe('2001:db8:1:2::/64')
  expect(networkOf('2001:db8:1:2:ffff:ffff:ffff:ffff')).toBe('2001:db8:1:2::/64')
  expect(networkOf('2001:db8:1:3::1')).toBe('2001:db8:1:3::/64')
  expect(networkOf('::1')).toBe('0:0:0:0::/64')
  expect(networkOf('2001:db8::')).toBe('2001:db8:0:0::/64')
})

test('however an address of IPv6 is written, it is of the same network', () => {
  const group = fc.integer({ min: 0, max: 0xffff }).map(number => number.toString(16))
  fc.assert(
    fc.property(
      fc.array(group, { minLength: 8, maxLength: 8 }),
      fc.nat(7),
      fc.nat(7),
      (groups, from, length) => {
        const wanted = networkOf(groups.join(':'))
        expect(networkOf(groups.map(each => each.padStart(4, '0')).join(':'))).toBe(wanted)
        const zeros = groups.map((each, index) => (index >= from && index <= from + length ? '0' : each))
        const head = zeros.slice(0, from).join(':')
        const tail = zeros.slice(from + length + 1).join(':')
        expect(networkOf(`${head}::${tail}`)).toBe(networkOf(zeros.join(':')))
      },
    ),
  )
})
