import { twoNumbersOf } from '#base/places.ts'
import type { Badge, HeldBadge } from '#forum/badges/model.ts'
import type { MemberCard } from '#forum/members/model.ts'
import type { OldName } from '#forum/members/store-names.ts'
import type { LatestPost } from '#forum/posts/model.ts'
import type { ProfileValue } from '#forum/profiles/model.ts'
import type { Ties } from '#forum/ties/model.ts'

export const MEMBERS_PATH = '/members'
/** Members on a page of the list. */
export const MEMBERS_A_PAGE = 50
/** Posts on a page of a member. */
export const LATEST_POSTS = 20

/** What a member's page shows to somebody. */
export interface MemberPage {
  readonly card: MemberCard
  /** What the member says in the fields of the profile. */
  readonly said: readonly ProfileValue[]
  /** The names before, those given up last first. */
  readonly oldNames: readonly OldName[]
  readonly badges: readonly HeldBadge[]
  /** The badges that the reader can give. */
  readonly offered: readonly Badge[]
  readonly mayGive: boolean
  readonly posts: readonly LatestPost[]
  /** The path of older posts; null where there are none. */
  readonly older: string | null
  /** It is the reader's own. */
  readonly isOwn: boolean
  readonly mayManage: boolean
  /** How the reader stands to the member, and may. */
  readonly ties: Ties
  readonly mayTie: Ties
}

/** What was asked of the list of members. */
export interface MemberSearch {
  readonly find: string
  /** The id of the last member of the page before, who joined earlier than those on it. */
  readonly after: number | null
}

/** One page of the list. */
export interface MemberList {
  readonly search: MemberSearch
  readonly cards: readonly MemberCard[]
  readonly hasMore: boolean
}

/** `1773500000000.7340033` → the post from which on older ones are shown; null for anything else. */
export function latestPlaceOf(written: unknown): { createdAt: number; id: number } | null {
  const two = twoNumbersOf(written)
  return two && { createdAt: two[0], id: two[1] }
}
