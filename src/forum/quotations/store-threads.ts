import { MAX_NUMBER, postId } from '#base/ids.ts'
import { prepared } from '#store/prepared.ts'
import type { Reader } from '#store/store.ts'
import type { Visible } from '../permissions/visible.ts'
import type { Thread } from '../threads/model.ts'

const countSpeakers = prepared((db, { first, last }: { first: number; last: number }) =>
  db
    .selectFrom('stands')
    .innerJoin('posts', 'posts.id', 'stands.postId')
    .innerJoin('speakers', 'speakers.id', 'stands.speakerId')
    .select(eb =>
      eb.fn.count<number>(eb.fn.coalesce('speakers.joinedTo', 'speakers.id')).distinct().as('count'),
    )
    .where('stands.postId', '>=', first)
    .where('stands.postId', '<=', last)
    .where('posts.deletedAt', 'is', null),
)

/** How many people the posts of a thread quote, each once under all names; for a thread that may not be read 0. */
export async function speakersInThread(db: Reader, visible: Visible, thread: Thread): Promise<number> {
  if (!visible.readsIn(thread)) return 0
  const [row] = await countSpeakers(db, { first: postId(thread.id, 1), last: postId(thread.id, MAX_NUMBER) })
  return Number(row?.count ?? 0)
}
