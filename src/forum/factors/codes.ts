import { randomBytes } from 'node:crypto'
import { sha256, someRandomBytes } from '#base/ids.ts'
import { seal, unseal } from '#base/seal.ts'
import {
  CODE,
  CODE_WINDOW,
  pathOf,
  RECOVERY_CODES,
  RECOVERY_LENGTH,
  readCode,
  recoveryCodeOf,
  STEP,
} from './model.ts'

/** A new secret for an authenticator, in Base32 as people type it. */
export async function newSecret(): Promise<string> {
  const { Secret } = await import('otpauth')
  return new Secret({ buffer: Uint8Array.from(randomBytes(CODE.secretBytes)).buffer }).base32
}

async function authenticatorOf(secret: string, named: { forum?: string; member?: string } = {}) {
  const { Secret, TOTP } = await import('otpauth')
  const { digits, period, algorithm } = CODE
  return new TOTP({
    ...{ digits, period, algorithm, secret: Secret.fromBase32(secret) },
    ...(named.forum !== undefined && { issuer: named.forum }),
    ...(named.member !== undefined && { label: named.member }),
  })
}

/** What an authenticator reads from a square: `otpauth://totp/…`. */
export async function addressOf(secret: string, named: { forum: string; member: string }): Promise<string> {
  return (await authenticatorOf(secret, named)).toString()
}

/** An address → the square that an authenticator reads it from: its size in fields, and the path of the black ones. */
export async function squareOf(address: string): Promise<{ size: number; path: string }> {
  const { encode } = await import('uqr')
  const { size, data } = encode(address, { ecc: 'M', border: 4 })
  return { size, path: pathOf(data) }
}

/**
 * The step of the code that six digits are at a moment (epoch milliseconds), one earlier or one later included; null where
 * they are none of these.
 */
export async function stepOf(secret: string, digits: string, now: number): Promise<number | null> {
  const authenticator = await authenticatorOf(secret)
  const away = authenticator.validate({ token: digits, timestamp: now, window: CODE_WINDOW })
  return away === null ? null : Math.floor(now / STEP) + away
}

/** New recovery codes, as they are shown once. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: RECOVERY_CODES }, () => recoveryCodeOf(someRandomBytes(RECOVERY_LENGTH)))

/** What is kept of a recovery code: random enough that a plain hash gives nothing away. */
export function hashOfRecovery(memberId: number, code: string): string {
  const read = readCode(code)
  return sha256(`recovery ${memberId} ${read?.kind === 'recovery' ? read.code : ''}`)
}

/** A member's secret as it is kept. */
export const sealSecret = (key: Buffer, memberId: number, secret: string): string =>
  seal(key, 'authenticator', secret, String(memberId))

/** Throws an `Error` where the forum's key is not the one that it was sealed with. */
export function unsealSecret(key: Buffer, memberId: number, sealed: string): string {
  const secret = unseal(key, 'authenticator', sealed, String(memberId))
  if (secret === null) throw new Error('A secret was sealed with another key than the forum has now')
  return secret
}
