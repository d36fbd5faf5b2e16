import { Refused } from '#base/errors.ts'
import type { Forum } from '#forum/act.ts'
import { type Actor, mustBeMember } from '#forum/actor.ts'
import type { DetailOffers } from '#forum/details/fields.ts'
import { visibleTo } from '#forum/permissions/visible.ts'
import { prefixesIn } from '#forum/prefixes/model.ts'
import type { ScheduledThread } from '#forum/scheduled/model.ts'
import { findScheduled, scheduledOf } from '#forum/scheduled/store.ts'
import { offeredTags } from '#forum/tags/store.ts'
import type { ScheduledLine } from './model.ts'

/** What somebody has waiting. Throws `not-signed-in`. */
export async function loadScheduled(forum: Forum, actor: Actor): Promise<ScheduledLine[]> {
  mustBeMember(actor)
  const { read } = forum.store
  const visible = visibleTo(await forum.site.at(read), actor)
  return (await scheduledOf(read, actor.memberId)).map(thread => ({
    thread,
    board: visible.sees(thread.boardId) ? (visible.site.boards.byId.get(thread.boardId) ?? null) : null,
  }))
}

/** One of them and what can be said of it. Throws `not-signed-in`, `not-found`. */
export async function loadOneScheduled(
  forum: Forum,
  actor: Actor,
  id: number,
): Promise<{ thread: ScheduledThread; offers: DetailOffers }> {
  mustBeMember(actor)
  const { read } = forum.store
  const thread = await findScheduled(read, actor.memberId, id)
  const visible = visibleTo(await forum.site.at(read), actor)
  const board =
    thread && visible.reads(thread.boardId) ? visible.site.boards.byId.get(thread.boardId) : undefined
  if (!thread || !board) throw new Refused('not-found')
  const prefixes = prefixesIn(visible.site.prefixes, board.id)
  return { thread, offers: { board, prefixes, tags: await offeredTags(read, board.id) } }
}
