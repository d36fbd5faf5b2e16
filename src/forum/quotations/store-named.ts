import { sql } from 'kysely'
import { numbers } from '#store/lists.ts'
import { prepared } from '#store/prepared.ts'
import type { Writer } from '#store/store.ts'
import { MOST_POSTS } from './model.ts'
import { written } from './store-posts.ts'

/** A speaker whom posts of a board name with some quotation, by a name. */
export interface NamedWith {
  readonly quotationId: number
  readonly boardId: number
  readonly speakerId: number
  /** The key that the speaker is told apart by. */
  readonly nameKey: string
  /** The name as the posts have it. */
  readonly name: string
}

/** Of more stands the speakers are not looked at: a saying would be read whole each time that somebody says it. */
const MOST_LOOKED_AT = 50

// Names have single spaces in them, and no other white space.
const [FIELD, ROW] = [sql.lit('\t'), sql.lit('\n')]

const selectNamedWith = prepared((db, { ids, most }: { ids: string; most: number }) =>
  written(
    db,
    sql<{ quotationId: number; speakers: string | null }>`select wanted.number as quotation_id,
        (select string_agg(cast(first.board_id as text) || ${FIELD} || cast(first.speaker_id as text) || ${FIELD}
            || speakers.name_key || ${FIELD} || coalesce(first.speaker_name, speakers.name), ${ROW})
          from (select board_id, speaker_id, speaker_name from stands
            where stands.quotation_id = quotations.id order by at, post_id limit ${sql.lit(MOST_LOOKED_AT)}) first
          inner join speakers on speakers.id = first.speaker_id) as speakers
      from ${numbers(db, ids)} wanted cross join quotations
      where quotations.id = wanted.number and quotations.post_count <= cast(${most} as bigint)`,
  ),
)

/**
 * Everybody whom the first stands of some quotations name, and those who are said to be named with them, each once for a
 * board and a name; nobody of sayings, unless those are asked for too.
 */
export async function speakersNamedWith(
  db: Writer,
  quotationIds: readonly number[],
  { also = [], withSayings = false }: { also?: readonly NamedWith[]; withSayings?: boolean } = {},
): Promise<NamedWith[]> {
  if (quotationIds.length === 0) return []
  const most = withSayings ? Number.MAX_SAFE_INTEGER : MOST_POSTS
  const rows = await selectNamedWith(db, { ids: JSON.stringify(quotationIds), most })
  const asked = new Set(rows.map(row => row.quotationId))
  const named = rows.flatMap(({ quotationId, speakers }) =>
    (speakers?.split('\n') ?? []).map((row): NamedWith => {
      const [boardId, speakerId, nameKey, name] = row.split('\t') as [string, string, string, string]
      return { quotationId, boardId: Number(boardId), speakerId: Number(speakerId), nameKey, name }
    }),
  )
  const all = [...named, ...also.filter(each => asked.has(each.quotationId))]
  const nameOf = ({ quotationId, boardId, speakerId, name }: NamedWith): string =>
    [quotationId, boardId, speakerId, name].join(' ')
  return [...new Map(all.map(each => [nameOf(each), each])).values()]
}

/** Whom the stands of a quotation in a board mean that have a name, and the speaker that they have now. */
export interface Renaming {
  readonly named: NamedWith
  readonly to: { readonly id: number; readonly name: string }
}

/** Gives stands the speakers that they mean, in one statement; each keeps the name that its post has. */
export async function renameSpeakers(db: Writer, renamings: readonly Renaming[]): Promise<void> {
  if (renamings.length === 0) return
  const rows = sql.join(
    renamings.map(
      ({ named: { quotationId, boardId, speakerId, name }, to }) =>
        sql`(cast(${quotationId} as bigint), cast(${boardId} as bigint), cast(${speakerId} as bigint),
          cast(${name} as text), cast(${to.id} as bigint), cast(${name === to.name ? null : name} as text))`,
    ),
  )
  const own = sql`quotation = stands.quotation_id and board = stands.board_id and before = stands.speaker_id
    and written = coalesce(stands.speaker_name, (select name from speakers where speakers.id = stands.speaker_id))`
  await sql`with renamed (quotation, board, before, written, after, own_name) as (values ${rows})
    update stands set (speaker_id, speaker_name) = (select after, own_name from renamed where ${own})
    where quotation_id in (select quotation from renamed) and exists (select 1 from renamed where ${own})`.execute(
    db,
  )
}
