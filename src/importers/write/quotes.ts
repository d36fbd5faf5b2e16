import { numberOf, postId, threadOf } from '#base/ids.ts'
import { cleanLines } from '#base/text.ts'
import { type NeutralPost, REFERENCE } from '../neutral.ts'
import { readLedger } from './store.ts'
import { wordingsOf } from './store-posts.ts'
import type { PlacedPost } from './threads.ts'
import type { Writing } from './writing.ts'

/** Keys of posts → when each of their wordings was written, oldest first. */
export type WordingTimes = ReadonlyMap<string, readonly number[]>

/** All wordings of a post as the record has them. */
export const sourcesOf = (post: NeutralPost): string[] => [
  post.source,
  ...post.edits.map(edit => edit.source),
]

/** The keys of all posts that a post's quotes name. */
export const quotedKeys = (post: NeutralPost): string[] =>
  sourcesOf(post).flatMap(source => [...source.matchAll(REFERENCE)].map(found => found[1] as string))

/** Finds the posts that quotes name and that are not in the record but were taken before. */
export async function findQuoted(writing: Writing): Promise<void> {
  const { a, record, places } = writing
  const named = record.threads.flatMap(thread => thread.posts.flatMap(quotedKeys))
  const unknown = named.filter(key => !places.has(key))
  for (const [key, id] of await readLedger(a.db, record.source, 'post', unknown))
    places.set(key, { threadId: threadOf(id), number: numberOf(id) })
}

/** When the wordings of every quoted post were written: of new ones by the record, of those here by the database. */
export async function wordingTimes(
  writing: Writing,
  fresh: readonly PlacedPost[],
  timesOf: (placed: PlacedPost) => number[],
): Promise<WordingTimes> {
  const times = new Map(fresh.map(placed => [placed.post.key, timesOf(placed)]))
  const named = writing.record.threads.flatMap(thread => thread.posts.flatMap(quotedKeys))
  const here = new Map<string, number>()
  for (const key of named) {
    const place = writing.places.get(key)
    if (place && !times.has(key)) here.set(key, postId(place.threadId, place.number))
  }
  const wordings = await wordingsOf(writing.a.db, here.values())
  for (const [key, id] of here)
    times.set(
      key,
      (wordings.get(id) ?? []).map(each => each.createdAt),
    )
  return times
}

/**
 * A source text of the record → the same in its normal form, with every quote naming the post and the wording that stood there when the text
 * was written; quotes of posts that are not here name their author alone.
 */
export function withQuotes(writing: Writing, source: string, at: number, times: WordingTimes): string {
  const resolved = source.replace(REFERENCE, (_, key: string) => {
    const place = writing.places.get(key)
    if (!place) return ''
    const revision = (times.get(key) ?? []).filter(time => time <= at).length
    return `, post: ${place.threadId}/${place.number}, revision: ${Math.max(1, revision)}`
  })
  return cleanLines(resolved)
}

const RESOLVED = /, post: \d+\/\d+, revision: \d+(?=")/g

/** Whether two texts differ in nothing but where their quotes lead. */
export const isSameBesideQuotes = (one: string, other: string): boolean =>
  one.replace(RESOLVED, '') === other.replace(RESOLVED, '')
