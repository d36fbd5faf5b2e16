import { excerpt, parse } from '@rostra/markup'
import { sql } from 'kysely'
import { numberOf, postId, threadOf } from '#base/ids.ts'
import type { Reader } from '#store/store.ts'
import type { Visible } from '../permissions/visible.ts'
import type { Format, LatestPlace, LatestPost } from './model.ts'

const EXCERPT = 240
/** More of a text is not read for its excerpt. */
const LONGEST_READ = 10_000
/** Divides a post's id into its thread's. */
const POSTS_PER_THREAD = postId(1, 0)

/**
 * What somebody wrote last, newest first: posts that are not deleted, in threads that are not, in boards that may be
 * read. `before` is the last one shown already.
 */
export async function latestPostsOf(
  db: Reader,
  visible: Visible,
  memberId: number,
  limit: number,
  before?: LatestPlace,
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
    .select(['posts.id', 'posts.createdAt', 'threads.title', 'threads.slug', 'threads.boardId'])
    .select(['revisions.source', 'revisions.format'])
    .where('posts.authorId', '=', memberId)
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
  return rows.map(({ id, createdAt, title, slug, boardId, source, format }) => ({
    ...{ id, threadId: threadOf(id), number: numberOf(id), createdAt, boardId },
    ...{ threadTitle: title, threadSlug: slug, excerpt: excerptOf(source, format) },
  }))
}

const excerptOf = (source: string, format: Format): string =>
  excerpt(parse(source.slice(0, LONGEST_READ), format), EXCERPT)
