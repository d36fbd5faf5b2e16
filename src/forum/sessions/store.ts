import { prepared } from '#store/prepared.ts'
import type { Reader, Writer } from '#store/store.ts'
import type { MemberRole } from '../members/model.ts'
import { type MemberPreferences, preferencesOf } from '../preferences/model.ts'
import { type SessionLine, sessionId } from './model.ts'

/** A living session, and whose it is. */
export interface FoundSession {
  readonly memberId: number
  readonly name: string
  readonly role: MemberRole
  readonly suspended: boolean
  /** Whether the owner of the member's address has yet to say that it is theirs. */
  readonly unconfirmed: boolean
  /** Whether they are asked for a second factor when they sign in. */
  readonly hasFactor: boolean
  readonly groups: readonly number[]
  readonly timeZone: string | null
  readonly preferences: MemberPreferences
  readonly seenAt: number
  readonly expiresAt: number
}

/** A row for each group of the member, one without a group for members who are in none. */
const selectSession = prepared((db, { hash, now }: { hash: string; now: number }) =>
  db
    .selectFrom('sessions')
    .innerJoin('members', 'members.id', 'sessions.memberId')
    .leftJoin('groupMembers', 'groupMembers.memberId', 'members.id')
    .select([
      'members.id',
      'name',
      'role',
      'suspended',
      'address',
      'addressConfirmedAt',
      'timeZone',
      'preferences',
      'seenAt',
      'expiresAt',
      'groupId',
    ])
    .select(({ exists, selectFrom }) =>
      exists(
        selectFrom('authenticators')
          .select('authenticators.memberId')
          .whereRef('authenticators.memberId', '=', 'members.id')
          .where('authenticators.confirmedAt', 'is not', null),
      ).as('hasFactor'),
    )
    .where('hash', '=', hash)
    .where('expiresAt', '>', now)
    .orderBy('groupId'),
)

/** Hash of a token → the session, or undefined when there is none (any more). One query. */
export async function findSession(db: Reader, hash: string, now: number): Promise<FoundSession | undefined> {
  const rows = await selectSession(db, { hash, now })
  const [first] = rows
  return (
    first && {
      memberId: first.id,
      name: first.name,
      role: first.role,
      suspended: first.suspended === 1,
      unconfirmed: first.role === 'member' && first.address !== null && first.addressConfirmedAt === null,
      // SQLite says 1 and 0.
      hasFactor: Boolean(first.hasFactor),
      groups: rows.flatMap(row => row.groupId ?? []),
      timeZone: first.timeZone,
      preferences: preferencesOf(first.preferences),
      seenAt: first.seenAt,
      expiresAt: first.expiresAt,
    }
  )
}

/** Begins a session. */
export async function addSession(
  db: Writer,
  session: { hash: string; memberId: number; createdAt: number; expiresAt: number; agent: string },
): Promise<void> {
  await db
    .insertInto('sessions')
    .values({ ...session, seenAt: session.createdAt })
    .execute()
}

/** Writes down that a session was used. */
export async function touchSession(
  db: Writer,
  hash: string,
  at: { seenAt: number; expiresAt: number },
): Promise<void> {
  await db.updateTable('sessions').set(at).where('hash', '=', hash).execute()
}

/** A member's living sessions, those used last first; `current` marks the one of this hash. */
export async function sessionsOf(
  db: Reader,
  memberId: number,
  at: { now: number; current: string | null },
): Promise<(SessionLine & { current: boolean })[]> {
  const rows = await db
    .selectFrom('sessions')
    .select(['hash', 'createdAt', 'seenAt', 'agent'])
    .where('memberId', '=', memberId)
    .where('expiresAt', '>', at.now)
    .orderBy('seenAt', 'desc')
    .orderBy('hash')
    .execute()
  return rows.map(({ hash, ...row }) => ({ ...row, id: sessionId(hash), current: hash === at.current }))
}

/** Ends the session of a token. */
export async function removeSession(db: Writer, hash: string): Promise<void> {
  await db.deleteFrom('sessions').where('hash', '=', hash).execute()
}

/** Ends one of a member's sessions by its name (see `sessionId`); → whether there was one. */
export async function removeSessionNamed(db: Writer, memberId: number, id: string): Promise<boolean> {
  const result = await db
    .deleteFrom('sessions')
    .where('memberId', '=', memberId)
    .where('hash', 'like', `${id}%`)
    .executeTakeFirst()
  return Number(result.numDeletedRows) > 0
}

/** Ends all sessions of a member but the one of a hash (null: all). */
export async function removeSessionsOf(db: Writer, memberId: number, except: string | null): Promise<void> {
  let query = db.deleteFrom('sessions').where('memberId', '=', memberId)
  if (except !== null) query = query.where('hash', '<>', except)
  await query.execute()
}

/** Removes sessions and links that are over. */
export async function removeExpired(db: Writer, now: number): Promise<void> {
  await db.deleteFrom('sessions').where('expiresAt', '<=', now).execute()
  await db.deleteFrom('tokens').where('expiresAt', '<=', now).execute()
}
