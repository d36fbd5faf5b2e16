import { type Html, html } from '#base/html.ts'
import type { ConversationLine } from '#forum/conversations/model.ts'
import { queryOf } from '#forum/conversations/model.ts'
import {
  CONVERSATIONS_PATH,
  type ConversationOptions,
  ConversationRow,
  START_PATH,
} from '#forum/conversations/views.ts'
import { ButtonLink } from '#web/components/button.ts'

/** A part of a member's conversations. */
export interface ListPage {
  readonly lines: readonly ConversationLine[]
  /** Every label that the member has given. */
  readonly labels: readonly string[]
  /** The one whose conversations are shown; null for all. */
  readonly label: string | null
  /** Where older ones are; null where there are none. */
  readonly older: string | null
  readonly mayStart: boolean
}

/** A member's conversations, those with the newest activity first. */
export function ConversationList(page: ListPage, options: ConversationOptions): Html {
  const { words } = options
  const { lines, labels, label, older } = page
  const rows =
    lines.length === 0
      ? html`<p class="nothing">${words.say('conversation.none')}</p>`
      : html`<section><h2 class="unseen">${words.say('conversation.list')}</h2>${lines.map(line => ConversationRow(line, options))}</section>`
  return html`<div class="head conversations"><h1>${words.say('conversation.list')}</h1>${
    page.mayStart && ButtonLink(START_PATH, words.say('conversation.new'))
  }</div><p class="meta">${words.say('conversation.about')}</p>${labels.length > 0 && Filter(labels, label, options)}${rows}${
    older !== null &&
    html`<nav class="pager" aria-label="${words.say('conversation.older')}"><ol><li><a href="${older}" rel="next">${words.say('conversation.older')}</a></li></ol></nav>`
  }`
}

function Filter(labels: readonly string[], label: string | null, { words }: ConversationOptions): Html {
  const link = (one: string | null, text: Html | string): Html => {
    const query = one === null ? '' : queryOf({ label: one })
    return html`<a href="${CONVERSATIONS_PATH}${query}"${one === label && html` aria-current="page"`}>${text}</a>`
  }
  return html`<nav class="tabs" aria-label="${words.say('conversation.labels')}">${link(null, words.say('conversation.all'))}${labels.map(
    each => link(each, html`<bdi>${each}</bdi>`),
  )}</nav>`
}
