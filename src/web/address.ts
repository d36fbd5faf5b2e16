import { isIPv4, isIPv6 } from 'node:net'

const MAPPED = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/i
const GROUPS = 8
const NETWORK_GROUPS = 4

/** An address as a socket or a proxy gives it → the plain form: IPv4 out of IPv6, no zone; null for anything else. */
export function plainAddress(given: string | undefined): string | null {
  if (given === undefined) return null
  const address = MAPPED.exec(given)?.[1] ?? given.split('%', 1)[0]!
  if (isIPv4(address)) return address
  return isIPv6(address) ? address.toLowerCase() : null
}

/**
 * A plain address → the network that limits count by: the address itself for IPv4, where a network of many households
 * can hide behind one, and the first 64 bits for IPv6, which is what one household is given.
 */
export function networkOf(address: string): string {
  if (!address.includes(':')) return address
  const [head = '', tail] = address.split('::')
  const before = head === '' ? [] : head.split(':')
  const after = tail === undefined || tail === '' ? [] : tail.split(':')
  const gap = tail === undefined ? 0 : Math.max(0, GROUPS - before.length - after.length)
  const groups = [...before, ...Array<string>(gap).fill('0'), ...after]
  return `${groups
    .slice(0, NETWORK_GROUPS)
    .map(group => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`
}
