import { type Actor, hasRole } from '../actor.ts'
import { type Board, type BoardTree, pathTo } from '../boards/tree.ts'
import { DEFAULT_LEVELS, type Group, higher, includes, type Level, type Permission } from './model.ts'

/** Why somebody may do in a board what they may. */
export interface Reason {
  /** What comes of it all. */
  readonly level: Level
  /** What each of their groups gives. */
  readonly groups: readonly { group: Group; level: Level }[]
  /** The board whose row of the table counts: the board itself or one above it; null where nothing was set. */
  readonly from: Board | null
  /** The highest board above that they may not see, which hides all within it. */
  readonly hiddenBy: Board | null
  /** Administrators may everything, whatever the table says. */
  readonly everything: boolean
}

/** Who may what in which board, computed once per set of groups. */
export interface Access {
  readonly groups: readonly Group[]
  /** What a group was given at a board itself; undefined where the board has nothing of its own. */
  given(boardId: number, groupId: number): Level | undefined
  /** Whether a board has a row of its own; else it has the levels of the board above it. */
  isSet(boardId: number): boolean
  /** What somebody may do in a board; `none` for a board that is not there. */
  level(actor: Actor, boardId: number): Level
  /** The boards whose threads somebody may read. */
  readable(actor: Actor): ReadonlySet<number>
  /** How `level` comes about. */
  why(actor: Actor, boardId: number): Reason
}

/** What a set of groups may. */
interface Computed {
  readonly levels: ReadonlyMap<number, Level>
  readonly readable: ReadonlySet<number>
}

/** Board → group → the cell that was set. */
type Cells = ReadonlyMap<number, ReadonlyMap<number, Level>>

/** Which groups count for an actor: those of the role and of every role below it, and their own. */
function groupsFor(actor: Actor, groups: readonly Group[]): Group[] {
  return groups.filter(({ kind, id }) =>
    kind === 'custom' ? actor.groups.includes(id) : hasRole(actor, kind),
  )
}

function cellsOf(permissions: readonly Permission[]): Cells {
  const cells = new Map<number, Map<number, Level>>()
  for (const { boardId, groupId, level } of permissions) {
    const row = cells.get(boardId) ?? new Map<number, Level>()
    cells.set(boardId, row.set(groupId, level))
  }
  return cells
}

function reasonOf(boards: BoardTree, cells: Cells, actor: Actor, mine: readonly Group[], id: number): Reason {
  const board = boards.byId.get(id)
  const path = board ? [...pathTo(boards, id), board] : []
  /** What each group gives at a place of the path, by the nearest row at or above it. */
  const at = (index: number) => {
    const from = path.slice(0, index + 1).findLast(each => cells.has(each.id)) ?? null
    const row = from && cells.get(from.id)
    const groups = mine.map(group => ({
      group,
      level: row ? (row.get(group.id) ?? 'none') : DEFAULT_LEVELS[group.kind],
    }))
    return { from, groups, level: groups.map(each => each.level).reduce(higher, 'none') }
  }
  const { from, groups, level } = at(path.length - 1)
  const everything = actor.role === 'administrator'
  const hiddenBy = path.slice(0, -1).find((_, index) => at(index).level === 'none') ?? null
  const result = !board || (hiddenBy && !everything) ? 'none' : everything ? 'start' : level
  return { level: result, groups, from, hiddenBy, everything }
}

/**
 * Boards, groups and the cells that were set → the access to them. A board without any cell has the levels of the one
 * above it; what stands within a board that is hidden is hidden too. Administrators may everything everywhere.
 */
export function accessOf(
  boards: BoardTree,
  groups: readonly Group[],
  permissions: readonly Permission[],
): Access {
  const cells = cellsOf(permissions)
  const bySet = new Map<string, Computed>()
  const byActor = new WeakMap<Actor, Computed>()
  const compute = (actor: Actor): Computed => {
    const mine = groupsFor(actor, groups)
    const key = mine.map(group => group.id).join()
    const known = bySet.get(key)
    if (known) return known
    const levels = new Map<number, Level>()
    for (const id of boards.byId.keys()) levels.set(id, reasonOf(boards, cells, actor, mine, id).level)
    const readable = new Set([...levels].filter(([, level]) => includes(level, 'read')).map(([id]) => id))
    const made = { levels, readable }
    bySet.set(key, made)
    return made
  }
  const computed = (actor: Actor): Computed => {
    const known = byActor.get(actor) ?? compute(actor)
    byActor.set(actor, known)
    return known
  }
  return {
    groups,
    given: (boardId, groupId) => cells.get(boardId)?.get(groupId),
    isSet: boardId => cells.has(boardId),
    level: (actor, boardId) => computed(actor).levels.get(boardId) ?? 'none',
    readable: actor => computed(actor).readable,
    why: (actor, boardId) => reasonOf(boards, cells, actor, groupsFor(actor, groups), boardId),
  }
}
