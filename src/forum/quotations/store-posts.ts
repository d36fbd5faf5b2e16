import { type Kysely, type RawBuilder, sql } from 'kysely'
import { numberOf, postId, threadOf } from '#base/ids.ts'
import { numbers, numbersIn } from '#store/lists.ts'
import { prepared } from '#store/prepared.ts'
import type { Reader } from '#store/store.ts'
import type { Tables } from '#store/tables.ts'
import type { Visible } from '../permissions/visible.ts'
import type { NamedPost } from './model.ts'

type Database = Kysely<Tables>

/** A statement written out, for `prepared`. */
export const written = <Row>(
  db: Database,
  query: RawBuilder<Row>,
): { compile(): ReturnType<RawBuilder<Row>['compile']> } => ({ compile: () => query.compile(db) })

/** The boards that somebody may read, as a parameter. */
export const boardsOf = (visible: Visible): string => JSON.stringify([...visible.boards])

/**
 * The condition that a post, in a query `… cross join posts cross join threads`, is one that may be read: not deleted, in a
 * thread that is not, in one of the boards. Deleted posts and threads have no findings, for moderators either. The order
 * of the tables is that of the query: SQLite begins with the first.
 */
export const isReadable = (db: Database, post: RawBuilder<number>, boards: string): RawBuilder<boolean> =>
  sql<boolean>`posts.id = ${post} and threads.id = ${post} / ${sql.lit(postId(1, 0))}
    and posts.deleted_at is null and threads.deleted_at is null
    and threads.board_id in ${numbersIn(db, boards)}`

type NamedRow = Omit<NamedPost, 'threadId' | 'number'>

const selectNamed = prepared((db, { ids, boards }: { ids: string; boards: string }) =>
  written(
    db,
    sql<NamedRow>`select posts.id, posts.author_id, coalesce(members.name, posts.guest_name) as author_name,
        posts.created_at as at, threads.title as thread_title, threads.slug as thread_slug, threads.board_id
      from ${numbers(db, ids)} wanted cross join posts cross join threads
      left join members on members.id = posts.author_id
      where ${isReadable(db, sql<number>`wanted.number`, boards)}`,
  ),
)

/** Posts by their ids, as far as they may be read. One query. */
export async function namedPosts(
  db: Reader,
  visible: Visible,
  postIds: Iterable<number>,
): Promise<Map<number, NamedPost>> {
  const ids = [...new Set(postIds)]
  if (ids.length === 0 || visible.boards.size === 0) return new Map()
  const rows = await selectNamed(db, { ids: JSON.stringify(ids), boards: boardsOf(visible) })
  return new Map(rows.map(row => [row.id, { ...row, threadId: threadOf(row.id), number: numberOf(row.id) }]))
}
