import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const KEY_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16
/** Stands before every sealed text, for the day on which another way is needed. */
const FORM = 's1.'

/** What a sealed text is for: one that was made for something else cannot be opened. */
export type SealPurpose = 'authenticator' | 'provider' | 'mail'

/** A key for one purpose, out of the forum's (HKDF with SHA-256, RFC 5869). */
const keyFor = (secret: Buffer, purpose: SealPurpose): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', `rostra seal ${purpose}`, KEY_BYTES))

/**
 * A text → what may lie in a database: sealed with AES-256-GCM, so that nobody reads or changes it without the forum's
 * key. `bound` is what it belongs to, such as the number of a row: it opens there alone.
 */
export function seal(secret: Buffer, purpose: SealPurpose, text: string, bound = ''): string {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', keyFor(secret, purpose), nonce).setAAD(Buffer.from(bound))
  const sealed = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
  return FORM + sealed.toString('base64url')
}

/** What `seal` made → the text, or null when it was made with another key, for something else, or was changed. */
export function unseal(secret: Buffer, purpose: SealPurpose, sealed: string, bound = ''): string | null {
  if (!sealed.startsWith(FORM)) return null
  const bytes = Buffer.from(sealed.slice(FORM.length), 'base64url')
  if (bytes.length < NONCE_BYTES + TAG_BYTES) return null
  const nonce = bytes.subarray(0, NONCE_BYTES)
  const decipher = createDecipheriv('aes-256-gcm', keyFor(secret, purpose), nonce, {
    authTagLength: TAG_BYTES,
  })
    .setAAD(Buffer.from(bound))
    .setAuthTag(bytes.subarray(-TAG_BYTES))
  try {
    return (
      decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')
    )
  } catch {
    return null
  }
}
