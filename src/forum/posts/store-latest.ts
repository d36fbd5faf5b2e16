import { excerpt, parse } from '@rostra/markup'
import { type Expression, type ExpressionBuilder, sql } from 'kysely'
import { numberOf, postId, threadOf } from '#base/ids.ts'
import type { Reader } from '#store/store.ts'
import type { Tables } from '#store/tables.ts'
import { containing } from '../members/pattern.ts'
import type { Visible } from '../permissions/visible.ts'
import type { Format, LatestPlace, LatestPost } from './model.ts'

const EXCERPT = 240
/** More of a text is not read for its excerpt, nor looked through for words. */
export const LONGEST_READ = 10_000
/** Divides a post's id into its thread's. */
const POSTS_PER_THREAD = postId(1, 0)

/** Which of the latest posts are wanted. */
interface LatestAsked {
  readonly limit: number
  /** The last one shown already. */
  readonly before?: LatestPlace | undefined
  /** None that is older, in epoch milliseconds. */
  readonly since?: number | undefined
  /** Only those that hold all of these words. */
  readonly having?: { readonly words: readonly string[]; readonly upTo: LatestPlace } | undefined
}

/** Posts that are looked through at once, so that nobody else waits for it. */
export const LOOKED_THROUGH = 2000

/** What was found of a search in somebody's posts, and how far it went. */
export interface FoundPosts {
  readonly posts: readonly LatestPost[]
  /** How many posts were looked through. */
  readonly looked: number
  /** The last of them, where there are more. */
  readonly upTo: LatestPlace | null
}

/**
 * What somebody wrote that holds all of the words, newest first, among the latest `LOOKED_THROUGH` posts of theirs before a
 * place. Capitals make no difference as far as the database knows them; of a long post the beginning is looked through.
 */
export async function findPostsOf(
  db: Reader,
  visible: Visible,
  memberId: number,
  asked: {
    readonly words: readonly string[]
    readonly limit: number
    readonly before?: LatestPlace | undefined
  },
): Promise<FoundPosts> {
  const { words, limit, before } = asked
  const last = await db
    .selectFrom(eb =>
      eb
        .selectFrom('posts')
        .select(['posts.id', 'posts.createdAt'])
        .where('posts.authorId', '=', memberId)
        .$if(before !== undefined, query => query.where(olderThan(before!)))
        .orderBy('posts.createdAt', 'desc')
        .orderBy('posts.id', 'desc')
        .limit(LOOKED_THROUGH)
        .as('latest'),
    )
    .select(['id', 'createdAt', sql<number>`count(*) over ()`.as('looked')])
    .orderBy('createdAt')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  if (!last) return { posts: [], looked: 0, upTo: null }
  const upTo = { createdAt: last.createdAt, id: last.id }
  const author = sql<number>`(${memberId})`
  const posts = await latestPostsBy(db, visible, author, { limit, before, having: { words, upTo } })
  const looked = Number(last.looked)
  return { posts, looked, upTo: looked === LOOKED_THROUGH ? upTo : null }
}

type InPosts = ExpressionBuilder<Tables, 'posts'>
const olderThan =
  ({ createdAt, id }: LatestPlace) =>
  (eb: InPosts) =>
    eb(eb.refTuple('posts.createdAt', 'posts.id'), '<', eb.tuple(createdAt, id))
const noOlderThan =
  ({ createdAt, id }: LatestPlace) =>
  (eb: InPosts) =>
    eb(eb.refTuple('posts.createdAt', 'posts.id'), '>=', eb.tuple(createdAt, id))

const holding = (word: string) =>
  sql<boolean>`lower(substr(revisions.source, 1, ${sql.lit(LONGEST_READ)})) like lower(${containing(word)}) escape '\\'`

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
  { limit, before, since, having }: LatestAsked,
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
    .$if(before !== undefined, query => query.where(olderThan(before!)))
    .$if(having !== undefined, query =>
      query.where(noOlderThan(having!.upTo)).where(eb => eb.and(having!.words.map(holding))),
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
