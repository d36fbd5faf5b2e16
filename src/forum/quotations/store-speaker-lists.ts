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
import {
  allowedBoards,
  DETAILS,
  isInBoards,
  isNamed,
  isNameShown,
  standColumns,
  standsNaming,
} from './store-shown.ts'
import { LAST_PLACE, listOf, type StandRow } from './store-stands.ts'

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
  /** The speaker that the name was joined to, or its own. */
  readonly id: number
  readonly name: string
  readonly nameKey: string
}

/**
 * The name of a row of speakers as posts that may be read have it; null where none has. One that is written otherwise
 * everywhere is shown as it is written somewhere.
 */
const nameShown = (
  db: Connection,
  speaker: 'speakers' | 'own_name',
  boards: string,
): RawBuilder<string | null> => {
  const id = sql<number>`${sql.ref(speaker)}.id`
  return sql`case when ${isNameShown(db, id, boards)} then ${sql.ref(speaker)}.name
    else (select min((select own.speaker_name from ${standsNaming(db, id, boards)} limit 1))
      from ${allowedBoards(db, boards)}) end`
}

const selectNames = prepared((db, { after, from, to, boards, limit }: NameSlice) => {
  const named = (id: RawBuilder<number>) => isNamed(db, id, boards)
  // A name that was joined to one that shows nowhere is listed by itself; of several the first.
  return written(
    db,
    sql<ListedName>`select coalesce(speakers.joined_to, speakers.id) as id, speakers.name_key,
        ${nameShown(db, 'speakers', boards)} as name
      from speakers where speakers.name_key > ${after} and speakers.name_key >= ${from} and speakers.name_key < ${to}
        and ${named(sql<number>`speakers.id`)}
        and (speakers.joined_to is null or (not ${named(sql<number>`speakers.joined_to`)}
          and not exists (select 1 from speakers other where other.joined_to = speakers.joined_to
            and other.name_key < speakers.name_key and ${named(sql<number>`other.id`)})))
      order by speakers.name_key limit ${limit}`,
  )
})

/** Of so many stands of a name in a board those in different posts are counted. */
const MOST_STANDS = 4 * MOST_COUNTED

// A post is in one board: what is counted in each is added up.
const countPosts = prepared((db, { ids, boards }: { ids: string; boards: string }) => {
  const most = sql.lit(MOST_STANDS)
  return written(
    db,
    sql<{
      id: number
      posts: number
    }>`select wanted.number as id, (select sum((select count(distinct post_id) from (
          select post_id from (select own.post_id from ${standsNaming(db, sql<number>`wanted.number`, boards)} limit ${most}) alone
          union all select post_id from (select own.post_id from speakers joined cross join
            ${standsNaming(db, sql<number>`joined.id`, boards)} and joined.joined_to = wanted.number limit ${most}) together
          ) counted)) from ${allowedBoards(db, boards)}) as posts
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
    speakers: shown.map(({ id, name }) => ({
      ...{ id, name },
      postCount: Math.min(Number(counts.get(id) ?? 0), MOST_COUNTED),
    })),
    next: last && rows.length > shown.length ? { nameKey: last.nameKey } : null,
  }
}

interface Name {
  readonly id: number
  /** Null where no post that may be read names somebody so. */
  readonly name: string | null
}

const selectNamesOf = prepared((db, { id, boards }: { id: number; boards: string }) =>
  written(
    db,
    sql<Name>`select own_name.id, ${nameShown(db, 'own_name', boards)} as name
      from speakers wanted cross join speakers own_name
      where wanted.id = ${id} and (own_name.id = coalesce(wanted.joined_to, wanted.id)
        or own_name.joined_to = coalesce(wanted.joined_to, wanted.id))
      order by case when own_name.joined_to is null then 0 else 1 end, own_name.name_key limit ${sql.lit(MOST_NAMES)}`,
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
    id => sql`select * from (select ${standColumns(db, boards)} from stands cross join posts cross join threads ${DETAILS}
      where stands.speaker_id = ${id}
        and (stands.at, stands.post_id, stands.key) < (${place.at}, ${place.postId}, ${place.key})
        and ${isInBoards(db, boards)}
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
  const named = names.flatMap(each => (each.name === null ? [] : [{ id: each.id, name: each.name }]))
  const [main] = names
  const [shown] = named
  // A name that may be seen nowhere leads to nobody, whomever it was joined to.
  if (!main || !shown || (id !== main.id && !named.some(each => each.id === id))) return undefined
  const ids = named.map(each => each.id)
  const connection = db as Connection
  const query = standsUnder(connection, ids, boardsOf(visible), before, limit + 1)
  const { stands, next } = await listOf(db, visible, (await query.execute(connection)).rows, limit)
  return { id: main.id, name: shown.name, otherNames: named.slice(1), stands, next }
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
