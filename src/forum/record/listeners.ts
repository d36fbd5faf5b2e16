import { MAX_NUMBER, postId } from '#base/ids.ts'
import { act, type Forum } from '../act.ts'
import { SYSTEM } from '../actor.ts'
import { takeTurn } from '../quotations/store-turn.ts'
import { forgetPosts } from './keeping.ts'
import { markUnread } from './store.ts'
import { tellOfPost, tellOfThread } from './waiting.ts'

/** A post has another text: it is read soon. */
export async function lookAtPost(forum: Forum, { postId: id }: { readonly postId: number }): Promise<void> {
  await tellOfPost(forum, id)
}

/** A post is back: others that were read meanwhile do not lead to it, so it is read again whatever is kept of it. */
export async function readPostAgain(
  forum: Forum,
  { postId: id }: { readonly postId: number },
): Promise<void> {
  await markAll(forum, { from: id, to: id })
  await tellOfPost(forum, id)
}

/** A post is no more: what was read of it goes at once. */
export async function forgetPost(forum: Forum, { postId: id }: { readonly postId: number }): Promise<void> {
  await forgetPosts(forum, [id])
  await tellOfPost(forum, id)
}

/** All posts of a thread are back: they are read again, one after the other, as one that is back by itself. */
export async function readThreadAgain(
  forum: Forum,
  { threadId }: { readonly threadId: number },
): Promise<void> {
  const place = { from: postId(threadId, 0), to: postId(threadId, MAX_NUMBER) }
  await markAll(forum, place)
  await tellOfThread(forum, threadId)
}

/** All posts of a thread are gone: they are looked at one after the other. */
export async function lookAtThread(forum: Forum, { threadId }: { readonly threadId: number }): Promise<void> {
  await tellOfThread(forum, threadId)
}

async function markAll(forum: Forum, place: Parameters<typeof markUnread>[1]): Promise<void> {
  await act(forum, SYSTEM, async ({ db }) => {
    // Whoever writes readings holds the turn.
    await takeTurn(db)
    await markUnread(db, place)
  })
}
