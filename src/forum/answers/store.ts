import { postId, threadOf } from '#base/ids.ts'
import { preparedList } from '#store/prepared.ts'
import type { Reader } from '#store/store.ts'
import type { Visible } from '../permissions/visible.ts'
import type { Post } from '../posts/model.ts'
import { postOf } from '../posts/store.ts'
import type { Thread } from '../threads/model.ts'

const selectStanding = preparedList((db, ids) =>
  db.selectFrom('posts').select('id').where('id', 'in', ids).where('deletedAt', 'is', null),
)

/** The post that answers a thread; undefined where none does, or while it is deleted. */
export async function answerOf(db: Reader, visible: Visible, thread: Thread): Promise<Post | undefined> {
  if (thread.kind !== 'question' || thread.answer === null) return undefined
  const post = await postOf(db, visible, thread, thread.answer)
  return post?.deletedAt === null ? post : undefined
}

/** Which of these threads are answered questions, by their ids. Nothing is asked where none can be. */
export async function answeredAmong(
  db: Reader,
  threads: readonly Pick<Thread, 'id' | 'kind' | 'answer'>[],
): Promise<Set<number>> {
  const ids = threads.flatMap(({ id, kind, answer }) =>
    kind === 'question' && answer !== null ? [postId(id, answer)] : [],
  )
  return new Set((await selectStanding(db, ids)).map(row => threadOf(row.id)))
}
