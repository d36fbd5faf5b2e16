import { sql } from 'kysely'
import { numbers } from '#store/lists.ts'
import { prepared } from '#store/prepared.ts'
import type { Reader } from '#store/store.ts'
import type { Visible } from '../permissions/visible.ts'
import { boardsOf, isReadable, written } from '../quotations/store-posts.ts'
import { MOST_LATER } from './model.ts'
import type { Pair } from './store.ts'

interface Values {
  readonly ids: string
  readonly boards: string
}

const selectEarlier = prepared((db, { ids, boards }: Values) =>
  written(
    db,
    sql<Pair>`select passages.post_id, passages.other_id, passages.words, passages.spans
      from ${numbers(db, ids)} wanted cross join passages cross join posts cross join threads
      where passages.post_id = wanted.number and ${isReadable(db, sql<number>`passages.other_id`, boards)}
      order by passages.post_id, posts.created_at, posts.id`,
  ),
)

/** What posts share with earlier ones that may be read, the earliest first. */
export async function earlierPairs(
  db: Reader,
  visible: Visible,
  postIds: readonly number[],
): Promise<Pair[]> {
  return selectEarlier(db, { ids: JSON.stringify(postIds), boards: boardsOf(visible) })
}

const selectLater = prepared((db, { ids, boards }: Values) =>
  written(
    db,
    sql<Pair & { total: number }>`select * from (
        select passages.post_id, passages.other_id, passages.words, passages.spans,
          row_number() over (partition by passages.other_id order by posts.created_at, posts.id) as place,
          count(*) over (partition by passages.other_id) as total
        from ${numbers(db, ids)} wanted cross join passages cross join posts cross join threads
        where passages.other_id = wanted.number and ${isReadable(db, sql<number>`passages.post_id`, boards)}) ranked
      where place <= ${sql.lit(MOST_LATER)} order by other_id, place`,
  ),
)

/** The first of the later posts that lead to posts and may be read, and how many there are. */
export async function laterPairs(
  db: Reader,
  visible: Visible,
  postIds: readonly number[],
): Promise<(Pair & { total: number })[]> {
  return selectLater(db, { ids: JSON.stringify(postIds), boards: boardsOf(visible) })
}
