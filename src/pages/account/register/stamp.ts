import { createHmac, timingSafeEqual } from 'node:crypto'
import { HOUR, SECOND } from '#base/time.ts'

/** Nobody types a name, an address and a password faster than this. */
export const LEAST_TIME = 3 * SECOND
/** Longer than this nobody leaves the form open on purpose. */
export const MOST_TIME = 24 * HOUR

const RADIX = 36
const MAC_LENGTH = 22

const macOf = (secret: Buffer, moment: string): string =>
  createHmac('sha256', secret).update(`register ${moment}`).digest('base64url').slice(0, MAC_LENGTH)

/** A moment (epoch milliseconds) as a text that only we can make, to go with a form and come back. */
export function stampOf(secret: Buffer, moment: number): string {
  const text = moment.toString(RADIX)
  return `${text}.${macOf(secret, text)}`
}

/** The moment in such a text, or null when it was not made here. */
export function momentOf(secret: Buffer, stamp: string): number | null {
  const [text = '', mac = ''] = stamp.split('.', 2)
  const own = Buffer.from(macOf(secret, text))
  const given = Buffer.from(mac)
  return own.length === given.length && timingSafeEqual(own, given) ? Number.parseInt(text, RADIX) : null
}
