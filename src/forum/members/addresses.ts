import { domainToASCII } from 'node:url'
import { Refused } from '#base/errors.ts'
import { MAX_ADDRESS } from './model.ts'

const PARTS = /^([^\s\p{C}\p{Z}@"(),:;<>[\\\]]{1,64})@([^\s@/\\]{1,255})$/u
const DOMAIN = /^[a-z0-9-]+(?:\.[a-z0-9-]+)*$/

/** A mail address, and what it is told apart by. */
export interface Address {
  readonly address: string
  readonly key: string
}

/** A mail address → what it is told apart by: capitals and ways to write the domain make no difference. Any text has one. */
export function addressKeyOf(address: string): string {
  const plain = address.trim().normalize('NFKC').toLowerCase()
  const at = plain.lastIndexOf('@')
  const domain = domainToASCII(plain.slice(at + 1))
  return at < 0 || domain === '' ? plain : `${plain.slice(0, at)}@${domain}`
}

/**
 * A mail address as typed → the address. Throws `invalid` for the field `address` unless it is one that mail could be sent
 * to, without the rare forms that need quoting.
 */
export function checkAddress(typed: string): Address {
  const address = typed.trim()
  if (address === '') throw new Refused('invalid', 'form.required', { field: 'address' })
  const key = addressKeyOf(address)
  const domain = key.slice(key.lastIndexOf('@') + 1)
  if (address.length > MAX_ADDRESS || !PARTS.test(address) || !DOMAIN.test(domain))
    throw new Refused('invalid', 'address.unreadable', { field: 'address' })
  return { address, key }
}
