import type { Reader, Writer } from '#store/store.ts'

/** An event as the outbox keeps it. */
export interface Stored {
  id: number
  event: unknown
}

/** Stores an event in the transaction that made it true. Returns its id. */
export async function addToOutbox(db: Writer, event: object, at: number): Promise<number> {
  const row = { event: JSON.stringify(event), at, doneAt: null }
  const { id } = await db.insertInto('outbox').values(row).returning('id').executeTakeFirstOrThrow()
  return id
}

/** Up to `limit` events that nobody has finished hearing and that happened before `before`, oldest first. */
export async function openEvents(db: Reader, before: number, limit: number): Promise<Stored[]> {
  const rows = await db
    .selectFrom('outbox')
    .select(['id', 'event'])
    .where('doneAt', 'is', null)
    .where('at', '<', before)
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(row => ({ id: row.id, event: JSON.parse(row.event) as unknown }))
}

/** Marks events as heard by all, in one write. */
export async function finishEvents(db: Writer, ids: readonly number[], at: number): Promise<void> {
  if (ids.length === 0) return
  await db.updateTable('outbox').set({ doneAt: at }).where('id', 'in', ids).execute()
}
