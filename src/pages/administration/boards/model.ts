import { type Board, type BoardTree, branchOf, inOrder } from '#forum/boards/tree.ts'
import type { Access } from '#forum/permissions/rules.ts'
import { BOARDS_PATH } from '../model.ts'

export const NEW_BOARD_PATH = `${BOARDS_PATH}/new`

/** Where a board is changed. */
export const changePath = (id: number): string => `${BOARDS_PATH}/${id}`

/** Where it is said who may what in a board. */
export const levelsPath = (id: number): string => `${changePath(id)}/permissions`

/** A board in the list of all. */
export interface ListedBoard {
  readonly board: Board
  readonly isFirst: boolean
  readonly isLast: boolean
  /** Whether it has levels of its own. */
  readonly hasLevels: boolean
  readonly within: readonly ListedBoard[]
}

/** The boards that stand under one (null: at the top), each with those within it. */
export function listOf(tree: BoardTree, access: Access, parentId: number | null): ListedBoard[] {
  const boards = tree.within.get(parentId) ?? []
  return boards.map((board, index) => ({
    board,
    isFirst: index === 0,
    isLast: index === boards.length - 1,
    hasLevels: access.isSet(board.id),
    within: listOf(tree, access, board.id),
  }))
}

/** A place where a board may stand. */
export interface Place {
  readonly board: Board
  /** How deep, 0 for roots. */
  readonly depth: number
}

/** The boards under which one may come to stand: all but itself and those within it. A new board may stand in any. */
export function placesFor(tree: BoardTree, id: number | null): Place[] {
  const own = new Set(id === null ? [] : branchOf(tree, id))
  return inOrder(tree).filter(({ board }) => !own.has(board.id))
}
