import type { Reader, Writer } from '#store/store.ts'

/** What a link is for; one that was made for something else does nothing. */
export type LinkPurpose = 'password' | 'confirm' | 'address' | 'address-back'

/** A link that holds: whose it is, and the address that it was made for. */
export interface Link {
  readonly memberId: number
  readonly name: string
  /** The address that the member has now. */
  readonly address: string | null
  /** What the link is bound to: an address, or '' for nothing. */
  readonly value: string
}

/** Makes a link; the store knows the hash of its token alone. */
export async function addLink(
  db: Writer,
  link: { hash: string; purpose: LinkPurpose; memberId: number; value: string; expiresAt: number },
): Promise<void> {
  await db.insertInto('tokens').values(link).execute()
}

/** A link that is good at a moment, or undefined. */
export async function findLink(
  db: Reader,
  purpose: LinkPurpose,
  hash: string,
  now: number,
): Promise<Link | undefined> {
  const row = await db
    .selectFrom('tokens')
    .innerJoin('members', 'members.id', 'tokens.memberId')
    .select(['members.id', 'name', 'address', 'value'])
    .where('hash', '=', hash)
    .where('purpose', '=', purpose)
    .where('expiresAt', '>', now)
    .executeTakeFirst()
  if (!row) return undefined
  const { id, ...rest } = row
  return { ...rest, memberId: id }
}

/** Takes a good link out of use; → whose it was. Of several that try at once, one is told whose. */
export async function takeLink(
  db: Writer,
  purpose: LinkPurpose,
  hash: string,
  now: number,
): Promise<{ memberId: number; value: string; expiresAt: number } | null> {
  const row = await db
    .deleteFrom('tokens')
    .where('hash', '=', hash)
    .where('purpose', '=', purpose)
    .where('expiresAt', '>', now)
    .returning(['memberId', 'value', 'expiresAt'])
    .executeTakeFirst()
  return row && row.memberId !== null ? { ...row, memberId: row.memberId } : null
}

/** Makes all links of a member void that are for one of these purposes. */
export async function removeLinksOf(
  db: Writer,
  memberId: number,
  purposes: readonly LinkPurpose[],
): Promise<void> {
  await db.deleteFrom('tokens').where('memberId', '=', memberId).where('purpose', 'in', purposes).execute()
}
