import { type Html, html, joined } from '#base/html.ts'
import type { Words } from '#base/words.ts'
import { badgeJson } from '#forum/badges/views.ts'
import { startPathTo } from '#forum/conversations/views.ts'
import type { MemberCard } from '#forum/members/model.ts'
import { CardFacts, FieldFact, MemberLink, memberJson, titleOf } from '#forum/members/views.ts'
import { TieForm } from '#forum/ties/views.ts'
import { ButtonLink, SubmitButton } from '#web/components/button.ts'
import { Face } from '#web/components/face.ts'
import { LineInput } from '#web/components/field.ts'
import { type FormState, freshForm } from '#web/forms.ts'
import { MemberBadges } from './badges/views.ts'
import { MEMBERS_PATH, type MemberList, type MemberPage } from './model.ts'
import { threadsPath } from './written/model.ts'
import { FindInPosts, PostRow, postRowJson } from './written/views.ts'

/** How a member's page is written. */
export interface MemberOptions {
  readonly words: Words
  readonly now: number
  /** The hidden field that makes a form ours. Asked for only where there is a form, so not for guests. */
  csrf(): Html
  /** The form of a badge that could not be given. */
  readonly given?: FormState
}

/** A member's page: the card writ large, badges, and what they wrote last. */
export function Member(page: MemberPage, options: MemberOptions): Html {
  const { card, isOwn, mayManage } = page
  const { words } = options
  const acts = [
    isOwn && ButtonLink('/account', words.say('member.your-account'), 'quiet'),
    mayWrite(page) && ButtonLink(startPathTo(card.name), words.say('conversation.write-to'), 'quiet'),
    mayManage && ButtonLink(`/administration/members/${card.id}`, words.say('member.manage'), 'quiet'),
  ].filter(Boolean)
  return html`<div class="member">${Face(card)}<div><h1><bdi>${card.name}</bdi></h1><p class="meta" dir="auto">${titleOf(card, words)}${Formerly(page, words)}</p></div></div><dl class="facts">${CardFacts({ ...card, fields: [] }, words)}${page.said.map(FieldFact)}</dl><div class="deeds">${acts}${(page.mayTie.follow || page.mayTie.ignore) && TieForm(card.id, page.ties, { words, csrf: options.csrf(), may: page.mayTie })}</div>${MemberBadges(page, options)}<h2>${words.say('member.latest')}</h2><p class="meta"><a href="${threadsPath(card.id)}">${words.say('member.threads')}</a></p>${FindInPosts(card.id, '', words)}${Latest(page, options)}`
}

/** Whether a reader is offered to write to a member: members are, to others. Whether these take it shows when it is sent. */
const mayWrite = ({ mayTie }: MemberPage): boolean => mayTie.follow || mayTie.ignore

/** The names before, where the reader may know them. */
function Formerly({ oldNames }: MemberPage, words: Words): Html | null {
  if (oldNames.length === 0) return null
  const names = joined(
    oldNames.map(({ name }) => html`<bdi>${name}</bdi>`),
    ', ',
  )
  return html` · ${words.sayHtml('member.formerly', { names })}`
}

function Latest({ posts, older }: MemberPage, { words, now }: { words: Words; now: number }): Html {
  if (posts.length === 0) return html`<p class="nothing">${words.say('member.nothing-yet')}</p>`
  const rows = posts.map(post => PostRow(post, { words, now }))
  return html`${rows}${older !== null && html`<p class="onward"><a href="${older}" rel="next">${words.say('member.older')}</a></p>`}`
}

/** The list of members, with a field to find one by the beginning of a name. */
export function Members(list: MemberList, options: { words: Words }): Html {
  const { words } = options
  const { search, cards } = list
  const field = LineInput(freshForm({ find: search.find }), {
    name: 'find',
    label: words.say('member.find'),
    type: 'search',
    max: 200,
    inputmode: 'search',
  })
  return html`<h1>${words.say('member.list')}</h1><form class="form find" method="get" action="${MEMBERS_PATH}" role="search">${field}${SubmitButton(words.say('member.find-send'), { kind: 'quiet' })}</form>${
    cards.length > 0
      ? html`<h2>${words.say('member.newest')}</h2>${cards.map(card => MemberRow(card, words))}`
      : html`<p class="nothing">${words.say('member.nobody')}</p>`
  }${Onward(list, words)}`
}

function MemberRow(card: MemberCard, words: Words): Html {
  const messages = words.sayHtml('member.messages', {
    count: card.messages,
    number: html`<b>${words.number(card.messages)}</b>`,
  })
  return html`<div class="row"><div class="named">${Face(card, 'small')}<div><h3>${MemberLink(card)}</h3><p dir="auto">${titleOf(card, words)}</p></div></div><div class="n">${messages}</div><div class="last">${words.say('member.joined', { date: words.date(card.joinedAt) })}</div></div>`
}

/** The path of the next page of a list; null on its last. */
export function nextPath({ search, cards, hasMore }: MemberList): string | null {
  const last = cards.at(-1)
  if (!hasMore || !last) return null
  const query = new URLSearchParams({ ...(search.find && { find: search.find }), after: String(last.id) })
  return `${MEMBERS_PATH}?${query}`
}

function Onward(list: MemberList, words: Words): Html | null {
  const next = nextPath(list)
  const first =
    list.search.after === null ? null : html`<a href="${MEMBERS_PATH}">${words.say('member.first')}</a>`
  if (next === null && first === null) return null
  return html`<nav class="onward" aria-label="${words.say('pager.pages')}">${first} ${next !== null && html`<a href="${next}" rel="next">${words.say('pager.next')}</a>`}</nav>`
}

/** A member's page for a program. */
export const memberPageJson = ({ card, said, oldNames, badges, posts, older }: MemberPage): object => ({
  ...memberJson(card),
  ...{ fields: said, oldNames, badges: badges.map(badgeJson) },
  posts: posts.map(postRowJson),
  older,
})

/** The list for a program. */
export const membersJson = (list: MemberList): object => ({
  members: list.cards.map(memberJson),
  next: nextPath(list),
})
