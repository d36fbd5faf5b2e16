import { numberOf, threadOf } from '#base/ids.ts'
import type { NeutralPost, NeutralThread } from '../neutral.ts'
import type { Gain } from './cards.ts'
import type { MemberShare } from './members.ts'
import { readLedger } from './store.ts'
import { claimThreads, type KnownThread } from './store-posts.ts'
import type { Writing } from './writing.ts'

/** A thread of the record, and what of it is new here. */
export interface ThreadPlan {
  thread: NeutralThread
  /** The thread as it is here; undefined where it is new. */
  here: KnownThread | undefined
  /** Its posts that are new. */
  fresh: NeutralPost[]
}

/**
 * What of the record is new. Says of every post that is not why it is left, and where it stands. A thread that somebody
 * deleted here is not added to.
 */
export async function planThreads(writing: Writing): Promise<ThreadPlan[]> {
  const { a, record } = writing
  const threads = await readLedger(
    a.db,
    record.source,
    'thread',
    record.threads.map(thread => thread.key),
  )
  const keys = record.threads.flatMap(thread => thread.posts.map(post => post.key))
  const posts = await readLedger(a.db, record.source, 'post', keys)
  for (const [key, id] of posts) writing.places.set(key, { threadId: threadOf(id), number: numberOf(id) })
  const met = new Set<string>()
  const parts = record.threads.map(thread => {
    const fresh = thread.posts.filter(post => !posts.has(post.key) && !met.has(post.key))
    for (const post of thread.posts) {
      if (posts.has(post.key)) leavePost(writing, thread, post, 'taken before')
      else if (met.has(post.key)) leavePost(writing, thread, post, 'stands in another thread too')
      met.add(post.key)
    }
    return { thread, id: threads.get(thread.key), fresh }
  })
  const growing = parts.flatMap(part => (part.fresh.length > 0 && part.id !== undefined ? [part.id] : []))
  const claimed = await claimThreads(a.db, growing)
  return parts.map(part => planOf(writing, part, claimed))
}

interface Part {
  thread: NeutralThread
  id: number | undefined
  fresh: NeutralPost[]
}

function planOf(writing: Writing, part: Part, claimed: ReadonlyMap<number, KnownThread>): ThreadPlan {
  const { thread, id, fresh } = part
  const here = claimed.get(id ?? Number.NaN)
  const item = { item: 'thread', where: `"${thread.title}"`, key: thread.key }
  if (fresh.length === 0) {
    writing.say(item, 'left', id === undefined ? 'all its posts stand elsewhere' : 'taken before')
    return { thread, here, fresh }
  }
  if (id === undefined || (here && here.deletedAt === null)) return { thread, here, fresh }
  writing.say(item, 'left', 'it was deleted here')
  for (const post of fresh) leavePost(writing, thread, post, 'its thread was deleted here')
  return { thread, here, fresh: [] }
}

function leavePost(writing: Writing, thread: NeutralThread, post: NeutralPost, why: string): void {
  writing.say({ item: 'post', where: `"${thread.title}" #${post.number}`, key: post.key }, 'left', why)
}

/** What each member has in the record, and what of it is new. */
export function sharesOf(plans: readonly ThreadPlan[], scoreOf: (post: NeutralPost) => number) {
  const shares = new Map<string, MemberShare>()
  const met = new Set<string>()
  const add = (gain: Gain, post: NeutralPost): void => {
    gain.posts++
    gain.score += scoreOf(post)
  }
  for (const { thread, fresh } of plans) {
    const isFresh = new Set(fresh)
    for (const post of thread.posts) {
      if (post.author === null || met.has(post.key)) continue
      met.add(post.key)
      const share = shares.get(post.author) ?? newShare()
      shares.set(post.author, share)
      add(share.all, post)
      if (isFresh.has(post)) add(share.fresh, post)
      if (post.at !== null) share.firstAt = Math.min(post.at, share.firstAt ?? post.at)
    }
  }
  return shares
}

const newShare = (): MemberShare => ({
  all: { posts: 0, score: 0 },
  fresh: { posts: 0, score: 0 },
  firstAt: null,
})
