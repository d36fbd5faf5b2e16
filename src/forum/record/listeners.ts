import type { Forum } from '../act.ts'
import { forgetPosts } from './keeping.ts'

/** A post has another text, or is back: it is read soon. */
export async function lookAtPost({ record }: Forum, { postId }: { readonly postId: number }): Promise<void> {
  record?.look([postId])
}

/** A post is no more: what was read of it goes at once. */
export async function forgetPost(forum: Forum, { postId }: { readonly postId: number }): Promise<void> {
  await forgetPosts(forum, [postId])
  forum.record?.look([postId])
}

/** All posts of a thread are gone, or back: they are looked at one after the other. */
export async function lookAtThread(
  { record }: Forum,
  { threadId }: { readonly threadId: number },
): Promise<void> {
  record?.lookAtThread(threadId)
}
