import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isPublic } from './addresses.ts'

const PUBLIC = [
  ...['1.1.1.1', '8.8.8.8', '9.255.255.255', '11.0.0.0', '93.184.216.34', '100.63.255.255', '100.128.0.0'],
  ...['126.255.255.255', '128.0.0.1', '169.253.255.255', '169.255.0.0', '172.15.255.255', '172.32.0.0'],
  ...['192.167.255.255', '192.169.0.0', '198.17.255.255', '198.20.0.0', '223.255.255.255', '168.63.129.15'],
  ...['2606:4700:4700::1111', '2a00:1450:4001:80b::200e', '2001:4860:4860::8888', '2620:fe::fe'],
]

const NOT_PUBLIC = [
  ...['0.0.0.0', '0.1.2.3', '10.0.0.1', '10.255.255.255', '100.64.0.1', '100.127.255.255', '127.0.0.1'],
  ...['127.255.255.254', '169.254.169.254', '169.254.0.1', '172.16.0.1', '172.31.255.255', '192.0.0.192'],
  ...['192.0.2.1', '192.88.99.1', '192.168.0.1', '192.168.255.255', '198.18.0.1', '198.19.255.255'],
  ...['198.51.100.1', '203.0.113.1', '224.0.0.1', '239.255.255.255', '240.0.0.1', '255.255.255.255'],
  ...['100.100.100.200', '168.63.129.16'],
  ...['::', '::1', '::7f00:1', '::127.0.0.1', '::ffff:127.0.0.1', '::ffff:8.8.8.8', '::ffff:7f00:1'],
  ...['::ffff:0:127.0.0.1', '64:ff9b::127.0.0.1', '64:ff9b::808:808', '64:ff9b:1::a00:1', '100::1'],
  ...['2001::1', '2001:0:4136:e378:8000:63bf:3fff:fdd2', '2001:10::1', '2001:20::1', '2001:db8::1'],
  ...['2002:7f00:1::', '2002:a00:1::1', '3fff::1', '4000::1', '5f00::1', 'fc00::1', 'fd00:ec2::254'],
  ...['fe80::1', 'fe80::1%eth0', 'fec0::1', 'ff02::1', 'ff05::1:3', '2606:4700::1%1'],
  // No addresses in the spelling of a resolver.
  ...[
    '',
    'localhost',
    '127.1',
    '0x7f.0.0.1',
    '0177.0.0.1',
    '2130706433',
    '127.0.0.1:80',
    '[::1]',
    '1.1.1.1 ',
  ],
  ...['1.1.1', '1.1.1.1.1', '256.1.1.1', '١.1.1.1', '1.1.1.1\0', '::g', ':', '1.1.1.1/32'],
]

describe('isPublic', () => {
  test.each(PUBLIC)('%s is', address => expect(isPublic(address)).toBe(true))
  test.each(NOT_PUBLIC)('%j is not', address => expect(isPublic(address)).toBe(false))

  test('no address is that carries an IPv4 address, whatever that is', () => {
    const hex = (four: string): string => {
      const [a = 0, b = 0, c = 0, d = 0] = four.split('.').map(Number)
      return `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`
    }
    fc.assert(
      fc.property(fc.ipV4(), four => {
        const carried = [`::ffff:${four}`, `::${four}`, `64:ff9b::${four}`, `64:ff9b::${hex(four)}`]
        const more = [`2002:${hex(four)}::1`, `::ffff:0:${four}`, `64:ff9b:1::${hex(four)}`]
        for (const each of [...carried, ...more]) expect(isPublic(each), each).toBe(false)
      }),
    )
  })

  test('none of a private network is', () => {
    const byte = fc.nat(255)
    fc.assert(
      fc.property(byte, byte, byte, (b, c, d) => {
        const inside = [`10.${b}.${c}.${d}`, `127.${b}.${c}.${d}`, `192.168.${c}.${d}`, `169.254.${c}.${d}`]
        const more = [`172.${16 + (b % 16)}.${c}.${d}`, `100.${64 + (b % 64)}.${c}.${d}`, `0.${b}.${c}.${d}`]
        for (const each of [...inside, ...more]) expect(isPublic(each), each).toBe(false)
      }),
    )
  })
})
