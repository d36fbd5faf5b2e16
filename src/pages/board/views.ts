import { type Html, html, joined } from '#base/html.ts'
import type { Words } from '#base/words.ts'
import type { BoardTotals } from '#forum/boards/model.ts'
import type { Board } from '#forum/boards/tree.ts'
import { type BoardLineOptions, BoardRow, boardJson, boardPath } from '#forum/boards/views.ts'
import { KIND_NAMES } from '#forum/kinds/views.ts'
import { ThreadRow, threadJson } from '#forum/lists/views.ts'
import { ButtonLink } from '#web/components/button.ts'
import { type BoardPage, onlyQuery, queryOf } from './model.ts'

/** How the page of a board is written. */
export interface BoardOptions extends BoardLineOptions {
  /** Where a new thread is written; for a guest the way there by signing in. Null where nobody may. */
  readonly startHref: string | null
}

/** A board: what it is, the boards within it, its threads. */
export function BoardView(page: BoardPage, options: BoardOptions): Html {
  const { words, startHref } = options
  const { board, within, totals } = page
  const start = startHref !== null && ButtonLink(startHref, words.say('board.new-thread'))
  return html`<div class="beside"><div><div class="head"><h1><bdi>${board.title}</bdi></h1>${start}</div>${
    board.description && html`<p class="meta" dir="auto">${board.description}</p>`
  }${
    within.length > 0 &&
    html`<section><h2>${words.say('board.boards-within')}</h2>${within.map(line => BoardRow(line, options))}</section>`
  }${Threads(page, options)}</div><aside>${totals && Numbers(totals, words)}</aside></div>`
}

function Numbers({ threadCount, postCount }: BoardTotals, words: Words): Html {
  const bold = (value: number): Html => html`<b>${words.number(value)}</b>`
  const threads = words.sayHtml('board.threads', { count: threadCount, number: bold(threadCount) })
  const posts = words.sayHtml('board.posts', { count: postCount, number: bold(postCount) })
  return html`<h2>${words.say('board.numbers')}</h2><ol><li>${threads}</li><li>${posts}</li></ol>`
}

function Threads(page: BoardPage, options: BoardOptions): Html | null {
  const { words } = options
  const { list, board } = page
  if (list === null) return html`<p class="nothing">${words.say('board.not-readable')}</p>`
  const only = OnlyLine(page, words)
  if (list.threads.length === 0)
    return board.section
      ? null
      : html`${only}<p class="nothing">${words.say(page.only ? 'board.none-of-these' : 'board.no-threads')}</p>`
  return html`<section><h2>${words.say('board.thread-list')}</h2>${only}${list.threads.map(thread =>
    ThreadRow(thread, { ...options, board, details: page.details.get(thread.id) }),
  )}</section>${Onward(page, words)}`
}

/** Which threads are listed, where it is not all of them. */
function OnlyLine({ only, board }: BoardPage, words: Words): Html | null {
  if (!only) return null
  const names = [
    only.prefix && html`<bdi>${only.prefix.name}</bdi>`,
    only.kind && words.say(KIND_NAMES[only.kind]),
    only.tag && html`<bdi>${only.tag.name}</bdi>`,
  ].filter(name => name !== undefined)
  const what = html`<b>${joined(names, ' · ')}</b>`
  return html`<p class="meta">${words.sayHtml('board.only', { what })} <a href="${boardPath(board)}">${words.say('board.only-all')}</a></p>`
}

/** Links to newer and older threads. */
function Onward(page: BoardPage, words: Words): Html | null {
  const { newer, older } = onwardPaths(page)
  if (newer === null && older === null) return null
  return html`<nav class="pager" aria-label="${words.say('board.more-threads')}"><ol>${
    newer !== null && html`<li><a href="${newer}" rel="prev">${words.say('board.newer')}</a></li>`
  }${older !== null && html`<li><a href="${older}" rel="next">${words.say('board.older')}</a></li>`}</ol></nav>`
}

/** Where newer and older threads are; null where there are none. */
export function onwardPaths({ board, list, only }: BoardPage): {
  newer: string | null
  older: string | null
} {
  const first = list?.threads[0]
  const last = list?.threads.at(-1)
  return {
    newer: list?.hasNewer && first ? boardPath(board) + queryOf({ after: first }, only) : null,
    older: list?.hasOlder && last ? boardPath(board) + queryOf({ before: last }, only) : null,
  }
}

/** The same for a program. */
export function boardPageJson(page: BoardPage): object {
  const { board, above, within, list, only, details, mayStart } = page
  return {
    ...reference(board),
    description: board.description,
    section: board.section,
    above: above.map(reference),
    boards: within.map(boardJson),
    threads: list ? list.threads.map(thread => threadJson(thread, details.get(thread.id))) : null,
    only: Object.fromEntries(onlyQuery(only)),
    ...onwardPaths(page),
    mayStart,
  }
}

const reference = (board: Board): object => ({ id: board.id, title: board.title, path: boardPath(board) })
