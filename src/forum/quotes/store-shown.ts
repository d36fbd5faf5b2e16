import { type Kysely, sql } from 'kysely'
import { postId } from '#base/ids.ts'
import { preparedList } from '#store/prepared.ts'
import type { Reader } from '#store/store.ts'
import type { Tables } from '#store/tables.ts'

const SOURCE_THREAD = sql<number>`quotes.source_id / ${sql.lit(postId(1, 0))}`

/** A quote and what its source is at present, for whoever sees to who may know. */
const quotesAround = (db: Kysely<Tables>) =>
  db
    .selectFrom('quotes')
    .leftJoin('posts', 'posts.id', 'quotes.sourceId')
    .leftJoin('threads', join => join.on('threads.id', '=', SOURCE_THREAD))
    .select([
      'quotes.postId',
      'quotes.position',
      'quotes.sourceId',
      'quotes.sourceRevision',
      'quotes.verdict',
    ])
    .select(['threads.boardId'])
    .select(
      sql<0 | 1>`case when posts.id is not null and posts.deleted_at is null and threads.deleted_at is null
        then 1 else 0 end`.as('stands'),
    )
    .select(sql<0 | 1>`case when quotes.difference = '' then 0 else 1 end`.as('differs'))

const selectQuotes = preparedList((db, ids) => quotesAround(db).where('quotes.postId', 'in', ids))

/** A quote as it is kept, and whether its source stands, and where; without the words of either side. */
export type KeptQuote = Awaited<ReturnType<typeof selectQuotes>>[number]

/** The quotes of some posts, in one query. */
export async function keptQuotes(db: Reader, ids: Iterable<number>): Promise<KeptQuote[]> {
  const rows = await selectQuotes(db, ids)
  return rows.sort((one, other) => one.postId - other.postId || one.position - other.position)
}

/** One quote with the difference of its words, as JSON. */
export async function keptQuote(
  db: Reader,
  id: number,
  position: number,
): Promise<(KeptQuote & { readonly difference: string }) | undefined> {
  return quotesAround(db as Kysely<Tables>)
    .select('quotes.difference')
    .where('quotes.postId', '=', id)
    .where('quotes.position', '=', position)
    .executeTakeFirst()
}
