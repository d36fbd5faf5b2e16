import { Refused } from '#base/errors.ts'
import type { Forum } from '#forum/act.ts'
import type { Actor } from '#forum/actor.ts'
import { type BoardLine, totalsOf } from '#forum/boards/model.ts'
import { countsOf } from '#forum/boards/store.ts'
import { type Board, branchOf, pathTo } from '#forum/boards/tree.ts'
import type { ThreadKind } from '#forum/kinds/model.ts'
import { detailsOfThreads } from '#forum/lists/load.ts'
import { mustSeeBoard, type Visible, visibleTo } from '#forum/permissions/visible.ts'
import { tagKeyOf } from '#forum/tags/model.ts'
import { findTag } from '#forum/tags/store.ts'
import type { ThreadFilter, ThreadSlice } from '#forum/threads/model.ts'
import { mayStart } from '#forum/threads/rules.ts'
import { threadsOf } from '#forum/threads/store.ts'
import type { BoardPage, Only } from './model.ts'

/**
 * Everything of a board's page in five queries: the site, the counts of its branch, the threads, their tags, and which of
 * them are answered; one more for the threads of a tag. Throws `not-found`.
 */
export async function loadBoard(
  forum: Forum,
  actor: Actor,
  id: number,
  { asked = {}, ...slice }: ThreadSlice & { readonly asked?: AskedOnly },
): Promise<BoardPage> {
  const site = await forum.site.at(forum.store.read)
  const visible = visibleTo(site, actor)
  const board = mustSeeBoard(visible, id)
  const only = await onlyOf(forum, visible, { ...asked, boardId: id })
  const list = visible.reads(id)
    ? await threadsOf(forum.store.read, visible, id, { ...slice, ...(only && { only: filterOf(only) }) })
    : null
  return {
    board,
    only,
    details: await detailsOfThreads(forum.store.read, site.prefixes, list?.threads ?? []),
    above: pathTo(site.boards, id),
    ...(await loadLines(forum, visible, id)),
    list,
    mayStart: mayStart(visible, board),
  }
}

/** What an address asks a list to be limited to. */
export interface AskedOnly {
  readonly prefix?: number | undefined
  readonly tag?: string | undefined
  readonly kind?: ThreadKind | undefined
}

/** What is asked for → the prefix and the tag that are meant. Throws `not-found` for a prefix of other boards. */
async function onlyOf(
  { store }: Forum,
  visible: Visible,
  asked: AskedOnly & { readonly boardId: number },
): Promise<Only | null> {
  const { prefix: prefixId, tag: name, kind, boardId } = asked
  if (prefixId === undefined && name === undefined && kind === undefined) return null
  const prefix = prefixId === undefined ? undefined : visible.site.prefixes.get(prefixId)
  if (prefixId !== undefined && !prefix?.boards.has(boardId)) throw new Refused('not-found')
  const key = tagKeyOf(name ?? '')
  // Whether there is such a tag elsewhere is nobody's business: one that is not there has no threads here either.
  const tag = name === undefined ? undefined : { id: (await findTag(store.read, key))?.id ?? 0, name, key }
  return { prefix, tag, kind }
}

const filterOf = ({ prefix, tag, kind }: Only): ThreadFilter => ({
  prefixId: prefix?.id,
  tagId: tag?.id,
  kind,
})

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
