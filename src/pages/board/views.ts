import { type Html, html, joined } from '#base/html.ts'
import type { Words } from '#base/words.ts'
import type { BoardTotals } from '#forum/boards/model.ts'
import type { Board } from '#forum/boards/tree.ts'
import { type BoardLineOptions, BoardRow, boardJson, boardPath } from '#forum/boards/views.ts'
import { memberPath } from '#forum/members/views.ts'
import { type ListedThread, pagesOf } from '#forum/threads/model.ts'
import { threadPagePath, threadPath } from '#forum/threads/views.ts'
import { ButtonLink } from '#web/components/button.ts'
import { type BoardPage, queryOf } from './model.ts'

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
  if (list.threads.length === 0)
    return board.section ? null : html`<p class="nothing">${words.say('board.no-threads')}</p>`
  return html`<section><h2>${words.say('board.thread-list')}</h2>${list.threads.map(thread =>
    ThreadRow(thread, options),
  )}</section>${Onward(page, words)}`
}

/** A thread as a row: its title, who started it and when, its pages, its size, who wrote last. */
export function ThreadRow(thread: ListedThread, options: BoardLineOptions): Html {
  const { words, now } = options
  const count = thread.postCount
  const pages = pagesOf(thread)
  const starter = thread.authorName ?? thread.guestName ?? words.say('thread.guest')
  const last = html`<b><bdi>${thread.lastAuthorName ?? words.say('thread.guest')}</bdi></b> ${words.time(thread.lastPostAt, now)}`
  return html`<div class="row"><div><h3>${Tags(thread, words)}<a href="${threadPath(thread)}"><bdi>${thread.title}</bdi></a></h3><p><bdi>${starter}</bdi> · ${words.time(thread.createdAt, now)}${
    pages > 1 && html` · ${Pages(thread, pages, words)}`
  }</p></div><div class="n">${words.sayHtml('board.posts', {
    count,
    number: html`<b>${words.number(count)}</b>`,
  })}</div><div class="last"><a href="${threadPath(thread, thread.lastNumber)}">${last}</a></div></div>`
}

function Tags({ locked, deletedAt }: ListedThread, words: Words): (Html | false)[] {
  const tag = (text: string): Html => html`<span class="tag">${text}</span>`
  return [deletedAt !== null && tag(words.say('thread.deleted')), locked && tag(words.say('thread.locked'))]
}

/** `1 … 7`: the first page and the last, all of few. */
function Pages(thread: ListedThread, pages: number, words: Words): Html {
  const link = (page: number): Html =>
    html`<a href="${threadPagePath(thread, page)}" aria-label="${words.say('pager.page', { page })}">${words.number(page)}</a>`
  const all = Array.from({ length: pages <= 3 ? pages : 0 }, (_, index) => link(index + 1))
  const shown = all.length > 0 ? joined(all, ' ') : html`${link(1)} … ${link(pages)}`
  return html`<span class="pages">${shown}</span>`
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
export function onwardPaths({ board, list }: BoardPage): { newer: string | null; older: string | null } {
  const first = list?.threads[0]
  const last = list?.threads.at(-1)
  return {
    newer: list?.hasNewer && first ? boardPath(board) + queryOf({ after: first }) : null,
    older: list?.hasOlder && last ? boardPath(board) + queryOf({ before: last }) : null,
  }
}

/** The same for a program. */
export function boardPageJson(page: BoardPage): object {
  const { board, above, within, list, mayStart } = page
  return {
    ...reference(board),
    description: board.description,
    section: board.section,
    above: above.map(reference),
    boards: within.map(boardJson),
    threads: list ? list.threads.map(threadJson) : null,
    ...onwardPaths(page),
    mayStart,
  }
}

const reference = (board: Board): object => ({ id: board.id, title: board.title, path: boardPath(board) })

function threadJson(thread: ListedThread): object {
  const { id, title, createdAt, postCount, lastNumber, lastPostAt, locked, deletedAt } = thread
  return {
    ...{ id, title, path: threadPath(thread), createdAt, postCount, pages: pagesOf(thread) },
    ...{ lastNumber, lastPostAt, locked, deletedAt },
    startedBy: personJson(thread.authorId, thread.authorName ?? thread.guestName),
    lastBy: personJson(thread.lastAuthorId, thread.lastAuthorName),
  }
}

const personJson = (id: number | null, name: string | null): object => ({
  id,
  name,
  path: id !== null && name !== null ? memberPath({ id, name }) : null,
})
