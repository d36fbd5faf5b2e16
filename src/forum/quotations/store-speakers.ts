import { numbersIn } from '#store/lists.ts'
import { prepared } from '#store/prepared.ts'
import type { Reader, Writer } from '#store/store.ts'
import { speakerKeyOf } from './speaker-names.ts'

/** A name that somebody is quoted by. */
export interface SpeakerRow {
  readonly id: number
  readonly name: string
  readonly nameKey: string
  readonly joinedTo: number | null
}

/** Speakers by the keys of their names, as they are kept; those who are new are added under the name given. */
export async function speakersByKeys(
  db: Writer,
  names: ReadonlyMap<string, string>,
): Promise<Map<string, { readonly id: number; readonly name: string }>> {
  if (names.size === 0) return new Map()
  await db
    .insertInto('speakers')
    .values([...names].map(([nameKey, name]) => ({ name, nameKey, joinedTo: null })))
    .onConflict(conflict => conflict.column('nameKey').doNothing())
    .execute()
  const rows = await db
    .selectFrom('speakers')
    .select(['id', 'name', 'nameKey'])
    .where('nameKey', 'in', [...names.keys()])
    .execute()
  return new Map(rows.map(({ id, name, nameKey }) => [nameKey, { id, name }]))
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
