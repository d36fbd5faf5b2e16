import { keptWhileUnchanged } from '#store/unchanged.ts'
import type { Forum } from '../act.ts'
import type { Actor } from '../actor.ts'
import type { Visible } from '../permissions/visible.ts'
import type { Thread } from '../threads/model.ts'
import type { ConversationAside } from './model.ts'
import { mayInvite } from './rules.ts'
import { countUnread, participantsOf, standingOf } from './store.ts'

/** Members whose count is at hand until anything is written. */
const COUNTS_KEPT = 1000

const keptCounts = keptWhileUnchanged<{ readonly count: number }>(COUNTS_KEPT)

declare module '#web/visitor.ts' {
  interface Who {
    /** How many conversations have something that the member has not read. */
    readonly unread?: number
  }
}

/** Who sends a request, with how many of their conversations are unread: one query more. */
export async function withUnread<W extends { readonly actor: Actor }>(
  forum: Forum,
  who: W | null,
): Promise<(W & { readonly unread: number }) | null> {
  const memberId = who?.actor.memberId ?? null
  if (who === null || memberId === null) return null
  const { count } = await keptCounts(forum.store, String(memberId), async () => ({
    count: await countUnread(forum.store.read, memberId),
  }))
  return { ...who, unread: count }
}

/** What stands beside the posts of a conversation for one of its people, in three queries; null for a thread of a board. */
export async function asideOf(
  forum: Forum,
  visible: Visible,
  thread: Thread,
): Promise<ConversationAside | null> {
  const { memberId } = visible.actor
  if (thread.people === null || memberId === null) return null
  const { read } = forum.store
  const own = await standingOf(read, thread.id, memberId)
  if (!own) return null
  const people = await participantsOf(read, thread.id)
  return { ...own, people, mayInvite: mayInvite(visible, thread) }
}
