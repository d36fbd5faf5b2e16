import { postId } from '#base/ids.ts'
import type { Forum } from '../act.ts'
import { giveEarnedTo } from './earning.ts'
import { scoredBy } from './store-earned.ts'

/** Somebody has written more: their messages may have earned something. */
export async function badgeForPost(forum: Forum, { memberId }: { readonly memberId: number }): Promise<void> {
  await giveEarnedTo(forum, memberId, ['messages'])
}

/** Somebody has started a thread. */
export async function badgeForThread(
  forum: Forum,
  { memberId }: { readonly memberId: number },
): Promise<void> {
  await giveEarnedTo(forum, memberId, ['first-thread'])
}

/** Somebody has reacted to a post: its writer's score may have earned something. */
export async function badgeForReaction(
  forum: Forum,
  { postId: id }: { readonly postId: number },
): Promise<void> {
  const writer = await scoredBy(forum.store.read, id)
  if (writer !== null) await giveEarnedTo(forum, writer, ['score'])
}

/** A post was said to answer its thread's question; it may have been the one that was missing. */
export async function badgeForAnswer(
  forum: Forum,
  { threadId, number }: { readonly threadId: number; readonly number: number | null },
): Promise<void> {
  const writer = number === null ? null : await scoredBy(forum.store.read, postId(threadId, number))
  if (writer !== null) await giveEarnedTo(forum, writer, ['answers'])
}
