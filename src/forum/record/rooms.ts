import type { Writer } from '#store/store.ts'
import type { ReadPost } from '../findings/model.ts'

/** Hands what was read of posts to everybody who keeps something of it, in place of what they kept before. */
export async function keepFindings(db: Writer, posts: readonly ReadPost[]): Promise<void> {
  void db
  void posts
}

/** Has everybody forget what they keep of posts. */
export async function forgetFindings(db: Writer, postIds: readonly number[]): Promise<void> {
  void db
  void postIds
}
