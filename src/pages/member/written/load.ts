import { Refused } from '#base/errors.ts'
import type { Forum } from '#forum/act.ts'
import type { Actor } from '#forum/actor.ts'
import { findMember } from '#forum/members/store.ts'
import { type Visible, visibleTo } from '#forum/permissions/visible.ts'
import type { LatestPlace } from '#forum/posts/model.ts'
import { findPostsOf, latestPostsOf } from '#forum/posts/store-latest.ts'
import { threadsStartedBy } from '#forum/threads/store-started.ts'
import { LATEST_POSTS } from '../model.ts'
import {
  behind,
  type PostsPage,
  postsPath,
  THREADS_A_PAGE,
  type ThreadsPage,
  threadsPath,
  wordsOf,
} from './model.ts'

/** Whose, and from which place on. */
interface Asked {
  readonly id: number
  readonly before: LatestPlace | undefined
}

async function begin(forum: Forum, actor: Actor, id: number) {
  const { read } = forum.store
  const visible = visibleTo(await forum.site.at(read), actor)
  const member = await findMember(read, id, visible)
  if (!member) throw new Refused('not-found')
  const { suspended: _suspended, timeZone: _timeZone, privacy: _privacy, ...card } = member
  return { read, visible, card }
}

/** What a member wrote, or what of it holds some words, in three queries at most. Throws `not-found`. */
export async function loadPosts(
  forum: Forum,
  actor: Actor,
  asked: Asked & { readonly typed: string },
): Promise<PostsPage> {
  const { id, typed } = asked
  const { visible, card } = await begin(forum, actor, id)
  const { found, looked, upTo } = await lookFor(forum, visible, asked)
  const posts = found.slice(0, LATEST_POSTS)
  const last = posts.at(-1)
  const hasOlder = found.length > LATEST_POSTS && last !== undefined
  return {
    ...{ card, typed, posts, looked },
    older: hasOlder ? behind(postsPath(id), last, typed) : null,
    further:
      !hasOlder && upTo !== null ? { path: behind(postsPath(id), upTo, typed), since: upTo.createdAt } : null,
  }
}

async function lookFor(forum: Forum, visible: Visible, asked: Asked & { readonly typed: string }) {
  const { id, before, typed } = asked
  const { read } = forum.store
  const words = wordsOf(typed)
  const limit = LATEST_POSTS + 1
  if (words.length === 0)
    return { found: await latestPostsOf(read, visible, id, limit, before), looked: null, upTo: null }
  const { posts, looked, upTo } = await findPostsOf(read, visible, id, { words, limit, before })
  return { found: posts, looked, upTo }
}

/** The threads that a member started, in two queries. Throws `not-found`. */
export async function loadThreads(forum: Forum, actor: Actor, { id, before }: Asked): Promise<ThreadsPage> {
  const { read, visible, card } = await begin(forum, actor, id)
  const found = await threadsStartedBy(read, visible, id, { limit: THREADS_A_PAGE + 1, before })
  const threads = found.slice(0, THREADS_A_PAGE)
  const last = threads.at(-1)
  return {
    ...{ card, threads, boards: visible.site.boards.byId },
    older: found.length > THREADS_A_PAGE && last ? behind(threadsPath(id), last) : null,
  }
}
