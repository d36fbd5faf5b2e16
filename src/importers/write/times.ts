import type { NeutralPost } from '../neutral.ts'

/** When a post was written, and what is to be said of it. */
export interface PostTime {
  at: number
  why?: string
}

/**
 * The times of a thread's posts, by their keys. One that is not printed, or lies ahead of now, is that of the post before
 * it, else of the one after it, else now.
 */
export function timesOf(posts: readonly NeutralPost[], now: number): Map<string, PostTime> {
  const ordered = posts.toSorted((one, other) => one.number - other.number)
  const isKnown = (post: NeutralPost): boolean => post.at !== null && post.at <= now
  const next = ordered.find(isKnown)?.at ?? null
  let before: number | null = null
  const times = new Map<string, PostTime>()
  for (const post of ordered) {
    if (isKnown(post)) {
      before = post.at
      times.set(post.key, { at: post.at as number })
      continue
    }
    const words =
      post.at === null ? 'no time is printed that can be read' : 'the printed time lies ahead of now'
    const stead = before !== null ? 'the post before' : next !== null ? 'the post after' : 'the import'
    times.set(post.key, { at: before ?? next ?? now, why: `${words}: that of ${stead} stands for it` })
  }
  return times
}
