import type { Writer } from '#store/store.ts'
import { countMessages } from '../../members/store.ts'
import type { Standing } from '../../permissions/visible.ts'
import { countBoard } from '../../threads/store-counts.ts'

/** Counts a post that came (1) or went (−1), in its board and on its author's card; in a conversation nothing counts. */
export async function countInThread(
  db: Writer,
  { boardId, people }: Standing,
  post: { readonly authorId: number | null; readonly by: 1 | -1 },
): Promise<void> {
  if (people !== null) return
  await countBoard(db, { boardId, threads: 0, posts: post.by })
  if (post.authorId !== null) await countMessages(db, post.authorId, post.by)
}
