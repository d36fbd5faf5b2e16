import { type Actor, GUEST } from '#forum/actor.ts'
import type { Board } from '#forum/boards/tree.ts'
import { pathTo } from '#forum/boards/tree.ts'
import { DEFAULT_LEVELS, type Group, LEVELS, type Level } from '#forum/permissions/model.ts'
import type { Site } from '#forum/site.ts'

/** What a group has in a board. */
export interface GroupLevel {
  readonly group: Group
  /** What the table gives it: at the board itself, or at the board that it takes its levels from. */
  readonly level: Level
  /** What whoever is in it may in the end, with the groups that go with it and all that stands above. */
  readonly effective: Level
}

/** Who may what in a board. */
export interface BoardLevels {
  readonly board: Board
  /** The board whose row of the table counts: itself or one above it; null where nothing was set. */
  readonly from: Board | null
  /** The board above it that is hidden from some of those whom this one would admit. */
  readonly hiddenBy: Board | null
  /** The groups of the table; administrators may everything and have no row. */
  readonly groups: readonly GroupLevel[]
}

/** Somebody who is in a group and in no other but those that go with it. */
export function anyoneIn({ id, kind }: Group): Actor {
  return kind === 'custom' ? { ...GUEST, role: 'member', groups: [id] } : { ...GUEST, role: kind }
}

/** The levels that a group can be given: guests cannot write, whatever they were given. */
export const levelsFor = ({ kind }: Group): readonly Level[] =>
  kind === 'guest' ? LEVELS.slice(0, LEVELS.indexOf('reply')) : LEVELS

/** The groups that a table can be about. */
export const groupsOfTable = (groups: readonly Group[]): Group[] =>
  groups.filter(group => group.kind !== 'administrator')

/** A board → who may what in it. */
export function levelsOf({ boards, access }: Site, board: Board): BoardLevels {
  const from = [...pathTo(boards, board.id), board].findLast(each => access.isSet(each.id)) ?? null
  const groups = groupsOfTable(access.groups).map(group => {
    const offered = levelsFor(group)
    const atMost = (level: Level): Level => (offered.includes(level) ? level : offered.at(-1)!)
    return {
      group,
      level: atMost(from ? (access.given(from.id, group.id) ?? 'none') : DEFAULT_LEVELS[group.kind]),
      effective: atMost(access.level(anyoneIn(group), board.id)),
    }
  })
  const reasons = groups
    .filter(({ level }) => level !== 'none')
    .map(({ group }) => access.why(anyoneIn(group), board.id))
  return { board, from, groups, hiddenBy: reasons.find(({ hiddenBy }) => hiddenBy)?.hiddenBy ?? null }
}

/** The name under which a form sends the level of a group. */
export const cellName = (groupId: number): string => `group-${groupId}`
