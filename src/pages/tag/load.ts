import { Refused } from '#base/errors.ts'
import type { Forum } from '#forum/act.ts'
import type { Actor } from '#forum/actor.ts'
import { detailsOfThreads } from '#forum/lists/load.ts'
import { visibleTo } from '#forum/permissions/visible.ts'
import { mayKeepTags } from '#forum/tags/actions.ts'
import { tagKeyOf } from '#forum/tags/model.ts'
import { findTag } from '#forum/tags/store.ts'
import { threadsTagged } from '#forum/threads/store.ts'
import type { TagPage } from './model.ts'

/**
 * The threads of a tag that somebody may read, the newest first, before the one of an id. Throws `not-found` for a tag that
 * has none of them, as for one that is not there.
 */
export async function loadTag(
  forum: Forum,
  actor: Actor,
  at: { name: string; before?: number | undefined },
): Promise<TagPage> {
  const { read } = forum.store
  const site = await forum.site.at(read)
  const tag = await findTag(read, tagKeyOf(at.name))
  if (!tag) throw new Refused('not-found')
  const { threads, hasOlder } = await threadsTagged(read, visibleTo(site, actor), {
    ...{ tagId: tag.id, before: at.before },
  })
  const mayKeep = mayKeepTags(actor)
  if (threads.length === 0 && (at.before !== undefined || !mayKeep)) throw new Refused('not-found')
  const details = await detailsOfThreads(read, site.prefixes, threads)
  const boards = site.boards.byId
  return { tag, boards, threads, details, before: at.before ?? null, hasOlder, mayKeep }
}
