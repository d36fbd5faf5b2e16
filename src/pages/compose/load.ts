import type { Format } from '@rostra/markup'
import { Refused } from '#base/errors.ts'
import type { Forum } from '#forum/act.ts'
import { type Actor, mustWrite } from '#forum/actor.ts'
import { type Board, pathTo } from '#forum/boards/tree.ts'
import type { DetailOffers } from '#forum/details/fields.ts'
import { mustSeeBoard, type Visible, visibleTo } from '#forum/permissions/visible.ts'
import { mustReply } from '#forum/posts/rules.ts'
import { prefixesIn } from '#forum/prefixes/model.ts'
import { type AskedFor, quotesSource } from '#forum/quotes/quoting.ts'
import { offeredTags } from '#forum/tags/store.ts'
import { mustStart } from '#forum/threads/rules.ts'
import { findThread } from '#forum/threads/store.ts'
import type { ReplyPage, StartPage } from './model.ts'

/** The board that somebody starts a thread in. Throws `not-found`, `not-signed-in`, `not-allowed`. */
export async function loadStart(forum: Forum, actor: Actor, boardId: number): Promise<StartPage> {
  const visible = visibleTo(await forum.site.at(forum.store.read), actor)
  const board = mustSeeBoard(visible, boardId)
  mustStart(visible, board)
  return { board, boards: boardsTo(visible, board) }
}

/** What can be said of a thread that is started in a board. One query. */
export async function offersOf({ site, store }: Forum, { board }: StartPage): Promise<DetailOffers> {
  const { prefixes } = await site.at(store.read)
  return { board, prefixes: prefixesIn(prefixes, board.id), tags: await offeredTags(store.read, board.id) }
}

const boardsTo = ({ site }: Visible, board: Board): Board[] => [...pathTo(site.boards, board.id), board]

/** What is quoted in a text, and how the text is written. */
interface Quoting {
  readonly asked: readonly AskedFor[]
  readonly format: Format
  /** What a guest without a name is called. */
  readonly guest: string
}

/**
 * The thread that somebody replies in, and the quotes that the reply begins with; posts that are not there are left out.
 * Throws `not-found`, `not-signed-in`, `not-allowed`.
 */
export async function loadReply(
  forum: Forum,
  actor: Actor,
  threadId: number,
  quoting: Quoting,
): Promise<ReplyPage> {
  const { read } = forum.store
  const visible = visibleTo(await forum.site.at(read), actor)
  const thread = await findThread(read, visible, threadId)
  if (!thread) throw new Refused('not-found')
  mustReply(visible, thread)
  const board = visible.site.boards.byId.get(thread.boardId)
  return {
    thread,
    boards: board ? boardsTo(visible, board) : [],
    source: await quotesSource(read, quoting.asked, { ...quoting, visible, own: thread }),
  }
}

/**
 * Quote blocks for whatever somebody writes: of posts of boards that they may read, and of the thread of the first of them.
 * Writes nothing. Throws `not-signed-in`, `not-allowed` for the suspended.
 */
export async function loadQuotes(forum: Forum, actor: Actor, quoting: Quoting): Promise<string> {
  mustWrite(actor)
  const { read } = forum.store
  const visible = visibleTo(await forum.site.at(read), actor)
  const [first] = quoting.asked
  const own = (first && (await findThread(read, visible, first.threadId))) ?? null
  return quotesSource(read, quoting.asked, { ...quoting, visible, own })
}
