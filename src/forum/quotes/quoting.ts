import { type Format, quoteSource } from '@rostra/markup'
import { numberOf, postId, threadOf } from '#base/ids.ts'
import type { Reader } from '#store/store.ts'
import type { Visible } from '../permissions/visible.ts'
import { isPlace, type PostPlace } from '../posts/model.ts'
import { carriedSource, literal } from '../posts/quoting.ts'
import type { Thread } from '../threads/model.ts'
import { wordingsOf } from './store.ts'
import { quotablePosts } from './store-quoting.ts'

/** The most quotes that are asked for at once. */
export const MOST_ASKED = 10

/** A quote that is asked for. */
export interface AskedFor extends PostPlace {
  /** The wording that somebody has before them; left out for today's. */
  readonly revision?: number | undefined
  /** The words that are quoted; left out, or '', for the whole post. */
  readonly words?: string | undefined
}

/** Who asks for quotes, and how they are written. */
export interface QuoteWriting {
  readonly visible: Visible
  /** The thread that is written in, which may be read; null where a new one is started. */
  readonly own: Thread | null
  readonly format: Format
  /** What a guest without a name is called. */
  readonly guest: string
}

/**
 * The source of quote blocks, in the order in which they were asked for, in two queries: of posts of boards that may be
 * read, and of the own thread. What is not there, or may not be read, is left out. A post is carried without what it
 * quotes itself.
 */
export async function quotesSource(
  db: Reader,
  asked: readonly AskedFor[],
  { visible, own, format, guest }: QuoteWriting,
): Promise<string> {
  const ids = [...new Set(asked.filter(isPlace).map(({ threadId, number }) => postId(threadId, number)))]
  const posts = new Map((await quotablePosts(db, visible, own, ids)).map(post => [post.id, post]))
  const wanted = asked.flatMap(({ threadId, number, revision, words = '' }) => {
    const post = isPlace({ threadId, number }) ? posts.get(postId(threadId, number)) : undefined
    if (!post) return []
    const isThere = revision !== undefined && revision >= 1 && revision <= post.revision
    return [{ post, words, revision: isThere ? revision : post.revision }]
  })
  const wordings = await wordingsOf(
    db,
    wanted.map(({ post, revision }) => ({ id: post.id, revision })),
  )
  return wanted
    .flatMap(({ post, words, revision }) => {
      const found = wordings.find(each => each.id === post.id && each.revision === revision)
      if (!found) return []
      const place = { thread: threadOf(post.id), number: numberOf(post.id), revision }
      const text = words === '' ? carriedSource(found.source, found.format, format) : literal(words, format)
      return [quoteSource({ ...place, author: post.author ?? post.guestName ?? guest, text }, format)]
    })
    .join('\n')
}
