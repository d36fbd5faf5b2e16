import { differences, type Kind } from '#store/differences.ts'
import { prepared } from '#store/prepared.ts'
import type { Reader, Writer } from '#store/store.ts'

/** An event as the outbox keeps it. */
export interface Stored {
  id: number
  event: unknown
}

const insertEvent = prepared((db, { event, at }: { event: string; at: number }) =>
  db.insertInto('outbox').values({ event, at, doneAt: null }).returning('id'),
)

/** Stores an event in the transaction that made it true. Returns its id. */
export async function addToOutbox(db: Writer, event: object, at: number): Promise<number> {
  const [row] = await insertEvent(db, { event: JSON.stringify(event), at })
  return row!.id
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

/** A job that somebody has claimed; `attempts` counts this one. */
export interface ClaimedJob {
  id: number
  name: string
  payload: unknown
  attempts: number
}

/** Puts a job on the queue, to run at `runAt` or soon after. */
export async function addJob(db: Writer, name: string, payload: object, runAt: number): Promise<void> {
  await db
    .insertInto('jobs')
    .values({ name, payload: JSON.stringify(payload), runAt, lastError: null, deadAt: null })
    .execute()
}

/** Puts a job on the queue, unless the very same waits there that nobody has begun; until the transaction ends nobody does. */
export async function addJobOnce(db: Writer, name: string, payload: object, runAt: number): Promise<void> {
  const waiting = await db
    .updateTable('jobs')
    .set(eb => ({ name: eb.ref('name') }))
    .where('name', '=', name)
    .where('payload', '=', JSON.stringify(payload))
    .where('claimedUntil', '<=', runAt)
    .where('deadAt', 'is', null)
    .executeTakeFirst()
  if (waiting.numUpdatedRows === 0n) await addJob(db, name, payload, runAt)
}

/**
 * Claims the job that has waited longest, for nobody else until `until`; undefined when none is due. A claim that ran
 * out, because its process was killed, is due again.
 */
export async function claimJob(
  db: Writer,
  kind: Kind,
  now: number,
  until: number,
): Promise<ClaimedJob | undefined> {
  const due = await db
    .selectFrom('jobs')
    .select('id')
    .where('runAt', '<=', now)
    .where('claimedUntil', '<=', now)
    .where('deadAt', 'is', null)
    .orderBy('runAt')
    .limit(1)
    .$call(differences[kind].skipLocked)
    .executeTakeFirst()
  if (!due) return undefined
  const row = await db
    .updateTable('jobs')
    .set(eb => ({ claimedUntil: until, attempts: eb('attempts', '+', 1) }))
    .where('id', '=', due.id)
    .returning(['id', 'name', 'payload', 'attempts'])
    .executeTakeFirstOrThrow()
  return { ...row, payload: JSON.parse(row.payload) as unknown }
}

/** Whether a job is due. */
export async function isJobDue(db: Reader, now: number): Promise<boolean> {
  const due = db
    .selectFrom('jobs')
    .select('id')
    .where('runAt', '<=', now)
    .where('claimedUntil', '<=', now)
    .where('deadAt', 'is', null)
  return (await due.limit(1).executeTakeFirst()) !== undefined
}

/** Takes a finished job off the queue. */
export async function finishJob(db: Writer, id: number): Promise<void> {
  await db.deleteFrom('jobs').where('id', '=', id).execute()
}

/** Gives a failed job back, to run again at `runAt`; null means that it has failed for good and is kept as dead. */
export async function returnJob(
  db: Writer,
  id: number,
  failure: { error: string; now: number; runAt: number | null },
): Promise<void> {
  const { error, now, runAt } = failure
  const fate = runAt === null ? { deadAt: now } : { runAt }
  await db
    .updateTable('jobs')
    .set({ ...fate, claimedUntil: 0, lastError: error })
    .where('id', '=', id)
    .execute()
}

/** How many jobs wait, and how many have failed for good. */
export async function countJobs(db: Reader): Promise<{ waiting: number; dead: number }> {
  const { total, dead } = await db
    .selectFrom('jobs')
    .select(eb => [eb.fn.countAll<number>().as('total'), eb.fn.count<number>('deadAt').as('dead')])
    .executeTakeFirstOrThrow()
  return { waiting: total - dead, dead }
}

/** Whether a periodic task was last run before `before`; if so it counts as run at `now`. Only one asker is told yes. */
export async function takeTurn(db: Writer, name: string, now: number, before: number): Promise<boolean> {
  const first = await db
    .insertInto('schedule')
    .values({ name, ranAt: now })
    .onConflict(conflict => conflict.column('name').doNothing())
    .executeTakeFirst()
  if (Number(first.numInsertedOrUpdatedRows ?? 0) > 0) return true
  const again = await db
    .updateTable('schedule')
    .set({ ranAt: now })
    .where('name', '=', name)
    .where('ranAt', '<=', before)
    .executeTakeFirst()
  return Number(again.numUpdatedRows) > 0
}

/** When a periodic task was last run; undefined for one that never was. */
export async function lastTurn(db: Reader, name: string): Promise<number | undefined> {
  const row = await db.selectFrom('schedule').select('ranAt').where('name', '=', name).executeTakeFirst()
  return row?.ranAt
}

/** Forgets events that were heard before a moment; → how many. */
export async function forgetEvents(db: Writer, before: number): Promise<number> {
  const result = await db.deleteFrom('outbox').where('doneAt', '<', before).executeTakeFirst()
  return Number(result.numDeletedRows)
}
