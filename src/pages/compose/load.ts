import type { Format } from '@rostra/markup'
import { Refused } from '#base/errors.ts'
import type { Forum } from '#forum/act.ts'
import type { Actor } from '#forum/actor.ts'
import { type Board, pathTo } from '#forum/boards/tree.ts'
import type { DetailOffers } from '#forum/details/fields.ts'
import { mustSeeBoard, type Visible, visibleTo } from '#forum/permissions/visible.ts'
import { mustReply } from '#forum/posts/rules.ts'
import { prefixesIn } from '#forum/prefixes/model.ts'
import { quotedTexts } from '#forum/posts/store-quotes.ts'
import { offeredTags } from '#forum/tags/store.ts'
import type { Thread } from '#forum/threads/model.ts'
import { mustStart } from '#forum/threads/rules.ts'
import { findThread } from '#forum/threads/store.ts'
import { quoteOf, type ReplyPage, type StartPage } from './model.ts'

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

/** What is quoted in a reply, and how the reply is written. */
interface Quoting {
  readonly numbers: readonly number[]
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
    source: await loadQuotes(forum, visible, thread, quoting),
  }
}

async function loadQuotes(
  { store }: Forum,
  visible: Visible,
  thread: Thread,
  { numbers, format, guest }: Quoting,
): Promise<string> {
  const found = await quotedTexts(store.read, visible, thread, numbers)
  return numbers
    .flatMap(number => found.get(number) ?? [])
    .map(quoted => quoteOf(thread.id, quoted, format, guest))
    .join('\n')
}
