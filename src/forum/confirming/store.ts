import type { Writer } from '#store/store.ts'

/** Takes away the ways to sign in that were added to an account from a moment on; → which there were. */
export async function removeWaysSince(
  db: Writer,
  memberId: number,
  since: number,
): Promise<('passkeys' | 'providers' | 'factor')[]> {
  const passkeys = await db
    .deleteFrom('passkeys')
    .where('memberId', '=', memberId)
    .where('at', '>=', since)
    .executeTakeFirst()
  const identities = await db
    .deleteFrom('identities')
    .where('memberId', '=', memberId)
    .where('at', '>=', since)
    .executeTakeFirst()
  const factors = await db
    .deleteFrom('authenticators')
    .where('memberId', '=', memberId)
    .where(eb => eb.or([eb('confirmedAt', '>=', since), eb('confirmedAt', 'is', null)]))
    .returning('confirmedAt')
    .execute()
  if (factors.length > 0) await db.deleteFrom('recoveryCodes').where('memberId', '=', memberId).execute()
  return [
    ...(passkeys.numDeletedRows > 0 ? (['passkeys'] as const) : []),
    ...(identities.numDeletedRows > 0 ? (['providers'] as const) : []),
    ...(factors.some(each => each.confirmedAt !== null) ? (['factor'] as const) : []),
  ]
}
