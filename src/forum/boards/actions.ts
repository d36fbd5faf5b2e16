import { Refused } from '#base/errors.ts'
import type { Act } from '../act.ts'
import { mustAdminister } from '../actor.ts'
import { touchSite } from '../settings/store.ts'
import type { BoardText } from './model.ts'
import { holdsThreads, insertBoard, placeBoards, removeBoard as remove, updateBoard } from './store.ts'
import { readBoards } from './store-tree.ts'
import { type Board, type BoardTree, branchOf } from './tree.ts'

/**
 * Begins a change of the boards. The version of the site is counted up first: that makes changes wait for one another,
 * so that the tree read here is the one they change.
 */
async function begin({ db, actor, emit }: Act): Promise<BoardTree> {
  mustAdminister(actor)
  await touchSite(db)
  emit({ type: 'site.changed' })
  return readBoards(db)
}

function mustFind(tree: BoardTree, id: number): Board {
  const board = tree.byId.get(id)
  if (!board) throw new Refused('not-found')
  return board
}

function mustBeParent(tree: BoardTree, parentId: number | null): void {
  if (parentId !== null && !tree.byId.has(parentId))
    throw new Refused('invalid', 'form.not-offered', { field: 'parent' })
}

/**
 * Adds a board as the last under another, or at the top; → its id. Throws `not-allowed` for anybody but an administrator,
 * `invalid` when the board above it is not there.
 */
export async function addBoard(a: Act, parentId: number | null, text: BoardText): Promise<number> {
  const tree = await begin(a)
  mustBeParent(tree, parentId)
  return insertBoard(a.db, parentId, text)
}

/**
 * Changes what is said about a board. Throws `not-allowed`, `not-found`, and `conflict` when a board that holds threads
 * would become a section.
 */
export async function changeBoard(a: Act, id: number, text: BoardText): Promise<void> {
  const board = mustFind(await begin(a), id)
  if (text.section && !board.section && (await holdsThreads(a.db, id)))
    throw new Refused('conflict', 'refused.section-with-threads', { field: 'section' })
  await updateBoard(a.db, id, text)
}

/**
 * Puts a board under another or at the top, before the named one there, or last. Throws `not-allowed`, `not-found`, and
 * `invalid` when it would come to stand within itself.
 */
export async function moveBoard(
  a: Act,
  id: number,
  to: { parentId: number | null; before?: number | null },
): Promise<void> {
  const tree = await begin(a)
  mustFind(tree, id)
  mustBeParent(tree, to.parentId)
  if (to.parentId !== null && branchOf(tree, id).includes(to.parentId))
    throw new Refused('invalid', 'refused.board-within-itself', { field: 'parent' })
  const others = (tree.within.get(to.parentId) ?? []).map(board => board.id).filter(other => other !== id)
  const place = others.indexOf(to.before ?? Number.NaN)
  await placeBoards(a.db, to.parentId, others.toSpliced(place < 0 ? others.length : place, 0, id))
}

/** Lets a board change places with the one before or after it; the first and the last stay. Throws as `moveBoard` does. */
export async function shiftBoard(a: Act, id: number, direction: 'up' | 'down'): Promise<void> {
  const tree = await begin(a)
  const { parentId } = mustFind(tree, id)
  const ids = (tree.within.get(parentId) ?? []).map(board => board.id)
  const from = ids.indexOf(id)
  const to = direction === 'up' ? from - 1 : from + 1
  if (to < 0 || to >= ids.length) return
  await placeBoards(a.db, parentId, ids.toSpliced(from, 1).toSpliced(to, 0, id))
}

/** Removes an empty board. Throws `not-allowed`, `not-found`, and `conflict` while it holds boards or threads. */
export async function removeBoard(a: Act, id: number): Promise<void> {
  mustFind(await begin(a), id)
  if (!(await remove(a.db, id))) throw new Refused('conflict', 'refused.board-not-empty')
}
