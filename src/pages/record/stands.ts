import { type Html, html, joined } from '#base/html.ts'
import { shortLine } from '#base/text.ts'
import type { Words } from '#base/words.ts'
import { findingPath, quotationPath, speakerPath } from '#forum/findings/views.ts'
import { postPath } from '#forum/posts/views.ts'
import type { NamedPost, NamedSpeaker, Stand } from '#forum/quotations/model.ts'
import type { FeedEntry } from '#web/feed.ts'

/** What lists are written with. `now` in epoch milliseconds. */
export interface ListOptions {
  readonly words: Words
  readonly now: number
}

/** The longest words that a line of a list shows, in UTF-16 units. */
const LONGEST = 280

/** Words on one line, without the comma that led on to who spoke. */
export const saidLine = (words: string): string => words.replace(/\s+/g, ' ').trim().replace(/,$/, '')

/** The words of a quotation, leading to its page. */
export const QuotedWords = (id: number, words: string): Html =>
  html`<h3 class="quoted"><a href="${quotationPath(id)}"><q dir="auto">${shortLine(saidLine(words), LONGEST)}</q></a></h3>`

/** Who spoke, leading to their page. */
export const SpeakerLink = (speaker: NamedSpeaker): Html =>
  html`<a href="${speakerPath(speaker.id)}"><bdi>${speaker.name}</bdi></a>`

/** "#3 of Port strike", leading to the post. */
export function PostLink(post: NamedPost, words: Words): Html {
  const name = words.sayHtml('record.post-of', {
    number: html`<bdi>#${post.number}</bdi>`,
    title: html`<bdi>${post.threadTitle}</bdi>`,
  })
  return html`<a href="${postPath(post)}">${name}</a>`
}

/** Who wrote a post. */
export const authorOf = (post: NamedPost, words: Words): string =>
  post.authorName ?? words.say('thread.guest')

/** Where a quotation stands: its words, who spoke unless `isKnown` says that the page is about them, in which post, by whom, when. */
export function StandLine(stand: Stand, { words, now }: ListOptions, isKnown = false): Html {
  const { quotationId, speaker, post } = stand
  const spoken = speaker ? SpeakerLink(speaker) : words.say('record.unnamed')
  const facts = [...(isKnown ? [] : [spoken]), PostLink(post, words)]
  return html`<article class="row pair"><div>${QuotedWords(quotationId, stand.words)}<p>${joined(facts, ' · ')}</p></div><div class="last"><b><bdi>${authorOf(post, words)}</bdi></b> ${words.time(post.at, now)}</div></article>`
}

/** A post for a program. */
export const postJson = (post: NamedPost): object => ({
  ...{ threadId: post.threadId, number: post.number, path: postPath(post), at: post.at },
  ...{ threadTitle: post.threadTitle, author: post.authorName },
})

/** A speaker for a program. */
export const speakerJson = (speaker: NamedSpeaker | null): object | null =>
  speaker && { id: speaker.id, name: speaker.name, path: speakerPath(speaker.id) }

/** A stand for a program. */
export const standJson = (stand: Stand): object => ({
  quotation: { id: stand.quotationId, path: quotationPath(stand.quotationId) },
  words: stand.words,
  speaker: speakerJson(stand.speaker),
  post: postJson(stand.post),
  finding: findingPath(stand.post, stand.key),
})

/** A stand in a feed. */
export function standEntry(stand: Stand, words: Words): FeedEntry {
  const { post, speaker } = stand
  return {
    path: findingPath(post, stand.key),
    title: `${speaker?.name ?? words.say('record.unnamed')}: ${shortLine(stand.words, 100)}`,
    summary: `“${stand.words}” · ${post.threadTitle}, #${post.number}`,
    author: post.authorName,
    at: post.at,
  }
}
