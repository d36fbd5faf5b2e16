import { preparedList } from '#store/prepared.ts'
import type { Reader, Writer } from '#store/store.ts'
import { readProgress, writeProgress } from '../settings/store-progress.ts'

const selectSignatures = preparedList((db, ids) =>
  db
    .selectFrom('members')
    .select(['id', 'signatureHtml'])
    .where('signatureHtml', '<>', '')
    .where('id', 'in', ids),
)

/** The HTML of members' signatures; those who have none are missing. */
export async function signaturesOf(db: Reader, ids: Iterable<number>): Promise<Map<number, string>> {
  return new Map((await selectSignatures(db, ids)).map(row => [row.id, row.signatureHtml]))
}

/** The source of a member's signature; '' for none. */
export async function signatureSourceOf(db: Reader, memberId: number): Promise<string> {
  const row = await db.selectFrom('members').select('signature').where('id', '=', memberId).executeTakeFirst()
  return row?.signature ?? ''
}

/** A signature as it is kept, and whose it is. */
export interface KeptSignature {
  readonly id: number
  readonly source: string
  readonly html: string
}

const KEPT = ['id', 'signature as source', 'signatureHtml as html'] as const

/** The signatures that lead to a member. */
export async function signaturesNaming(db: Reader, memberId: number): Promise<KeptSignature[]> {
  return db
    .selectFrom('members')
    .select(KEPT)
    .where('signatureHtml', 'like', `%/members/${memberId}/%`)
    .orderBy('id')
    .execute()
}

/** The next signatures behind a member. */
export async function nextSignatures(db: Reader, after: number, limit: number): Promise<KeptSignature[]> {
  return db
    .selectFrom('members')
    .select(KEPT)
    .where('id', '>', after)
    .where('signatureHtml', '<>', '')
    .orderBy('id')
    .limit(limit)
    .execute()
}

/** Writes how a signature is printed now, unless it is another meanwhile; → whether it was written. */
export async function writePrint(db: Writer, { id, source, html }: KeptSignature): Promise<boolean> {
  const result = await db
    .updateTable('members')
    .set({ signatureHtml: html })
    .where('id', '=', id)
    .where('signature', '=', source)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** How far the signatures were printed by a version of the renderer; null for all of them. */
interface PrintedSoFar {
  readonly version: number
  readonly after: number | null
}

const NAME = 'printed signatures'

/** What was written down last; undefined where nothing was. */
export const readPrinted = async (db: Reader): Promise<PrintedSoFar | undefined> =>
  (await readProgress<PrintedSoFar>(db, NAME))?.progress

/** Writes down how far it has come. */
export const writePrinted = (db: Writer, printed: PrintedSoFar): Promise<void> =>
  writeProgress(db, NAME, printed)
