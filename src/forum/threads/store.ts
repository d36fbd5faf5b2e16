import { type ExpressionBuilder, type Kysely, sql } from 'kysely'
import { MAX_THREAD, postId } from '#base/ids.ts'
import { prepared } from '#store/prepared.ts'
import type { Reader, Writer } from '#store/store.ts'
import type { Tables } from '#store/tables.ts'
import { CONVERSATIONS } from '../boards/model.ts'
import { threadPlace } from '../drafts/model.ts'
import type { Visible } from '../permissions/visible.ts'
import {
  type ListedThread,
  THREADS_PER_PAGE,
  type Thread,
  type ThreadFilter,
  type ThreadList,
  type ThreadPlace,
  type ThreadSlice,
} from './model.ts'

const COLUMNS = [
  'threads.id',
  'threads.boardId',
  'threads.title',
  'threads.slug',
  'threads.authorId',
  'threads.guestName',
  'threads.createdAt',
  'threads.postCount',
  'threads.lastNumber',
  'threads.lastPostAt',
  'threads.lastAuthorId',
  'threads.locked',
  'threads.deletedAt',
  'threads.version',
  'threads.kind',
  'threads.prefixId',
  'threads.answer',
  'threads.sourceUrl',
] as const

type Row = Omit<Thread, 'locked' | 'people'> & { locked: 0 | 1 }

type ThreadOf<R> = Omit<R, 'locked'> & Pick<Thread, 'locked' | 'people'>

const threadOfRow = <R extends Row>(row: R, people: Thread['people'] = null): ThreadOf<R> => ({
  ...row,
  locked: row.locked === 1,
  people,
})

const selectPeople = prepared((db, { id }: { id: number }) =>
  db
    .selectFrom('conversationMembers')
    .select('memberId')
    .where('threadId', '=', id)
    .where('leftAt', 'is', null),
)

/** A row becomes a thread for whoever may read it; undefined for all others. A conversation is asked for its people. */
async function seen(db: Reader, visible: Visible, row: Row | undefined): Promise<Thread | undefined> {
  if (!row) return undefined
  const people =
    row.boardId === CONVERSATIONS
      ? new Set((await selectPeople(db, { id: row.id })).map(each => each.memberId))
      : null
  const thread = threadOfRow(row, people)
  const isSeen = visible.readsIn(thread) && (row.deletedAt === null || visible.moderatesIn(thread))
  return isSeen ? thread : undefined
}

const selectThread = prepared((db, { id }: { id: number }) =>
  db.selectFrom('threads').select(COLUMNS).where('id', '=', id),
)

/** A thread that somebody may read; undefined for all others, as for those that are not there. */
export async function findThread(db: Reader, visible: Visible, id: number): Promise<Thread | undefined> {
  if (id > MAX_THREAD) return undefined
  const [row] = await selectThread(db, { id })
  return seen(db, visible, row)
}

/** What there is to a thread besides its posts, so that a page asks only for what is there. */
export interface Holdings {
  readonly tags: boolean
  readonly poll: boolean
  /** Any of its posts has files. */
  readonly files: boolean
  /** The reader ignores somebody. */
  readonly ignores: boolean
  /** The reader has the draft of a reply. */
  readonly draft: boolean
}

const POSTS_PER_THREAD = sql.lit(postId(1, 0))
const numberedFrom = (number: number) =>
  sql<number>`${sql.ref('threads.id')} * ${POSTS_PER_THREAD} + ${sql.lit(number)}`

interface Asking {
  readonly id: number
  /** 0 for a guest. */
  readonly readerId: number
  readonly place: string
}

const selectHoldings = (
  { selectFrom, exists, ref }: ExpressionBuilder<Tables, 'threads'>,
  { readerId, place }: Asking,
) => [
  exists(selectFrom('threadTags').select('tagId').whereRef('threadId', '=', ref('threads.id'))).as('tags'),
  exists(selectFrom('polls').select('postId').where('postId', '=', numberedFrom(1))).as('poll'),
  exists(
    selectFrom('attachments')
      .select('postId')
      .where('postId', '>=', numberedFrom(0))
      .where('postId', '<', numberedFrom(postId(1, 0))),
  ).as('files'),
  exists(selectFrom('ignores').select('memberId').where('memberId', '=', readerId)).as('ignores'),
  exists(
    selectFrom('drafts').select('memberId').where('memberId', '=', readerId).where('place', '=', place),
  ).as('draft'),
]

const selectWhole = prepared((db, asking: Asking) =>
  db
    .selectFrom('threads')
    .select(COLUMNS)
    .select(eb => selectHoldings(eb, asking))
    .where('id', '=', asking.id),
)

/** SQLite says 1 and 0. */
const asSaid = ({ tags, poll, files, ignores, draft }: Record<keyof Holdings, unknown>): Holdings => ({
  ...{ tags: Boolean(tags), poll: Boolean(poll), files: Boolean(files) },
  ...{ ignores: Boolean(ignores), draft: Boolean(draft) },
})

/** The same as `findThread`, and in the same query what else there is to the thread. */
export async function findWithHoldings(
  db: Reader,
  visible: Visible,
  id: number,
): Promise<{ thread: Thread; holds: Holdings } | undefined> {
  if (id > MAX_THREAD) return undefined
  const readerId = visible.actor.memberId ?? 0
  const [row] = await selectWhole(db, { id, readerId, place: threadPlace(id) })
  if (!row) return undefined
  const { tags, poll, files, ignores, draft, ...rest } = row
  const thread = await seen(db, visible, rest)
  return thread && { thread, holds: asSaid({ tags, poll, files, ignores, draft }) }
}

const claim = prepared((db, { id }: { id: number }) =>
  db
    .updateTable('threads')
    .set(eb => ({ version: eb.ref('version') }))
    .where('id', '=', id)
    .returning(COLUMNS),
)

/** The same, and until the transaction ends nobody else can write to it: whoever wants to waits for that. */
export async function lockThread(db: Writer, visible: Visible, id: number): Promise<Thread | undefined> {
  if (id > MAX_THREAD) return undefined
  const [row] = await claim(db, { id })
  return seen(db, visible, row)
}

/** A list of some of the threads; the query is made for what is asked. */
function filteredQuery(
  db: Reader,
  values: ListValues,
  { direction, only, withDeleted }: { direction: Direction; only: ThreadFilter; withDeleted: boolean },
) {
  const { prefixId, tagId, kind } = only
  return (
    listQuery(db as Kysely<Tables>, values, direction, withDeleted)
      .$if(prefixId !== undefined, query => query.where('threads.prefixId', '=', prefixId!))
      .$if(kind !== undefined, query => query.where('threads.kind', '=', kind!))
      // Said for the index, which holds no discussions.
      .$if(kind !== undefined && kind !== 'discussion', query =>
        query.where('threads.kind', '<>', sql.lit('discussion')),
      )
      .$if(tagId !== undefined, query =>
        query.where('threads.id', 'in', eb =>
          eb.selectFrom('threadTags').select('threadTags.threadId').where('tagId', '=', tagId!),
        ),
      )
      .execute()
  )
}

type Direction = 'first' | 'older' | 'newer'
interface ListValues extends ThreadPlace {
  readonly boardId: number
  readonly limit: number
}

function listQuery(db: Kysely<Tables>, values: ListValues, direction: Direction, withDeleted: boolean) {
  const { boardId, lastPostAt, id, limit } = values
  const sort = direction === 'newer' ? 'asc' : 'desc'
  return db
    .selectFrom('threads')
    .leftJoin('members as starter', 'starter.id', 'threads.authorId')
    .leftJoin('members as last', 'last.id', 'threads.lastAuthorId')
    .select(COLUMNS)
    .select(['starter.name as authorName', 'last.name as lastAuthorName'])
    .where('threads.boardId', '=', boardId)
    .$if(!withDeleted, query => query.where('threads.deletedAt', 'is', null))
    .$if(direction !== 'first', query =>
      query.where(eb =>
        eb(
          eb.refTuple('threads.lastPostAt', 'threads.id'),
          direction === 'older' ? '<' : '>',
          eb.tuple(lastPostAt, id),
        ),
      ),
    )
    .orderBy('threads.lastPostAt', sort)
    .orderBy('threads.id', sort)
    .limit(limit)
}

const prepareList = (direction: Direction) => {
  const all = prepared((db, values: ListValues) => listQuery(db, values, direction, true))
  const kept = prepared((db, values: ListValues) => listQuery(db, values, direction, false))
  return (db: Reader, values: ListValues, withDeleted: boolean) => (withDeleted ? all : kept)(db, values)
}
const LISTS = { first: prepareList('first'), older: prepareList('older'), newer: prepareList('newer') }

/**
 * Threads of a board, newest activity first; deleted ones among them for those who may see them. None for a board that
 * may not be read.
 */
export async function threadsOf(
  db: Reader,
  visible: Visible,
  boardId: number,
  at: ThreadSlice = {},
): Promise<ThreadList> {
  if (!visible.reads(boardId)) return { threads: [], hasNewer: false, hasOlder: false }
  const limit = at.limit ?? THREADS_PER_PAGE
  const read = async (direction: Direction, place: ThreadPlace = { lastPostAt: 0, id: 0 }) => {
    const values = { boardId, lastPostAt: place.lastPostAt, id: place.id, limit: limit + 1 }
    const withDeleted = visible.moderates(boardId)
    const rows = await (at.only
      ? filteredQuery(db, values, { direction, only: at.only, withDeleted })
      : LISTS[direction](db, values, withDeleted))
    return {
      rows: rows.slice(0, limit).map<ListedThread>(row => threadOfRow(row)),
      hasMore: rows.length > limit,
    }
  }
  if (at.after) {
    const { rows, hasMore } = await read('newer', at.after)
    if (rows.length === limit) return { threads: rows.reverse(), hasNewer: hasMore, hasOlder: true }
  }
  const isFirst = at.after !== undefined || at.before === undefined
  const { rows, hasMore } = await (isFirst ? read('first') : read('older', at.before))
  return { threads: rows, hasNewer: !isFirst, hasOlder: hasMore }
}

/**
 * Threads of a tag in all boards that somebody may read, the newest first: those that were started before the one of the id
 * `before`, if that is given. `hasOlder` says whether there are more.
 */
export async function threadsTagged(
  db: Reader,
  { boards }: Visible,
  { tagId, before, limit = THREADS_PER_PAGE }: { tagId: number; before?: number | undefined; limit?: number },
): Promise<Pick<ThreadList, 'threads' | 'hasOlder'>> {
  if (boards.size === 0) return { threads: [], hasOlder: false }
  const rows = await db
    .selectFrom('threadTags')
    .innerJoin('threads', 'threads.id', 'threadTags.threadId')
    .leftJoin('members as starter', 'starter.id', 'threads.authorId')
    .leftJoin('members as last', 'last.id', 'threads.lastAuthorId')
    .select(COLUMNS)
    .select(['starter.name as authorName', 'last.name as lastAuthorName'])
    .where('threadTags.tagId', '=', tagId)
    .where('threads.boardId', 'in', [...boards])
    .where('threads.deletedAt', 'is', null)
    .$if(before !== undefined, query => query.where('threadTags.threadId', '<', before!))
    .orderBy('threadTags.threadId', 'desc')
    .limit(limit + 1)
    .execute()
  return {
    threads: rows.slice(0, limit).map<ListedThread>(row => threadOfRow(row)),
    hasOlder: rows.length > limit,
  }
}
