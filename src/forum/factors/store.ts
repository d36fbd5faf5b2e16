import type { Reader, Writer } from '#store/store.ts'
import type { Factor } from './model.ts'

/** A member's second factor with what is left of its recovery codes; null where there is none. One query. */
export async function factorOf(db: Reader, memberId: number): Promise<Factor | null> {
  const row = await db
    .selectFrom('authenticators')
    .select(eb => [
      'confirmedAt',
      eb
        .selectFrom('recoveryCodes')
        .select(({ fn }) => fn.countAll().as('count'))
        .whereRef('recoveryCodes.memberId', '=', 'authenticators.memberId')
        .as('left'),
    ])
    .where('memberId', '=', memberId)
    .executeTakeFirst()
  return row && row.confirmedAt !== null ? { since: row.confirmedAt, codesLeft: Number(row.left) } : null
}

/** The sealed secret of a member's second factor, or undefined. */
export async function secretOf(db: Reader, memberId: number): Promise<string | undefined> {
  const row = await db
    .selectFrom('authenticators')
    .select('secret')
    .where('memberId', '=', memberId)
    .where('confirmedAt', 'is not', null)
    .executeTakeFirst()
  return row?.secret
}

/** Gives a member a second factor; → whether they had none. */
export async function addAuthenticator(
  db: Writer,
  factor: { memberId: number; secret: string; confirmedAt: number; lastStep: number },
): Promise<boolean> {
  const row = await db
    .insertInto('authenticators')
    .values(factor)
    .onConflict(conflict => conflict.doNothing())
    .returning('memberId')
    .executeTakeFirst()
  return row !== undefined
}

/** Uses up all codes up to a step; → whether that of this step was still good. Of several at once, one is told so. */
export async function useStep(db: Writer, memberId: number, step: number): Promise<boolean> {
  const result = await db
    .updateTable('authenticators')
    .set({ lastStep: step })
    .where('memberId', '=', memberId)
    .where('lastStep', '<', step)
    .executeTakeFirst()
  return Number(result.numUpdatedRows) > 0
}

/** Uses up a recovery code; → whether it was still good. Of several at once, one is told so. */
export async function useRecovery(db: Writer, memberId: number, hash: string): Promise<boolean> {
  const result = await db
    .deleteFrom('recoveryCodes')
    .where('memberId', '=', memberId)
    .where('hash', '=', hash)
    .executeTakeFirst()
  return Number(result.numDeletedRows) > 0
}

/** Gives a member new recovery codes; the earlier ones are good no more. */
export async function replaceRecovery(
  db: Writer,
  memberId: number,
  hashes: readonly string[],
): Promise<void> {
  await db.deleteFrom('recoveryCodes').where('memberId', '=', memberId).execute()
  if (hashes.length === 0) return
  await db
    .insertInto('recoveryCodes')
    .values(hashes.map(hash => ({ memberId, hash })))
    .execute()
}

/** Takes a member's second factor away, its codes included; → whether there was one. */
export async function removeAuthenticator(db: Writer, memberId: number): Promise<boolean> {
  await db.deleteFrom('recoveryCodes').where('memberId', '=', memberId).execute()
  const result = await db.deleteFrom('authenticators').where('memberId', '=', memberId).executeTakeFirst()
  return Number(result.numDeletedRows) > 0
}
