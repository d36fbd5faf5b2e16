import { randomToken, sha256 } from '#base/ids.ts'
import type { Reader, Writer } from '#store/store.ts'
import { CHALLENGE_LIFE, type Challenge, type ChallengePurpose } from './model.ts'

const TOKEN_BYTES = 32

/** Asks; → the token by which the answer finds its question. The store knows its hash alone. */
export async function addChallenge(
  db: Writer,
  challenge: { purpose: ChallengePurpose; memberId: number | null; payload: string; now: number },
): Promise<string> {
  const { now, ...asked } = challenge
  const token = randomToken(TOKEN_BYTES)
  await db
    .insertInto('challenges')
    .values({ ...asked, hash: sha256(token), expiresAt: now + CHALLENGE_LIFE[asked.purpose] })
    .execute()
  return token
}

/** The open question of a token, or undefined. */
export async function findChallenge(
  db: Reader,
  purpose: ChallengePurpose,
  token: string,
  now: number,
): Promise<Challenge | undefined> {
  return db
    .selectFrom('challenges')
    .select(['memberId', 'payload'])
    .where('hash', '=', sha256(token))
    .where('purpose', '=', purpose)
    .where('expiresAt', '>', now)
    .executeTakeFirst()
}

/** Closes the question of a token; → what it was. Of several that answer at once, one is told. */
export async function takeChallenge(
  db: Writer,
  purpose: ChallengePurpose,
  token: string,
  now: number,
): Promise<Challenge | undefined> {
  return db
    .deleteFrom('challenges')
    .where('hash', '=', sha256(token))
    .where('purpose', '=', purpose)
    .where('expiresAt', '>', now)
    .returning(['memberId', 'payload'])
    .executeTakeFirst()
}

/** Closes every question to a member: what they were asked before holds no more. */
export async function removeChallengesOf(db: Writer, memberId: number): Promise<void> {
  await db.deleteFrom('challenges').where('memberId', '=', memberId).execute()
}

/** Forgets questions that nobody answered in time. */
export async function removeExpiredChallenges(db: Writer, now: number): Promise<void> {
  await db.deleteFrom('challenges').where('expiresAt', '<=', now).execute()
}
