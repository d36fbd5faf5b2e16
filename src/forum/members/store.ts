import { sql } from 'kysely'
import { prepared, preparedList } from '#store/prepared.ts'
import type { Reader, Writer } from '#store/store.ts'
import { type Member, type MemberCard, picturePath } from './model.ts'
import { nameKeyOf } from './names.ts'
import { beginning } from './pattern.ts'

const CARD = [
  ...(['id', 'name', 'role', 'title', 'joinedAt', 'country', 'location', 'avatar'] as const),
  ...(['messageCount', 'messageBase', 'reactionScore', 'reactionBase'] as const),
] as const

interface CardRow {
  id: number
  name: string
  role: MemberCard['role']
  title: string | null
  joinedAt: number
  country: string | null
  location: string | null
  avatar: string | null
  messageCount: number
  messageBase: number
  reactionScore: number
  reactionBase: number
}

const cardOf = (row: CardRow): MemberCard => ({
  id: row.id,
  name: row.name,
  role: row.role,
  customTitle: row.title,
  joinedAt: row.joinedAt,
  messages: row.messageBase + row.messageCount,
  reactionScore: row.reactionBase + row.reactionScore,
  country: row.country,
  location: row.location,
  picture: row.avatar === null ? null : picturePath(row.avatar),
})

const selectMember = prepared((db, { id }: { id: number }) =>
  db
    .selectFrom('members')
    .select([...CARD, 'suspended', 'timeZone'])
    .where('id', '=', id),
)

const selectCards = preparedList((db, ids) => db.selectFrom('members').select(CARD).where('id', 'in', ids))

/** The cards of many members; those not there are missing. */
export async function cardsOf(db: Reader, ids: Iterable<number>): Promise<Map<number, MemberCard>> {
  return new Map((await selectCards(db, ids)).map(row => [row.id, cardOf(row)]))
}

/** Names as written → the members they are read as, by `nameKeyOf` of the name; those not there are missing. */
export async function membersByNames(
  db: Reader,
  names: Iterable<string>,
): Promise<Map<string, { id: number; name: string }>> {
  const keys = [...new Set(Array.from(names, nameKeyOf))]
  if (keys.length === 0) return new Map()
  const rows = await db
    .selectFrom('members')
    .select(['id', 'name', 'nameKey'])
    .where('nameKey', 'in', keys)
    .execute()
  return new Map(rows.map(({ id, name, nameKey }) => [nameKey, { id, name }]))
}

/** One member, or undefined. */
export async function findMember(db: Reader, id: number): Promise<Member | undefined> {
  const [row] = await selectMember(db, { id })
  return row && { ...cardOf(row), suspended: row.suspended === 1, timeZone: row.timeZone }
}

/**
 * Cards of members whose names begin with a text as it is read ('' for all), those who joined this forum last first: so
 * many before the member `after`. Addresses are no part of it.
 */
export async function listCards(
  db: Reader,
  list: { begins: string; after: number | null; limit: number },
): Promise<MemberCard[]> {
  const { begins, after, limit } = list
  let query = db.selectFrom('members').select(CARD).orderBy('id', 'desc').limit(limit)
  if (begins !== '')
    query = query.where(
      eb => sql<boolean>`${eb.ref('nameKey')} like ${beginning(nameKeyOf(begins))} escape '\\'`,
    )
  if (after !== null) query = query.where('id', '<', after)
  return (await query.execute()).map(cardOf)
}

const addMessages = prepared((db, { memberId, by }: { memberId: number; by: number }) =>
  db
    .updateTable('members')
    .set(eb => ({ messageCount: eb('messageCount', '+', by) }))
    .where('id', '=', memberId),
)

/** Counts so many messages more for a member, fewer where `by` is below zero. */
export async function countMessages(db: Writer, memberId: number, by: number): Promise<void> {
  await addMessages(db, { memberId, by })
}

/** Adds to a member's reaction score. */
export async function addScore(db: Writer, memberId: number, by: number): Promise<void> {
  await db
    .updateTable('members')
    .set(eb => ({ reactionScore: eb('reactionScore', '+', by) }))
    .where('id', '=', memberId)
    .execute()
}
