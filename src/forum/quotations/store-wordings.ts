import { sql } from 'kysely'
import { numbers, numbersIn, pairs } from '#store/lists.ts'
import { prepared } from '#store/prepared.ts'
import type { Writer } from '#store/store.ts'
import { MOST_WITH_KEY } from './matching.ts'
import { MOST_POSTS } from './model.ts'
import { written } from './store-posts.ts'

/** A wording as it is kept. */
export interface Wording {
  readonly id: number
  readonly quotationId: number
  readonly words: string
  readonly wordsHash: number
  readonly wordCount: number
}

const COLUMNS = ['id', 'quotationId', 'words', 'wordsHash', 'wordCount'] as const

const selectByHash = prepared((db, { hashes }: { hashes: string }) =>
  db.selectFrom('wordings').select(COLUMNS).where('wordsHash', 'in', numbersIn(db, hashes)).orderBy('id'),
)

/** Wordings with one of some hashes. */
export async function wordingsByHash(db: Writer, hashes: Iterable<number>): Promise<Wording[]> {
  const list = [...new Set(hashes)]
  return list.length === 0 ? [] : selectByHash(db, { hashes: JSON.stringify(list) })
}

const selectOfQuotations = prepared((db, { ids }: { ids: string }) =>
  db.selectFrom('wordings').select(COLUMNS).where('quotationId', 'in', numbersIn(db, ids)).orderBy('id'),
)

/** All wordings of some quotations. */
export async function wordingsOfQuotations(db: Writer, ids: readonly number[]): Promise<Wording[]> {
  return ids.length === 0 ? [] : selectOfQuotations(db, { ids: JSON.stringify(ids) })
}

const selectOfFollowed = prepared((db, { ids, most }: { ids: string; most: number }) =>
  db
    .selectFrom('quotations')
    .innerJoin('wordings', 'wordings.quotationId', 'quotations.id')
    .select(COLUMNS.map(column => `wordings.${column}` as const))
    .where('quotations.id', 'in', numbersIn(db, ids))
    .where('quotations.postCount', '<=', most)
    .orderBy('wordings.id'),
)

/** All wordings of those of some quotations that are no sayings. */
export async function wordingsOfFollowed(db: Writer, ids: readonly number[]): Promise<Wording[]> {
  return ids.length === 0 ? [] : selectOfFollowed(db, { ids: JSON.stringify(ids), most: MOST_POSTS })
}

const selectByIds = prepared((db, { ids }: { ids: string }) =>
  db.selectFrom('wordings').select(COLUMNS).where('id', 'in', numbersIn(db, ids)),
)

/** Wordings by their ids. */
export async function wordingsByIds(db: Writer, ids: readonly number[]): Promise<Wording[]> {
  return ids.length === 0 ? [] : selectByIds(db, { ids: JSON.stringify(ids) })
}

const selectByKeys = prepared((db, { hashes }: { hashes: string }) =>
  written(
    db,
    sql<{ hash: number; wordings: string | null }>`select wanted.number as hash,
        (select string_agg(cast(wording_id as text), ',') from (select wording_id from wording_keys
          where wording_keys.hash = wanted.number limit ${sql.lit(MOST_WITH_KEY + 1)}) found) as wordings
      from ${numbers(db, hashes)} wanted`,
  ),
)

/** Keys → the wordings that have each, up to one more than counts, so that a frequent one costs no more than others. */
export async function wordingsByKeys(db: Writer, keys: Iterable<number>): Promise<Map<number, number[]>> {
  const list = [...new Set(keys)]
  if (list.length === 0) return new Map()
  const rows = await selectByKeys(db, { hashes: JSON.stringify(list) })
  return new Map(
    rows.flatMap(({ hash, wordings }) =>
      wordings === null ? [] : [[hash, wordings.split(',').map(Number)] as const],
    ),
  )
}

const insertSome = prepared((db, { places }: { places: string }) =>
  written(
    db,
    sql<{ id: number }>`insert into quotations (post_count)
      select 0 from ${numbers(db, places)} wanted returning id`,
  ),
)

/** Adds so many quotations without wordings; → their ids. */
export async function insertQuotations(db: Writer, count: number): Promise<number[]> {
  if (count === 0) return []
  const rows = await insertSome(db, { places: JSON.stringify(Array.from({ length: count }, () => 0)) })
  return rows.map(row => row.id)
}

/** Adds wordings; → their ids in the same order. No two of them may have both quotation and hash in common. */
export async function insertWordings(
  db: Writer,
  wordings: readonly Omit<Wording, 'id'>[],
): Promise<number[]> {
  if (wordings.length === 0) return []
  const rows = await db
    .insertInto('wordings')
    .values(
      wordings.map(({ quotationId, words, wordsHash, wordCount }) => ({
        quotationId,
        words,
        wordsHash,
        wordCount,
      })),
    )
    .returning(['id', 'quotationId', 'wordsHash'])
    .execute()
  const ids = new Map(rows.map(row => [`${row.quotationId} ${row.wordsHash}`, row.id]))
  return wordings.map(({ quotationId, wordsHash }) => ids.get(`${quotationId} ${wordsHash}`)!)
}

const insertSomeKeys = prepared((db, { rows }: { rows: string }) =>
  written(
    db,
    sql`insert into wording_keys (hash, wording_id) select one, other from ${pairs(db, rows)} added`,
  ),
)

/** Adds keys, pairs of hash and wording. */
export async function insertKeys(db: Writer, rows: readonly (readonly [number, number])[]): Promise<void> {
  if (rows.length > 0) await insertSomeKeys(db, { rows: JSON.stringify(rows) })
}

/** Wordings that come to another quotation. */
export interface Move {
  readonly wordingId: number
  readonly quotationId: number
}

const moveWordings = prepared((db, { rows }: { rows: string }) =>
  written(
    db,
    sql`update wordings set quotation_id = (select other from ${pairs(db, rows)} moved where one = wordings.id)
      where id in (select one from ${pairs(db, rows)} moved)`,
  ),
)
const moveStands = prepared((db, { rows }: { rows: string }) =>
  written(
    db,
    sql`update stands set quotation_id = (select other from ${pairs(db, rows)} moved where one = stands.wording_id)
      where wording_id in (select one from ${pairs(db, rows)} moved)`,
  ),
)

/** Puts wordings under other quotations, and their stands with them. */
export async function move(db: Writer, moves: readonly Move[]): Promise<void> {
  if (moves.length === 0) return
  const rows = JSON.stringify(moves.map(({ wordingId, quotationId }) => [wordingId, quotationId]))
  await moveWordings(db, { rows })
  await moveStands(db, { rows })
}

const removeWordings = prepared((db, { ids }: { ids: string }) =>
  db
    .deleteFrom('wordings')
    .where('id', 'in', numbersIn(db, ids))
    .where(eb =>
      eb.not(eb.exists(eb.selectFrom('stands').select('postId').whereRef('wordingId', '=', 'wordings.id'))),
    )
    .returning('quotationId'),
)
const removeQuotations = prepared((db, { ids }: { ids: string }) =>
  db
    .deleteFrom('quotations')
    .where('id', 'in', numbersIn(db, ids))
    .where(eb =>
      eb.not(eb.exists(eb.selectFrom('wordings').select('id').whereRef('quotationId', '=', 'quotations.id'))),
    ),
)

/** Removes those of some wordings that stand nowhere; → the quotations that lost one. */
export async function removeUnusedWordings(db: Writer, ids: readonly number[]): Promise<number[]> {
  if (ids.length === 0) return []
  const rows = await removeWordings(db, { ids: JSON.stringify(ids) })
  return [...new Set(rows.map(row => row.quotationId))]
}

/** Removes those of some quotations that have no wording. */
export async function removeEmptyQuotations(db: Writer, ids: readonly number[]): Promise<void> {
  if (ids.length > 0) await removeQuotations(db, { ids: JSON.stringify(ids) })
}
