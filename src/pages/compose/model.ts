import { type Format, quoteSource } from '@rostra/markup'
import type { Board } from '#forum/boards/tree.ts'
import { carriedSource } from '#forum/posts/quoting.ts'
import type { Thread } from '#forum/threads/model.ts'

/** The most posts that one reply can begin with quotes of. */
export const MOST_QUOTES = 10

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

/** A post whose text is quoted, whatever else is known of it. */
export interface Quoted {
  readonly number: number
  readonly author: string | null
  readonly guestName: string | null
  readonly revision: number
  readonly format: Format
  readonly source: string
}

/** `?quote=7,9` → 7 and 9, each once, in this order; what is no number is left out. */
export function quotesAsked(written: unknown): number[] {
  const texts = (Array.isArray(written) ? written : [written]).filter(text => typeof text === 'string')
  const numbers = texts
    .flatMap(text => text.split(/[,،\s]/))
    .filter(text => /^\d{1,9}$/.test(text))
    .map(Number)
  return [...new Set(numbers)].slice(0, MOST_QUOTES)
}

/** The quote block of a post for a text that is written in a format, without what the post itself quotes. */
export function quoteOf(threadId: number, quoted: Quoted, format: Format, guest: string): string {
  const { number, revision, source } = quoted
  const text = carriedSource(source, quoted.format, format)
  const author = quoted.author ?? quoted.guestName ?? guest
  return quoteSource({ author, thread: threadId, number, revision, text }, format)
}
