import type { MemberCard, MemberRole } from '#forum/members/model.ts'
import type { Account } from '#forum/members/store-accounts.ts'
import type { Group } from '#forum/permissions/model.ts'

/** A member as the administration shows them. */
export interface ManagedMember {
  readonly card: MemberCard
  readonly account: Account
  /** The groups that an administrator can put members in. */
  readonly offered: readonly Group[]
  /** The ids of those that the member is in. */
  readonly groups: readonly number[]
  /** In how many places they are signed in. */
  readonly sessions: number
  /** Whether a code is asked for after their password. */
  readonly hasFactor: boolean
  /** Whether it is the reader's own account. */
  readonly isOwn: boolean
}

/** What can be changed in one go. */
export interface MemberChanges {
  readonly role: MemberRole
  readonly groups: readonly number[]
  /** '' for the title of the ladder. */
  readonly title: string
  /** '' for none. */
  readonly address: string
}

/** What stands there now. */
export function standing({ card, account, groups }: ManagedMember): MemberChanges {
  return { role: account.role, groups, title: card.customTitle ?? '', address: account.address ?? '' }
}
