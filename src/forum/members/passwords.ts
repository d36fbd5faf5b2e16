import { Refused } from '#base/errors.ts'
import { turns } from '#base/turns.ts'
import { MAX_PASSWORD, MIN_PASSWORD } from './model.ts'

declare const hashed: unique symbol
/** What is kept of a password: an argon2id hash (RFC 9106) in PHC form, parameters and salt included. */
export type PasswordHash = string & { readonly [hashed]: true }

/** What OWASP asks of argon2id at least: 19 MiB, two passes. The algorithm is the package's default, argon2id. */
export const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** A hash of nothing that anybody knows, to be as slow for a name that is not there as for a wrong password. */
export const NOBODYS_HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$+JkV4X91G9BuiU0lx4pdIg$2Afa61ztrOe40IrM6cgHedFwXNMAda8dnpkeaayi7ac' as PasswordHash

/** Each turn takes a core and 19 MiB; whoever waits behind a hundred others is better told to come back. */
const inTurn = turns(2, 100)

/** The same password typed on another system may come decomposed. */
const plain = (password: string): string => password.normalize('NFC')

/** What guessers try first, of those that are long enough here. */
const COMMON = new Set(
  (
    '12345678 123456789 1234567890 0123456789 87654321 password passwort password1 password123 passw0rd p@ssw0rd ' +
    'qwertyui qwertyuiop qwertzuiop qwerty123 1qaz2wsx 1q2w3e4r asdfghjkl iloveyou sunshine princess football ' +
    'baseball superman starwars trustno1 letmein1 welcome1 administrator changeme whatever computer internet ' +
    'abcdefgh abcd1234 11223344 12341234 schatz123 hallo123 geheim123'
  ).split(' '),
)

/**
 * Throws `invalid` for the field `password` when a password is too short or too long, or what anybody would try first: a
 * common one, one character over and over, or what is known of its owner (`about`: name, address).
 */
export function checkPassword(password: string, about: readonly string[]): void {
  const refuse = (key: string, limit?: number): Refused =>
    new Refused('invalid', key, { field: 'password', ...(limit !== undefined && { values: { limit } }) })
  if (password.length < MIN_PASSWORD) throw refuse('form.too-short', MIN_PASSWORD)
  if (password.length > MAX_PASSWORD) throw refuse('form.too-long', MAX_PASSWORD)
  const small = plain(password).toLowerCase()
  const isKnown = COMMON.has(small) || about.some(text => text.toLowerCase() === small)
  if (isKnown || /^(.)\1*$/su.test(small)) throw refuse('password.known')
}

/**
 * A new password → its hash. Slow, so never inside a transaction. Throws `invalid` as `checkPassword` does, `unavailable`
 * when too many wait.
 */
export async function hashPassword(password: string, about: readonly string[] = []): Promise<PasswordHash> {
  checkPassword(password, about)
  return inTurn(async () => {
    const { hash } = await import('@node-rs/argon2')
    return (await hash(plain(password), COST)) as PasswordHash
  })
}

/**
 * Whether a password is the one of a hash; false, after the same time, where there is none (null). Slow, so never inside
 * a transaction. Throws `unavailable` when too many wait.
 */
export async function verifyPassword(stored: PasswordHash | null, password: string): Promise<boolean> {
  return inTurn(async () => {
    const { verify } = await import('@node-rs/argon2')
    const fits = await verify(stored ?? NOBODYS_HASH, plain(password))
    return stored !== null && fits
  })
}
