import type { Key } from '#base/words.ts'
import type { MemberRole } from '#forum/members/model.ts'
import type { FoundMember } from '#forum/members/store-search.ts'
import { MEMBERS_PATH } from '../model.ts'

export const NEW_MEMBER_PATH = `${MEMBERS_PATH}/new`

/** Where a member is changed. */
export const managePath = (id: number): string => `${MEMBERS_PATH}/${id}`

/** What each role is called. */
export const ROLE_NAMES: Readonly<Record<MemberRole, Key>> = {
  member: 'administration.role-member',
  moderator: 'administration.role-moderator',
  administrator: 'administration.role-administrator',
}

/** What was asked of the list. */
export interface MemberSearch {
  readonly find: string
  /** The id of a group to keep to. */
  readonly group: number | null
  /** The id of the last member of the page before. */
  readonly after: number | null
}

/** One page of the list. */
export interface MemberPage {
  readonly search: MemberSearch
  readonly members: readonly FoundMember[]
  /** Whether more follow. */
  readonly more: boolean
  /** The name of the group that the list keeps to. */
  readonly groupName: string | null
}

/** The address of a page of the list. */
export function listPath({ find, group, after }: MemberSearch): string {
  const query = new URLSearchParams()
  if (find !== '') query.set('find', find)
  if (group !== null) query.set('group', String(group))
  if (after !== null) query.set('after', String(after))
  return query.size > 0 ? `${MEMBERS_PATH}?${query}` : MEMBERS_PATH
}
