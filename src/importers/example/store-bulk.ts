import { RENDERER_VERSION } from '@rostra/markup'
import { type Compilable, sql } from 'kysely'
import { prepared } from '#store/prepared.ts'
import type { Reader, Writer } from '#store/store.ts'
import type { Tables } from '#store/tables.ts'

/** A new post of one wording. */
export type PostRow = readonly [id: number, authorId: number, createdAt: number, html: string]
export type RevisionRow = readonly [postId: number, authorId: number, createdAt: number, source: string]

type Database = Parameters<Parameters<typeof prepared>[0]>[0]

/** Rows in one statement; the smaller ones take what the larger leave. */
const SIZES = [200, 20, 1] as const

/** A query that inserts so many rows of so many values → a function that writes any number of rows with it. */
function inserting<Row extends readonly unknown[], Result>(
  width: number,
  build: (db: Database, rows: Row[]) => Compilable<Result>,
): (db: Writer, rows: readonly Row[]) => Promise<Result[]> {
  const queries = SIZES.map(size => ({
    size,
    run: prepared((db, values: unknown[]) =>
      build(
        db,
        Array.from({ length: size }, (_, row) => slice<Row>(values, row * width, width)),
      ),
    ),
  }))
  return async (db, rows) => {
    const results: Result[] = []
    let start = 0
    for (const { size, run } of queries)
      for (; start + size <= rows.length; start += size)
        results.push(...(await run(db, rows.slice(start, start + size).flat())))
    return results
  }
}

/** While a query is compiled, its values can be had one by one, but not counted. */
const slice = <Row extends readonly unknown[]>(values: unknown[], start: number, width: number): Row =>
  Array.from({ length: width }, (_, index) => values[start + index]) as unknown as Row

const NONE = sql.lit(null)

/** A new thread. */
type NewThread = Pick<
  Tables['threads'],
  | 'boardId'
  | 'title'
  | 'slug'
  | 'authorId'
  | 'createdAt'
  | 'postCount'
  | 'lastNumber'
  | 'lastPostAt'
  | 'lastAuthorId'
>

/** Adds a thread; the one row is its id. */
export const insertThread = prepared((db, thread: NewThread) =>
  db
    .insertInto('threads')
    .values({
      ...{ boardId: thread.boardId, title: thread.title, slug: thread.slug },
      ...{ authorId: thread.authorId, createdAt: thread.createdAt, postCount: thread.postCount },
      ...{ lastNumber: thread.lastNumber, lastPostAt: thread.lastPostAt, lastAuthorId: thread.lastAuthorId },
      ...{ guestName: NONE, deletedAt: NONE },
    })
    .returning('id'),
)

/** Adds posts that the present renderer printed. */
export const insertPosts = inserting<PostRow, never>(
  4,
  (db, rows) =>
    db.insertInto('posts').values(
      rows.map(([id, authorId, createdAt, html]) => ({
        ...{ id, authorId, createdAt, html, guestName: NONE },
        ...{ renderer: sql.lit(RENDERER_VERSION), revision: sql.lit(1), editedAt: NONE },
        ...{ deletedAt: NONE, deletedBy: NONE, deleteReason: NONE, requestKey: NONE },
      })),
    ) as unknown as Compilable<never>,
)

/** Adds the first wordings of posts, in Markdown. */
export const insertRevisions = inserting<RevisionRow, never>(
  4,
  (db, rows) =>
    db.insertInto('revisions').values(
      rows.map(([postId, authorId, createdAt, source]) => ({
        ...{ postId, authorId, createdAt, source },
        ...{ revision: sql.lit(1), format: sql.lit<'markdown'>('markdown'), reason: sql.lit('') },
      })),
    ) as unknown as Compilable<never>,
)

/** What a thread gains, and by what post it ends now. */
type ThreadGain = Pick<Tables['threads'], 'lastNumber' | 'lastPostAt' | 'lastAuthorId'> & {
  id: number
  posts: number
}

/** Adds to a thread's counts. */
export const growThread = prepared((db, { id, posts, lastNumber, lastPostAt, lastAuthorId }: ThreadGain) =>
  db
    .updateTable('threads')
    .set(eb => ({
      ...{ lastNumber, lastPostAt, lastAuthorId },
      postCount: eb('postCount', '+', posts),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id),
)

/** Adds to the messages of a member. */
export const addMessages = prepared((db, { id, posts }: { id: number; posts: number }) =>
  db
    .updateTable('members')
    .set(eb => ({ messageCount: eb('messageCount', '+', posts) }))
    .where('id', '=', id),
)

/** Whether anything was ever posted here. */
export async function hasThreads(db: Reader): Promise<boolean> {
  return (await db.selectFrom('threads').select('id').limit(1).executeTakeFirst()) !== undefined
}
