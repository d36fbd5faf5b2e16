import { numbersIn } from '#store/lists.ts'
import { prepared } from '#store/prepared.ts'
import type { Writer } from '#store/store.ts'
import type { Tables } from '#store/tables.ts'

export type Stand = Tables['stands']

const removeOfPosts = prepared((db, { ids }: { ids: string }) =>
  db
    .deleteFrom('stands')
    .where('postId', 'in', numbersIn(db, ids))
    .returning([
      'postId',
      'key',
      'quotationId',
      'wordingId',
      'words',
      'speakerId',
      'speakerName',
      'boardId',
      'at',
    ]),
)

/** Removes all stands of some posts; → what they were. */
export async function removeStands(db: Writer, postIds: readonly number[]): Promise<Stand[]> {
  return postIds.length === 0 ? [] : removeOfPosts(db, { ids: JSON.stringify(postIds) })
}

const selectCarriedBy = prepared((db, { ids, most }: { ids: string; most: number }) =>
  db
    .selectFrom('quotations')
    .select('id')
    .where('id', 'in', numbersIn(db, ids))
    .where('postCount', '<=', most),
)
const selectCarriers = prepared((db, { ids }: { ids: string }) =>
  db.selectFrom('stands').select('postId').distinct().where('quotationId', 'in', numbersIn(db, ids)),
)

/** The posts that carry one of some quotations, of those that no more than so many posts carry. */
export async function postsWith(
  db: Writer,
  quotationIds: readonly number[],
  most: number,
): Promise<number[]> {
  if (quotationIds.length === 0) return []
  // In one statement PostgreSQL may go through all stands before it asks which quotations are meant.
  const carried = await selectCarriedBy(db, { ids: JSON.stringify(quotationIds), most })
  const rows = await selectCarriers(db, { ids: JSON.stringify(carried.map(row => row.id)) })
  return rows.map(row => row.postId)
}

/** Rows that go into one statement. */
const AT_ONCE = 500

/** Adds stands. */
export async function insertStands(db: Writer, stands: readonly Stand[]): Promise<void> {
  for (let start = 0; start < stands.length; start += AT_ONCE)
    await db
      .insertInto('stands')
      .values(stands.slice(start, start + AT_ONCE))
      .execute()
}
