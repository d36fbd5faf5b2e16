import type { Selectable } from 'kysely'
import { prepared } from '#store/prepared.ts'
import type { Reader, Writer } from '#store/store.ts'
import type { Tables } from '#store/tables.ts'
import type { StartFields } from '../starting/model.ts'
import type { Failure, ScheduledThread } from './model.ts'

type Row = Selectable<Tables['scheduledThreads']>

const ofRow = ({ at: _at, fields, failure, ...row }: Row): ScheduledThread => ({
  ...row,
  fields: JSON.parse(fields) as StartFields,
  failure: failure === null ? null : (JSON.parse(failure) as Failure),
})

/** A thread that is to wait for its time. */
interface NewScheduled {
  readonly memberId: number
  readonly boardId: number
  readonly fields: StartFields
  readonly publishAt: number
  readonly at: number
}

/** Adds a thread that waits; → its number. */
export async function insertScheduled(db: Writer, { fields, ...thread }: NewScheduled): Promise<number> {
  const { id } = await db
    .insertInto('scheduledThreads')
    .values({ ...thread, fields: JSON.stringify(fields), failure: null })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** The threads of a member that wait, the next first. */
export async function scheduledOf(db: Reader, memberId: number): Promise<ScheduledThread[]> {
  const rows = await db
    .selectFrom('scheduledThreads')
    .selectAll()
    .where('memberId', '=', memberId)
    .orderBy('publishAt')
    .orderBy('id')
    .execute()
  return rows.map(ofRow)
}

/** One of them; undefined for those of others. */
export async function findScheduled(
  db: Reader,
  memberId: number,
  id: number,
): Promise<ScheduledThread | undefined> {
  const row = await db
    .selectFrom('scheduledThreads')
    .selectAll()
    .where('id', '=', id)
    .where('memberId', '=', memberId)
    .executeTakeFirst()
  return row && ofRow(row)
}

/** Writes a thread that waits otherwise; what kept it from being started is forgotten. → whether it is there. */
export async function updateScheduled(
  db: Writer,
  { id, memberId, fields, publishAt }: Pick<ScheduledThread, 'id' | 'memberId' | 'fields' | 'publishAt'>,
): Promise<boolean> {
  const result = await db
    .updateTable('scheduledThreads')
    .set({ fields: JSON.stringify(fields), publishAt, failure: null })
    .where('id', '=', id)
    .where('memberId', '=', memberId)
    .executeTakeFirst()
  return Number(result.numUpdatedRows) > 0
}

/** Keeps why a thread could not be started. */
export async function writeFailure(db: Writer, id: number, failure: Failure): Promise<void> {
  await db
    .updateTable('scheduledThreads')
    .set({ failure: JSON.stringify(failure) })
    .where('id', '=', id)
    .execute()
}

/** Takes a thread out of those that wait; undefined when it is none of the member's any more. */
export async function takeScheduled(
  db: Writer,
  memberId: number,
  id: number,
): Promise<ScheduledThread | undefined> {
  const [row] = await db
    .deleteFrom('scheduledThreads')
    .where('id', '=', id)
    .where('memberId', '=', memberId)
    .returningAll()
    .execute()
  return row && ofRow(row)
}

/** A thread whose time has come, and who wrote it. */
export interface Due {
  readonly id: number
  readonly memberId: number
  readonly name: string
  readonly role: 'member' | 'moderator' | 'administrator'
  readonly suspended: 0 | 1
  readonly state: 'active' | 'waiting' | 'gone'
  readonly address: string | null
  readonly addressConfirmedAt: number | null
  /** Null for that of the site. */
  readonly timeZone: string | null
}

const selectDue = prepared((db, { now, limit }: { now: number; limit: number }) =>
  db
    .selectFrom('scheduledThreads')
    .innerJoin('members', 'members.id', 'scheduledThreads.memberId')
    .select(['scheduledThreads.id', 'memberId', 'name', 'role', 'suspended', 'state', 'timeZone'])
    .select(['address', 'addressConfirmedAt'])
    .where('publishAt', '<=', now)
    .where('failure', 'is', null)
    .orderBy('publishAt')
    .limit(limit),
)

/** Threads whose time has come, the longest due first. */
export async function dueThreads(db: Reader, now: number, limit: number): Promise<Due[]> {
  return selectDue(db, { now, limit })
}

/** What a member wrote that waits for its time, for the member. */
export async function exportOf(db: Reader, memberId: number): Promise<object> {
  const threads = await scheduledOf(db, memberId)
  return {
    scheduled: threads.map(({ boardId, publishAt, fields }) => {
      const { requestKey: _key, ...written } = fields
      return { boardId, publishAt, ...written }
    }),
  }
}
