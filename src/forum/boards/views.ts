import { type Html, html, joined } from '#base/html.ts'
import { slugOf } from '#base/slug.ts'
import type { Words } from '#base/words.ts'
import type { TrailStep } from '#web/components/trail.ts'
import type { BoardLine, BoardTotals, LastThread } from './model.ts'
import type { Board } from './tree.ts'

/** A board's address. */
export function boardPath(board: Pick<Board, 'id' | 'title'>): string {
  return `/boards/${board.id}/${encodeURIComponent(slugOf(board.title))}`
}

/** Boards from the top down as steps of the way to what stands in the last of them. */
export const boardSteps = (boards: readonly Board[]): TrailStep[] =>
  boards.map(board => ({ href: boardPath(board), name: board.title }))

/** How a list of boards is written. */
export interface BoardLineOptions {
  readonly words: Words
  /** Epoch milliseconds. */
  readonly now: number
  /** The address of the last post of a thread. */
  lastHref(thread: LastThread): string
}

/** A board as a row of a list: what it is, how much it holds, what was written last. */
export function BoardRow(line: BoardLine, options: BoardLineOptions): Html {
  const { board, totals, within } = line
  const { words } = options
  const inner = joined(
    within.map(each => html`<a href="${boardPath(each)}"><bdi>${each.title}</bdi></a>`),
    ' · ',
  )
  return html`<div class="row"><div><h3><a href="${boardPath(board)}"><bdi>${board.title}</bdi></a></h3>${
    board.description && html`<p dir="auto">${board.description}</p>`
  }${within.length > 0 && html`<p>${words.sayHtml('board.within', { boards: inner })}</p>`}</div>${
    totals
      ? Counted(totals, options)
      : html`<div class="n"></div><div class="last">${words.say('board.closed')}</div>`
  }</div>`
}

function Counted(totals: BoardTotals, options: BoardLineOptions): Html {
  const { words } = options
  const count = totals.threadCount
  const threads = words.sayHtml('board.threads', { count, number: html`<b>${words.number(count)}</b>` })
  return html`<div class="n">${threads}</div><div class="last">${Last(totals, options)}</div>`
}

function Last(
  { lastThread, lastPostAt }: BoardTotals,
  { words, now, lastHref }: BoardLineOptions,
): Html | null {
  if (!lastThread || lastPostAt === null) return null
  const time = words.time(lastPostAt, now)
  const { lastAuthor: name } = lastThread
  const by = name === null ? time : words.sayHtml('board.last-by', { name: html`<bdi>${name}</bdi>`, time })
  return html`<b><a href="${lastHref(lastThread)}"><bdi>${lastThread.title}</bdi></a></b> ${by}`
}

/** The same for a program. */
export function boardJson({ board, totals, within }: BoardLine): object {
  const { id, title, description, section } = board
  return {
    ...{ id, title, description, section, path: boardPath(board) },
    ...(totals ?? { threadCount: null, postCount: null, lastPostAt: null, lastThread: null }),
    boards: within.map(each => ({ id: each.id, title: each.title, path: boardPath(each) })),
  }
}
