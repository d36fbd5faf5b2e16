import type { Reader, Writer } from '#store/store.ts'

/** What the token of a set-up link is for. */
const PURPOSE = 'set-up'

/** Whether anybody administers this forum. */
export async function hasAdministrator(db: Reader): Promise<boolean> {
  const query = db.selectFrom('members').select('id').where('role', '=', 'administrator').limit(1)
  return (await query.executeTakeFirst()) !== undefined
}

/** Makes one link valid and every earlier one void. */
export async function replaceLink(db: Writer, hash: string, expiresAt: number): Promise<void> {
  await removeLinks(db)
  await db.insertInto('tokens').values({ hash, purpose: PURPOSE, memberId: null, expiresAt }).execute()
}

/** Whether a link is valid at a moment. */
export async function knowsLink(db: Reader, hash: string, now: number): Promise<boolean> {
  const row = await db
    .selectFrom('tokens')
    .select('hash')
    .where('hash', '=', hash)
    .where('purpose', '=', PURPOSE)
    .where('expiresAt', '>', now)
    .executeTakeFirst()
  return row !== undefined
}

/** Takes a valid link out of use; → whether it was one. Of several that try at once, one is told yes. */
export async function useLink(db: Writer, hash: string, now: number): Promise<boolean> {
  const result = await db
    .deleteFrom('tokens')
    .where('hash', '=', hash)
    .where('purpose', '=', PURPOSE)
    .where('expiresAt', '>', now)
    .executeTakeFirst()
  return Number(result.numDeletedRows) > 0
}

/** Makes every set-up link void. */
export async function removeLinks(db: Writer): Promise<void> {
  await db.deleteFrom('tokens').where('purpose', '=', PURPOSE).execute()
}
