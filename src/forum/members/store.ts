import { sql } from 'kysely'
import { prepared, preparedList } from '#store/prepared.ts'
import type { Reader, Writer } from '#store/store.ts'
import type { ProfileField, ProfileValue } from '../profiles/model.ts'
import { audienceOf, knownValues, mayKnow, privacyOf } from '../profiles/privacy.ts'
import { valuesOnCards } from '../profiles/store.ts'
import { DEFAULT_MEMBER_SETTINGS } from '../settings/member-settings.ts'
import { type Member, type MemberCard, type Onlooker, picturePath } from './model.ts'
import { nameKeyOf } from './names.ts'
import { beginning } from './pattern.ts'

const CARD = [
  ...(['id', 'name', 'role', 'title', 'joinedAt', 'country', 'location', 'avatar'] as const),
  ...(['messageCount', 'messageBase', 'reactionScore', 'reactionBase', 'privacy'] as const),
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
  privacy: string
}

/** Nobody special, on a site that asks for nothing special: what everybody may know. */
const ANYBODY: Onlooker = {
  actor: { memberId: null },
  site: { memberSettings: DEFAULT_MEMBER_SETTINGS, profileFields: [] },
}

const NO_FIELDS: readonly ProfileValue[] = []

/** A member's card, without what its reader must not know. */
function cardOf(row: CardRow, onlooker: Onlooker, said?: ReadonlyMap<number, string>): MemberCard {
  const { actor, site } = onlooker
  const privacy = privacyOf(row.privacy)
  const people = { ownerId: row.id, readerId: actor.memberId }
  const messages = row.messageBase + row.messageCount
  return {
    id: row.id,
    name: row.name,
    role: row.role,
    customTitle: row.title,
    earnedTitle: site.memberSettings.titles.find(step => messages >= step.messages)?.title ?? null,
    joinedAt: row.joinedAt,
    messages,
    reactionScore: row.reactionBase + row.reactionScore,
    country: mayKnow(privacy, 'country', people) ? row.country : null,
    location: mayKnow(privacy, 'location', people) ? row.location : null,
    fields: said ? knownValues(site.profileFields.filter(onCard), said, { privacy, ...people }) : NO_FIELDS,
    picture: row.avatar === null ? null : picturePath(row.avatar),
  }
}

const onCard = (field: ProfileField): boolean => field.onCard

const selectMember = prepared((db, { id }: { id: number }) =>
  db
    .selectFrom('members')
    .select([...CARD, 'suspended', 'timeZone'])
    .where('id', '=', id)
    // Whoever waits to be let in is no member yet.
    .where('state', '!=', 'waiting'),
)

const selectCards = preparedList((db, ids) => db.selectFrom('members').select(CARD).where('id', 'in', ids))

/**
 * The cards of many members as somebody sees them; without an `onlooker` as everybody does. Those not there are missing.
 * One query, and one more where the forum has fields on its cards.
 */
export async function cardsOf(
  db: Reader,
  ids: Iterable<number>,
  onlooker: Onlooker = ANYBODY,
): Promise<Map<number, MemberCard>> {
  const wanted = [...ids]
  const rows = await selectCards(db, wanted)
  const said = onlooker.site.profileFields.some(onCard) ? await valuesOnCards(db, wanted) : undefined
  return new Map(rows.map(row => [row.id, cardOf(row, onlooker, said?.get(row.id))]))
}

/** A member that a name leads to. */
export interface NamedMember {
  readonly id: number
  /** The name that they have now. */
  readonly name: string
  /** Whether they wait to be let in: until then they are known to those alone who let them in. */
  readonly isWaiting: boolean
  /** When the name was given up, where it is one of before that its owner keeps to themself or to members; else null. */
  readonly hiddenSince: number | null
}

/** Whether a name leads to its member in a text that everybody may read, of the time `writtenAt`; now by default. */
export const leads = ({ isWaiting, hiddenSince }: NamedMember, writtenAt = Infinity): boolean =>
  !isWaiting && (hiddenSince === null || writtenAt <= hiddenSince)

/**
 * Names as written → the members they are read as, by `nameKeyOf` of the name; those not there are missing. A name that
 * somebody had before leads to them too. This is all there is to know: what others are told is a matter of `leads`.
 */
export async function namedMembers(db: Reader, names: Iterable<string>): Promise<Map<string, NamedMember>> {
  const keys = [...new Set(Array.from(names, nameKeyOf))]
  if (keys.length === 0) return new Map()
  const rows = await db
    .selectFrom('members')
    .select(['id', 'name', 'nameKey', 'state'])
    .where('nameKey', 'in', keys)
    .execute()
  const found = new Map(
    rows.map(({ id, name, nameKey, state }): [string, NamedMember] => [
      nameKey,
      { id, name, isWaiting: state === 'waiting', hiddenSince: null },
    ]),
  )
  const missing = keys.filter(key => !found.has(key))
  for (const { nameKey, until, privacy, ...member } of missing.length > 0
    ? await membersByOldNames(db, missing)
    : []) {
    const isHidden = audienceOf(privacyOf(privacy), 'oldNames') !== 'everybody'
    found.set(nameKey, { ...member, isWaiting: false, hiddenSince: isHidden ? until : null })
  }
  return found
}

/** The same for a text that is written now: without those whom the names do not lead to, for others. */
export async function membersByNames(
  db: Reader,
  names: Iterable<string>,
): Promise<Map<string, { id: number; name: string }>> {
  const named = await namedMembers(db, names)
  return new Map(
    [...named].flatMap(([key, member]) =>
      leads(member) ? [[key, { id: member.id, name: member.name }] as const] : [],
    ),
  )
}

const membersByOldNames = (db: Reader, keys: readonly string[]) =>
  db
    .selectFrom('oldNames')
    .innerJoin('members', 'members.id', 'oldNames.memberId')
    .select(['members.id', 'members.name', 'members.privacy', 'oldNames.nameKey', 'oldNames.until'])
    .where('oldNames.nameKey', 'in', keys)
    .execute()

/** One member as somebody sees them, or undefined; without an `onlooker` as everybody does. */
export async function findMember(
  db: Reader,
  id: number,
  onlooker: Onlooker = ANYBODY,
): Promise<Member | undefined> {
  const [row] = await selectMember(db, { id })
  return (
    row && {
      ...cardOf(row, onlooker),
      suspended: row.suspended === 1,
      privacy: privacyOf(row.privacy),
      timeZone: row.timeZone,
    }
  )
}

/**
 * Cards of members, of those who are admitted and have not left, whose names begin with a text as it is read ('' for all), those who joined this forum last first: so
 * many before the member `after`. Addresses are no part of it.
 */
export async function listCards(
  db: Reader,
  list: { begins: string; after: number | null; limit: number },
  onlooker: Onlooker = ANYBODY,
): Promise<MemberCard[]> {
  const { begins, after, limit } = list
  let query = db
    .selectFrom('members')
    .select(CARD)
    .where('state', '=', 'active')
    .orderBy('id', 'desc')
    .limit(limit)
  if (begins !== '')
    query = query.where(
      eb => sql<boolean>`${eb.ref('nameKey')} like ${beginning(nameKeyOf(begins))} escape '\\'`,
    )
  if (after !== null) query = query.where('id', '<', after)
  return (await query.execute()).map(row => cardOf(row, onlooker))
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
