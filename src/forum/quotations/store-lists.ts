import { type RawBuilder, sql } from 'kysely'
import { numbers, numbersIn } from '#store/lists.ts'
import { prepared } from '#store/prepared.ts'
import type { Reader } from '#store/store.ts'
import type { Visible } from '../permissions/visible.ts'
import { type DayOfSpread, MOST_POSTS, type Stand, type StandPlace } from './model.ts'
import { boardsOf, isReadable, written } from './store-posts.ts'
import { DETAILS, isInBoards, isNameShown, standColumns } from './store-shown.ts'
import { type Carrier, listOf, type StandRow } from './store-stands.ts'

type Connection = Parameters<typeof isReadable>[0]

interface Slice {
  readonly quotationId: number
  readonly boards: string
  readonly at: number
  readonly postId: number
  readonly key: string
  readonly limit: number
}

const selectStands = prepared((db, { quotationId, boards, at, postId, key, limit }: Slice) =>
  written(
    db,
    sql<StandRow>`select ${standColumns(db, boards)} from stands cross join posts cross join threads ${DETAILS}
      where stands.quotation_id = ${quotationId}
        and (stands.at, stands.post_id, stands.key) > (${at}, ${postId}, ${key}) and ${isInBoards(db, boards)}
        and ${isReadable(db, sql<number>`stands.post_id`, boards)}
      order by stands.at, stands.post_id, stands.key limit ${limit}`,
  ),
)

/** A place before every stand. */
const FIRST_PLACE: StandPlace = { at: -1, postId: 0, key: '' }

/** The stands of a quotation that may be read, the earliest first, behind a place. */
export async function standsOfQuotation(
  db: Reader,
  visible: Visible,
  quotationId: number,
  limit: number,
  after: StandPlace = FIRST_PLACE,
): Promise<StandRow[]> {
  if (visible.boards.size === 0) return []
  return selectStands(db, { ...after, quotationId, boards: boardsOf(visible), limit })
}

interface OfQuotation {
  readonly quotationId: number
  readonly boards: string
}

const selectLatest = prepared((db, { quotationId, boards, limit }: OfQuotation & { limit: number }) =>
  written(
    db,
    sql<StandRow>`select ${standColumns(db, boards)} from stands cross join posts cross join threads ${DETAILS}
      where stands.quotation_id = ${quotationId} and ${isInBoards(db, boards)}
        and ${isReadable(db, sql<number>`stands.post_id`, boards)}
      order by stands.at desc, stands.post_id desc, stands.key desc limit ${limit}`,
  ),
)

/** The latest stands of a quotation that may be read, the latest first, for its feed; none where none may. Two queries. */
export async function latestStandsOf(
  db: Reader,
  visible: Visible,
  quotationId: number,
  limit: number,
): Promise<readonly Stand[]> {
  if (visible.boards.size === 0) return []
  const rows = await selectLatest(db, { quotationId, boards: boardsOf(visible), limit })
  return (await listOf(db, visible, rows, limit)).stands
}

/**
 * The earliest stands of a quotation in boards that may be read, one more than are looked at, as far as their posts may be;
 * from the index alone, so that a saying is not gone through.
 */
const earliest = (db: Connection, { quotationId, boards }: OfQuotation): RawBuilder<unknown> =>
  sql`(select stands.* from (select at, post_id, key from stands
      where quotation_id = ${quotationId} and ${isInBoards(db, boards)}
      order by at, post_id, key limit ${sql.lit(MOST_POSTS + 1)}) taken
    cross join stands cross join posts cross join threads
    where stands.post_id = taken.post_id and stands.key = taken.key
      and ${isReadable(db, sql<number>`taken.post_id`, boards)})`

const selectCarriers = prepared((db, wanted: OfQuotation) =>
  written(
    db,
    sql<Carrier>`select quotation_id, wording_id, post_id from ${earliest(db, wanted)} first
      order by at, post_id, key`,
  ),
)

/**
 * The stands of a quotation in posts that may be read, the earliest first, up to `MOST_POSTS` and one more: only a saying has
 * so many.
 */
export async function firstCarriersOf(db: Reader, visible: Visible, quotationId: number): Promise<Carrier[]> {
  if (visible.boards.size === 0) return []
  return selectCarriers(db, { quotationId, boards: boardsOf(visible) })
}

const selectSpeakers = prepared((db, wanted: OfQuotation) =>
  written(
    db,
    sql<{ id: number; name: string }>`select id,
        case when ${isNameShown(db, sql<number>`named.id`, wanted.boards)} then name else written end as name
      from (select coalesce(main.id, speakers.id) as id, coalesce(main.name, speakers.name) as name,
          min(coalesce(first.speaker_name, speakers.name)) as written, count(*) as times
        from ${earliest(db, wanted)} first inner join speakers on speakers.id = first.speaker_id
        left join speakers main on main.id = speakers.joined_to
        group by 1, 2 order by times desc, 1 limit 20) named
      order by times desc, id`,
  ),
)

/** Whom the first `MOST_POSTS` stands of a quotation that may be read name, who is named most first; up to 20. */
export async function speakersOfQuotation(
  db: Reader,
  visible: Visible,
  quotationId: number,
): Promise<{ id: number; name: string }[]> {
  return selectSpeakers(db, { quotationId, boards: boardsOf(visible) })
}

const selectDays = prepared((db, wanted: OfQuotation) =>
  written(
    db,
    sql<{ day: number; count: number }>`select at / 86400000 as day, count(distinct post_id) as count
      from ${earliest(db, wanted)} first group by 1 order by 1`,
  ),
)

/**
 * On how many posts that may be read a quotation stood, by day in UTC, the first day first; days without are left out. Of
 * its first `MOST_POSTS` stands: only a saying has more.
 */
export async function daysOfQuotation(
  db: Reader,
  visible: Visible,
  quotationId: number,
): Promise<DayOfSpread[]> {
  if (visible.boards.size === 0) return []
  return (await selectDays(db, { quotationId, boards: boardsOf(visible) })).map(dayOf)
}

/** A day counted from 1970 → its date. */
export const dayOf = ({ day, count }: { day: number; count: number }): DayOfSpread => ({
  day: new Date(day * 86_400_000).toISOString().slice(0, 10),
  postCount: Number(count),
})

/** A quotation, and how many posts carry it. */
export interface Counted {
  readonly id: number
  readonly postCount: number
}

const selectCandidates = prepared((db, { postCount, id, limit }: Counted & { limit: number }) =>
  written(
    db,
    sql<Counted & { longest: number }>`select id, post_count, (select max(word_count) from wordings
        where wordings.quotation_id = quotations.id) as longest
      from quotations where (post_count, id) < (${postCount}, ${id}) and post_count > 1
      order by post_count desc, id desc limit ${limit}`,
  ),
)

/**
 * Quotations by how many posts carry them, whoever may read these; those behind a place, with how many words the longest
 * wording of each has.
 */
export async function mostCarriedBehind(
  db: Reader,
  place: Counted,
  limit: number,
): Promise<(Counted & { readonly longest: number })[]> {
  return selectCandidates(db, { postCount: place.postCount, id: place.id, limit })
}

const sumReadable = prepared((db, { ids, boards }: { ids: string; boards: string }) =>
  db
    .selectFrom('quotationBoards')
    .select(eb => ['quotationId as id', eb.fn.sum<number>('postCount').as('postCount')])
    .where('quotationId', 'in', numbersIn(db, ids))
    .where('boardId', 'in', numbersIn(db, boards))
    .groupBy('quotationId'),
)

/**
 * How many posts of boards that may be read carry each of some quotations. As it is kept: a post counts until what was read
 * of it is forgotten, a moment after it was deleted.
 */
export async function postsCarrying(
  db: Reader,
  visible: Visible,
  quotationIds: readonly number[],
): Promise<Counted[]> {
  if (quotationIds.length === 0 || visible.boards.size === 0) return []
  const rows = await sumReadable(db, { ids: JSON.stringify(quotationIds), boards: boardsOf(visible) })
  return rows.map(({ id, postCount }) => ({ id, postCount: Number(postCount) }))
}

// With the sign SQLite goes by the post, in which there are few stands.
const selectFirst = prepared((db, { ids, boards }: { ids: string; boards: string }) =>
  written(
    db,
    sql<StandRow>`select ${standColumns(db, boards)} from (select wanted.number as quotation, (select own.post_id
          from stands own cross join posts cross join threads
          where own.quotation_id = wanted.number and own.board_id in ${numbersIn(db, boards)}
            and ${isReadable(db, sql<number>`own.post_id`, boards)}
          order by own.at, own.post_id limit 1) as post
        from ${numbers(db, ids)} wanted) firsts
      cross join stands ${DETAILS}
      where stands.post_id = firsts.post and + stands.quotation_id = firsts.quotation
      order by stands.key`,
  ),
)

const countReadable = prepared((db, { ids, boards }: { ids: string; boards: string }) =>
  written(
    db,
    sql<Counted>`select wanted.number as id, (select count(distinct stands.post_id)
          from stands cross join posts cross join threads
          where stands.quotation_id = wanted.number and ${isInBoards(db, boards)}
            and ${isReadable(db, sql<number>`stands.post_id`, boards)}) as post_count
      from ${numbers(db, ids)} wanted`,
  ),
)

/** In how many posts that may be read each of some quotations stands at this moment; of quotations that are no sayings. */
export async function readableCounts(
  db: Reader,
  visible: Visible,
  quotationIds: readonly number[],
): Promise<Counted[]> {
  if (quotationIds.length === 0 || visible.boards.size === 0) return []
  const rows = await countReadable(db, { ids: JSON.stringify(quotationIds), boards: boardsOf(visible) })
  return rows.map(({ id, postCount }) => ({ id, postCount: Number(postCount) }))
}

/** The earliest stand of each of some quotations that may be read. */
export async function firstStands(
  db: Reader,
  visible: Visible,
  quotationIds: readonly number[],
): Promise<Map<number, StandRow>> {
  if (quotationIds.length === 0 || visible.boards.size === 0) return new Map()
  const rows = await selectFirst(db, { ids: JSON.stringify(quotationIds), boards: boardsOf(visible) })
  return new Map(rows.reverse().map(row => [row.quotationId, row]))
}
