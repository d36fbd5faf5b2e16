import type { Locale } from '#base/words.ts'
import type { Reader, Writer } from '#store/store.ts'
import { preferencesOf } from '../preferences/model.ts'
import type { FailedMail, OptionalKind } from './model.ts'

/** Where a member gets mail, whether its owner has said that it is theirs, and in which language; undefined for somebody who has no address, or is gone. */
export async function recipient(
  db: Reader,
  memberId: number,
): Promise<
  { address: string; isConfirmed: boolean; locale: Locale | undefined; timeZone: string | null } | undefined
> {
  const row = await db
    .selectFrom('members')
    .select(['address', 'addressConfirmedAt', 'preferences', 'timeZone'])
    .where('id', '=', memberId)
    .where('state', '<>', 'gone')
    .executeTakeFirst()
  if (!row?.address) return undefined
  const { language } = preferencesOf(row.preferences).choices
  const isConfirmed = row.addressConfirmedAt !== null
  return { address: row.address, isConfirmed, locale: language, timeZone: row.timeZone }
}

/** The kinds of mail that a member does not want. */
export async function unwantedBy(db: Reader, memberId: number): Promise<string[]> {
  const rows = await db.selectFrom('unwantedMail').select('kind').where('memberId', '=', memberId).execute()
  return rows.map(row => row.kind)
}

/** Writes down that a member does not want a kind of mail; nothing happens where that is so, or nobody is there. */
export async function addUnwanted(db: Writer, memberId: number, kind: OptionalKind): Promise<void> {
  await db
    .insertInto('unwantedMail')
    .columns(['memberId', 'kind'])
    .expression(eb =>
      eb
        .selectFrom('members')
        .select(each => ['members.id', each.val(kind).as('kind')])
        .where('members.id', '=', memberId),
    )
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

/** Writes down that a member wants a kind of mail again. */
export async function removeUnwanted(db: Writer, memberId: number, kind: OptionalKind): Promise<void> {
  await db.deleteFrom('unwantedMail').where('memberId', '=', memberId).where('kind', '=', kind).execute()
}

/** What a job of a mail says in the open; the rest of it is sealed. */
export interface MailJob {
  readonly to: string
  readonly kind: string
  readonly sealed: string
}

/** The mails that failed for good, the latest first; `name` is that of their jobs. */
export async function failedMails(db: Reader, name: string, limit: number): Promise<FailedMail[]> {
  const rows = await db
    .selectFrom('jobs')
    .select(['id', 'payload', 'lastError', 'deadAt'])
    .where('name', '=', name)
    .where('deadAt', 'is not', null)
    .orderBy('deadAt', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ id, payload, lastError, deadAt }) => {
    const { to, kind } = JSON.parse(payload) as MailJob
    return { id, to, kind, error: lastError ?? '', at: deadAt ?? 0 }
  })
}

/** Has every mail that failed for good tried again. */
export async function reviveMails(db: Writer, name: string, now: number): Promise<void> {
  await db
    .updateTable('jobs')
    .set({ deadAt: null, attempts: 0, claimedUntil: 0, runAt: now })
    .where('name', '=', name)
    .where('deadAt', 'is not', null)
    .execute()
}

/** Forgets every mail that failed for good. */
export async function forgetMails(db: Writer, name: string): Promise<void> {
  await db.deleteFrom('jobs').where('name', '=', name).where('deadAt', 'is not', null).execute()
}

/** What a member takes along of this: the kinds of mail that they ended. */
export async function exportOf(db: Reader, memberId: number): Promise<object> {
  return { unwanted: await unwantedBy(db, memberId) }
}
