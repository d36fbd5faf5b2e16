import { sql } from 'kysely'
import { postId } from '#base/ids.ts'
import { prepared } from '#store/prepared.ts'
import type { Writer } from '#store/store.ts'

/** How much more, or less, a board holds. */
export interface BoardChange {
  readonly boardId: number
  readonly threads: number
  readonly posts: number
}

const count = prepared((db, { boardId, threads, posts }: BoardChange) =>
  db
    .updateTable('boards')
    .set(eb => ({
      threadCount: eb('threadCount', '+', threads),
      postCount: eb('postCount', '+', posts),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', boardId),
)

const settle = prepared((db, { boardId }: { boardId: number }) =>
  db
    .updateTable('boards')
    .set(eb => {
      const last = eb
        .selectFrom('threads')
        .where('threads.boardId', '=', boardId)
        .where('threads.deletedAt', 'is', null)
        .orderBy('threads.lastPostAt', 'desc')
        .orderBy('threads.id', 'desc')
        .limit(sql.lit(1))
      return {
        lastThreadId: last.select('threads.id'),
        lastPostAt: last.select('threads.lastPostAt'),
      }
    })
    .where('id', '=', boardId),
)

/**
 * Counts what came to a board or left it, and looks which thread of it is now the last; makes its kept pages old. Its
 * threads must have been changed before. Two statements, so that the second sees what others wrote for whom the first
 * one waited.
 */
export async function countBoard(db: Writer, change: BoardChange): Promise<void> {
  await count(db, change)
  await settle(db, change)
}

/** Makes the kept pages of a board old. Until the transaction ends nobody else can write to it. */
export async function touchBoard(db: Writer, boardId: number): Promise<void> {
  await count(db, { boardId, threads: 0, posts: 0 })
}

/** Adds (1) or takes away (−1) a thread's posts that are not deleted on the cards of all who wrote them. */
export async function countThreadMessages(db: Writer, threadId: number, by: 1 | -1): Promise<void> {
  await db
    .updateTable('members')
    .from(eb =>
      eb
        .selectFrom('posts')
        .where('posts.id', '>', postId(threadId, 0))
        .where('posts.id', '<', postId(threadId + 1, 0))
        .where('posts.deletedAt', 'is', null)
        .where('posts.authorId', 'is not', null)
        .groupBy('posts.authorId')
        .select(inner => ['posts.authorId as memberId', inner.fn.countAll<number>().as('posts')])
        .as('written'),
    )
    .set(eb => ({ messageCount: eb('messageCount', '+', eb(eb.ref('written.posts'), '*', sql.lit(by))) }))
    .whereRef('members.id', '=', 'written.memberId')
    .execute()
}
