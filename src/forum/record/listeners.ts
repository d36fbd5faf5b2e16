import type { Forum } from '../act.ts'
import { forgetPosts } from './keeping.ts'
import { tellOfPost, tellOfThread } from './waiting.ts'

/** A post has another text, or is back: it is read soon. */
export async function lookAtPost(forum: Forum, { postId }: { readonly postId: number }): Promise<void> {
  await tellOfPost(forum, postId)
}

/** A post is no more: what was read of it goes at once. */
export async function forgetPost(forum: Forum, { postId }: { readonly postId: number }): Promise<void> {
  await forgetPosts(forum, [postId])
  await tellOfPost(forum, postId)
}

/** All posts of a thread are gone, or back: they are looked at one after the other. */
export async function lookAtThread(forum: Forum, { threadId }: { readonly threadId: number }): Promise<void> {
  await tellOfThread(forum, threadId)
}
