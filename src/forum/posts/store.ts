import { numberOf, postId, threadOf } from '#base/ids.ts'
import { keeper } from '#store/kept.ts'
import { prepared } from '#store/prepared.ts'
import type { Reader } from '#store/store.ts'
import type { Visible } from '../permissions/visible.ts'
import { type NumberRange, numbersOn, type Thread } from '../threads/model.ts'
import { findThread } from '../threads/store.ts'
import { isPlace, type Post, type PostPlace, type PostSource, type Revision, seenBy } from './model.ts'

const COLUMNS = [
  'id',
  'authorId',
  'guestName',
  'createdAt',
  'html',
  'renderer',
  'revision',
  'editedAt',
  'deletedAt',
  'deletedBy',
  'deleteReason',
] as const

type Row = Omit<Post, 'threadId' | 'number' | 'withheld'>

/** A row becomes the whole post, whoever may see it. */
const wholePost = (row: Row): Post =>
  Object.assign(row, { threadId: threadOf(row.id), number: numberOf(row.id), withheld: false })

const postOfRow = (visible: Visible, thread: Thread, row: Row): Post =>
  seenBy(visible, thread, wholePost(row))

const selectRange = prepared((db, { first, last }: { first: number; last: number }) =>
  db.selectFrom('posts').select(COLUMNS).where('id', '>=', first).where('id', '<=', last).orderBy('id'),
)

/** How many characters of printed posts are kept at hand, of all threads together. */
const KEPT_CHARACTERS = 2_000_000
/** What a post takes besides its text, in characters. */
const ROW_CHARACTERS = 500

const keep = keeper<readonly Post[]>({
  size: KEPT_CHARACTERS,
  sizeOf: posts => posts.reduce((sum, post) => sum + post.html.length + ROW_CHARACTERS, ROW_CHARACTERS),
})

/**
 * The posts on a page of a thread, a usual one or a range of numbers, in the order of their numbers; fewer where numbers
 * were never given. Deleted ones are among them, without what must not be seen.
 */
export async function postsOnPage(
  db: Reader,
  visible: Visible,
  thread: Thread,
  page: number | NumberRange,
): Promise<Post[]> {
  const { first, last } = typeof page === 'number' ? numbersOn(page) : page
  if (first < 1 || first > thread.lastNumber || !visible.readsIn(thread)) return []
  const range = {
    first: postId(thread.id, first),
    last: postId(thread.id, Math.min(last, thread.lastNumber)),
  }
  const key = `${visible.site.version} ${thread.id} ${thread.version} ${first} ${range.last}`
  const posts = await keep(db, key, async () => (await selectRange(db, range)).map(wholePost))
  return posts.map(post => seenBy(visible, thread, post))
}

const selectPost = prepared((db, { id }: { id: number }) =>
  db.selectFrom('posts').select(COLUMNS).where('id', '=', id),
)

/** A post and its thread, for those who may read them; a deleted post for moderators and its author alone. */
export async function findPost(
  db: Reader,
  visible: Visible,
  threadId: number,
  number: number,
): Promise<{ post: Post; thread: Thread } | undefined> {
  if (!isPlace({ threadId, number })) return undefined
  const thread = await findThread(db, visible, threadId)
  const post = thread && (await postOf(db, visible, thread, number))
  return post && { post, thread }
}

/** A post of a thread that somebody may read, as `findPost` gives it. */
export async function postOf(
  db: Reader,
  visible: Visible,
  thread: Thread,
  number: number,
): Promise<Post | undefined> {
  if (!isPlace({ threadId: thread.id, number })) return undefined
  const [row] = await selectPost(db, { id: postId(thread.id, number) })
  if (!row) return undefined
  const post = postOfRow(visible, thread, row)
  return post.withheld && post.authorId === null ? undefined : post
}

const selectSource = prepared((db, { id, revision }: { id: number; revision: number }) =>
  db
    .selectFrom('revisions')
    .select(['format', 'source', 'revision'])
    .where('postId', '=', id)
    .where('revision', '=', revision),
)

/** The source of a post's present wording; undefined where its text is withheld. */
export async function sourceOf(db: Reader, post: Post): Promise<PostSource | undefined> {
  if (post.withheld) return undefined
  const [row] = await selectSource(db, { id: post.id, revision: post.revision })
  return row
}

/** The most wordings of a post that are read at once. */
export const REVISIONS_AT_ONCE = 20

/**
 * The latest wordings of a post, or the latest before one, in their order; none where its text is withheld. `limit` is
 * `REVISIONS_AT_ONCE` unless given.
 */
export async function revisionsOf(
  db: Reader,
  post: Post,
  at: { before?: number | undefined; limit?: number | undefined } = {},
): Promise<Revision[]> {
  if (post.withheld) return []
  const rows = await revisions(db)
    .where('postId', '=', post.id)
    .where('revision', '<', at.before ?? post.revision + 1)
    .orderBy('revision', 'desc')
    .limit(at.limit ?? REVISIONS_AT_ONCE)
    .execute()
  return rows.reverse()
}

/** One wording of a post; undefined where there is none of that number, and where its text is withheld. */
export async function findRevision(db: Reader, post: Post, revision: number): Promise<Revision | undefined> {
  if (post.withheld) return undefined
  return revisions(db).where('postId', '=', post.id).where('revision', '=', revision).executeTakeFirst()
}

const revisions = (db: Reader) =>
  db
    .selectFrom('revisions')
    .leftJoin('members', 'members.id', 'revisions.authorId')
    .select([
      'revisions.revision',
      'revisions.format',
      'revisions.source',
      'revisions.authorId',
      'members.name as authorName',
      'revisions.createdAt',
      'revisions.reason',
    ])

const selectByRequest = prepared((db, { authorId, requestKey }: { authorId: number; requestKey: string }) =>
  db.selectFrom('posts').select('id').where('authorId', '=', authorId).where('requestKey', '=', requestKey),
)

/** The post that a form of somebody's has made already. */
export async function findByRequest(
  db: Reader,
  authorId: number,
  requestKey: string,
): Promise<PostPlace | undefined> {
  const [row] = await selectByRequest(db, { authorId, requestKey })
  return row && { threadId: threadOf(row.id), number: numberOf(row.id) }
}
