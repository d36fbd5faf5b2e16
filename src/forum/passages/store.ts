import { sql } from 'kysely'
import { postId } from '#base/ids.ts'
import { numbers, numbersIn, pairs } from '#store/lists.ts'
import { prepared } from '#store/prepared.ts'
import type { Reader, Writer } from '#store/store.ts'
import type { Tables } from '#store/tables.ts'
import { written } from '../quotations/store-posts.ts'
import type { Holder } from './choosing.ts'
import { packed, unpacked } from './packing.ts'

/** What a post shares with an earlier one. */
export type Pair = Tables['passages']

/** What is known of the fingerprints of a post. */
export interface Fingerprinted {
  readonly postId: number
  /** In the order of the text. */
  readonly hashes: readonly number[]
  /** JSON; see `Tables`. */
  readonly leftOut: string
  readonly words: number
}

const selectFingerprinted = prepared((db, { ids }: { ids: string }) =>
  db
    .selectFrom('fingerprinted')
    .select(['postId', 'hashes', 'leftOut', 'words'])
    .where('postId', 'in', numbersIn(db, ids)),
)

/** The fingerprints of posts. */
export async function fingerprintedOf(db: Reader, postIds: readonly number[]): Promise<Fingerprinted[]> {
  if (postIds.length === 0) return []
  const rows = await selectFingerprinted(db, { ids: JSON.stringify(postIds) })
  return rows.map(row => ({ ...row, hashes: unpacked(row.hashes) }))
}

const selectWords = prepared((db, { ids }: { ids: string }) =>
  db.selectFrom('fingerprinted').select(['postId', 'words']).where('postId', 'in', numbersIn(db, ids)),
)

/** How many words posts have. */
export async function wordsOfPosts(db: Reader, postIds: readonly number[]): Promise<Map<number, number>> {
  if (postIds.length === 0) return new Map()
  const rows = await selectWords(db, { ids: JSON.stringify(postIds) })
  return new Map(rows.map(row => [row.postId, row.words]))
}

const insertPrints = prepared((db, { rows }: { rows: string }) =>
  written(
    db,
    sql`insert into fingerprints (hash, post_id) select one, other from ${pairs(db, rows)} added
      where true on conflict do nothing`,
  ),
)

/** Adds the fingerprints of posts that have none: one statement for all hashes, one for what takes them out again. */
export async function insertFingerprints(db: Writer, posts: readonly Fingerprinted[]): Promise<void> {
  if (posts.length === 0) return
  await db
    .insertInto('fingerprinted')
    .values(posts.map(post => ({ ...post, hashes: packed(post.hashes) })))
    .execute()
  const rows = posts.flatMap(post => post.hashes.map((hash): [number, number] => [hash, post.postId]))
  // In the order of the index every page of it is written once.
  rows.sort((one, other) => one[0] - other[0])
  if (rows.length > 0) await insertPrints(db, { rows: JSON.stringify(rows) })
}

const removePrints = prepared((db, { rows }: { rows: string }) =>
  written(
    db,
    sql`delete from fingerprints where (hash, post_id) in (select one, other from ${pairs(db, rows)} gone)`,
  ),
)
const removeMarks = prepared((db, { ids }: { ids: string }) =>
  db.deleteFrom('fingerprinted').where('postId', 'in', numbersIn(db, ids)).returning(['postId', 'hashes']),
)
const removePairs = prepared((db, { ids }: { ids: string }) =>
  written(
    db,
    sql<Pair>`delete from passages
      where post_id in ${numbersIn(db, ids)} or other_id in ${numbersIn(db, ids)}
      returning post_id, other_id, words, spans`,
  ),
)

/** Takes out all that is kept of posts; → what they shared with others, and others with them. */
export async function removeOfPosts(db: Writer, postIds: readonly number[]): Promise<Pair[]> {
  const ids = JSON.stringify(postIds)
  const before = await removeMarks(db, { ids })
  const rows = before.flatMap(row => unpacked(row.hashes).map((hash): [number, number] => [hash, row.postId]))
  rows.sort((one, other) => one[0] - other[0])
  if (rows.length > 0) await removePrints(db, { rows: JSON.stringify(rows) })
  return removePairs(db, { ids })
}

/** A fingerprint of more posts than this is a phrase that everybody uses. */
export const MOST_HOLDERS = 200

const selectHolders = prepared((db, { hashes }: { hashes: string }) =>
  written(
    db,
    sql<{ hash: number; posts: string | null }>`select wanted.number as hash,
        (select string_agg(cast(post_id as text), ',') from (select post_id from fingerprints
          where fingerprints.hash = wanted.number limit ${sql.lit(MOST_HOLDERS + 1)}) found) as posts
      from ${numbers(db, hashes)} wanted`,
  ),
)

/**
 * Fingerprints → the posts that have each; those that no post has, or too many, are left out. Of a frequent one no more
 * rows are read than show that it is.
 */
export async function holdersOf(db: Reader, hashes: Iterable<number>): Promise<Map<number, number[]>> {
  const list = [...new Set(hashes)]
  if (list.length === 0) return new Map()
  const holders = new Map<number, number[]>()
  for (const { hash, posts } of await selectHolders(db, { hashes: JSON.stringify(list) })) {
    const ids = posts === null ? [] : posts.split(',').map(Number)
    if (ids.length > 0 && ids.length <= MOST_HOLDERS) holders.set(hash, ids)
  }
  return holders
}

const selectPlaces = prepared((db, { ids }: { ids: string }) =>
  written(
    db,
    sql<Holder>`select posts.id, posts.created_at as at, threads.board_id
      from ${numbers(db, ids)} wanted cross join posts cross join threads
      where posts.id = wanted.number and threads.id = wanted.number / ${sql.lit(postId(1, 0))}
        and posts.deleted_at is null and threads.deleted_at is null`,
  ),
)

/** When posts were written and in which board they stand; those that are deleted, or whose thread is, are left out. */
export async function placesOf(db: Reader, postIds: Iterable<number>): Promise<Map<number, Holder>> {
  const ids = [...new Set(postIds)]
  if (ids.length === 0) return new Map()
  return new Map((await selectPlaces(db, { ids: JSON.stringify(ids) })).map(row => [row.id, row]))
}

const selectTexts = prepared((db, { ids }: { ids: string }) =>
  written(
    db,
    sql<{ id: number; html: string; leftOut: string }>`select posts.id, posts.html, fingerprinted.left_out
      from ${numbers(db, ids)} wanted cross join posts cross join fingerprinted
      where posts.id = wanted.number and fingerprinted.post_id = wanted.number`,
  ),
)

/** How posts that have fingerprints are printed, and what of their texts is left out. */
export async function textsOf(
  db: Reader,
  postIds: readonly number[],
): Promise<{ id: number; html: string; leftOut: string }[]> {
  return postIds.length === 0 ? [] : selectTexts(db, { ids: JSON.stringify(postIds) })
}

const removeOwnPairs = prepared((db, { ids }: { ids: string }) =>
  db
    .deleteFrom('passages')
    .where('postId', 'in', numbersIn(db, ids))
    .returning(['postId', 'otherId', 'words', 'spans']),
)

/** Rows that go into one statement. */
const AT_ONCE = 500

/** Writes what posts share with earlier ones, in place of what was kept of them; → what that was. */
export async function writePairs(
  db: Writer,
  postIds: readonly number[],
  rows: readonly Pair[],
): Promise<Pair[]> {
  const before = postIds.length === 0 ? [] : await removeOwnPairs(db, { ids: JSON.stringify(postIds) })
  for (let start = 0; start < rows.length; start += AT_ONCE)
    await db
      .insertInto('passages')
      .values(rows.slice(start, start + AT_ONCE))
      .execute()
  return before
}
