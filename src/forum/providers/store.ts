import type { Reader, Writer } from '#store/store.ts'
import type { Provider } from './model.ts'

const COLUMNS = ['id', 'name', 'issuer', 'clientId', 'trusted', 'position'] as const

const providerOf = (row: Omit<Provider, 'trusted'> & { trusted: 0 | 1 }): Provider => ({
  ...row,
  trusted: row.trusted === 1,
})

/** All providers in their order. */
export async function providersOf(db: Reader): Promise<Provider[]> {
  const rows = await db.selectFrom('providers').select(COLUMNS).orderBy('position').orderBy('id').execute()
  return rows.map(providerOf)
}

/** A provider with its sealed secret, or undefined. */
export async function findProvider(
  db: Reader,
  id: number,
): Promise<(Provider & { clientSecret: string }) | undefined> {
  const row = await db
    .selectFrom('providers')
    .select([...COLUMNS, 'clientSecret'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { ...providerOf(row), clientSecret: row.clientSecret }
}

/** What an administrator says of a provider; the secret is sealed. */
export type ProviderColumns = Omit<Provider, 'id'> & { readonly clientSecret: string }

const flagged = ({ trusted, ...columns }: Partial<ProviderColumns>) => ({
  ...columns,
  ...(trusted !== undefined && { trusted: trusted ? (1 as const) : (0 as const) }),
})

/** Adds a provider; → its id, or null where there is one of this issuer. */
export async function insertProvider(db: Writer, provider: ProviderColumns): Promise<number | null> {
  const row = await db
    .insertInto('providers')
    .values({ ...provider, trusted: provider.trusted ? 1 : 0 })
    .onConflict(conflict => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

/** Whether an issuer belongs to another provider than `besides`. */
export async function isIssuerTaken(db: Reader, issuer: string, besides: number): Promise<boolean> {
  const row = await db.selectFrom('providers').select('id').where('issuer', '=', issuer).executeTakeFirst()
  return row !== undefined && row.id !== besides
}

/** Writes some columns of a provider; → whether there is one. */
export async function updateProvider(
  db: Writer,
  id: number,
  changes: Partial<ProviderColumns>,
): Promise<boolean> {
  const result = await db
    .updateTable('providers')
    .set(flagged(changes))
    .where('id', '=', id)
    .executeTakeFirst()
  return Number(result.numUpdatedRows) > 0
}

/** Forgets a provider; → whether there was one. */
export async function deleteProvider(db: Writer, id: number): Promise<boolean> {
  const result = await db.deleteFrom('providers').where('id', '=', id).executeTakeFirst()
  return Number(result.numDeletedRows) > 0
}

/** The member whom a provider means by a name of its own, or undefined. */
export async function memberNamed(db: Reader, issuer: string, subject: string): Promise<number | undefined> {
  const row = await db
    .selectFrom('identities')
    .select('memberId')
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst()
  return row?.memberId
}

/** Links a member with what a provider calls them; → whether it is theirs now and was nobody's. */
export async function insertIdentity(
  db: Writer,
  identity: { issuer: string; subject: string; memberId: number; at: number },
): Promise<boolean> {
  const row = await db
    .insertInto('identities')
    .values(identity)
    .onConflict(conflict => conflict.doNothing())
    .returning('memberId')
    .executeTakeFirst()
  return row !== undefined
}

/** The issuers that a member is linked with, and since when. */
export async function identitiesOf(db: Reader, memberId: number): Promise<{ issuer: string; at: number }[]> {
  return db
    .selectFrom('identities')
    .select(['issuer', 'at'])
    .where('memberId', '=', memberId)
    .orderBy('at')
    .execute()
}

/** Unlinks a member from an issuer; → whether they were linked. */
export async function deleteIdentity(db: Writer, memberId: number, issuer: string): Promise<boolean> {
  const result = await db
    .deleteFrom('identities')
    .where('memberId', '=', memberId)
    .where('issuer', '=', issuer)
    .executeTakeFirst()
  return Number(result.numDeletedRows) > 0
}

/** What providers a member is linked with, for their own download. */
export async function exportOf(db: Reader, memberId: number): Promise<object> {
  return { providers: await identitiesOf(db, memberId) }
}
