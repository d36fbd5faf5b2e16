import type { Reader, Writer } from '#store/store.ts'

/** How far something that goes through everything has come, as its room describes it, and as it was written down. */
export interface Written<T> {
  readonly progress: T
  readonly written: string
}

/** What was written down last under a name; undefined where nothing was. */
export async function readProgress<T>(db: Reader | Writer, name: string): Promise<Written<T> | undefined> {
  const row = await db.selectFrom('settings').select('value').where('name', '=', name).executeTakeFirst()
  return row && { progress: JSON.parse(row.value) as T, written: row.value }
}

/** Writes down how far it has come, whatever stood there. */
export async function writeProgress(db: Writer, name: string, progress: object): Promise<void> {
  const value = JSON.stringify(progress)
  await db
    .insertInto('settings')
    .values({ name, value })
    .onConflict(conflict => conflict.column('name').doUpdateSet({ value }))
    .execute()
}

/** Writes down how far it has come, unless somebody else did since `before` was read; → whether it did. */
export async function replaceProgress(
  db: Writer,
  name: string,
  { progress, before }: { readonly progress: object; readonly before: string | undefined },
): Promise<boolean> {
  const value = JSON.stringify(progress)
  if (before === undefined) {
    const added = await db
      .insertInto('settings')
      .values({ name, value })
      .onConflict(conflict => conflict.column('name').doNothing())
      .executeTakeFirst()
    return (added.numInsertedOrUpdatedRows ?? 0n) > 0n
  }
  const changed = await db
    .updateTable('settings')
    .set({ value })
    .where('name', '=', name)
    .where('value', '=', before)
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}
