import { Refused } from '#base/errors.ts'
import { slugOf } from '#base/slug.ts'
import type { Act } from '../act.ts'
import { writeTags } from '../tags/store.ts'
import { beginInThread, renameThread } from '../threads/actions.ts'
import { readTitle, type Thread } from '../threads/model.ts'
import { mustRename } from '../threads/rules.ts'
import { touchBoard } from '../threads/store-counts.ts'
import { updateThread } from '../threads/store-write.ts'
import { type DetailsInput, readDetails } from './model.ts'

/**
 * Says of a thread as a whole what it is: its title, kind, prefix, tags and source. A conversation has a title alone.
 * → the thread as it is now. Throws `not-signed-in`, `not-found`, `not-allowed`, and `invalid` for the fields `title`,
 * `kind`, `prefix`, `tags` and `sourceUrl`.
 */
export async function changeThread(
  a: Act,
  input: DetailsInput & { readonly threadId: number; readonly title: string },
): Promise<Thread> {
  const { threadId } = input
  const { thread, visible, actor } = await beginInThread(a, threadId)
  if (thread.people !== null) return renameThread(a, input)
  mustRename(visible, thread)
  const title = readTitle(input.title)
  const board = a.site.boards.byId.get(thread.boardId)
  if (!board) throw new Refused('not-found')
  const { tags, ...said } = readDetails(a.site, board, input, thread)
  const change = { title, slug: slugOf(title), ...said }
  await updateThread(a.db, threadId, { ...change, keyed: 0 })
  await writeTags(a.db, threadId, tags)
  await touchBoard(a.db, thread.boardId)
  a.emit({ type: 'thread.renamed', threadId, boardId: thread.boardId, memberId: actor.memberId })
  return { ...thread, ...change, version: thread.version + 1 }
}
