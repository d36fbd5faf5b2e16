import type { Board } from '#forum/boards/tree.ts'
import type { PostPlace } from '#forum/posts/model.ts'
import { MOST_ASKED } from '#forum/quotes/quoting.ts'
import type { Thread } from '#forum/threads/model.ts'

/** What the button of a reply says that asks for more quotes. */
export const QUOTE = 'quote'

/** Where a new thread is written. */
export interface StartPage {
  readonly board: Board
  /** The boards above it, from the top down, itself last. */
  readonly boards: readonly Board[]
}

/** Where a reply is written. */
export interface ReplyPage {
  readonly thread: Thread
  readonly boards: readonly Board[]
  /** Quote blocks that the text begins with. */
  readonly source: string
}

/**
 * `?quote=7,9/27` → post 7 of the thread that is answered, and post 27 of thread 9, each once, in this order; what is no
 * post is left out, as are numbers alone where no thread is answered.
 */
export function quotesAsked(written: unknown, threadId: number | null): PostPlace[] {
  const texts = (Array.isArray(written) ? written : [written]).filter(text => typeof text === 'string')
  const places = new Map<string, PostPlace>()
  for (const text of texts.flatMap(each => each.split(/[,،\s]/))) {
    const [, thread, number] = /^(?:(\d{1,10})\/)?(\d{1,7})$/.exec(text) ?? []
    const place = { threadId: thread === undefined ? threadId : Number(thread), number: Number(number) }
    if (number !== undefined && isInThread(place)) places.set(`${place.threadId}/${place.number}`, place)
  }
  return [...places.values()].slice(0, MOST_ASKED)
}

const isInThread = (place: { threadId: number | null; number: number }): place is PostPlace =>
  place.threadId !== null

/** `7/27/2` → post 27 of thread 7 in its second wording, `7/27` → in today's; null for anything else. */
export function wordingAsked(written: string): (PostPlace & { readonly revision?: number }) | null {
  const [, thread, number, revision] = /^(\d{1,10})\/(\d{1,7})(?:\/(\d{1,9}))?$/.exec(written) ?? []
  if (thread === undefined || number === undefined) return null
  const place = { threadId: Number(thread), number: Number(number) }
  return revision === undefined ? place : { ...place, revision: Number(revision) }
}
