import type { FastifyReply } from 'fastify'
import { type RefusalCode, Refused } from '#base/errors.ts'
import { isKey, type Words } from '#base/words.ts'

/** The one table of what each refusal is over HTTP. */
const STATUSES: Record<RefusalCode, number> = {
  'not-signed-in': 401,
  'not-allowed': 403,
  'not-found': 404,
  invalid: 422,
  conflict: 409,
  'too-large': 413,
  'too-many': 429,
  forged: 403,
  unavailable: 503,
}

/** What an answer with an error is about. `unexpected` is ours to mend, `unreadable` a request that makes no sense. */
export type ErrorCode = RefusalCode | 'unreadable' | 'unexpected'

/** Seconds after which it is worth coming back when nothing better is known. */
const DEFAULT_WAIT = 30

/** Status of a refusal. Tells the client when to come back, where it should. */
export function statusFor(refused: Refused, reply: FastifyReply): number {
  if (refused.code === 'too-many' || refused.code === 'unavailable') {
    const seconds = Number(refused.values['seconds'] ?? DEFAULT_WAIT)
    reply.header('retry-after', String(Math.max(1, Math.ceil(seconds))))
  }
  return STATUSES[refused.code]
}

/** The sentence of a refusal in somebody's language. */
export function sentenceOf(refused: Refused, words: Words): string {
  return words.say(isKey(refused.message) ? refused.message : `refused.${refused.code}`, refused.values)
}

/** Statuses that the server gives by itself, to requests it cannot read. */
const UNREADABLE = new Set([400, 405, 406, 408, 411, 414, 415, 431])

/** Whatever was thrown → the refusal it comes to, the status of a request that cannot be read, or null: unexpected. */
export function readError(error: unknown): Refused | { status: number } | null {
  if (error instanceof Refused) return error
  if (typeof error !== 'object' || error === null || !('statusCode' in error)) return null
  const { statusCode } = error
  if (statusCode === 404) return new Refused('not-found')
  if (statusCode === 413) return new Refused('too-large')
  if (statusCode === 503) return new Refused('unavailable')
  return typeof statusCode === 'number' && UNREADABLE.has(statusCode) ? { status: statusCode } : null
}
