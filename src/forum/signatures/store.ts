import { preparedList } from '#store/prepared.ts'
import type { Reader } from '#store/store.ts'

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
