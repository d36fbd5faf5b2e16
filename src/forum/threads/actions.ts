import { Refused } from '#base/errors.ts'
import { slugOf } from '#base/slug.ts'
import type { Act } from '../act.ts'
import { type MemberActor, mustWrite } from '../actor.ts'
import { type Visible, visibleTo } from '../permissions/visible.ts'
import { readTitle, type Thread } from './model.ts'
import { mustDelete, mustLock, mustRename } from './rules.ts'
import { lockThread } from './store.ts'
import { countBoard, countThreadMessages, touchBoard } from './store-counts.ts'
import { updateThread } from './store-write.ts'

interface Begun {
  readonly thread: Thread
  readonly visible: Visible
  readonly actor: MemberActor
}

/** Begins a change of a thread. Throws `not-signed-in`, `not-allowed` for the suspended, `not-found`. */
export async function beginInThread({ db, actor, site }: Act, threadId: number): Promise<Begun> {
  mustWrite(actor)
  const visible = visibleTo(site, actor)
  const thread = await lockThread(db, visible, threadId)
  if (!thread) throw new Refused('not-found')
  return { thread, visible, actor }
}

/**
 * Gives a thread another title; nothing happens when it has it already. → the thread as it is now. Throws
 * `not-signed-in`, `not-found`, `not-allowed`, and `invalid` for a title that is too short or too long.
 */
export async function renameThread(
  a: Act,
  { threadId, title: typed }: { threadId: number; title: string },
): Promise<Thread> {
  const { thread, visible, actor } = await beginInThread(a, threadId)
  mustRename(visible, thread)
  const title = readTitle(typed)
  if (title === thread.title) return thread
  const slug = slugOf(title)
  await updateThread(a.db, thread.id, { title, slug, keyed: 0 })
  await touchBoard(a.db, thread.boardId)
  a.emit({ type: 'thread.renamed', threadId, boardId: thread.boardId, memberId: actor.memberId })
  return { ...thread, title, slug, version: thread.version + 1 }
}

/** Lets moderators alone write in a thread from now on. Throws `not-signed-in`, `not-found`, `not-allowed`. */
export async function lock(a: Act, { threadId }: { threadId: number }): Promise<Thread> {
  return setLocked(a, threadId, true)
}

/** Lets everybody write in a thread again who may write in its board. Throws as `lock` does. */
export async function unlock(a: Act, { threadId }: { threadId: number }): Promise<Thread> {
  return setLocked(a, threadId, false)
}

async function setLocked(a: Act, threadId: number, locked: boolean): Promise<Thread> {
  const { thread, visible, actor } = await beginInThread(a, threadId)
  mustLock(visible, thread)
  if (thread.locked === locked) return thread
  await updateThread(a.db, thread.id, { locked: locked ? 1 : 0 })
  await touchBoard(a.db, thread.boardId)
  const type = locked ? 'thread.locked' : 'thread.unlocked'
  a.emit({ type, threadId, boardId: thread.boardId, memberId: actor.memberId })
  return { ...thread, locked, version: thread.version + 1 }
}

/**
 * Takes a thread out of everybody's sight but the moderators'. It no longer counts, nor do its posts. Throws
 * `not-signed-in`, `not-found`, `not-allowed`.
 */
export async function deleteThread(a: Act, { threadId }: { threadId: number }): Promise<Thread> {
  return setDeleted(a, threadId, true)
}

/** Puts a deleted thread back where it was. Throws as `deleteThread` does. */
export async function restoreThread(a: Act, { threadId }: { threadId: number }): Promise<Thread> {
  return setDeleted(a, threadId, false)
}

async function setDeleted(a: Act, threadId: number, deleted: boolean): Promise<Thread> {
  const { thread, visible, actor } = await beginInThread(a, threadId)
  mustDelete(visible, thread)
  if ((thread.deletedAt !== null) === deleted) return thread
  const { boardId, postCount } = thread
  const deletedAt = deleted ? a.now : null
  const by = deleted ? -1 : 1
  await updateThread(a.db, thread.id, { deletedAt })
  await countBoard(a.db, { boardId, threads: by, posts: by * postCount })
  await countThreadMessages(a.db, thread.id, by)
  const type = deleted ? 'thread.deleted' : 'thread.restored'
  a.emit({ type, threadId, boardId, memberId: actor.memberId })
  return { ...thread, deletedAt, version: thread.version + 1 }
}
