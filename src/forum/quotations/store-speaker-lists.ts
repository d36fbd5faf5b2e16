import { type RawBuilder, sql } from 'kysely'
import { numbers } from '#store/lists.ts'
import { prepared } from '#store/prepared.ts'
import type { Reader } from '#store/store.ts'
import type { Visible } from '../permissions/visible.ts'
import {
  type KeptSpeaker,
  MOST_COUNTED,
  SPEAKERS_AT_ONCE,
  type SpeakerList,
  type SpeakerPlace,
  type SpeakerSheet,
  STANDS_AT_ONCE,
  type StandPlace,
} from './model.ts'
import { speakerKeyOf } from './speaker-names.ts'
import { boardsOf, isReadable, written } from './store-posts.ts'
import { DETAILS, LAST_PLACE, listOf, STAND, type StandRow } from './store-stands.ts'

type Connection = Parameters<typeof isReadable>[0]

/** Names that one speaker can go by on a page. */
const MOST_NAMES = 50
/** Above every key of a name that begins alike. */
const END = '\u{10ffff}'

interface NameSlice {
  readonly after: string
  readonly from: string
  readonly to: string
  readonly boards: string
  readonly limit: number
}

interface ListedName {
  readonly id: number
  readonly name: string
  readonly nameKey: string
}

/** The stands of a speaker, and those under names that were joined to theirs, in posts that may be read. */
function standsOf(db: Connection, speaker: RawBuilder<number>, boards: string) {
  const ok = isReadable(db, sql<number>`stands.post_id`, boards)
  return {
    own: sql`stands cross join posts cross join threads where stands.speaker_id = ${speaker} and ${ok}`,
    joined: sql`speakers joined cross join stands cross join posts cross join threads
      where joined.joined_to = ${speaker} and stands.speaker_id = joined.id and ${ok}`,
  }
}

const selectNames = prepared((db, { after, from, to, boards, limit }: NameSlice) => {
  const { own, joined } = standsOf(db, sql<number>`speakers.id`, boards)
  // With the sign SQLite goes by the name, not by the index of joined ones.
  return written(
    db,
    sql<ListedName>`select speakers.id, speakers.name, speakers.name_key from speakers
      where + speakers.joined_to is null and speakers.name_key > ${after}
        and speakers.name_key >= ${from} and speakers.name_key < ${to}
        and (exists (select 1 from ${own}) or exists (select 1 from ${joined}))
      order by speakers.name_key limit ${limit}`,
  )
})

const countPosts = prepared((db, { ids, boards }: { ids: string; boards: string }) => {
  const { own, joined } = standsOf(db, sql<number>`wanted.number`, boards)
  const most = sql.lit(MOST_COUNTED)
  return written(
    db,
    sql<{ id: number; posts: number }>`select wanted.number as id, (select count(*) from (
          select post_id from (select distinct stands.post_id from ${own} limit ${most}) alone
          union select post_id from (select distinct stands.post_id from ${joined} limit ${most}) others
          limit ${most}) counted) as posts
      from ${numbers(db, ids)} wanted`,
  )
})

/**
 * Everybody who is quoted in posts that somebody may read, by name; those alone whose name begins in a way, where `begins`
 * is given. `after` is the last one that was shown. Two queries.
 */
export async function speakersList(
  db: Reader,
  visible: Visible,
  { after, begins = '' }: { after?: SpeakerPlace | undefined; begins?: string } = {},
): Promise<SpeakerList> {
  if (visible.boards.size === 0) return { speakers: [], next: null }
  const from = speakerKeyOf(begins)
  const rows = await selectNames(db, {
    ...{ after: after?.nameKey ?? '', from, to: from + END, boards: boardsOf(visible) },
    limit: SPEAKERS_AT_ONCE + 1,
  })
  const shown = rows.slice(0, SPEAKERS_AT_ONCE)
  const last = shown.at(-1)
  const ids = JSON.stringify(shown.map(each => each.id))
  const counts = new Map(
    (await countPosts(db, { ids, boards: boardsOf(visible) })).map(row => [row.id, row.posts]),
  )
  return {
    speakers: shown.map(({ id, name }) => ({ id, name, postCount: Number(counts.get(id) ?? 0) })),
    next: last && rows.length > shown.length ? { nameKey: last.nameKey } : null,
  }
}

interface Name {
  readonly id: number
  readonly name: string
  /** Whether posts that may be read name somebody so. */
  readonly isNamed: 0 | 1
}

const selectNamesOf = prepared((db, { id, boards }: { id: number; boards: string }) =>
  written(
    db,
    sql<Name>`select own.id, own.name, case when exists (
          select 1 from stands cross join posts cross join threads
          where stands.speaker_id = own.id and ${isReadable(db, sql<number>`stands.post_id`, boards)})
        then 1 else 0 end as is_named
      from speakers wanted cross join speakers own
      where wanted.id = ${id}
        and (own.id = coalesce(wanted.joined_to, wanted.id) or own.joined_to = coalesce(wanted.joined_to, wanted.id))
      order by case when own.joined_to is null then 0 else 1 end, own.name_key limit ${sql.lit(MOST_NAMES)}`,
  ),
)

/** The latest stands under each name by itself, so that none of them is read whole. */
function standsUnder(
  db: Connection,
  names: readonly number[],
  boards: string,
  place: StandPlace,
  limit: number,
): RawBuilder<StandRow> {
  const each = names.map(
    id => sql`select * from (select ${STAND} from stands cross join posts cross join threads ${DETAILS}
      where stands.speaker_id = ${id}
        and (stands.at, stands.post_id, stands.key) < (${place.at}, ${place.postId}, ${place.key})
        and ${isReadable(db, sql<number>`stands.post_id`, boards)}
      order by stands.at desc, stands.post_id desc, stands.key desc limit ${limit}) latest`,
  )
  return sql<StandRow>`select * from (${sql.join(each, sql` union all `)}) stood
    order by at desc, post_id desc, key desc limit ${limit}`
}

/**
 * A speaker with the latest that posts report of them, under every name that was joined to theirs; undefined where no post
 * that may be read names them. A name that was joined to another gives the page of that one. `before` is the stand that
 * was shown last. Three queries.
 */
export async function speakerPage(
  db: Reader,
  visible: Visible,
  id: number,
  before: StandPlace = LAST_PLACE,
  limit = STANDS_AT_ONCE,
): Promise<SpeakerSheet | undefined> {
  if (visible.boards.size === 0) return undefined
  const names = await selectNamesOf(db, { id, boards: boardsOf(visible) })
  const named = names.filter(each => each.isNamed === 1)
  const [main] = names
  if (!main || named.length === 0) return undefined
  const ids = named.map(each => each.id)
  const connection = db as Connection
  const query = standsUnder(connection, ids, boardsOf(visible), before, limit + 1)
  const { stands, next } = await listOf(db, visible, (await query.execute(connection)).rows, limit)
  const otherNames = named.flatMap(({ id: other, name }) => (other === main.id ? [] : [{ id: other, name }]))
  return { id: main.id, name: main.name, otherNames, stands, next }
}

const selectKept = prepared((db, { after, part, limit }: { after: string; part: string; limit: number }) =>
  db
    .selectFrom('speakers')
    .leftJoin('speakers as main', 'main.id', 'speakers.joinedTo')
    .select(['speakers.id', 'speakers.name', 'speakers.nameKey'])
    .select(['main.id as mainId', 'main.name as mainName'])
    .where('speakers.nameKey', '>', after)
    .where('speakers.nameKey', 'like', part)
    .orderBy('speakers.nameKey')
    .limit(limit),
)

/**
 * Every name that is kept, joined ones among them, in the order of their keys: for administrators, who join and part them.
 * `part`: those alone that have this in them. `after` is the last one that was shown. One query.
 */
export async function keptSpeakers(
  db: Reader,
  { after, part = '' }: { after?: SpeakerPlace | undefined; part?: string } = {},
): Promise<{ speakers: KeptSpeaker[]; next: SpeakerPlace | null }> {
  const like = `%${speakerKeyOf(part)}%`
  const limit = SPEAKERS_AT_ONCE + 1
  const rows = await selectKept(db, { after: after?.nameKey ?? '', part: like, limit })
  const speakers = rows.slice(0, SPEAKERS_AT_ONCE).map(({ id, name, nameKey, mainId, mainName }) => ({
    ...{ id, name, nameKey },
    joinedTo: mainId === null || mainName === null ? null : { id: mainId, name: mainName },
  }))
  const last = speakers.at(-1)
  return { speakers, next: last && rows.length > speakers.length ? { nameKey: last.nameKey } : null }
}
