import type { Insertable } from 'kysely'
import { numberOf, postId, threadOf } from '#base/ids.ts'
import type { Reader, Writer } from '#store/store.ts'
import type { Tables } from '#store/tables.ts'
import { inBatches } from './store.ts'

/** A thread that an import meets again. */
export interface KnownThread {
  id: number
  boardId: number
  title: string
  deletedAt: number | null
}

/** Threads by their ids; those not there are missing. They are nobody else's to write to until the end. */
export async function claimThreads(db: Writer, ids: Iterable<number>): Promise<Map<number, KnownThread>> {
  const rows = await inBatches(new Set(ids), batch =>
    db
      .updateTable('threads')
      .set(eb => ({ version: eb('version', '+', 1) }))
      .where('id', 'in', batch)
      .returning(['id', 'boardId', 'title', 'deletedAt'])
      .execute(),
  )
  return new Map(rows.map(row => [row.id, row]))
}

/** Numbers of each thread that posts have, deleted ones too. */
export async function takenNumbers(
  db: Reader,
  threadIds: Iterable<number>,
): Promise<Map<number, Set<number>>> {
  const ids = [...threadIds]
  const taken = new Map(ids.map(id => [id, new Set<number>()]))
  const rows = await inBatches(ids, batch =>
    db
      .selectFrom('posts')
      .select('id')
      .where(eb => eb.or(batch.map(id => eb.between('id', postId(id, 0), postId(id + 1, 0) - 1))))
      .execute(),
  )
  for (const { id } of rows) taken.get(threadOf(id))?.add(numberOf(id))
  return taken
}

export type NewThread = Omit<Insertable<Tables['threads']>, 'id' | 'locked' | 'deletedAt' | 'version'>

/** Adds a thread; → its id. */
export async function insertThread(db: Writer, thread: NewThread): Promise<number> {
  const { id } = await db
    .insertInto('threads')
    .values({ ...thread, deletedAt: null })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Makes a thread say what its posts say: how many there are, who wrote the first and who the last. → when that was. */
export async function recountThread(db: Writer, id: number): Promise<number | null> {
  const posts = db
    .selectFrom('posts')
    .where('id', '>', postId(id, 0))
    .where('id', '<', postId(id + 1, 0))
  const visible = posts.where('deletedAt', 'is', null)
  const columns = ['id', 'authorId', 'guestName', 'createdAt'] as const
  const first = await posts.select(columns).orderBy('id').limit(1).executeTakeFirst()
  const highest = await posts.select('id').orderBy('id', 'desc').limit(1).executeTakeFirst()
  const last = await visible.select(columns).orderBy('id', 'desc').limit(1).executeTakeFirst()
  const counted = await visible.select(eb => eb.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
  if (!first || !highest) return null
  const { authorId, guestName, createdAt } = first
  await db
    .updateTable('threads')
    .set({
      ...{
        authorId,
        guestName,
        createdAt,
        postCount: Number(counted.count),
        lastNumber: numberOf(highest.id),
      },
      ...(last ? { lastPostAt: last.createdAt, lastAuthorId: last.authorId } : {}),
    })
    .where('id', '=', id)
    .execute()
  return last?.createdAt ?? null
}

export type NewPost = Omit<Tables['posts'], 'deletedAt' | 'deletedBy' | 'deleteReason' | 'requestKey'>

/** Adds posts, or prints again those that are there. */
export async function writePosts(db: Writer, posts: readonly NewPost[]): Promise<void> {
  await inBatches(posts, async batch => {
    const rest = { deletedAt: null, deletedBy: null, deleteReason: null, requestKey: null }
    await db
      .insertInto('posts')
      .values(batch.map(post => ({ ...post, ...rest })))
      .onConflict(conflict =>
        conflict
          .column('id')
          .doUpdateSet(eb => ({ html: eb.ref('excluded.html'), renderer: eb.ref('excluded.renderer') })),
      )
      .execute()
    return []
  })
}

/** A wording as it is kept. */
export type Wording = Tables['revisions']

/** All wordings of posts, oldest first. */
export async function wordingsOf(db: Reader, postIds: Iterable<number>): Promise<Map<number, Wording[]>> {
  const rows = await inBatches(new Set(postIds), batch =>
    db.selectFrom('revisions').selectAll().where('postId', 'in', batch).orderBy('revision').execute(),
  )
  const wordings = new Map<number, Wording[]>()
  for (const row of rows) {
    const known = wordings.get(row.postId)
    if (known) known.push(row)
    else wordings.set(row.postId, [row])
  }
  return wordings
}

/** Adds wordings, or writes anew the source of those that are there. */
export async function writeWordings(db: Writer, wordings: readonly Wording[]): Promise<void> {
  await inBatches(wordings, async batch => {
    await db
      .insertInto('revisions')
      .values(batch)
      .onConflict(conflict =>
        conflict.columns(['postId', 'revision']).doUpdateSet(eb => ({ source: eb.ref('excluded.source') })),
      )
      .execute()
    return []
  })
}

/** Posts by their ids, without their HTML. */
export async function postsById(
  db: Reader,
  ids: Iterable<number>,
): Promise<Omit<NewPost, 'html' | 'renderer'>[]> {
  return inBatches(new Set(ids), batch =>
    db
      .selectFrom('posts')
      .select(['id', 'authorId', 'guestName', 'createdAt', 'revision', 'editedAt'])
      .where('id', 'in', batch)
      .execute(),
  )
}

export async function insertReactions(db: Writer, reactions: readonly Tables['reactions'][]): Promise<void> {
  await inBatches(reactions, async batch => {
    await db.insertInto('reactions').values(batch).execute()
    return []
  })
}
