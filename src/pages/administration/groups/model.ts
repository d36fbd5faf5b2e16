import { MEMBER_ROLES, type MemberRole } from '#forum/members/model.ts'
import type { Group } from '#forum/permissions/model.ts'
import { GROUPS_PATH } from '../model.ts'

/** A group, and how many members it holds; null for that of everybody. */
export interface CountedGroup {
  readonly group: Group
  readonly count: number | null
}

/** How many members a group holds: those put in it, or those of a role and of the roles above it. */
export function countOf(
  { id, kind }: Group,
  counts: ReadonlyMap<number, number>,
  roles: Readonly<Record<MemberRole, number>>,
): number | null {
  if (kind === 'custom') return counts.get(id) ?? 0
  if (kind === 'guest') return null
  const above = MEMBER_ROLES.slice(MEMBER_ROLES.indexOf(kind))
  return above.reduce((sum, role) => sum + roles[role], 0)
}

/** Where a group is changed. */
export const groupPath = (id: number): string => `${GROUPS_PATH}/${id}`
