import type { Reader } from '#store/store.ts'
import type { Visible } from '../permissions/visible.ts'

/** A thread in a list of those that somebody started. */
export interface StartedThread {
  readonly id: number
  readonly title: string
  readonly slug: string
  readonly boardId: number
  readonly createdAt: number
  readonly postCount: number
  readonly lastPostAt: number
}

/**
 * Threads that a member started, newest first: those that are not deleted, in boards that may be read. `before` is the last
 * one that was shown.
 */
export async function threadsStartedBy(
  db: Reader,
  { boards }: Visible,
  memberId: number,
  { limit, before }: { limit: number; before?: { createdAt: number; id: number } | undefined },
): Promise<StartedThread[]> {
  if (boards.size === 0) return []
  return db
    .selectFrom('threads')
    .select(['id', 'title', 'slug', 'boardId', 'createdAt', 'postCount', 'lastPostAt'])
    .where('authorId', '=', memberId)
    .where('deletedAt', 'is', null)
    .where('boardId', 'in', [...boards])
    .$if(before !== undefined, query =>
      query.where(eb => eb(eb.refTuple('createdAt', 'id'), '<', eb.tuple(before!.createdAt, before!.id))),
    )
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}
