import { sql } from 'kysely'
import { numbersIn } from '#store/lists.ts'
import { prepared } from '#store/prepared.ts'
import type { Writer } from '#store/store.ts'
import { MOST_POSTS } from './model.ts'
import { written } from './store-posts.ts'

/** A stand, as far as it counts. */
interface Counting {
  readonly quotationId: number
  readonly boardId: number
  readonly postId: number
}

const selectSayings = prepared((db, { ids, most }: { ids: string; most: number }) =>
  db
    .selectFrom('quotations')
    .select('id')
    .where('id', 'in', numbersIn(db, ids))
    .where('postCount', '>', most),
)
const forgetCounts = prepared((db, { ids }: { ids: string }) =>
  db.deleteFrom('quotationBoards').where('quotationId', 'in', numbersIn(db, ids)),
)
const countBoards = prepared((db, { ids }: { ids: string }) =>
  written(
    db,
    sql`insert into quotation_boards (quotation_id, board_id, post_count)
      select quotation_id, board_id, count(distinct post_id) from stands
      where quotation_id in ${numbersIn(db, ids)} group by quotation_id, board_id`,
  ),
)
const sumUp = prepared((db, { ids }: { ids: string }) =>
  written(
    db,
    sql`update quotations set post_count = (select coalesce(sum(counts.post_count), 0) from quotation_boards counts
        where counts.quotation_id = quotations.id)
      where id in ${numbersIn(db, ids)}`,
  ),
)
const removeEmptyCounts = prepared((db, { ids }: { ids: string }) =>
  db.deleteFrom('quotationBoards').where('quotationId', 'in', numbersIn(db, ids)).where('postCount', '<=', 0),
)

/**
 * Counts in how many posts each of some quotations stands, in each board and together. Those that many posts carry are
 * not read whole each time that one more does: there the difference between the stands before and after is counted.
 * `moved`: quotations whose stands changed otherwise, which are counted whole.
 */
export async function countPosts(
  db: Writer,
  change: {
    readonly ids: readonly number[]
    readonly before: readonly Counting[]
    readonly after: readonly Counting[]
    readonly moved: readonly number[]
  },
): Promise<void> {
  if (change.ids.length === 0) return
  const rows = await selectSayings(db, { ids: JSON.stringify(change.ids), most: MOST_POSTS })
  const moved = new Set(change.moved)
  const sayings = new Set(rows.map(row => row.id).filter(id => !moved.has(id)))
  const whole = JSON.stringify(change.ids.filter(id => !sayings.has(id)))
  await forgetCounts(db, { ids: whole })
  await countBoards(db, { ids: whole })
  await addDifferences(db, differencesOf(sayings, change))
  await removeEmptyCounts(db, { ids: JSON.stringify([...sayings]) })
  await sumUp(db, { ids: JSON.stringify(change.ids) })
}

/** Quotation and board → how many posts more, or fewer. */
function differencesOf(
  quotations: ReadonlySet<number>,
  { before, after }: { readonly before: readonly Counting[]; readonly after: readonly Counting[] },
): { quotationId: number; boardId: number; postCount: number }[] {
  const counts = new Map<string, { quotationId: number; boardId: number; postCount: number }>()
  const add = (stands: readonly Counting[], by: number): void => {
    const seen = new Set<string>()
    for (const { quotationId, boardId, postId } of stands) {
      const place = `${quotationId} ${boardId}`
      const isNew = quotations.has(quotationId) && !seen.has(`${place} ${postId}`)
      seen.add(`${place} ${postId}`)
      const postCount = counts.get(place)?.postCount ?? 0
      if (isNew) counts.set(place, { quotationId, boardId, postCount: postCount + by })
    }
  }
  add(before, -1)
  add(after, 1)
  return [...counts.values()].filter(each => each.postCount !== 0)
}

async function addDifferences(
  db: Writer,
  differences: readonly { quotationId: number; boardId: number; postCount: number }[],
): Promise<void> {
  if (differences.length === 0) return
  await db
    .insertInto('quotationBoards')
    .values(differences)
    .onConflict(conflict =>
      conflict.columns(['quotationId', 'boardId']).doUpdateSet(eb => ({
        postCount: eb('quotationBoards.postCount', '+', eb.ref('excluded.postCount')),
      })),
    )
    .execute()
}
