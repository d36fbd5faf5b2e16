import { sql } from 'kysely'
import { numbers, numbersIn } from '#store/lists.ts'
import { prepared } from '#store/prepared.ts'
import type { Reader, Writer } from '#store/store.ts'
import { speakerKeyOf } from './speaker-names.ts'
import { written } from './store-posts.ts'

/** A name that somebody is quoted by. */
export interface SpeakerRow {
  readonly id: number
  readonly name: string
  readonly nameKey: string
  readonly joinedTo: number | null
}

/** The ids of speakers by the keys of their names; those who are new are added under the name given. */
export async function idsOfSpeakers(
  db: Writer,
  names: ReadonlyMap<string, string>,
): Promise<Map<string, number>> {
  if (names.size === 0) return new Map()
  await db
    .insertInto('speakers')
    .values([...names].map(([nameKey, name]) => ({ name, nameKey, joinedTo: null })))
    .onConflict(conflict => conflict.column('nameKey').doNothing())
    .execute()
  const rows = await db
    .selectFrom('speakers')
    .select(['id', 'nameKey'])
    .where('nameKey', 'in', [...names.keys()])
    .execute()
  return new Map(rows.map(row => [row.nameKey, row.id]))
}

const COLUMNS = ['id', 'name', 'nameKey', 'joinedTo'] as const

const selectSpeaker = prepared((db, { id }: { id: number }) =>
  db.selectFrom('speakers').select(COLUMNS).where('id', '=', id),
)

/** A speaker by id. */
export async function findSpeaker(db: Reader, id: number): Promise<SpeakerRow | undefined> {
  const [row] = await selectSpeaker(db, { id })
  return row
}

const selectByKey = prepared((db, { nameKey }: { nameKey: string }) =>
  db.selectFrom('speakers').select(['id', 'joinedTo']).where('nameKey', '=', nameKey),
)

/**
 * A name → the id of the speaker that it is told apart as, or of the one that this was joined to; undefined for none.
 * For administrators: whether somebody may read a post that has the name is not asked. One query.
 */
export async function speakerByName(db: Reader, name: string): Promise<number | undefined> {
  const [row] = await selectByKey(db, { nameKey: speakerKeyOf(name) })
  return row?.joinedTo ?? row?.id
}

/** Lets one name, and all that were joined to it, go by another, which must be joined to none. */
export async function writeJoining(db: Writer, id: number, into: number): Promise<void> {
  await db
    .updateTable('speakers')
    .set({ joinedTo: into })
    .where(eb => eb.or([eb('id', '=', id), eb('joinedTo', '=', id)]))
    .execute()
}

/** Lets a name go by itself. */
export async function writeParting(db: Writer, id: number): Promise<void> {
  await db.updateTable('speakers').set({ joinedTo: null }).where('id', '=', id).execute()
}

const removeUnused = prepared((db, { ids }: { ids: string }) =>
  db
    .deleteFrom('speakers')
    .where('id', 'in', numbersIn(db, ids))
    .where('joinedTo', 'is', null)
    .where(eb =>
      eb.not(eb.exists(eb.selectFrom('stands').select('postId').whereRef('speakerId', '=', 'speakers.id'))),
    )
    .where(eb =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('speakers as other')
            .select('other.id')
            .whereRef('other.joinedTo', '=', 'speakers.id'),
        ),
      ),
    ),
)

/** Removes those of some speakers whom no post names any more; what an administrator joined stays. */
export async function removeUnusedSpeakers(db: Writer, ids: readonly number[]): Promise<void> {
  if (ids.length > 0) await removeUnused(db, { ids: JSON.stringify(ids) })
}

/** A speaker whom posts name with some quotation. */
interface NamedWith {
  readonly quotationId: number
  readonly id: number
  readonly nameKey: string
}

/** Of more stands the speakers are not looked at: a saying would be read whole each time that somebody says it. */
const MOST_LOOKED_AT = 50

const selectNamedWith = prepared((db, { ids }: { ids: string }) =>
  written(
    db,
    sql<{ quotationId: number; speakers: string | null }>`select wanted.number as quotation_id,
        (select string_agg(cast(speaker_id as text), ',') from (select speaker_id from stands
          where stands.quotation_id = wanted.number order by at, post_id limit ${sql.lit(MOST_LOOKED_AT)}) named
          where speaker_id is not null) as speakers
      from ${numbers(db, ids)} wanted`,
  ),
)

const selectKeys = prepared((db, { ids }: { ids: string }) =>
  db.selectFrom('speakers').select(['id', 'nameKey']).where('id', 'in', numbersIn(db, ids)),
)

/** Everybody whom the first stands of some quotations name, and those who are said to be named with them. */
export async function speakersNamedWith(
  db: Writer,
  quotationIds: readonly number[],
  also: readonly { readonly quotationId: number; readonly speakerId: number | null }[] = [],
): Promise<NamedWith[]> {
  if (quotationIds.length === 0) return []
  const named = new Map(quotationIds.map(id => [id, new Set<number>()]))
  for (const { quotationId, speakers } of await selectNamedWith(db, { ids: JSON.stringify(quotationIds) }))
    for (const id of speakers?.split(',') ?? []) named.get(quotationId)?.add(Number(id))
  for (const { quotationId, speakerId } of also)
    if (speakerId !== null) named.get(quotationId)?.add(speakerId)
  const ids = [...new Set([...named.values()].flatMap(set => [...set]))]
  if (ids.length === 0) return []
  const keys = new Map((await selectKeys(db, { ids: JSON.stringify(ids) })).map(row => [row.id, row.nameKey]))
  return [...named].flatMap(([quotationId, set]) =>
    [...set].flatMap(id => {
      const nameKey = keys.get(id)
      return nameKey === undefined ? [] : [{ quotationId, id, nameKey }]
    }),
  )
}

/** Who is named in the stands of a quotation under one name, and whose in truth they are. */
export interface Renaming {
  readonly quotationId: number
  readonly from: number
  readonly to: number
}

/** Gives stands the speakers that they are in truth, in one statement. */
export async function renameSpeakers(db: Writer, renamings: readonly Renaming[]): Promise<void> {
  if (renamings.length === 0) return
  const rows = sql.join(
    renamings.map(
      ({ quotationId, from, to }) =>
        sql`(cast(${quotationId} as bigint), cast(${from} as bigint), cast(${to} as bigint))`,
    ),
  )
  await sql`with renamed (quotation, before, after) as (values ${rows})
    update stands set speaker_id = (select after from renamed
      where quotation = stands.quotation_id and before = stands.speaker_id)
    where (quotation_id, speaker_id) in (select quotation, before from renamed)`.execute(db)
}
