import { Refused } from '#base/errors.ts'
import { numberOf, threadOf } from '#base/ids.ts'
import type { Forum } from '#forum/act.ts'
import { type Actor, GUEST } from '#forum/actor.ts'
import type { Attachment } from '#forum/attachments/model.ts'
import { attachmentsByIds } from '#forum/attachments/store.ts'
import { visibleTo } from '#forum/permissions/visible.ts'
import { findPost } from '#forum/posts/store.ts'

/** An attachment that somebody may fetch. */
export interface Fetched {
  readonly attachment: Attachment
  /** Whether guests may too. */
  readonly isForAll: boolean
}

/**
 * An attachment for those who may read its post, or, where no post carries it, for whoever sent it. Throws `not-found`, also
 * where its post is deleted.
 */
export async function loadAttachment(forum: Forum, actor: Actor, id: number): Promise<Fetched> {
  const { read } = forum.store
  const [attachment] = await attachmentsByIds(read, [id])
  if (!attachment) throw new Refused('not-found')
  const { postId, memberId } = attachment
  if (postId === null) {
    if (memberId === null || memberId !== actor.memberId) throw new Refused('not-found')
    return { attachment, isForAll: false }
  }
  const site = await forum.site.at(read)
  const found = await findPost(read, visibleTo(site, actor), threadOf(postId), numberOf(postId))
  if (!found || found.post.deletedAt !== null || found.post.withheld) throw new Refused('not-found')
  const { thread } = found
  return { attachment, isForAll: thread.deletedAt === null && visibleTo(site, GUEST).readsIn(thread) }
}
