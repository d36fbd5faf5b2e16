import type { Reader, Writer } from '#store/store.ts'

/** What the token of such a link is for. */
const PURPOSE = 'password'

/** Makes one link of a member valid and every earlier one void. */
export async function replaceLink(
  db: Writer,
  link: { hash: string; memberId: number; expiresAt: number },
): Promise<void> {
  await removeLinksOf(db, link.memberId)
  await db
    .insertInto('tokens')
    .values({ ...link, purpose: PURPOSE })
    .execute()
}

/** Whose a link is that is valid at a moment, or undefined. */
export async function findLink(
  db: Reader,
  hash: string,
  now: number,
): Promise<{ memberId: number; name: string; address: string | null } | undefined> {
  const row = await db
    .selectFrom('tokens')
    .innerJoin('members', 'members.id', 'tokens.memberId')
    .select(['members.id', 'name', 'address'])
    .where('hash', '=', hash)
    .where('purpose', '=', PURPOSE)
    .where('expiresAt', '>', now)
    .executeTakeFirst()
  return row && { memberId: row.id, name: row.name, address: row.address }
}

/** Takes a valid link out of use; → whose it was, or null. Of several that try at once, one is told whose. */
export async function takeLink(db: Writer, hash: string, now: number): Promise<number | null> {
  const row = await db
    .deleteFrom('tokens')
    .where('hash', '=', hash)
    .where('purpose', '=', PURPOSE)
    .where('expiresAt', '>', now)
    .returning('memberId')
    .executeTakeFirst()
  return row?.memberId ?? null
}

/** Makes all links of a member void. */
export async function removeLinksOf(db: Writer, memberId: number): Promise<void> {
  await db.deleteFrom('tokens').where('memberId', '=', memberId).where('purpose', '=', PURPOSE).execute()
}
