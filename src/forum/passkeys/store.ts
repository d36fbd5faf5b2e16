import type { Reader, Writer } from '#store/store.ts'
import type { PasskeyLine, StoredPasskey } from './model.ts'

/** A member's passkeys, the newest first. */
export async function passkeysOf(db: Reader, memberId: number): Promise<PasskeyLine[]> {
  return db
    .selectFrom('passkeys')
    .select(['id', 'name', 'at', 'usedAt'])
    .where('memberId', '=', memberId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

/** By what names a member's authenticators know them. */
export async function credentialsOf(db: Reader, memberId: number): Promise<string[]> {
  const rows = await db.selectFrom('passkeys').select('credential').where('memberId', '=', memberId).execute()
  return rows.map(row => row.credential)
}

/** The passkey of a name, or undefined. */
export async function findPasskey(db: Reader, credential: string): Promise<StoredPasskey | undefined> {
  return db
    .selectFrom('passkeys')
    .select(['id', 'memberId', 'credential', 'publicKey', 'counter'])
    .where('credential', '=', credential)
    .executeTakeFirst()
}

/** Keeps a passkey; → its id, or null when it is kept already. */
export async function insertPasskey(
  db: Writer,
  passkey: Omit<StoredPasskey, 'id'> & { transports: string; name: string; at: number },
): Promise<number | null> {
  const row = await db
    .insertInto('passkeys')
    .values({ ...passkey, usedAt: null })
    .onConflict(conflict => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

/**
 * Writes down that a passkey was used, with the new count of its authenticator; → false where the count does not rise, which
 * only a copy of the authenticator does. Authenticators that do not count say 0 always.
 */
export async function usePasskey(
  db: Writer,
  id: number,
  used: { counter: number; at: number },
): Promise<boolean> {
  const { counter, at } = used
  const result = await db
    .updateTable('passkeys')
    .set({ counter, usedAt: at })
    .where('id', '=', id)
    .where(eb => (counter === 0 ? eb('counter', '=', 0) : eb('counter', '<', counter)))
    .executeTakeFirst()
  return Number(result.numUpdatedRows) > 0
}

/** Gives one of a member's passkeys another name; → whether there is one. */
export async function writePasskeyName(
  db: Writer,
  memberId: number,
  id: number,
  name: string,
): Promise<boolean> {
  const result = await db
    .updateTable('passkeys')
    .set({ name })
    .where('id', '=', id)
    .where('memberId', '=', memberId)
    .executeTakeFirst()
  return Number(result.numUpdatedRows) > 0
}

/** Forgets one of a member's passkeys; → whether there was one. */
export async function deletePasskey(db: Writer, memberId: number, id: number): Promise<boolean> {
  const result = await db
    .deleteFrom('passkeys')
    .where('id', '=', id)
    .where('memberId', '=', memberId)
    .executeTakeFirst()
  return Number(result.numDeletedRows) > 0
}

/** A member's passkeys for their own download: names and times, no keys. */
export async function exportOf(db: Reader, memberId: number): Promise<object> {
  const passkeys = await passkeysOf(db, memberId)
  return { passkeys: passkeys.map(({ name, at, usedAt }) => ({ name, at, usedAt })) }
}
