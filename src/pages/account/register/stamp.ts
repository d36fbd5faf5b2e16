import { isMacOf, macOf } from '#base/mac.ts'
import { HOUR, SECOND } from '#base/time.ts'

/** Nobody types a name, an address and a password faster than this. */
export const LEAST_TIME = 3 * SECOND
/** Longer than this nobody leaves the form open on purpose. */
export const MOST_TIME = 24 * HOUR

const RADIX = 36

const registering = (moment: string): string => `register ${moment}`

/** A moment (epoch milliseconds) as a text that only we can make, to go with a form and come back. */
export function stampOf(secret: Buffer, moment: number): string {
  const text = moment.toString(RADIX)
  return `${text}.${macOf(secret, registering(text))}`
}

/** The moment in such a text, or null when it was not made here. */
export function momentOf(secret: Buffer, stamp: string): number | null {
  const [text = '', mac = ''] = stamp.split('.', 2)
  return isMacOf(secret, registering(text), mac) ? Number.parseInt(text, RADIX) : null
}
