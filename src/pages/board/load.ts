import type { Forum } from '#forum/act.ts'
import type { Actor } from '#forum/actor.ts'
import { type BoardLine, totalsOf } from '#forum/boards/model.ts'
import { countsOf } from '#forum/boards/store.ts'
import { branchOf, pathTo } from '#forum/boards/tree.ts'
import { mustSeeBoard, type Visible, visibleTo } from '#forum/permissions/visible.ts'
import type { ThreadSlice } from '#forum/threads/model.ts'
import { mayStart } from '#forum/threads/rules.ts'
import { threadsOf } from '#forum/threads/store.ts'
import type { BoardPage } from './model.ts'

/**
 * Everything of a board's page in three queries: the site, the counts of the boards within, the threads. Throws
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
    within: await linesWithin(forum, visible, id),
    list: visible.reads(id) ? await threadsOf(forum.store.read, visible, id, slice) : null,
    mayStart: mayStart(visible, board),
  }
}

async function linesWithin(forum: Forum, visible: Visible, id: number): Promise<BoardLine[]> {
  const { boards } = visible.site
  const seenWithin = (parent: number) =>
    (boards.within.get(parent) ?? []).filter(board => visible.sees(board.id))
  const inner = seenWithin(id)
  const branch = new Set(
    inner.flatMap(board => branchOf(boards, board.id)).filter(each => visible.reads(each)),
  )
  const totals = totalsOf(boards, await countsOf(forum.store.read, branch), branch)
  return inner.map(board => ({ board, totals: totals.get(board.id), within: seenWithin(board.id) }))
}
