import { type Html, html, joined } from '#base/html.ts'
import type { Words } from '#base/words.ts'
import type { Board } from '../boards/tree.ts'
import type { ShownDetails } from '../details/model.ts'
import { detailFacts, detailsJson } from '../details/views.ts'
import { memberPath } from '../members/views.ts'
import { type ListedThread, pagesOf } from '../threads/model.ts'
import { threadPagePath, threadPath } from '../threads/views.ts'

/** How a thread in a list is written. */
export interface ThreadRowOptions {
  readonly words: Words
  /** Epoch milliseconds. */
  readonly now: number
  /** What is said of it. */
  readonly details?: ShownDetails | undefined
  /** The board it stands in, to which its prefix and kind lead. */
  readonly board?: Board | undefined
}

/** A thread as a row: its title, who started it and when, its pages, its size, who wrote last. */
export function ThreadRow(thread: ListedThread, options: ThreadRowOptions): Html {
  const { words, now, details } = options
  const count = thread.postCount
  const pages = pagesOf(thread)
  const starter = thread.authorName ?? thread.guestName ?? words.say('thread.guest')
  const last = html`<b><bdi>${thread.lastAuthorName ?? words.say('thread.guest')}</bdi></b> ${words.time(thread.lastPostAt, now)}`
  return html`<div class="row"><div><h3>${Tags(thread, words)}<a href="${threadPath(thread)}"><bdi>${thread.title}</bdi></a></h3><p>${details && Details(details, options)}<bdi>${starter}</bdi> · ${words.time(thread.createdAt, now)}${
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

/** What a thread is, before who started it. */
function Details(details: ShownDetails, { words, board }: ThreadRowOptions): Html | null {
  const facts = board ? detailFacts(details, { words, board }) : []
  return facts.length > 0 ? html`${joined(facts, ' · ')} · ` : null
}

/** A thread of a list for a program. */
export function threadJson(thread: ListedThread, details: ShownDetails | undefined): object {
  const { id, title, createdAt, postCount, lastNumber, lastPostAt, locked, deletedAt } = thread
  return {
    ...{ id, title, path: threadPath(thread), createdAt, postCount, pages: pagesOf(thread) },
    ...{ lastNumber, lastPostAt, locked, deletedAt },
    ...(details && { ...detailsJson(details), answered: details.isAnswered }),
    startedBy: personJson(thread.authorId, thread.authorName ?? thread.guestName),
    lastBy: personJson(thread.lastAuthorId, thread.lastAuthorName),
  }
}

const personJson = (id: number | null, name: string | null): object => ({
  id,
  name,
  path: id !== null && name !== null ? memberPath({ id, name }) : null,
})
