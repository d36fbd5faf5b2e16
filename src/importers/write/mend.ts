import { postId } from '#base/ids.ts'
import { forgetReadings } from '#forum/record/store.ts'
import type { NeutralPost } from '../neutral.ts'
import { printed } from './posts.ts'
import { isSameBesideQuotes, quotedKeys, sourcesOf, type WordingTimes, withQuotes } from './quotes.ts'
import {
  claimThreads,
  postsById,
  type Wording,
  wordingsOf,
  writePosts,
  writeWordings,
} from './store-posts.ts'
import type { PlacedPost } from './threads.ts'
import type { Writing } from './writing.ts'

/** A post of the record that was taken before. */
interface HerePost {
  post: NeutralPost
  id: number
  threadId: number
  where: string
}

/**
 * Lets quotes in posts that were taken before lead to posts that came only now. Nothing but where they lead is changed,
 * and nothing in a wording that is not what was imported.
 */
export async function mendQuotes(
  writing: Writing,
  fresh: readonly PlacedPost[],
  times: WordingTimes,
): Promise<void> {
  const { a } = writing
  const here = postsToMend(writing, new Set(fresh.map(placed => placed.post.key)))
  const known = await wordingsOf(
    a.db,
    here.map(each => each.id),
  )
  const mended = new Map<number, Wording[]>()
  for (const each of here) {
    const before = known.get(each.id) ?? []
    const after = before.map((wording, index) => mendedWording(writing, each.post, wording, index, times))
    if (after.every((wording, index) => wording === before[index])) continue
    mended.set(each.id, after)
    const item = { item: 'quote', where: each.where, key: each.post.key }
    writing.say(item, 'changed', 'leads to the quoted post, which is here now')
  }
  if (mended.size === 0) return
  await writeWordings(a.db, [...mended.values()].flat())
  await claimThreads(
    a.db,
    here.filter(each => mended.has(each.id)).map(each => each.threadId),
  )
  const rows = await postsById(a.db, mended.keys())
  const posts = rows.map(row => ({ row, wordings: mended.get(row.id) ?? [] }))
  await writePosts(a.db, await printed(writing, posts))
  // They are printed differently, though neither their wording nor the printer has another number.
  await forgetReadings(a.db, [...mended.keys()])
}

/** The posts here whose quotes name a new one. */
function postsToMend(writing: Writing, freshKeys: ReadonlySet<string>): HerePost[] {
  if (freshKeys.size === 0) return []
  return writing.record.threads.flatMap(({ title, posts }) =>
    posts.flatMap(post => {
      const place = writing.places.get(post.key)
      if (!place || freshKeys.has(post.key) || !quotedKeys(post).some(key => freshKeys.has(key))) return []
      const { threadId, number } = place
      return [{ post, id: postId(threadId, number), threadId, where: `"${title}" #${number}` }]
    }),
  )
}

function mendedWording(
  writing: Writing,
  post: NeutralPost,
  wording: Wording,
  index: number,
  times: WordingTimes,
): Wording {
  const written = sourcesOf(post)[index]
  if (written === undefined) return wording
  const source = withQuotes(writing, written, wording.createdAt, times)
  const isImported = source !== wording.source && isSameBesideQuotes(source, wording.source)
  return isImported ? { ...wording, source } : wording
}
