import type { Group } from '#forum/permissions/model.ts'
import { GROUPS_PATH } from '../model.ts'

/** A group, and how many members an administrator put in it. */
export interface CountedGroup {
  readonly group: Group
  readonly count: number
}

/** Where a group is changed. */
export const groupPath = (id: number): string => `${GROUPS_PATH}/${id}`
