/** What a group may do in a board. Each level includes those before it. */
export const LEVELS = ['none', 'see', 'read', 'reply', 'start'] as const
export type Level = (typeof LEVELS)[number]

export const GROUP_KINDS = ['guest', 'member', 'moderator', 'administrator', 'custom'] as const
export type GroupKind = (typeof GROUP_KINDS)[number]

export interface Group {
  readonly id: number
  /** Named by an administrator; for the groups of the four roles, their kind. */
  readonly name: string
  readonly kind: GroupKind
}

/** One cell of the table of boards and groups. */
export interface Permission {
  readonly boardId: number
  readonly groupId: number
  readonly level: Level
}

/** What holds where nothing was set, neither at a board nor at one above it. */
export const DEFAULT_LEVELS: Record<GroupKind, Level> = {
  guest: 'read',
  member: 'start',
  moderator: 'start',
  administrator: 'start',
  custom: 'none',
}

export const MAX_GROUP_NAME = 60

/** Whether a level includes another. */
export const includes = (level: Level, needed: Level): boolean =>
  LEVELS.indexOf(level) >= LEVELS.indexOf(needed)

/** The higher of two levels. */
export const higher = (one: Level, other: Level): Level => (includes(one, other) ? one : other)
