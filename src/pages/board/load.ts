import type { Forum } from '#forum/act.ts'
import type { Actor } from '#forum/actor.ts'
import { type BoardLine, totalsOf } from '#forum/boards/model.ts'
import { countsOf } from '#forum/boards/store.ts'
import { type Board, branchOf, pathTo } from '#forum/boards/tree.ts'
import { mustSeeBoard, type Visible, visibleTo } from '#forum/permissions/visible.ts'
import type { ThreadSlice } from '#forum/threads/model.ts'
import { mayStart } from '#forum/threads/rules.ts'
import { threadsOf } from '#forum/threads/store.ts'
import type { BoardPage } from './model.ts'

/**
 * Everything of a board's page in three queries: the site, the counts of its branch, the threads. Throws
 * `not-found`.
 */
export async function loadBoard(
  forum: Forum,
  actor: Actor,
  id: number,
  slice: ThreadSlice,
): Promise<BoardPage> {
  const site = await forum.site.at(forum.store.read)
  const visible = visibleTo(site, actor)
  const board = mustSeeBoard(visible, id)
  return {
    board,
    above: pathTo(site.boards, id),
    ...(await loadLines(forum, visible, id)),
    list: visible.reads(id) ? await threadsOf(forum.store.read, visible, id, slice) : null,
    mayStart: mayStart(visible, board),
  }
}

/** The board and those within it with their counts. */
async function loadLines(
  forum: Forum,
  visible: Visible,
  id: number,
): Promise<Pick<BoardPage, 'within' | 'totals'>> {
  const { boards } = visible.site
  const seenWithin = (parent: number) =>
    (boards.within.get(parent) ?? []).filter(board => visible.sees(board.id))
  const branch = new Set(branchOf(boards, id).filter(each => visible.reads(each)))
  const totals = totalsOf(boards, await countsOf(forum.store.read, branch), branch)
  const lineOf = (board: Board): BoardLine => ({
    board,
    totals: totals.get(board.id),
    within: seenWithin(board.id),
  })
  return { within: seenWithin(id).map(lineOf), totals: totals.get(id) }
}
