import type { Forum } from '#forum/act.ts'
import { type Actor, mayAdminister } from '#forum/actor.ts'
import { type BoardLine, totalsOf } from '#forum/boards/model.ts'
import { countsOf } from '#forum/boards/store.ts'
import type { Board } from '#forum/boards/tree.ts'
import { visibleTo } from '#forum/permissions/visible.ts'
import { latestStands } from '#forum/quotations/store-stands.ts'
import { hasAdministrator } from '#forum/set-up/store.ts'
import { type BoardGroup, type HomePage, LATEST_QUOTATIONS } from './model.ts'

/** Everything of the start page in three queries; one more when the site has changed, and one when there is nothing to show. */
export async function loadHome(forum: Forum, actor: Actor): Promise<HomePage> {
  const site = await forum.site.at(forum.store.read)
  const visible = visibleTo(site, actor)
  const totals = totalsOf(site.boards, await countsOf(forum.store.read, visible.boards), visible.boards)
  const seenWithin = (id: number | null): Board[] =>
    (site.boards.within.get(id) ?? []).filter(board => visible.sees(board.id))
  const lineOf = (board: Board): BoardLine => ({
    board,
    totals: totals.get(board.id),
    within: seenWithin(board.id),
  })
  const roots = seenWithin(null)
  const groups: BoardGroup[] = [
    { section: null, lines: roots.filter(board => !board.section).map(lineOf) },
    ...roots
      .filter(board => board.section)
      .map(section => ({ section, lines: seenWithin(section.id).map(lineOf) })),
  ]
  const shown = groups.filter(group => group.lines.length > 0)
  const sums = roots.flatMap(board => totals.get(board.id) ?? [])
  return {
    name: site.settings.name,
    welcome: site.settings.welcome,
    groups: shown,
    threadCount: sums.reduce((sum, each) => sum + each.threadCount, 0),
    postCount: sums.reduce((sum, each) => sum + each.postCount, 0),
    onRecord: (await latestStands(forum.store.read, visible, LATEST_QUOTATIONS)).stands,
    mayAdminister: mayAdminister(actor),
    isWaiting: shown.length === 0 && !(await hasAdministrator(forum.store.read)),
  }
}
