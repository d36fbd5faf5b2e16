import type { Reader, Writer } from '#store/store.ts'
import type { Tables } from '#store/tables.ts'
import { inBatches } from './store.ts'

/** A member as an import sees one. */
export interface KnownMember {
  id: number
  name: string
  nameKey: string
  messageBase: number
  reactionBase: number
  /** Nobody can sign in as this member, and an import made it. */
  unclaimed: boolean
}

const COLUMNS = ['id', 'name', 'nameKey', 'password', 'messageBase', 'reactionBase'] as const

type Selected = Pick<Tables['members'], 'name' | 'nameKey' | 'password'> & {
  id: number
  messageBase: number
  reactionBase: number
}

async function known(db: Reader, rows: readonly Selected[]): Promise<KnownMember[]> {
  const imported = await inBatches(
    rows.map(row => row.id),
    batch =>
      db
        .selectFrom('imports')
        .select('objectId')
        .distinct()
        .where('kind', '=', 'member')
        .where('objectId', 'in', batch)
        .execute(),
  )
  const ids = new Set(imported.map(row => row.objectId))
  return rows.map(({ password, ...row }) => ({ ...row, unclaimed: password === null && ids.has(row.id) }))
}

/** Members by their ids; those not there are missing. */
export async function membersById(db: Reader, ids: Iterable<number>): Promise<Map<number, KnownMember>> {
  const rows = await inBatches(ids, batch =>
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

export type NewMember = Pick<
  Tables['members'],
  'name' | 'nameKey' | 'title' | 'joinedAt' | 'country' | 'location'
> & { messageCount?: number }

/** Adds members who cannot sign in; → ids by the keys of their names. */
export async function insertMembers(db: Writer, members: readonly NewMember[]): Promise<Map<string, number>> {
  const rows = await inBatches(members, batch =>
    db
      .insertInto('members')
      .values(
        batch.map(member => ({
          ...member,
          address: null,
          password: null,
          role: 'member' as const,
          avatar: null,
        })),
      )
      .returning(['id', 'nameKey'])
      .execute(),
  )
  return new Map(rows.map(row => [row.nameKey, row.id]))
}

/** How many of each member's posts imports brought. */
export async function countImportedPosts(
  db: Reader,
  memberIds: Iterable<number>,
): Promise<Map<number, number>> {
  const rows = await inBatches(memberIds, batch =>
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

/** What a member's card gains. */
export interface CardGain {
  messages: number
  score: number
  messageBase: number
  reactionBase: number
}

/** Adds to a member's counts and sets what they are added to. */
export async function addToCard(db: Writer, id: number, gain: CardGain): Promise<void> {
  await db
    .updateTable('members')
    .set(eb => ({
      messageCount: eb('messageCount', '+', gain.messages),
      reactionScore: eb('reactionScore', '+', gain.score),
      messageBase: gain.messageBase,
      reactionBase: gain.reactionBase,
    }))
    .where('id', '=', id)
    .execute()
}
