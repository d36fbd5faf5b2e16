import { type Kysely, type RawBuilder, sql } from 'kysely'
import { numberOf, threadOf } from '#base/ids.ts'
import { prepared, preparedList } from '#store/prepared.ts'
import type { Reader } from '#store/store.ts'
import type { Tables } from '#store/tables.ts'
import { type Context, contextOf } from '../findings/context.ts'
import type { PostFindings } from '../findings/model.ts'
import { readableText } from '../findings/text.ts'
import type { Visible } from '../permissions/visible.ts'
import type { NamedPost } from '../quotations/model.ts'
import { boardsOf, isReadable, written } from '../quotations/store-posts.ts'
import { type Found, foundIn, sourcesInText, spanOf } from './finding.ts'
import { type KeptSource, MOST_COUNTED, MOST_REQUESTS } from './model.ts'
import { sourceOfRow } from './store.ts'

/** How much is shown of the text before and behind what is asked about, in UTF-16 units. */
const AROUND = 90

/** Columns that name a post, of `posts`, `threads` and `members`. */
const POST = sql`posts.author_id, coalesce(members.name, posts.guest_name) as author_name,
  posts.created_at as written_at, threads.title as thread_title, threads.slug as thread_slug, threads.board_id`

interface PostColumns
  extends Pick<NamedPost, 'authorId' | 'authorName' | 'threadTitle' | 'threadSlug' | 'boardId'> {
  readonly postId: number
  readonly writtenAt: number
}

const namedPost = (row: PostColumns): NamedPost => ({
  ...{ id: row.postId, threadId: threadOf(row.postId), number: numberOf(row.postId), at: row.writtenAt },
  ...{ threadTitle: row.threadTitle, threadSlug: row.threadSlug, boardId: row.boardId },
  ...{ authorId: row.authorId, authorName: row.authorName },
})

/** A finding for which many ask for a source. */
export interface AskedFinding extends Context {
  readonly post: NamedPost
  readonly key: string
  readonly kind: Found['kind']
  /** How many members ask. */
  readonly count: number
}

/** A place in the list of what is asked for most: the one that was shown last. */
export interface AskedPlace {
  readonly count: number
  readonly postId: number
  readonly key: string
}

/** Part of a list, and where it goes on; null at its end. */
export interface Part<T, Place> {
  readonly items: readonly T[]
  readonly next: Place | null
}

type AskedRow = PostColumns & { readonly key: string; readonly count: number }

const selectAsked = prepared(
  (db, { boards, count, postId, key, limit }: AskedPlace & { boards: string; limit: number }) =>
    written(
      db,
      sql<AskedRow>`select asked.post_id, asked.key, count(*) as count, ${POST}
      from (select post_id, key from source_requests where lost = 0 order by at desc limit ${sql.lit(MOST_REQUESTS)}) asked
      cross join posts cross join threads left join members on members.id = posts.author_id
      where ${isReadable(db, sql<number>`asked.post_id`, boards)}
        and not exists (select 1 from sources where sources.post_id = asked.post_id and sources.key = asked.key
          and sources.origin = 'given' and sources.removed_at is null)
      group by asked.post_id, asked.key, posts.id, threads.id, members.id
      having (count(*), asked.post_id, asked.key) < (${count}, ${postId}, ${key})
      order by count(*) desc, asked.post_id desc, asked.key desc limit ${limit}`,
    ),
)

const selectRead = preparedList((db, ids) =>
  db
    .selectFrom('readings')
    .innerJoin('posts', 'posts.id', 'readings.postId')
    .select(['posts.id', 'posts.html', 'readings.findings'])
    .whereRef('readings.revision', '=', 'posts.revision')
    .whereRef('readings.renderer', '=', 'posts.renderer')
    .where('posts.id', 'in', ids),
)

/** A place before all others. */
const FIRST: AskedPlace = { count: Number.MAX_SAFE_INTEGER, postId: 0, key: '' }

/**
 * Findings without a source for which most members ask, of the latest `MOST_REQUESTS` requests, in posts that may be read.
 * Two queries.
 */
export async function mostAsked(
  db: Reader,
  visible: Visible,
  limit: number,
  after: AskedPlace = FIRST,
): Promise<Part<AskedFinding, AskedPlace>> {
  if (visible.boards.size === 0) return { items: [], next: null }
  const all = await selectAsked(db, { ...after, boards: boardsOf(visible), limit: limit + 1 })
  const rows = all.slice(0, limit)
  const read = await selectRead(
    db,
    rows.map(row => row.postId),
  )
  const texts = new Map(read.map(({ id, html, findings }) => [id, { html, findings }]))
  const items = rows.flatMap(row => {
    const words = wordsOf(texts.get(row.postId), row.key)
    return words ? [{ post: namedPost(row), key: row.key, ...words, count: Number(row.count) }] : []
  })
  const last = rows.at(-1)
  const isMore = all.length > limit && last !== undefined
  return { items, next: isMore ? { count: Number(last.count), postId: last.postId, key: last.key } : null }
}

/** What a finding is and says; null where the post has none of that name any more, or gives a source for it. */
function wordsOf(
  post: { readonly html: string; readonly findings: string } | undefined,
  key: string,
): (Context & { kind: Found['kind'] }) | null {
  if (!post) return null
  const findings = JSON.parse(post.findings) as PostFindings
  const found = foundIn(findings, key)
  if (!found || sourcesInText(findings, found).length > 0) return null
  return { kind: found.kind, ...contextOf(readableText(post.html).text, spanOf(found), AROUND) }
}

/** A publisher in a list. */
export interface ListedPublisher {
  readonly publisher: string
  /** How many sources are from there, in posts that may be read; counted up to `MOST_COUNTED`. */
  readonly sourceCount: number
}

/** Of a publisher the latest sources are looked at, so many: one that is cited where nobody may read is not read in full. */
export const MOST_LOOKED_AT = 10 * MOST_COUNTED
/** Publishers are gone through for one part of the list, so many, whether they may be shown or not. */
export const PUBLISHERS_AT_ONCE = 1000

type PublisherRow = ListedPublisher & { readonly place: number }

/**
 * The publishers behind one, each with its count: from name to name along the index. The last that is gone through is among
 * them, whatever its count is.
 */
const publisherRows = (db: Kysely<Tables>, after: string, boards: string): RawBuilder<PublisherRow> =>
  sql`with recursive names (publisher, place) as (
      select min(publisher), 1 from sources where publisher > ${after}
      union all
      select (select min(publisher) from sources where sources.publisher > names.publisher), place + 1 from names
        where names.publisher is not null and place < ${sql.lit(PUBLISHERS_AT_ONCE)})
    select publisher, place, source_count from (select names.publisher, place, (select count(*) from (select 1
        from (select post_id from sources where sources.publisher = names.publisher
            and sources.removed_at is null and sources.lost = 0
          order by sources.at desc, sources.id desc limit ${sql.lit(MOST_LOOKED_AT)}) latest
        cross join posts cross join threads
        where ${isReadable(db, sql<number>`latest.post_id`, boards)} limit ${sql.lit(MOST_COUNTED)}) counted)
        as source_count from names where names.publisher is not null) listed
    where source_count > 0 or place = ${sql.lit(PUBLISHERS_AT_ONCE)}`

const selectPublishers = prepared(
  (db, { boards, after, limit }: { boards: string; after: string; limit: number }) =>
    written(db, sql<PublisherRow>`${publisherRows(db, after, boards)} limit ${limit}`),
)

/**
 * The publishers that posts cite, by name, in posts that may be read. `after` is the last that was shown. Where very many may
 * not be read a part can hold fewer, and none, and the list goes on all the same.
 */
export async function publishers(
  db: Reader,
  visible: Visible,
  limit: number,
  after = '',
): Promise<Part<ListedPublisher, string>> {
  if (visible.boards.size === 0) return { items: [], next: null }
  const rows = await selectPublishers(db, { boards: boardsOf(visible), after, limit: limit + 1 })
  const items = rows
    .slice(0, limit)
    .map(({ publisher, sourceCount }) => ({ publisher, sourceCount: Number(sourceCount) }))
    .filter(each => each.sourceCount > 0)
  const last = rows.at(-1)
  if (rows.length > limit) return { items, next: rows[limit - 1]!.publisher }
  return { items, next: last?.place === PUBLISHERS_AT_ONCE ? last.publisher : null }
}

/** A source in the list of a publisher's. */
export interface ListedSource extends KeptSource {
  readonly post: NamedPost
  /** Who gave it; null for one in the text. */
  readonly giver: string | null
}

/** A source's place in a list by time: the one that was shown last. */
export interface SourcePlace {
  readonly at: number
  readonly id: number
}

type SourceRow = Omit<KeptSource, 'difference'> & { difference: string; giver: string | null } & PostColumns

const selectBy = prepared(
  (
    db,
    { boards, publisher, at, id, limit }: SourcePlace & { boards: string; publisher: string; limit: number },
  ) =>
    written(
      db,
      sql<SourceRow>`select sources.id, sources.post_id, sources.key, sources.origin, sources.url,
        sources.publisher, sources.published, sources.title, sources.excerpt, sources.verdict,
        sources.difference, sources.member_id, sources.at, sources.checked_at, giver.name as giver, ${POST}
      from sources cross join posts cross join threads left join members on members.id = posts.author_id
      left join members giver on giver.id = sources.member_id
      where sources.publisher = ${publisher} and (sources.at, sources.id) < (${at}, ${id})
        and sources.removed_at is null and sources.lost = 0 and ${isReadable(db, sql<number>`sources.post_id`, boards)}
      order by sources.at desc, sources.id desc limit ${limit}`,
    ),
)

/** The sources of a publisher that posts cite, the latest first, in posts that may be read. */
export async function sourcesBy(
  db: Reader,
  visible: Visible,
  publisher: string,
  { limit, after }: { readonly limit: number; readonly after?: SourcePlace | undefined },
): Promise<Part<ListedSource, SourcePlace>> {
  if (visible.boards.size === 0) return { items: [], next: null }
  const place = after ?? { at: Number.MAX_SAFE_INTEGER, id: 0 }
  const all = await selectBy(db, { ...place, boards: boardsOf(visible), publisher, limit: limit + 1 })
  const items = all.slice(0, limit).map(listedSource)
  const last = items.at(-1)
  return { items, next: all.length > limit && last ? { at: last.at, id: last.id } : null }
}

function listedSource({ giver, ...row }: SourceRow): ListedSource {
  const {
    authorId: _a,
    authorName: _n,
    writtenAt: _w,
    threadTitle: _t,
    threadSlug: _s,
    boardId: _b,
    ...own
  } = row
  return { ...sourceOfRow(own), post: namedPost(row), giver }
}
