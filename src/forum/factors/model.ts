import { SECOND } from '#base/time.ts'

/** How a code is made (RFC 6238), as every authenticator knows it. */
export const CODE = { digits: 6, period: 30, algorithm: 'SHA1', secretBytes: 20 } as const
/** One code earlier and one later are taken too: clocks differ. */
export const CODE_WINDOW = 1
export const STEP = CODE.period * SECOND

/** How many recovery codes there are, and of what: 75 random bits each, in signs that are not taken for one another. */
export const RECOVERY_CODES = 10
const SIGNS = '0123456789abcdefghjkmnpqrstvwxyz'
const GROUPS = 3
const GROUP_LENGTH = 5
export const RECOVERY_LENGTH = GROUPS * GROUP_LENGTH

/** UTF-16 units of a code as typed, of either kind. */
export const MAX_CODE = 40

/** As many random bytes as a recovery code has signs → the code, `7k2mq-…-…`. */
export function recoveryCodeOf(bytes: Uint8Array): string {
  const signs = [...bytes.subarray(0, RECOVERY_LENGTH)].map(byte => SIGNS[byte % SIGNS.length]).join('')
  return signs.match(new RegExp(`.{${GROUP_LENGTH}}`, 'g'))!.join('-')
}

/** What somebody typed: the digits of an authenticator, a recovery code in its plain form, or neither. */
export type TypedCode =
  | { readonly kind: 'digits'; readonly digits: string }
  | { readonly kind: 'recovery'; readonly code: string }

/** Reads a code as typed, with or without spaces and dashes, in any capitals; null for what cannot be one. */
export function readCode(typed: string): TypedCode | null {
  const plain = typed
    .normalize('NFKC')
    .replace(/[\s\p{Pd}]/gu, '')
    .replace(/\p{Nd}/gu, digitOf)
    .toLowerCase()
  if (new RegExp(`^\\d{${CODE.digits}}$`).test(plain)) return { kind: 'digits', digits: plain }
  const code = plain.replaceAll('o', '0').replace(/[il]/g, '1')
  return code.length === RECOVERY_LENGTH && [...code].every(sign => SIGNS.includes(sign))
    ? { kind: 'recovery', code }
    : null
}

/** Keyboards of Arabic have digits of their own: U+0660 and U+06F0 begin their rows. */
function digitOf(sign: string): string {
  const point = sign.codePointAt(0)!
  for (const zero of [0x660, 0x6f0]) if (point >= zero && point <= zero + 9) return String(point - zero)
  return sign
}

/** A second factor as its owner sees it. */
export interface Factor {
  /** Since when it is asked for. */
  readonly since: number
  /** Recovery codes that are not used yet. */
  readonly codesLeft: number
}

/** The lines of a square of black and white → the path of its black fields, for a view box of as many units. */
export const pathOf = (lines: readonly (readonly boolean[])[]): string =>
  lines.map((line, y) => line.map((_, x) => runAt(line, x, y)).join('')).join('')

/** The black fields in a row that begin at a place; '' where none begin. */
function runAt(line: readonly boolean[], x: number, y: number): string {
  if (!line[x] || line[x - 1]) return ''
  const end = line.indexOf(false, x)
  const length = (end < 0 ? line.length : end) - x
  return `M${x} ${y}h${length}v1h-${length}z`
}
