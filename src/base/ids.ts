import { hash, randomBytes } from 'node:crypto'

/** A post's id is its thread's id and its number side by side, so that a thread's posts lie together in the table. */
const NUMBERS_PER_THREAD = 2 ** 20

/** The highest number a post can have in its thread. */
export const MAX_NUMBER = NUMBERS_PER_THREAD - 1

/** The highest thread id; above it a post id would not be exact in a JavaScript number. */
export const MAX_THREAD = 2 ** 33 - 1

/** Bytes in a token nobody can guess (128 bits). */
const TOKEN_BYTES = 16

function within(value: number, maximum: number, what: string): number {
  if (Number.isInteger(value) && value >= 0 && value <= maximum) return value
  throw new RangeError(`${what} must be a whole number from 0 to ${maximum}, not ${value}`)
}

/**
 * Thread id (0 to `MAX_THREAD`) and number (0 to `MAX_NUMBER`; posts count from 1, 0 is the bound below them) → post id,
 * a safe integer that sorts by thread, then by number. Throws a `RangeError` outside these limits.
 */
export function postId(thread: number, number: number): number {
  return (
    within(thread, MAX_THREAD, 'A thread id') * NUMBERS_PER_THREAD + within(number, MAX_NUMBER, 'A number')
  )
}

/** Post id → the id of its thread. */
export function threadOf(id: number): number {
  return Math.floor(id / NUMBERS_PER_THREAD)
}

/** Post id → its number in the thread. */
export function numberOf(id: number): number {
  return id % NUMBERS_PER_THREAD
}

/** Random bytes fetched at once: asking the operating system costs more than the bytes. */
const POOL_BYTES = 4096
let pool = Buffer.alloc(0)

/** As many random bytes from the operating system; at most 4096. Nobody is given the same ones. */
export function someRandomBytes(bytes: number): Buffer {
  if (pool.length < bytes) pool = randomBytes(POOL_BYTES)
  const taken = pool.subarray(0, bytes)
  pool = pool.subarray(bytes)
  return taken
}

/** As many random bytes, as base64url without padding. */
export function randomToken(bytes: number = TOKEN_BYTES): string {
  return someRandomBytes(bytes).toString('base64url')
}

/** SHA-256 of bytes or of a text (as UTF-8), in lowercase hex or base64url without padding. */
export function sha256(content: string | Uint8Array, encoding: 'hex' | 'base64url' = 'hex'): string {
  return hash('sha256', content, encoding)
}

/** A text → the number by which it is found: the first 48 bits of its SHA-256. */
export const hashNumber = (text: string): number => Number.parseInt(sha256(text).slice(0, 12), 16)
