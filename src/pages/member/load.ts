import { Refused } from '#base/errors.ts'
import type { Forum } from '#forum/act.ts'
import { type Actor, mayAdminister } from '#forum/actor.ts'
import { findMember, listCards } from '#forum/members/store.ts'
import { memberPath } from '#forum/members/views.ts'
import { visibleTo } from '#forum/permissions/visible.ts'
import type { LatestPlace } from '#forum/posts/model.ts'
import { latestPostsOf } from '#forum/posts/store-latest.ts'
import { LATEST_POSTS, MEMBERS_A_PAGE, type MemberList, type MemberPage, type MemberSearch } from './model.ts'

/** A member and what they wrote last, as far as the reader may read it: two queries. Throws `not-found`. */
export async function loadMember(
  forum: Forum,
  actor: Actor,
  id: number,
  before: LatestPlace | null,
): Promise<MemberPage> {
  const { read } = forum.store
  const member = await findMember(read, id)
  if (!member) throw new Refused('not-found')
  const { suspended: _suspended, timeZone: _timeZone, ...card } = member
  const visible = visibleTo(await forum.site.at(read), actor)
  const found = await latestPostsOf(read, visible, id, LATEST_POSTS + 1, before ?? undefined)
  const posts = found.slice(0, LATEST_POSTS)
  const last = posts.at(-1)
  const hasOlder = found.length > LATEST_POSTS && last !== undefined
  return {
    ...{ card, posts },
    older: hasOlder ? `${memberPath(card)}?before=${last.createdAt}.${last.id}` : null,
    isOwn: actor.memberId === id,
    mayManage: mayAdminister(actor),
  }
}

/** One page of the members, in one query. */
export async function loadMembers(forum: Forum, search: MemberSearch): Promise<MemberList> {
  const found = await listCards(forum.store.read, {
    begins: search.find,
    after: search.after,
    limit: MEMBERS_A_PAGE + 1,
  })
  return { search, cards: found.slice(0, MEMBERS_A_PAGE), hasMore: found.length > MEMBERS_A_PAGE }
}
