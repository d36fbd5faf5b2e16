import { excerpt, parse } from '@rostra/markup'
import { type Expression, sql } from 'kysely'
import { numberOf, postId, threadOf } from '#base/ids.ts'
import type { Reader } from '#store/store.ts'
import type { Visible } from '../permissions/visible.ts'
import type { Format, LatestPlace, LatestPost } from './model.ts'

const EXCERPT = 240
/** More of a text is not read for its excerpt. */
const LONGEST_READ = 10_000
/** Divides a post's id into its thread's. */
const POSTS_PER_THREAD = postId(1, 0)

/** Which of the latest posts are wanted. */
interface LatestAsked {
  readonly limit: number
  /** The last one shown already. */
  readonly before?: LatestPlace | undefined
  /** None that is older, in epoch milliseconds. */
  readonly since?: number | undefined
}

/** What somebody wrote last, newest first, as `latestPostsBy` gives it. */
export const latestPostsOf = (
  db: Reader,
  visible: Visible,
  memberId: number,
  limit: number,
  before?: LatestPlace,
): Promise<LatestPost[]> => latestPostsBy(db, visible, sql<number>`(${memberId})`, { limit, before })

/**
 * What some members wrote last, newest first: posts that are not deleted, in threads that are not, in boards that may be
 * read. `authors` is a list in SQL of their ids; where it is long, `since` must be given.
 */
export async function latestPostsBy(
  db: Reader,
  visible: Visible,
  authors: Expression<number>,
  { limit, before, since }: LatestAsked,
): Promise<LatestPost[]> {
  if (visible.boards.size === 0) return []
  const rows = await db
    .selectFrom('posts')
    .innerJoin('threads', join =>
      join.on('threads.id', '=', sql<number>`${sql.ref('posts.id')} / ${sql.lit(POSTS_PER_THREAD)}`),
    )
    .innerJoin('revisions', join =>
      join.onRef('revisions.postId', '=', 'posts.id').onRef('revisions.revision', '=', 'posts.revision'),
    )
    .leftJoin('members', 'members.id', 'posts.authorId')
    .select([
      'posts.id',
      'posts.createdAt',
      'members.name as authorName',
      'threads.title',
      'threads.slug',
      'threads.boardId',
    ])
    .select(['revisions.source', 'revisions.format'])
    .where('posts.authorId', 'in', authors)
    .$if(since !== undefined, query => query.where('posts.createdAt', '>=', since!))
    .where('posts.deletedAt', 'is', null)
    .where('threads.deletedAt', 'is', null)
    .where('threads.boardId', 'in', [...visible.boards])
    .$if(before !== undefined, query =>
      query.where(eb =>
        eb(eb.refTuple('posts.createdAt', 'posts.id'), '<', eb.tuple(before!.createdAt, before!.id)),
      ),
    )
    .orderBy('posts.createdAt', 'desc')
    .orderBy('posts.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ id, createdAt, authorName, title, slug, boardId, source, format }) => ({
    ...{ id, threadId: threadOf(id), number: numberOf(id), createdAt, boardId, authorName },
    ...{ threadTitle: title, threadSlug: slug, excerpt: excerptOf(source, format) },
  }))
}

const excerptOf = (source: string, format: Format): string =>
  excerpt(parse(source.slice(0, LONGEST_READ), format), EXCERPT)
