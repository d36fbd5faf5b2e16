import { sql } from 'kysely'
import { prepared, preparedList } from '#store/prepared.ts'
import type { Reader, Writer } from '#store/store.ts'
import type { Tag, TagName } from './model.ts'

/** Threads of a board that are looked through, the latest first, for the tags that are offered there. */
const LOOKED_THROUGH = 500
const MOST_OFFERED = 40

const selectTags = preparedList((db, ids) =>
  db
    .selectFrom('threadTags')
    .innerJoin('tags', 'tags.id', 'threadTags.tagId')
    .select(['threadTags.threadId', 'tags.id', 'tags.name', 'tags.nameKey as key'])
    .where('threadTags.threadId', 'in', ids),
)

/** The tags of threads, by the ids of the threads; those without are missing. */
export async function tagsOf(db: Reader, threadIds: Iterable<number>): Promise<Map<number, Tag[]>> {
  const found = new Map<number, Tag[]>()
  for (const { threadId, ...tag } of await selectTags(db, threadIds)) {
    const tags = found.get(threadId)
    if (tags) tags.push(tag)
    else found.set(threadId, [tag])
  }
  for (const tags of found.values()) tags.sort((one, other) => (one.key < other.key ? -1 : 1))
  return found
}

const selectTag = prepared((db, { key }: { key: string }) =>
  db.selectFrom('tags').select(['id', 'name', 'nameKey as key']).where('nameKey', '=', key),
)

/** The tag that a key tells; undefined where there is none. */
export async function findTag(db: Reader, key: string): Promise<Tag | undefined> {
  return (await selectTag(db, { key }))[0]
}

/** Gives a thread these tags and no others; those that are new are made. */
export async function writeTags(db: Writer, threadId: number, tags: readonly TagName[]): Promise<void> {
  await db.deleteFrom('threadTags').where('threadId', '=', threadId).execute()
  if (tags.length === 0) return
  const rows = tags.map(({ name, key }) => ({ name, nameKey: key }))
  await db
    .insertInto('tags')
    .values(rows)
    .onConflict(conflict => conflict.column('nameKey').doNothing())
    .execute()
  await db
    .insertInto('threadTags')
    .columns(['threadId', 'tagId'])
    .expression(eb =>
      eb
        .selectFrom('tags')
        .select([sql.lit(threadId).as('threadId'), 'tags.id as tagId'])
        .where(
          'nameKey',
          'in',
          tags.map(tag => tag.key),
        ),
    )
    // Somebody may have made one tag of two at the same moment.
    .onConflict(conflict => conflict.columns(['threadId', 'tagId']).doNothing())
    .execute()
}

const selectOffered = prepared((db, { boardId }: { boardId: number }) =>
  db
    .selectFrom(eb =>
      eb
        .selectFrom('threads')
        .select('threads.id')
        .where('threads.boardId', '=', boardId)
        .where('threads.deletedAt', 'is', null)
        .orderBy('threads.lastPostAt', 'desc')
        .orderBy('threads.id', 'desc')
        .limit(sql.lit(LOOKED_THROUGH))
        .as('latest'),
    )
    .innerJoin('threadTags', 'threadTags.threadId', 'latest.id')
    .innerJoin('tags', 'tags.id', 'threadTags.tagId')
    .select('tags.name')
    .groupBy(['tags.id', 'tags.name'])
    .orderBy(eb => eb.fn.countAll(), 'desc')
    .orderBy('tags.name')
    .limit(sql.lit(MOST_OFFERED)),
)

/** Names of the tags that a board's latest threads have, the most frequent first. The board must be readable. */
export async function offeredTags(db: Reader, boardId: number): Promise<string[]> {
  return (await selectOffered(db, { boardId })).map(row => row.name)
}

/** Renames a tag. The database refuses a key that another one has; see `isTaken`. */
export async function renameTagRow(db: Writer, id: number, { name, key }: TagName): Promise<void> {
  await db.updateTable('tags').set({ name, nameKey: key }).where('id', '=', id).execute()
}

/** Gives the threads of a tag another one in its place, and removes it. */
export async function mergeTags(db: Writer, from: number, into: number): Promise<void> {
  await db
    .insertInto('threadTags')
    .columns(['threadId', 'tagId'])
    .expression(eb =>
      eb
        .selectFrom('threadTags')
        .select(['threadId', sql.lit(into).as('tagId')])
        .where('tagId', '=', from),
    )
    .onConflict(conflict => conflict.columns(['threadId', 'tagId']).doNothing())
    .execute()
  await removeTagRow(db, from)
}

/** Removes a tag, from its threads too. */
export async function removeTagRow(db: Writer, id: number): Promise<void> {
  await db.deleteFrom('threadTags').where('tagId', '=', id).execute()
  await db.deleteFrom('tags').where('id', '=', id).execute()
}
