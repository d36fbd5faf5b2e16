import { Refused } from '#base/errors.ts'
import { cleanLine, isVisible } from '#base/text.ts'
import type { ThreadKind } from '../kinds/model.ts'
import type { Standing } from '../permissions/visible.ts'

/** Posts on a page for guests, and for members who chose nothing else. */
export const POSTS_PER_PAGE = 20
/** What members may choose. */
export const PAGE_SIZES = [10, 20, 50] as const
export type PageSize = (typeof PAGE_SIZES)[number]
export const THREADS_PER_PAGE = 30

/** Limits of a title, in UTF-16 units. */
export const MIN_TITLE = 3
export const MAX_TITLE = 150

/** A title and its posts. Times are epoch milliseconds. */
export interface Thread extends Standing {
  readonly id: number
  readonly title: string
  readonly slug: string
  /** Null where no member started it. */
  readonly authorId: number | null
  /** The name of whoever started it, where that was no member. */
  readonly guestName: string | null
  readonly createdAt: number
  /** Posts that are not deleted. */
  readonly postCount: number
  /** The highest number that a post of it was ever given. */
  readonly lastNumber: number
  /** When the last post was written that is not deleted. */
  readonly lastPostAt: number
  readonly lastAuthorId: number | null
  /** Only moderators write in a locked thread. */
  readonly locked: boolean
  /** Only moderators see a deleted thread. */
  readonly deletedAt: number | null
  /** Counts up with everything that changes how its pages look. */
  readonly version: number
  readonly kind: ThreadKind
  readonly prefixId: number | null
  /** Of a question: the number of the post that answers it, as its author or a moderator said. */
  readonly answer: number | null
  /** Of an article: the address that it is from; '' for none. */
  readonly sourceUrl: string
}

/** A thread in a list, with the names that stand beside it. */
export interface ListedThread extends Thread {
  /** Null where no member started it; then there is a `guestName`. */
  readonly authorName: string | null
  /** Null where no member wrote last. */
  readonly lastAuthorName: string | null
}

/** A thread's place in the list of its board, newest activity first. */
export interface ThreadPlace {
  readonly lastPostAt: number
  readonly id: number
}

/** Which part of a list is asked for: its beginning, or what lies before or after a moment of activity. */
export interface ThreadSlice {
  /** Threads with older activity than this place, the nearest to it. */
  readonly before?: ThreadPlace | undefined
  /** Threads with newer activity, the nearest to it; the beginning of the list where they do not fill a page. */
  readonly after?: ThreadPlace | undefined
  /** `THREADS_PER_PAGE` unless given. */
  readonly limit?: number | undefined
  /** Those of a kind, prefix or tag; all unless given. */
  readonly only?: ThreadFilter | undefined
}

/** Numbers of posts from the first to the last. */
export interface NumberRange {
  readonly first: number
  readonly last: number
}

/** Which threads of a board are listed. */
export interface ThreadFilter {
  readonly prefixId?: number | undefined
  readonly tagId?: number | undefined
  readonly kind?: ThreadKind | undefined
}

/** Part of a list. */
export interface ThreadList {
  readonly threads: readonly ListedThread[]
  /** Whether there are threads with newer activity, and with older. */
  readonly hasNewer: boolean
  readonly hasOlder: boolean
}

/** The page of a thread on which a number stands. Pages are ranges of numbers; deleted posts leave holes. */
export const pageOfNumber = (number: number, size: PageSize = POSTS_PER_PAGE): number =>
  Math.max(1, Math.ceil(number / size))

/** How many pages a thread has. */
export const pagesOf = (thread: Pick<Thread, 'lastNumber'>, size: PageSize = POSTS_PER_PAGE): number =>
  pageOfNumber(thread.lastNumber, size)

/** The first and the last number of a page. */
export const numbersOn = (page: number, size: PageSize = POSTS_PER_PAGE): NumberRange => ({
  first: (page - 1) * size + 1,
  last: page * size,
})

/**
 * The numbers that somebody who reads `size` posts a page is shown where a link leads to a page of the usual size: all of
 * that page, so that the post it may name is there, and as many more as theirs has.
 */
export function numbersAt(page: number, size: PageSize): NumberRange {
  const { first, last } = numbersOn(page)
  return page === 1 ? numbersOn(1, size) : { first, last: Math.max(last, first + size - 1) }
}

/**
 * A title as typed → the title, on one line. Throws `invalid` for the field `title` when it is too short, too long, or
 * nothing that could be read.
 */
export function readTitle(typed: string): string {
  const title = cleanLine(typed)
  const refused = (sentence: string, values: Record<string, number> = {}): Refused =>
    new Refused('invalid', sentence, { field: 'title', values })
  if (!isVisible(title)) throw refused('form.required')
  if (title.length < MIN_TITLE) throw refused('form.too-short', { limit: MIN_TITLE })
  if (title.length > MAX_TITLE) throw refused('form.too-long', { limit: MAX_TITLE })
  return title
}
