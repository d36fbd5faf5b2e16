import { MAX_SOURCE } from '@rostra/markup'
import { numberOf, postId } from '#base/ids.ts'
import { MAX_REASON } from '#forum/posts/model.ts'
import { printText, readTexts } from '#forum/posts/rendering.ts'
import { sourcesOf, type WordingTimes, withQuotes, wordingTimes } from './quotes.ts'
import { reactionRows } from './reactions.ts'
import { writeLedger } from './store.ts'
import { insertReactions, type NewPost, type Wording, writePosts, writeWordings } from './store-posts.ts'
import type { PlacedPost } from './threads.ts'
import { cut, type Writing } from './writing.ts'

/** How many posts are printed and written at once. */
const BATCH = 200

/** Writes the new posts with their wordings and reactions; → when the wordings of all quoted posts were written. */
export async function writeNewPosts(writing: Writing, fresh: readonly PlacedPost[]): Promise<WordingTimes> {
  const { a, options } = writing
  const times = await wordingTimes(writing, fresh, placed => timesOfWordings(placed, a.now))
  for (let start = 0; start < fresh.length; start += BATCH) {
    const batch = fresh.slice(start, start + BATCH)
    await writeBatch(writing, batch, times)
    options.progress?.({ done: start + batch.length, of: fresh.length })
  }
  for (const { where, post, changes } of fresh) {
    const item = { item: 'post', where, key: post.key }
    if (changes.length > 0) writing.say(item, 'changed', changes.join('; '))
    else writing.say(item, 'taken')
  }
  return times
}

async function writeBatch(
  writing: Writing,
  batch: readonly PlacedPost[],
  times: WordingTimes,
): Promise<void> {
  const { a, record } = writing
  const written = batch.map(placed => writtenPost(writing, placed, times))
  await writePosts(a.db, await printed(writing, written))
  await writeWordings(
    a.db,
    written.flatMap(each => each.wordings),
  )
  const reactions = batch.flatMap(placed => reactionRows(writing, placed))
  await insertReactions(a.db, reactions)
  const ids = batch.map((placed): [string, number] => [placed.post.key, idOf(placed)])
  await writeLedger(a.db, record.source, 'post', ids)
}

const idOf = ({ threadId, number }: PlacedPost): number => postId(threadId, number)

/** A post's row, and all its wordings. */
export interface WrittenPost {
  row: Omit<NewPost, 'html' | 'renderer'>
  wordings: Wording[]
}

/** When each wording of a post was written: never before the one before it, never ahead of now. */
function timesOfWordings({ post, at }: PlacedPost, now: number): number[] {
  const times = [at]
  for (const edit of post.edits) times.push(Math.min(now, Math.max(times.at(-1) ?? at, edit.at)))
  return times
}

function writtenPost(writing: Writing, placed: PlacedPost, times: WordingTimes): WrittenPost {
  const { post, authorId, guestName, at } = placed
  const id = idOf(placed)
  const own = times.get(post.key) ?? [at]
  const wordings = sourcesOf(post).map((source, index): Wording => {
    const createdAt = own[index] ?? at
    return {
      ...{ postId: id, revision: index + 1, format: post.format, authorId, createdAt },
      source: fitting(withQuotes(writing, source, createdAt, times), placed),
      reason: cut(post.edits[index - 1]?.reason ?? '', MAX_REASON),
    }
  })
  const editedAt = wordings.length > 1 ? (own.at(-1) ?? null) : null
  return { row: { id, authorId, guestName, createdAt: at, revision: wordings.length, editedAt }, wordings }
}

function fitting(source: string, { changes }: PlacedPost): string {
  if (source.length <= MAX_SOURCE) return source
  const why = `longer than ${MAX_SOURCE} characters: the rest is left`
  if (!changes.includes(why)) changes.push(why)
  const short = source.slice(0, MAX_SOURCE)
  return short.isWellFormed() ? short : short.slice(0, -1)
}

/** Posts with the HTML of their latest wording. */
export async function printed({ a }: Writing, posts: readonly WrittenPost[]): Promise<NewPost[]> {
  const latest = posts.map(post => post.wordings.at(-1) as Wording)
  const texts = await readTexts(a.db, latest)
  return posts.map(({ row }, index) => {
    const { html, renderer } = printText(texts[index]!, numberOf(row.id), a.origin)
    return { ...row, html, renderer }
  })
}
