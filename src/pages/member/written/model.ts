import type { Board } from '#forum/boards/tree.ts'
import type { MemberCard } from '#forum/members/model.ts'
import type { LatestPlace, LatestPost } from '#forum/posts/model.ts'
import type { StartedThread } from '#forum/threads/store-started.ts'

/** Limits of what is looked for, and how many words of it count. */
export const MAX_WORDS = 100
export const MOST_WORDS = 8
export const THREADS_A_PAGE = 30

/** What a member wrote that holds some words. */
export interface PostsPage {
  readonly card: MemberCard
  /** As typed; '' for all posts. */
  readonly typed: string
  readonly posts: readonly LatestPost[]
  /** How many posts were looked through; null where nothing was looked for. */
  readonly looked: number | null
  /** The path of older ones that were found; null where there are none. */
  readonly older: string | null
  /** Where older posts are looked through, and when the last of these was written; null where all were. */
  readonly further: { readonly path: string; readonly since: number } | null
}

/** What a member started. */
export interface ThreadsPage {
  readonly card: MemberCard
  readonly threads: readonly StartedThread[]
  readonly boards: ReadonlyMap<number, Board>
  readonly older: string | null
}

export const postsPath = (id: number): string => `/members/${id}/written/posts`
export const threadsPath = (id: number): string => `/members/${id}/written/threads`

/** What is looked for, as typed → its words. */
export const wordsOf = (typed: string): string[] =>
  [...new Set(typed.split(/\s+/u).filter(word => word !== ''))].slice(0, MOST_WORDS)

/** An address that begins behind a place. */
export function behind(path: string, { createdAt, id }: LatestPlace, words = ''): string {
  const query = new URLSearchParams({ ...(words !== '' && { words }), before: `${createdAt}.${id}` })
  return `${path}?${query}`
}
