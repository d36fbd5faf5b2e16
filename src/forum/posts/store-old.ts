import { threadOf } from '#base/ids.ts'
import { prepared } from '#store/prepared.ts'
import type { Reader, Writer } from '#store/store.ts'
import type { Tables } from '#store/tables.ts'
import { readProgress, writeProgress } from '../settings/store-progress.ts'
import type { Format } from './model.ts'

/** How far the posts have been printed by a version of the renderer. */
export interface PrintedSoFar {
  readonly version: number
  /** The id of the post that was looked at last; 0 at the beginning of a round. */
  readonly after: number
  /** Posts of an older version that this round has met. */
  readonly met: number
  /** Whether a whole round has met none. */
  readonly isDone: boolean
}

const NAME = 'printed'

/** What was written down last; undefined where nothing was. */
export const readPrinted = async (db: Reader): Promise<PrintedSoFar | undefined> =>
  (await readProgress<PrintedSoFar>(db, NAME))?.progress

/** Writes down how far it has come. */
export const writePrinted = (db: Writer, printed: PrintedSoFar): Promise<void> =>
  writeProgress(db, NAME, printed)

const selectNext = prepared((db, { after, limit }: { after: number; limit: number }) =>
  db.selectFrom('posts').select(['id', 'renderer']).where('id', '>', after).orderBy('id').limit(limit),
)

/** The next posts behind one, and the versions that they were printed by. */
export async function nextPosts(
  db: Reader,
  after: number,
  limit: number,
): Promise<{ id: number; renderer: number }[]> {
  return selectNext(db, { after, limit })
}

/** Posts of a range of ids, the first left out, whose HTML leads to a member. */
export async function postsNaming(
  db: Reader,
  memberId: number,
  range: { readonly after: number; readonly last: number },
): Promise<number[]> {
  const rows = await db
    .selectFrom('posts')
    .select('id')
    .where('id', '>', range.after)
    .where('id', '<=', range.last)
    .where('html', 'like', `%/members/${memberId}/%`)
    .orderBy('id')
    .execute()
  return rows.map(row => row.id)
}

/** A post as it is stored, with the source of its present wording. */
export type StoredText = Tables['posts'] & {
  readonly format: Format
  readonly source: string
  /** When that was written, epoch milliseconds. */
  readonly writtenAt: number
}

/** Whole posts by their ids. */
export async function storedTexts(db: Reader, ids: readonly number[]): Promise<StoredText[]> {
  return db
    .selectFrom('posts')
    .innerJoin('revisions', join =>
      join.onRef('revisions.postId', '=', 'posts.id').onRef('revisions.revision', '=', 'posts.revision'),
    )
    .selectAll('posts')
    .select(['revisions.format', 'revisions.source', 'revisions.createdAt as writtenAt'])
    .where('posts.id', 'in', ids)
    .execute()
}

/**
 * Writes how posts are printed now, unless they have got another wording meanwhile, or their words were taken out; makes the
 * pages they are on old.
 */
export async function writePrints(db: Writer, texts: readonly StoredText[]): Promise<void> {
  if (texts.length === 0) return
  const posts = texts.map(({ format: _format, source: _source, writtenAt: _at, ...post }) => post)
  const threads = new Set(posts.map(post => threadOf(post.id)))
  await db
    .updateTable('threads')
    .set(eb => ({ version: eb('version', '+', 1) }))
    .where('id', 'in', [...threads])
    .execute()
  await db
    .insertInto('posts')
    // All rows are there: they are updated. A request that has been met must not be taken for another post's.
    .values(posts.map(post => ({ ...post, requestKey: null })))
    .onConflict(conflict =>
      conflict
        .column('id')
        .doUpdateSet(eb => ({ html: eb.ref('excluded.html'), renderer: eb.ref('excluded.renderer') }))
        .whereRef('posts.revision', '=', 'excluded.revision')
        .where('posts.html', '<>', ''),
    )
    .execute()
}
