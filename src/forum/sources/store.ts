import type { WordChange } from '@rostra/record'
import { prepared, preparedList } from '#store/prepared.ts'
import type { Reader, Writer } from '#store/store.ts'
import { addressKeyOf } from '../addresses/model.ts'
import type { Asker, KeptSource, RemovedSource, Requests } from './model.ts'

const COLUMNS = [
  'sources.id',
  'sources.postId',
  'sources.key',
  'sources.origin',
  'sources.url',
  'sources.publisher',
  'sources.published',
  'sources.title',
  'sources.excerpt',
  'sources.verdict',
  'sources.difference',
  'sources.memberId',
  'sources.at',
  'sources.checkedAt',
] as const

type Row = Omit<KeptSource, 'difference'> & { difference: string }

/** A row → the source. */
export const sourceOfRow = (row: Row): KeptSource => ({ ...row, difference: differenceOf(row.difference) })

const differenceOf = (kept: string): readonly WordChange[] => (kept === '' ? [] : JSON.parse(kept))

const selectSources = preparedList((db, ids) =>
  db
    .selectFrom('sources')
    .select(COLUMNS)
    .where('postId', 'in', ids)
    .where('removedAt', 'is', null)
    .orderBy('id'),
)

/** The sources of posts, those in their texts and those that members gave, in the order in which they came. */
export async function sourcesOf(db: Reader, postIds: Iterable<number>): Promise<Map<number, KeptSource[]>> {
  const byPost = new Map<number, KeptSource[]>()
  for (const row of await selectSources(db, postIds)) {
    const sources = byPost.get(row.postId) ?? []
    byPost.set(row.postId, sources)
    sources.push(sourceOfRow(row))
  }
  return byPost
}

const selectRequests = preparedList((db, ids) =>
  db.selectFrom('sourceRequests').select(['postId', 'key', 'memberId']).where('postId', 'in', ids),
)

/** Who asks for sources of the findings of posts: by post and by the name of the finding. `memberId` is the reader's. */
export async function requestsOf(
  db: Reader,
  postIds: Iterable<number>,
  memberId: number | null,
): Promise<Map<number, Map<string, Requests>>> {
  const byPost = new Map<number, Map<string, Requests>>()
  for (const row of await selectRequests(db, postIds)) {
    const byKey = byPost.get(row.postId) ?? new Map<string, Requests>()
    byPost.set(row.postId, byKey)
    const { count, mine } = byKey.get(row.key) ?? { count: 0, mine: false }
    byKey.set(row.key, { count: count + 1, mine: mine || row.memberId === memberId })
  }
  return byPost
}

/** What a finding is known by in the tables. */
interface Place {
  readonly postId: number
  readonly key: string
}

/** Who asks for a source of a finding, those who asked first, up to 50. */
export async function askersFor(db: Reader, { postId, key }: Place): Promise<Asker[]> {
  return db
    .selectFrom('sourceRequests')
    .innerJoin('members', 'members.id', 'sourceRequests.memberId')
    .select(['members.id', 'members.name'])
    .where('sourceRequests.postId', '=', postId)
    .where('sourceRequests.key', '=', key)
    .orderBy('sourceRequests.at')
    .orderBy('members.id')
    .limit(50)
    .execute()
}

/** Writes down that somebody asks for a source; → whether they did not before. */
export async function addRequest(
  db: Writer,
  request: Place & { readonly memberId: number; readonly at: number },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows: added } = await db
    .insertInto('sourceRequests')
    .values(request)
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  return Number(added ?? 0) > 0
}

/** Takes back that somebody asks; → whether they did. */
export async function removeRequest(
  db: Writer,
  { postId, key, memberId }: Place & { readonly memberId: number },
): Promise<boolean> {
  const { numDeletedRows: removed } = await db
    .deleteFrom('sourceRequests')
    .where('postId', '=', postId)
    .where('key', '=', key)
    .where('memberId', '=', memberId)
    .executeTakeFirst()
  return Number(removed) > 0
}

const selectGiven = prepared((db, { postId, key }: Place) =>
  db
    .selectFrom('sources')
    .select([...COLUMNS, 'sources.addressKey'])
    .where('postId', '=', postId)
    .where('key', '=', key)
    .where('origin', '=', 'given')
    .where('removedAt', 'is', null)
    .orderBy('id'),
)

/** The sources that members gave for a finding, the earliest first. */
export async function givenFor(
  db: Reader | Writer,
  place: Place,
): Promise<(KeptSource & { readonly addressKey: string })[]> {
  return (await selectGiven(db, place)).map(row => ({ ...sourceOfRow(row), addressKey: row.addressKey }))
}

/** A source that was given, as it is written. */
export type GivenSource = Omit<KeptSource, 'id' | 'origin'>

/** Keeps a source that somebody gave; → its id. */
export async function addGiven(db: Writer, { difference, ...source }: GivenSource): Promise<number> {
  const { id } = await db
    .insertInto('sources')
    .values({
      ...{ ...source, origin: 'given', addressKey: addressKeyOf(source.url) },
      difference: difference.length === 0 ? '' : JSON.stringify(difference),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Writes what was learned from the page of a source when it was read again. */
export async function updateReading(
  db: Writer,
  id: number,
  reading: Partial<Pick<KeptSource, 'title' | 'published' | 'excerpt' | 'verdict'>> & {
    readonly difference?: readonly WordChange[]
    readonly checkedAt: number
  },
): Promise<void> {
  const { difference, ...change } = reading
  const written = difference && { difference: difference.length === 0 ? '' : JSON.stringify(difference) }
  await db
    .updateTable('sources')
    .set({ ...change, ...written })
    .where('id', '=', id)
    .execute()
}

/** Takes out a source that was given; it is kept with who did it, when and why. */
export async function removeGiven(
  db: Writer,
  id: number,
  removal: { readonly removedAt: number; readonly removedBy: number; readonly removeReason: string },
): Promise<void> {
  await db.updateTable('sources').set(removal).where('id', '=', id).execute()
}

/** What was given for a finding and taken out again, the latest first, up to 50. */
export async function removedFor(db: Reader, { postId, key }: Place): Promise<RemovedSource[]> {
  const rows = await db
    .selectFrom('sources')
    .leftJoin('members as giver', 'giver.id', 'sources.memberId')
    .leftJoin('members as remover', 'remover.id', 'sources.removedBy')
    .select(['sources.id', 'sources.url', 'sources.publisher', 'sources.removedAt'])
    .select(['giver.name as givenBy', 'remover.name as removedBy', 'sources.removeReason as reason'])
    .where('sources.postId', '=', postId)
    .where('sources.key', '=', key)
    .where('sources.removedAt', 'is not', null)
    .orderBy('sources.id', 'desc')
    .limit(50)
    .execute()
  return rows.map(({ removedAt, ...row }) => ({ ...row, removedAt: removedAt! }))
}
