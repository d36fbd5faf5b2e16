import type { ThreadKind } from '../kinds/model.ts'

/** A board without its counts: what changes only when an administrator changes it. */
export interface Board {
  readonly id: number
  readonly parentId: number | null
  readonly position: number
  readonly title: string
  readonly description: string
  /** A section only groups boards; it holds no threads. */
  readonly section: boolean
  /** The most words that a post may carry from one source before its writer is told; null for no limit. */
  readonly excerptLimit: number | null
  /** Minutes in which a member may change a post of their own; null for always. */
  readonly editMinutes: number | null
  /** What may be started in it. */
  readonly kinds: readonly ThreadKind[]
  /** Whether a thread needs a prefix, where any can be chosen. */
  readonly prefixRequired: boolean
}

/** All boards by id, and those directly in each, in their order. Roots are under null. */
export interface BoardTree {
  readonly byId: ReadonlyMap<number, Board>
  readonly within: ReadonlyMap<number | null, readonly Board[]>
}

/** Boards in any order → the tree; those of one parent by position, then by id. */
export function treeOf(boards: readonly Board[]): BoardTree {
  const byId = new Map(boards.map(board => [board.id, board]))
  const within = new Map<number | null, Board[]>()
  for (const board of [...boards].sort((one, other) => one.position - other.position || one.id - other.id)) {
    const siblings = within.get(board.parentId)
    if (siblings) siblings.push(board)
    else within.set(board.parentId, [board])
  }
  return { byId, within }
}

/** The boards above one, from the top down, without itself. */
export function pathTo(tree: BoardTree, id: number): Board[] {
  const path: Board[] = []
  let board = tree.byId.get(id)
  while (board?.parentId != null) {
    board = tree.byId.get(board.parentId)
    if (!board || path.includes(board)) break
    path.unshift(board)
  }
  return path
}

/** All boards in the order of the index, each with how deep it stands (0 for roots). */
export function inOrder(tree: BoardTree): { board: Board; depth: number }[] {
  const rows: { board: Board; depth: number }[] = []
  const add = (parent: number | null, depth: number): void => {
    for (const board of tree.within.get(parent) ?? []) {
      rows.push({ board, depth })
      add(board.id, depth + 1)
    }
  }
  add(null, 0)
  return rows
}

/** A board's id and those of all boards within it, however deep. */
export function branchOf(tree: BoardTree, id: number): number[] {
  return [id, ...(tree.within.get(id) ?? []).flatMap(board => branchOf(tree, board.id))]
}
