import { type Html, html, kept, type Part, trusted } from '#base/html.ts'
import type { Words } from '#base/words.ts'
import { isSameCard, type MemberCard } from '../members/model.ts'
import { CardView, GuestCardView } from '../members/views.ts'
import type { Post } from './model.ts'

/** A post's own address. It leads to the page of its thread on which the post stands. */
export function postPath(post: { readonly threadId: number; readonly number: number }): string {
  return `/posts/${post.threadId}/${post.number}`
}

/** All wordings of a post. */
export const historyPath = (post: { readonly threadId: number; readonly number: number }): string =>
  `${postPath(post)}/revisions`

/** A wording of a post. */
export const revisionPath = (
  post: { readonly threadId: number; readonly number: number },
  revision: number,
): string => `${historyPath(post)}/${revision}`

/** What stands around a post's text. */
export interface PostOptions {
  readonly words: Words
  /** Epoch milliseconds. */
  readonly now: number
  /** The name of whoever wrote it. */
  readonly author: string
  /** The member beside it; null for a guest. */
  readonly card: MemberCard | null
  /** Reactions, and what may be done with it. */
  readonly acts: Html | null
  /** The post's HTML, perhaps with what was read in it marked. */
  readonly rendered: string
  /** What goes with the text and stands below it; null for nothing. */
  readonly below: Part
  /** What the record has to say; null for nothing. */
  readonly margin: Html | null
}

/** A post of a thread: card, text, and the margin for what the record has to say. */
export function PostArticle(post: Post, options: PostOptions): Html {
  const { acts, below, margin } = options
  return html`${Opening(post, options)}${below}${acts && html`<div class="acts">${acts}</div>`}</div><aside class="margin">${margin}</aside></article>`
}

/** A post up to the end of its text, as it was last printed: the same for everybody who reads in a language and a zone. */
interface Printed {
  readonly words: Words
  /** Another one after midnight. */
  readonly time: string
  readonly author: string
  readonly card: MemberCard | null
  readonly rendered: string
  readonly markup: Html
}

const printed = new WeakMap<Post, Printed>()

function Opening(post: Post, { words, now, card, author, rendered }: PostOptions): Html {
  const time = words.shortTime(post.createdAt, now)
  const last = printed.get(post)
  const isSame = last?.words === words && last.time === time && last.rendered === rendered
  if (isSame && last.author === author && isSameCard(last.card, card)) return last.markup
  const label = words.say('post.label', { number: post.number, name: author })
  const beside = card ? CardView(card, words) : GuestCardView(author, words)
  const markup = kept(
    html`<article class="post" id="p${post.number}" aria-label="${label}">${beside}<div class="body">${Top(post, words, now)}${PostText(rendered)}`,
  )
  printed.set(post, { words, time, author, card, rendered, markup })
  return markup
}

/** A post's rendered text. */
export function PostText(rendered: string): Html {
  return html`<div class="text">${trusted(rendered)}</div>`
}

/**
 * A post's rendered text alone, away from its thread. In a thread two headings stand above those of the text; here unseen
 * ones take their places.
 */
export function LonePostText(rendered: string, number: number, words: Words): Html {
  return html`<h2 class="unseen">${words.say('post.text')}</h2><h3 class="unseen">#${number}</h3><div class="body alone">${PostText(rendered)}</div>`
}

/** When it was written, whether it was changed, and its number, which is its permanent link. */
function Top(post: Post, words: Words, now: number): Html {
  const { number, editedAt } = post
  const edited =
    editedAt !== null &&
    html` · <a href="${historyPath(post)}" title="${words.say('post.edited-at', { time: words.dateTime(editedAt) })}">${words.say('post.edited')}</a>`
  return html`<div class="top"><span>${words.time(post.createdAt, now)}${edited}</span><span class="no"><a href="${postPath(
    post,
  )}" aria-label="${words.say('post.permalink', { number })}">#${number}</a></span></div>`
}

/** What is told about a deleted post. */
export interface DeletedOptions {
  readonly words: Words
  readonly now: number
  /** For those who may know it: who wrote it, who deleted it, what may be done with it. */
  readonly told: { readonly author: string; readonly by: string; readonly acts: Html | null } | null
}

/** A deleted post as a quiet line: that it was there; for those who may know it who deleted it, why, and what it said. */
export function DeletedPost(post: Post, { words, now, told }: DeletedOptions): Html {
  const number = html`<a href="${postPath(post)}">#${post.number}</a>`
  const line =
    told &&
    words.sayHtml('post.deleted-by', {
      number,
      author: html`<bdi>${told.author}</bdi>`,
      name: html`<bdi>${told.by}</bdi>`,
      time: words.time(post.deletedAt ?? now, now),
    })
  return html`<article class="post gone" id="p${post.number}"><div class="body"><p>${line ?? words.sayHtml('post.deleted', { number })}${Reason(
    post,
    words,
  )}</p>${!post.withheld && html`<details><summary>${words.say('post.show-deleted')}</summary>${PostText(post.html)}</details>`}${
    told?.acts && html`<div class="acts">${told.acts}</div>`
  }</div></article>`
}

function Reason({ deleteReason }: Post, words: Words): Html | null {
  if (!deleteReason) return null
  return html` ${words.sayHtml('post.delete-reason', { reason: html`<bdi>${deleteReason}</bdi>` })}`
}
