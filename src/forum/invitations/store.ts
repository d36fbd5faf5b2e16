import type { Reader, Writer } from '#store/store.ts'
import type { InvitationLine } from './model.ts'

/** Adds an invitation; the store knows the hash of its token alone. */
export async function addInvitation(
  db: Writer,
  invitation: {
    hash: string
    memberId: number
    address: string
    uses: number
    expiresAt: number
    at: number
  },
): Promise<void> {
  await db.insertInto('invitations').values(invitation).execute()
}

/** An invitation that is good at a moment, or undefined. */
export async function findInvitation(
  db: Reader,
  hash: string,
  now: number,
): Promise<{ address: string } | undefined> {
  return db
    .selectFrom('invitations')
    .select('address')
    .where('hash', '=', hash)
    .where('expiresAt', '>', now)
    .whereRef('used', '<', 'uses')
    .executeTakeFirst()
}

/** Uses an invitation once; → the address that it is for, or undefined where it holds no more: the database counts. */
export async function countUse(db: Writer, hash: string, now: number): Promise<string | undefined> {
  const row = await db
    .updateTable('invitations')
    .set(eb => ({ used: eb('used', '+', 1) }))
    .where('hash', '=', hash)
    .where('expiresAt', '>', now)
    .whereRef('used', '<', 'uses')
    .returning('address')
    .executeTakeFirst()
  return row?.address
}

/** A member's invitations that are good at a moment, the latest first. */
export async function invitationsOf(db: Reader, memberId: number, now: number): Promise<InvitationLine[]> {
  return db
    .selectFrom('invitations')
    .select(['id', 'address', 'uses', 'used', 'expiresAt', 'at'])
    .where('memberId', '=', memberId)
    .where('expiresAt', '>', now)
    .whereRef('used', '<', 'uses')
    .orderBy('id', 'desc')
    .execute()
}

/** Takes one of a member's invitations back; → whether it was there. */
export async function removeInvitation(db: Writer, memberId: number, id: number): Promise<boolean> {
  const result = await db
    .deleteFrom('invitations')
    .where('id', '=', id)
    .where('memberId', '=', memberId)
    .executeTakeFirst()
  return Number(result.numDeletedRows) > 0
}

/** Forgets invitations whose time is over. */
export async function removeOldInvitations(db: Writer, now: number): Promise<void> {
  await db.deleteFrom('invitations').where('expiresAt', '<=', now).execute()
}

/** What a member takes along of this: their invitations, used ones and those whose time is over as long as they are kept. */
export async function exportOf(db: Reader, memberId: number): Promise<object> {
  const rows = await db
    .selectFrom('invitations')
    .select(['address', 'uses', 'used', 'expiresAt', 'at'])
    .where('memberId', '=', memberId)
    .orderBy('id')
    .execute()
  return { invitations: rows }
}
