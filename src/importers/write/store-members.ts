import type { Reader, Writer } from '#store/store.ts'
import type { Tables } from '#store/tables.ts'
import type { KnownCard, NewCard } from './cards.ts'
import { inBatches } from './store.ts'

/** A member as an import sees one. */
export interface KnownMember {
  id: number
  name: string
  nameKey: string
  card: KnownCard
  /** Nobody can sign in as this member, nor has been given the means to. */
  open: boolean
  /** What imports took this member for. */
  keys: { source: string; key: string }[]
}

const COLUMNS = [
  'id',
  'name',
  'nameKey',
  'address',
  'password',
  'title',
  'joinedAt',
  'country',
  'location',
  'messageBase',
  'reactionBase',
] as const

type Selected = Pick<Tables['members'], Exclude<(typeof COLUMNS)[number], 'id' | `${string}Base`>> & {
  id: number
  messageBase: number
  reactionBase: number
}

async function known(db: Reader, rows: readonly Selected[]): Promise<KnownMember[]> {
  const ids = rows.map(row => row.id)
  const posts = await countImportedPosts(db, ids)
  const scores = await sumImportedScores(db, ids)
  const keys = new Map<number, KnownMember['keys']>(ids.map(id => [id, []]))
  for (const { objectId, ...key } of await keysOf(db, ids)) keys.get(objectId)?.push(key)
  return rows.map(({ id, name, nameKey, address, password, ...card }) => ({
    ...{ id, name, nameKey },
    card: { ...card, importedPosts: posts.get(id) ?? 0, importedScore: scores.get(id) ?? 0 },
    open: address === null && password === null,
    keys: keys.get(id) ?? [],
  }))
}

/** Members by their ids; those not there are missing. */
export async function membersById(db: Reader, ids: Iterable<number>): Promise<Map<number, KnownMember>> {
  const rows = await inBatches(new Set(ids), batch =>
    db.selectFrom('members').select(COLUMNS).where('id', 'in', batch).execute(),
  )
  return new Map((await known(db, rows)).map(member => [member.id, member]))
}

/** Members by the keys of their names; those not there are missing. */
export async function membersByName(db: Reader, keys: Iterable<string>): Promise<Map<string, KnownMember>> {
  const rows = await inBatches(new Set(keys), batch =>
    db.selectFrom('members').select(COLUMNS).where('nameKey', 'in', batch).execute(),
  )
  return new Map((await known(db, rows)).map(member => [member.nameKey, member]))
}

/** Of keys of names, those that somebody here had before and that are kept for them. */
export async function oldNames(db: Reader, keys: Iterable<string>): Promise<Set<string>> {
  const rows = await inBatches(new Set(keys), batch =>
    db.selectFrom('oldNames').select('nameKey').where('nameKey', 'in', batch).execute(),
  )
  return new Set(rows.map(row => row.nameKey))
}

const keysOf = (db: Reader, ids: readonly number[]) =>
  inBatches(ids, batch =>
    db
      .selectFrom('imports')
      .select(['objectId', 'source', 'key'])
      .where('kind', '=', 'member')
      .where('objectId', 'in', batch)
      .execute(),
  )

/** How many of each member's posts imports brought. */
async function countImportedPosts(db: Reader, ids: readonly number[]): Promise<Map<number, number>> {
  const rows = await inBatches(ids, batch =>
    db
      .selectFrom('imports')
      .innerJoin('posts', 'posts.id', 'imports.objectId')
      .where('imports.kind', '=', 'post')
      .where('posts.authorId', 'in', batch)
      .groupBy('posts.authorId')
      .select(eb => ['posts.authorId', eb.fn.countAll<number>().as('count')])
      .execute(),
  )
  return new Map(rows.map(row => [row.authorId as number, Number(row.count)]))
}

/** The score that reactions of imported members give to each member's imported posts. */
async function sumImportedScores(db: Reader, ids: readonly number[]): Promise<Map<number, number>> {
  const rows = await inBatches(ids, batch =>
    db
      .selectFrom('imports')
      .innerJoin('posts', 'posts.id', 'imports.objectId')
      .innerJoin('reactions', 'reactions.postId', 'posts.id')
      .where('imports.kind', '=', 'post')
      .where('posts.authorId', 'in', batch)
      .where('reactions.memberId', 'in', eb =>
        eb.selectFrom('imports as members').select('members.objectId').where('members.kind', '=', 'member'),
      )
      .groupBy('posts.authorId')
      .select(eb => ['posts.authorId', eb.fn.sum<number>('reactions.score').as('score')])
      .execute(),
  )
  return new Map(rows.map(row => [row.authorId as number, Number(row.score)]))
}

export interface NewMember extends NewCard {
  name: string
  nameKey: string
  joinedAt: number
}

/**
 * Adds members who cannot sign in; → ids by the keys of their names. Those whose name somebody took meanwhile are
 * missing.
 */
export async function insertMembers(db: Writer, members: readonly NewMember[]): Promise<Map<string, number>> {
  const nobody = { address: null, password: null, role: 'member', avatar: null } as const
  const rest = { addressKey: null, timeZone: null }
  const rows = await inBatches(members, batch =>
    db
      .insertInto('members')
      .values(batch.map(member => ({ ...member, ...nobody, ...rest })))
      .onConflict(conflict => conflict.column('nameKey').doNothing())
      .returning(['id', 'nameKey'])
      .execute(),
  )
  return new Map(rows.map(row => [row.nameKey, row.id]))
}

/** Sets what a member's card shows. */
export async function updateCard(
  db: Writer,
  id: number,
  card: NewCard & { joinedAt: number },
): Promise<void> {
  await db.updateTable('members').set(card).where('id', '=', id).execute()
}

/** Adds to what a member has written here, and to the score of it. */
export async function addToMember(
  db: Writer,
  id: number,
  gain: { posts: number; score: number },
): Promise<void> {
  await db
    .updateTable('members')
    .set(eb => ({
      messageCount: eb('messageCount', '+', gain.posts),
      reactionScore: eb('reactionScore', '+', gain.score),
    }))
    .where('id', '=', id)
    .execute()
}
