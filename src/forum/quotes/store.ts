import { type Kysely, sql } from 'kysely'
import { postId } from '#base/ids.ts'
import { preparedList } from '#store/prepared.ts'
import type { Reader, Writer } from '#store/store.ts'
import type { Tables } from '#store/tables.ts'
import type { Format } from '../posts/model.ts'
import type { SourceState } from './model.ts'

/** How packages/markup begins a quote block that names a post. */
export const OPENING = '<blockquote class="quote" data-post="'
const HOLDS_QUOTES = sql<boolean>`posts.html like ${sql.lit(`%${OPENING}%`)}`
/** Rows that are written at once. */
const ROWS_AT_ONCE = 500

type QuoteRow = Tables['quotes']
type Database = Reader | Writer

/** A post that may carry quotes, in its present wording. */
export interface QuotingPost {
  readonly id: number
  readonly revision: number
  readonly format: Format
  readonly source: string
  /** When this wording was written. */
  readonly writtenAt: number
}

const selectQuoting = preparedList((db, ids) =>
  db
    .selectFrom('posts')
    .innerJoin('revisions', join =>
      join.onRef('revisions.postId', '=', 'posts.id').onRef('revisions.revision', '=', 'posts.revision'),
    )
    .select(['posts.id', 'posts.revision', 'revisions.format', 'revisions.source'])
    .select('revisions.createdAt as writtenAt')
    .where('posts.id', 'in', ids)
    .where(eb =>
      eb.or([
        HOLDS_QUOTES,
        eb.exists(eb.selectFrom('quotes').select('position').whereRef('quotes.postId', '=', 'posts.id')),
      ]),
    ),
)

/** Those of some posts that carry quotes, or did when they were last looked at. */
export const quotingPosts = (db: Database, ids: Iterable<number>): Promise<QuotingPost[]> =>
  selectQuoting(db, ids)

/** The rows that are kept of some posts. */
export async function rowsOf(db: Database, ids: readonly number[]): Promise<QuoteRow[]> {
  if (ids.length === 0) return []
  return (db as Kysely<Tables>)
    .selectFrom('quotes')
    .selectAll()
    .where('postId', 'in', ids)
    .orderBy('postId')
    .orderBy('position')
    .execute()
}

/** The row of one quote; undefined where there is none. */
export async function rowOf(db: Reader, id: number, position: number): Promise<QuoteRow | undefined> {
  return db
    .selectFrom('quotes')
    .selectAll()
    .where('postId', '=', id)
    .where('position', '=', position)
    .executeTakeFirst()
}

const selectStates = preparedList((db, ids) =>
  db
    .selectFrom('posts')
    .innerJoin('threads', join =>
      join.on('threads.id', '=', sql<number>`posts.id / ${sql.lit(postId(1, 0))}`),
    )
    .select(['posts.id', 'posts.revision', 'threads.boardId'])
    .select(sql<number | null>`coalesce(posts.deleted_at, threads.deleted_at)`.as('goneAt'))
    .where('posts.id', 'in', ids),
)

/** What some posts are at present, by their ids; those that are not there are missing. Whoever asks sees to who may know. */
export async function statesOf(db: Database, ids: Iterable<number>): Promise<Map<number, SourceState>> {
  return new Map((await selectStates(db, ids)).map(state => [state.id, state]))
}

/** A wording of a post, by its number. */
export interface WordingPlace {
  readonly id: number
  readonly revision: number
}

/** Wordings of posts, those that are there. */
export async function wordingsOf(
  db: Database,
  places: readonly WordingPlace[],
): Promise<(WordingPlace & { readonly format: Format; readonly source: string })[]> {
  if (places.length === 0) return []
  return (db as Kysely<Tables>)
    .selectFrom('revisions')
    .select(['postId as id', 'revision', 'format', 'source'])
    .where(eb =>
      eb.or(places.map(({ id, revision }) => eb.and([eb('postId', '=', id), eb('revision', '=', revision)]))),
    )
    .execute()
}

/** When the wordings of posts were written, in their order. */
export async function timesOf(
  db: Database,
  ids: readonly number[],
): Promise<(WordingPlace & { readonly createdAt: number })[]> {
  if (ids.length === 0) return []
  return (db as Kysely<Tables>)
    .selectFrom('revisions')
    .select(['postId as id', 'revision', 'createdAt'])
    .where('postId', 'in', ids)
    .orderBy('revision')
    .execute()
}

/** Posts whose rows are replaced, the threads that they stand in, and those of the threads whose kept pages are old then. */
export interface Replaced {
  readonly ids: readonly number[]
  readonly threadIds: readonly number[]
  readonly old: ReadonlySet<number>
}

/** Puts rows in the place of those that some posts had. */
export async function replaceRows(db: Writer, posts: Replaced, rows: readonly QuoteRow[]): Promise<void> {
  // First, so that whoever does the same for a post of such a thread waits.
  await db
    .updateTable('threads')
    .set(eb => ({
      version: eb
        .case()
        .when('id', 'in', [0, ...posts.old])
        .then(eb('version', '+', 1))
        .else(eb.ref('version'))
        .end(),
    }))
    .where('id', 'in', posts.threadIds)
    .execute()
  await db.deleteFrom('quotes').where('postId', 'in', posts.ids).execute()
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
    await db
      .insertInto('quotes')
      .values(rows.slice(from, from + ROWS_AT_ONCE))
      .onConflict(conflict =>
        conflict.columns(['postId', 'position']).doUpdateSet(eb => ({
          sourceId: eb.ref('excluded.sourceId'),
          sourceRevision: eb.ref('excluded.sourceRevision'),
          verdict: eb.ref('excluded.verdict'),
          difference: eb.ref('excluded.difference'),
        })),
      )
      .execute()
}
