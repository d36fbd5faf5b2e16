import { sql } from 'kysely'
import { postId } from '#base/ids.ts'
import type { Reader } from '#store/store.ts'
import type { Visible } from '../permissions/visible.ts'
import type { Thread } from '../threads/model.ts'

/** A post that can be quoted. */
export interface QuotablePost {
  readonly id: number
  /** Null where no member wrote it; then there may be a `guestName`. */
  readonly author: string | null
  readonly guestName: string | null
  readonly revision: number
}

/** Posts that stand on boards that may be read, or in the thread that is written in; deleted ones are missing. */
export async function quotablePosts(
  db: Reader,
  visible: Visible,
  own: Thread | null,
  ids: readonly number[],
): Promise<QuotablePost[]> {
  if (ids.length === 0) return []
  const boards = [...visible.boards]
  const ownId = own && visible.readsIn(own) ? own.id : 0
  return db
    .selectFrom('posts')
    .innerJoin('threads', join =>
      join.on('threads.id', '=', sql<number>`posts.id / ${sql.lit(postId(1, 0))}`),
    )
    .leftJoin('members', 'members.id', 'posts.authorId')
    .select(['posts.id', 'posts.guestName', 'posts.revision', 'members.name as author'])
    .where('posts.id', 'in', ids)
    .where('posts.deletedAt', 'is', null)
    .where(eb =>
      eb.or([
        eb('threads.id', '=', ownId),
        ...(boards.length > 0
          ? [eb.and([eb('threads.boardId', 'in', boards), eb('threads.deletedAt', 'is', null)])]
          : []),
      ]),
    )
    .execute()
}
