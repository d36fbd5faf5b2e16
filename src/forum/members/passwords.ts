import { turns } from '#base/turns.ts'

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

/** Password → its hash. Slow, so never inside a transaction. Throws `unavailable` when too many wait. */
export async function hashPassword(password: string): Promise<PasswordHash> {
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
