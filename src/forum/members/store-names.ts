import type { Reader, Writer } from '#store/store.ts'
import { nameKeyOf } from './names.ts'

/** A name that a member had, and when they gave it up. */
export interface OldName {
  readonly name: string
  /** Epoch milliseconds. */
  readonly until: number
}

/** Names that a member had before, those given up last first. */
export async function oldNamesOf(db: Reader, memberId: number): Promise<OldName[]> {
  return db
    .selectFrom('oldNames')
    .select(['name', 'until'])
    .where('memberId', '=', memberId)
    .orderBy('until', 'desc')
    .orderBy('nameKey')
    .execute()
}

/** Whether a name is read like one that somebody else than `memberId` had before. */
export async function isOldName(db: Reader, name: string, memberId: number): Promise<boolean> {
  const row = await db
    .selectFrom('oldNames')
    .select('memberId')
    .where('nameKey', '=', nameKeyOf(name))
    .executeTakeFirst()
  return row !== undefined && row.memberId !== memberId
}

/** Makes everybody who names a member wait for one another, then → the name that they have; undefined for nobody. */
export async function holdName(
  db: Writer,
  memberId: number,
): Promise<{ name: string; nameKey: string } | undefined> {
  return db
    .updateTable('members')
    .set(eb => ({ name: eb.ref('name') }))
    .where('id', '=', memberId)
    .returning(['name', 'nameKey'])
    .executeTakeFirst()
}

/** Writes a name. The database refuses one that somebody else has; see `isTaken`. */
export async function writeName(db: Writer, memberId: number, name: string): Promise<void> {
  await db
    .updateTable('members')
    .set({ name, nameKey: nameKeyOf(name) })
    .where('id', '=', memberId)
    .execute()
}

/** Keeps a name that a member gives up, for nobody else. */
export async function keepOldName(
  db: Writer,
  old: { readonly name: string; readonly nameKey: string; readonly memberId: number; readonly until: number },
): Promise<void> {
  await db
    .insertInto('oldNames')
    .values(old)
    .onConflict(conflict => conflict.column('nameKey').doUpdateSet({ name: old.name, until: old.until }))
    .execute()
}

/** Takes a name back that a member had before. */
export async function takeBackName(db: Writer, memberId: number, name: string): Promise<void> {
  await db
    .deleteFrom('oldNames')
    .where('nameKey', '=', nameKeyOf(name))
    .where('memberId', '=', memberId)
    .execute()
}
