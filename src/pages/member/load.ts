import { Refused } from '#base/errors.ts'
import type { Forum } from '#forum/act.ts'
import { type Actor, mayAdminister } from '#forum/actor.ts'
import { mayGiveBadges } from '#forum/badges/rules.ts'
import { badgesOf, readBadges } from '#forum/badges/store.ts'
import type { Member } from '#forum/members/model.ts'
import { findMember, listCards } from '#forum/members/store.ts'
import { type OldName, oldNamesOf } from '#forum/members/store-names.ts'
import { memberPath } from '#forum/members/views.ts'
import { type Visible, visibleTo } from '#forum/permissions/visible.ts'
import type { LatestPlace } from '#forum/posts/model.ts'
import { latestPostsOf } from '#forum/posts/store-latest.ts'
import type { ProfileValue } from '#forum/profiles/model.ts'
import { knownValues, mayKnow } from '#forum/profiles/privacy.ts'
import { valuesOf } from '#forum/profiles/store.ts'
import { mayTie } from '#forum/ties/actions.ts'
import { NO_TIES } from '#forum/ties/model.ts'
import { tiesTo } from '#forum/ties/store.ts'
import type { Reader } from '#store/store.ts'
import { LATEST_POSTS, MEMBERS_A_PAGE, type MemberList, type MemberPage, type MemberSearch } from './model.ts'

/** A member, what they say of themself and wrote last, as far as the reader may know it, in a fixed number of queries. Throws `not-found`. */
export async function loadMember(
  forum: Forum,
  actor: Actor,
  id: number,
  before: LatestPlace | null,
): Promise<MemberPage> {
  const { read } = forum.store
  const visible = visibleTo(await forum.site.at(read), actor)
  const member = await findMember(read, id, visible)
  if (!member) throw new Refused('not-found')
  const { suspended: _suspended, timeZone: _timeZone, privacy: _privacy, ...card } = member
  const mayGive = mayGiveBadges(actor)
  const found = await latestPostsOf(read, visible, id, LATEST_POSTS + 1, before ?? undefined)
  const posts = found.slice(0, LATEST_POSTS)
  const last = posts.at(-1)
  const hasOlder = found.length > LATEST_POSTS && last !== undefined
  return {
    ...{ card, posts },
    said: await saidBy(read, visible, member),
    oldNames: await oldNamesFor(read, visible, member),
    badges: await badgesOf(read, id),
    offered: mayGive ? await readBadges(read) : [],
    mayGive,
    older: hasOlder ? `${memberPath(card)}?before=${last.createdAt}.${last.id}` : null,
    isOwn: actor.memberId === id,
    mayManage: mayAdminister(actor),
    ...(await tiesOfReader(read, actor, card)),
  }
}

/** One page of the members, in one query. */
export async function loadMembers(forum: Forum, actor: Actor, search: MemberSearch): Promise<MemberList> {
  const { read } = forum.store
  const list = { begins: search.find, after: search.after, limit: MEMBERS_A_PAGE + 1 }
  const found = await listCards(read, list, visibleTo(await forum.site.at(read), actor))
  return { search, cards: found.slice(0, MEMBERS_A_PAGE), hasMore: found.length > MEMBERS_A_PAGE }
}

async function tiesOfReader(
  db: Reader,
  actor: Actor,
  card: Pick<Member, 'id' | 'role'>,
): Promise<Pick<MemberPage, 'ties' | 'mayTie'>> {
  const { memberId } = actor
  return {
    ties: memberId === null ? NO_TIES : await tiesTo(db, { memberId, otherId: card.id }),
    mayTie: { follow: mayTie(actor, 'follow', card), ignore: mayTie(actor, 'ignore', card) },
  }
}

const asAsked = ({ actor }: Visible, { id, privacy }: Member) => ({
  ...{ privacy, ownerId: id, readerId: actor.memberId },
})

/** What a member says in all fields of the profile; nothing is asked where there are none. */
async function saidBy(db: Reader, visible: Visible, member: Member): Promise<ProfileValue[]> {
  const { profileFields } = visible.site
  if (profileFields.length === 0) return []
  return knownValues(profileFields, await valuesOf(db, member.id), asAsked(visible, member))
}

async function oldNamesFor(db: Reader, visible: Visible, member: Member): Promise<OldName[]> {
  return mayKnow(member.privacy, 'oldNames', asAsked(visible, member)) ? oldNamesOf(db, member.id) : []
}
