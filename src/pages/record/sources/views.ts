import { type Html, html, joined } from '#base/html.ts'
import { shortLine } from '#base/text.ts'
import type { Words } from '#base/words.ts'
import { findingPath } from '#forum/findings/views.ts'
import { dayOf } from '#forum/record/views-entry.ts'
import { MOST_COUNTED } from '#forum/sources/model.ts'
import type { ListedPublisher, ListedSource } from '#forum/sources/store-lists.ts'
import type { FeedEntry } from '#web/feed.ts'
import { authorOf, type ListOptions, PostLink, postJson } from '../stands.ts'

export const SOURCES_PATH = '/record/sources'
const LONGEST = 200

/** The page of all that is cited from a publisher. */
export const publisherPath = (publisher: string): string => `${SOURCES_PATH}/${encodeURIComponent(publisher)}`

/** A publisher, and how often it is cited. */
export function PublisherLine({ publisher, sourceCount: count }: ListedPublisher, words: Words): Html {
  const cited =
    count < MOST_COUNTED
      ? words.say('record.cited-in', { count })
      : words.say('record.cited-in-many', { count })
  return html`<article class="row pair"><div><h3><a href="${publisherPath(publisher)}"><bdi>${publisher}</bdi></a></h3></div><div class="last">${cited}</div></article>`
}

const nameOf = ({ title, url }: ListedSource): string => shortLine(title || url, LONGEST)

const origin = (source: ListedSource, words: Words): string =>
  source.giver === null
    ? words.say('record.in-the-text')
    : words.say('record.given-by', { name: source.giver })

/** A source: its page, where it is cited, by whom, and what stands there. */
export function SourceLine(source: ListedSource, { words, now }: ListOptions): Html {
  const { post, key, url, published, excerpt } = source
  const facts = [
    ...(published === '' ? [] : [dayOf(published, words)]),
    PostLink(post, words),
    html`<a href="${findingPath(post, key)}">${origin(source, words)}</a>`,
  ]
  return html`<article class="row pair"><div><h3><a href="${url}" rel="nofollow ugc noopener"><bdi>${nameOf(source)}</bdi></a></h3><p>${joined(facts, ' · ')}</p>${
    excerpt !== '' && html`<p class="quoted" dir="auto">${excerpt}</p>`
  }</div><div class="last"><b><bdi>${authorOf(post, words)}</bdi></b> ${words.time(source.at, now)}</div></article>`
}

/** A source for a program. */
export function sourceJson({ post, giver, ...source }: ListedSource): object {
  const { id, key, origin: from, url, publisher, published, title, excerpt, verdict, at } = source
  return {
    ...{ id, origin: from, url, publisher, published, title, excerpt, verdict, at, givenBy: giver },
    ...{ post: postJson(post), finding: findingPath(post, key) },
  }
}

/** A source in a feed. */
export const sourceEntry = (source: ListedSource, words: Words): FeedEntry => ({
  path: findingPath(source.post, source.key),
  mark: `source-${source.id}`,
  title: nameOf(source),
  summary: `${origin(source, words)} · ${source.post.threadTitle}, #${source.post.number} · ${source.url}`,
  author: source.giver ?? source.post.authorName,
  at: source.at,
})
