import { sql } from 'kysely'
import { prepared } from '#store/prepared.ts'
import type { Reader, Writer } from '#store/store.ts'
import { keptKinds } from '../kinds/model.ts'
import type { BoardCounts, BoardText } from './model.ts'

/** The query that reads the counts of so many boards; the slots are named by their places. */
const selectCounts = (size: number) =>
  prepared((db, ids: Record<string, number>) =>
    db
      .selectFrom('boards')
      .leftJoin('threads', join =>
        join
          .onRef('threads.id', '=', 'boards.lastThreadId')
          .onRef('threads.boardId', '=', 'boards.id')
          .on('threads.deletedAt', 'is', null),
      )
      .leftJoin('members', 'members.id', 'threads.lastAuthorId')
      .where(
        'boards.id',
        'in',
        Array.from({ length: size }, (_, index) => ids[`board${index}`]!),
      )
      .select([
        'boards.id',
        'boards.threadCount',
        'boards.postCount',
        'boards.lastPostAt',
        'boards.version',
        'threads.id as threadId',
        'threads.title',
        'threads.slug',
        'threads.lastNumber',
        'members.name',
      ]),
  )

/** Size → its query. Sizes are powers of two, so that they are few. */
const countQueries = new Map<number, ReturnType<typeof selectCounts>>()
/** The most boards asked for at once. */
const LARGEST_BATCH = 128

function countQuery(size: number): ReturnType<typeof selectCounts> {
  const query = countQueries.get(size) ?? selectCounts(size)
  countQueries.set(size, query)
  return query
}

/** Ids of boards → how much each holds by itself, and its last thread where that is not deleted and still in it. */
export async function countsOf(db: Reader, boardIds: Iterable<number>): Promise<Map<number, BoardCounts>> {
  const ids = [...new Set(boardIds)]
  const counts = new Map<number, BoardCounts>()
  for (let start = 0; start < ids.length; start += LARGEST_BATCH) {
    const batch = ids.slice(start, start + LARGEST_BATCH)
    const size = 2 ** Math.ceil(Math.log2(batch.length))
    const values = Array.from({ length: size }, (_, index) => [`board${index}`, batch[index] ?? batch[0]!])
    for (const row of await countQuery(size)(db, Object.fromEntries(values))) {
      const { id, threadId, title, slug, lastNumber, name, ...own } = row
      const lastThread =
        threadId === null
          ? null
          : { id: threadId, title: title!, slug: slug!, lastNumber: lastNumber!, lastAuthor: name }
      counts.set(id, { ...own, lastThread })
    }
  }
  return counts
}

/** Adds a board behind those that stand beside it; → its id. */
export async function insertBoard(db: Writer, parentId: number | null, text: BoardText): Promise<number> {
  const last = await db
    .selectFrom('boards')
    .select(eb => eb.fn.max('position').as('position'))
    .where('parentId', parentId === null ? 'is' : '=', parentId)
    .executeTakeFirst()
  const { id } = await db
    .insertInto('boards')
    .values({
      ...columnsOf(text),
      parentId,
      position: Number(last?.position ?? 0) + 1,
      lastThreadId: null,
      lastPostAt: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

const flag = (yes: boolean): 0 | 1 => (yes ? 1 : 0)

const columnsOf = (text: BoardText) =>
  ({
    title: text.title,
    description: text.description,
    section: flag(text.section),
    ...(text.excerptLimit !== undefined && { excerptLimit: text.excerptLimit }),
    ...(text.editMinutes !== undefined && { editMinutes: text.editMinutes }),
    ...(text.kinds !== undefined && { kinds: keptKinds(text.kinds) }),
    ...(text.prefixRequired !== undefined && { prefixRequired: flag(text.prefixRequired) }),
  }) as const

/** Writes what is said about a board. */
export async function updateBoard(db: Writer, id: number, text: BoardText): Promise<void> {
  await db
    .updateTable('boards')
    .set(eb => ({ ...columnsOf(text), version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** Puts boards under one parent, in the given order. */
export async function placeBoards(
  db: Writer,
  parentId: number | null,
  ids: readonly number[],
): Promise<void> {
  const [first, ...others] = ids.map((id, index) => ({ id, position: sql.lit(index + 1) }))
  if (!first) return
  await db
    .updateTable('boards')
    .set(eb => {
      let cases = eb.case().when('id', '=', first.id).then(first.position)
      for (const { id, position } of others) cases = cases.when('id', '=', id).then(position)
      return { parentId, position: cases.else(eb.ref('position')).end() }
    })
    .where('id', 'in', ids)
    .execute()
}

/** Whether a board holds a thread, be it a deleted one. */
export async function holdsThreads(db: Reader, id: number): Promise<boolean> {
  const row = await db
    .selectFrom('threads')
    .select('id')
    .where('boardId', '=', id)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Removes a board that holds neither threads nor boards; → whether it did. */
export async function removeBoard(db: Writer, id: number): Promise<boolean> {
  const result = await db
    .deleteFrom('boards')
    .where('id', '=', id)
    .where(eb =>
      eb.not(eb.exists(eb.selectFrom('threads').select('threads.id').where('boardId', '=', id).limit(1))),
    )
    .where(eb =>
      eb.not(eb.exists(eb.selectFrom('boards as inner').select('inner.id').where('inner.parentId', '=', id))),
    )
    .executeTakeFirst()
  return Number(result.numDeletedRows) > 0
}
