import { sql } from 'kysely'
import { numbers, numbersIn } from '#store/lists.ts'
import { prepared } from '#store/prepared.ts'
import type { Reader } from '#store/store.ts'
import type { Visible } from '../permissions/visible.ts'
import type { NamedSpeaker, Stand, StandList, StandPlace } from './model.ts'
import { boardsOf, isReadable, namedPosts, written } from './store-posts.ts'
import { DETAILS, isInBoards, standColumns } from './store-shown.ts'

/** A stand as the queries of this feature give it. */
export interface StandRow {
  readonly quotationId: number
  readonly wordingId: number
  readonly key: string
  readonly postId: number
  readonly at: number
  readonly words: string
  readonly wordCount: number
  readonly speakerId: number | null
  readonly speakerName: string | null
}

/** The speaker of a row. */
export const speakerOf = ({ speakerId, speakerName }: StandRow): NamedSpeaker | null =>
  speakerId === null || speakerName === null ? null : { id: speakerId, name: speakerName }

interface Slice {
  readonly boards: string
  readonly at: number
  readonly postId: number
  readonly key: string
  readonly limit: number
}

// In each board the latest so many: what stands in others, that may not be read, is not gone through.
const selectLatest = prepared((db, { boards, at, postId, key, limit }: Slice) =>
  written(
    db,
    sql<{ places: string | null }>`select (select string_agg(
          cast(at as text) || ' ' || cast(post_id as text) || ' ' || key, ${sql.lit('\n')})
        from (select stands.at, stands.post_id, stands.key from stands cross join posts cross join threads
          where stands.board_id = boards.number
            and (stands.at, stands.post_id, stands.key) < (${at}, ${postId}, ${key})
            and ${isReadable(db, sql<number>`stands.post_id`, boards)}
          order by stands.at desc, stands.post_id desc, stands.key desc limit ${limit}) latest) as places
      from ${numbers(db, boards)} boards`,
  ),
)

interface SliceOfPosts {
  readonly ids: string
  readonly boards: string
  readonly at: number
  readonly postId: number
  readonly key: string
  readonly limit: number
}

const selectInOrder = prepared((db, { ids, boards, at, postId, key, limit }: SliceOfPosts) =>
  written(
    db,
    sql<StandRow>`select ${standColumns(db, boards)}
      from ${numbers(db, ids)} wanted cross join stands ${DETAILS}
      where stands.post_id = wanted.number and (stands.at, stands.post_id, stands.key) < (${at}, ${postId}, ${key})
      order by stands.at desc, stands.post_id desc, stands.key desc limit ${limit}`,
  ),
)

/** A place behind every stand. */
export const LAST_PLACE: StandPlace = {
  at: Number.MAX_SAFE_INTEGER,
  postId: Number.MAX_SAFE_INTEGER,
  key: '~',
}

/** Where quotations stood last in the forum, latest first; three queries. `before` is the last one shown already. */
export async function latestStands(
  db: Reader,
  visible: Visible,
  limit: number,
  before: StandPlace = LAST_PLACE,
): Promise<StandList> {
  if (visible.boards.size === 0) return { stands: [], next: null }
  const slice = { ...before, boards: boardsOf(visible), limit: limit + 1 }
  const found = (await selectLatest(db, slice)).flatMap(({ places }) => places?.split('\n') ?? [])
  const posts = found
    .map(place => place.split(' ').slice(0, 2).map(Number) as [number, number])
    .sort((one, other) => other[0] - one[0] || other[1] - one[1])
    .slice(0, limit + 1)
  const ids = JSON.stringify([...new Set(posts.map(([, id]) => id))])
  return listOf(db, visible, await selectInOrder(db, { ...slice, ids }), limit)
}

/** Rows, one more than the list holds where it goes on → the list; one query. */
export async function listOf(
  db: Reader,
  visible: Visible,
  rows: readonly StandRow[],
  limit: number,
): Promise<StandList> {
  const shown = rows.slice(0, limit)
  const posts = await namedPosts(
    db,
    visible,
    shown.map(row => row.postId),
  )
  const stands = shown.flatMap((row): Stand[] => {
    const post = posts.get(row.postId)
    const { quotationId, key, words } = row
    return post ? [{ quotationId, key, words, speaker: speakerOf(row), post }] : []
  })
  const last = shown.at(-1)
  return { stands, next: last && rows.length > limit ? placeOf(last) : null }
}

const placeOf = ({ at, postId, key }: StandRow): StandPlace => ({ at, postId, key })

const selectOfPosts = prepared((db, { ids, boards }: { ids: string; boards: string }) =>
  written(
    db,
    sql<StandRow & { postCount: number }>`select ${standColumns(db, boards)},
        (select post_count from quotations where quotations.id = stands.quotation_id) as post_count
      from ${numbers(db, ids)} wanted cross join stands cross join posts cross join threads ${DETAILS}
      where stands.post_id = wanted.number and ${isReadable(db, sql<number>`stands.post_id`, boards)}
      order by stands.post_id, stands.key`,
  ),
)

/** The stands in posts that may be read, with how many posts carry the same quotation, whoever may read them. */
export async function standsIn(
  db: Reader,
  visible: Visible,
  postIds: Iterable<number>,
): Promise<(StandRow & { postCount: number })[]> {
  const ids = [...new Set(postIds)]
  if (ids.length === 0 || visible.boards.size === 0) return []
  return selectOfPosts(db, { ids: JSON.stringify(ids), boards: boardsOf(visible) })
}

/** Where a quotation stands, in which wording. */
export interface Carrier {
  readonly quotationId: number
  readonly wordingId: number
  readonly postId: number
}

/** More than followed quotations on a page have; only a saying has more by itself. */
const MOST_CARRIERS = 20_000

const selectCarriers = prepared((db, { ids, boards }: { ids: string; boards: string }) =>
  written(
    db,
    sql<Carrier>`select stands.quotation_id, stands.wording_id, stands.post_id
      from ${numbers(db, ids)} wanted cross join stands cross join posts cross join threads
      where stands.quotation_id = wanted.number and ${isInBoards(db, boards)}
        and ${isReadable(db, sql<number>`stands.post_id`, boards)}
      order by stands.quotation_id, stands.at, stands.post_id, stands.key limit ${sql.lit(MOST_CARRIERS)}`,
  ),
)

/** Every stand of quotations in posts that may be read, a quotation's earliest first; up to `MOST_CARRIERS`. */
export async function carriersOf(
  db: Reader,
  visible: Visible,
  quotationIds: Iterable<number>,
): Promise<Carrier[]> {
  const ids = [...new Set(quotationIds)]
  if (ids.length === 0 || visible.boards.size === 0) return []
  return selectCarriers(db, { ids: JSON.stringify(ids), boards: boardsOf(visible) })
}

const selectWords = prepared((db, { ids }: { ids: string }) =>
  db.selectFrom('wordings').select(['id', 'words']).where('id', 'in', numbersIn(db, ids)),
)

/** Wordings by their ids; asks nothing for none. */
export async function wordsOfWordings(
  db: Reader,
  wordingIds: Iterable<number>,
): Promise<Map<number, string>> {
  const ids = [...new Set(wordingIds)]
  if (ids.length === 0) return new Map()
  return new Map((await selectWords(db, { ids: JSON.stringify(ids) })).map(({ id, words }) => [id, words]))
}
