import { type Html, html } from '#base/html.ts'
import type { Words } from '#base/words.ts'
import type { LatestPost } from '#forum/posts/model.ts'
import { LONGEST_READ, LOOKED_THROUGH } from '#forum/posts/store-latest.ts'
import type { StartedThread } from '#forum/threads/store-started.ts'
import { threadPath } from '#forum/threads/views.ts'
import { SubmitButton } from '#web/components/button.ts'
import { LineInput } from '#web/components/field.ts'
import { freshForm } from '#web/forms.ts'
import { MAX_WORDS, MOST_WORDS, type PostsPage, postsPath, type ThreadsPage, threadsPath } from './model.ts'

/** How these pages are written. */
export interface WrittenOptions {
  readonly words: Words
  readonly now: number
}

/** The field in which words are looked for in what a member wrote. */
export function FindInPosts(id: number, typed: string, words: Words): Html {
  const field = LineInput(freshForm({ words: typed }), {
    ...{ name: 'words', type: 'search', inputmode: 'search', max: MAX_WORDS },
    label: words.say('member.find-posts'),
    hint: words.say('member.find-posts-hint', {
      ...{ limit: MAX_WORDS, most: MOST_WORDS },
      ...{ looked: words.number(LOOKED_THROUGH), characters: words.number(LONGEST_READ) },
    }),
  })
  return html`<form class="form find" method="get" action="${postsPath(id)}" role="search">${field}${SubmitButton(words.say('member.find-send'), { kind: 'quiet' })}</form>`
}

/** A post in a list of those that one member wrote. */
export function PostRow(post: LatestPost, { words, now }: WrittenOptions): Html {
  const href = threadPath({ id: post.threadId, slug: post.threadSlug }, post.number)
  return html`<div class="row post-row"><div><h3><a href="${href}"><bdi>${post.threadTitle}</bdi></a></h3><p dir="auto">${post.excerpt}</p></div><div class="n">#${post.number}</div><div class="last">${words.time(post.createdAt, now)}</div></div>`
}

/** What a member wrote, with the field to look for words in it. */
export function PostsView(page: PostsPage, options: WrittenOptions): Html {
  const { card, typed, posts, looked, older, further } = page
  const { words } = options
  const nothing = looked === null ? 'member.nothing-yet' : 'member.nothing-found'
  const list = posts.length > 0 ? posts.map(post => PostRow(post, options)) : Nothing(words.say(nothing))
  const said =
    further !== null &&
    html`<p>${words.say('member.looked', { number: words.number(looked ?? 0), date: words.date(further.since) })} <a href="${further.path}" rel="next">${words.say('member.look-further')}</a></p>`
  const onward =
    older !== null &&
    html`<p class="onward"><a href="${older}" rel="next">${words.say('member.older')}</a></p>`
  return html`<h1>${words.sayHtml('member.posts-title', { name: html`<bdi>${card.name}</bdi>` })}</h1><p class="meta"><a href="${threadsPath(card.id)}">${words.say('member.threads')}</a></p>${FindInPosts(card.id, typed, words)}<h2>${words.say(looked === null ? 'member.latest' : 'member.found')}</h2>${list}${said}${onward}`
}

const Nothing = (sentence: string): Html => html`<p class="nothing">${sentence}</p>`

/** The threads that a member started. */
export function ThreadsView(page: ThreadsPage, options: WrittenOptions): Html {
  const { card, threads, older } = page
  const { words } = options
  const list =
    threads.length > 0
      ? threads.map(thread => StartedRow(thread, page, options))
      : Nothing(words.say('member.nothing-yet'))
  const onward =
    older !== null && html`<p class="onward"><a href="${older}" rel="next">${words.say('tag.older')}</a></p>`
  return html`<h1>${words.sayHtml('member.threads-title', { name: html`<bdi>${card.name}</bdi>` })}</h1><p class="meta"><a href="${postsPath(card.id)}">${words.say('member.posts')}</a></p><h2 class="unseen">${words.say('member.threads')}</h2>${list}${onward}`
}

function StartedRow(thread: StartedThread, { boards }: ThreadsPage, { words, now }: WrittenOptions): Html {
  const { postCount } = thread
  const count = words.sayHtml('board.posts', {
    count: postCount,
    number: html`<b>${words.number(postCount)}</b>`,
  })
  return html`<div class="row"><div><h3><a href="${threadPath(thread)}"><bdi>${thread.title}</bdi></a></h3><p><bdi>${boards.get(thread.boardId)?.title}</bdi> · ${words.time(thread.createdAt, now)}</p></div><div class="n">${count}</div><div class="last">${words.time(thread.lastPostAt, now)}</div></div>`
}

/** A post in such a list for a program. */
export const postRowJson = ({
  threadId,
  number,
  createdAt,
  threadTitle,
  threadSlug,
  excerpt,
}: LatestPost): object => ({
  ...{ threadId, number, createdAt, threadTitle, excerpt },
  path: threadPath({ id: threadId, slug: threadSlug }, number),
})

/** What a member wrote, for a program. */
export const postsJson = ({ typed, posts, looked, older, further }: PostsPage): object => ({
  words: typed,
  posts: posts.map(postRowJson),
  ...{ looked, older, further: further?.path ?? null },
})

/** What a member started, for a program. */
export const threadsJson = ({ threads, older }: ThreadsPage): object => ({
  threads: threads.map(({ slug, ...thread }) => ({ ...thread, path: threadPath({ id: thread.id, slug }) })),
  older,
})
