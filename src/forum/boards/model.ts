import type { ThreadKind } from '../kinds/model.ts'
import { type Board, type BoardTree, inOrder } from './tree.ts'

/** The board of all conversations, made with the first: no list holds it, and nobody has a level in it. */
export const CONVERSATIONS = 0

export const MAX_BOARD_TITLE = 100
export const MAX_BOARD_DESCRIPTION = 500
/** The longest excerpt that a board can name as its limit, in words: as many as a post can have. */
export const MAX_EXCERPT_LIMIT = 25_000
/** The longest time in which a board lets its members change their posts, in minutes: a year. */
export const MAX_EDIT_MINUTES = 366 * 24 * 60

/** What an administrator writes about a board. */
export interface BoardText {
  readonly title: string
  readonly description: string
  /** A section only groups boards; it holds no threads. */
  readonly section: boolean
  /** The most words from one source before a writer is told; null for no limit. Left out: as it is, none at first. */
  readonly excerptLimit?: number | null | undefined
  /** Minutes in which a member may change a post of their own; null for always. Left out: as it is, always at first. */
  readonly editMinutes?: number | null | undefined
  /** What may be started in it. Left out: as it is, everything at first. */
  readonly kinds?: readonly ThreadKind[] | undefined
  /** Whether a thread needs a prefix. Left out: as it is, no at first. */
  readonly prefixRequired?: boolean | undefined
}

/** The thread of a board in which somebody wrote last. */
export interface LastThread {
  readonly id: number
  readonly title: string
  readonly slug: string
  /** The number of its last post. */
  readonly lastNumber: number
  /** Null where no member wrote it. */
  readonly lastAuthor: string | null
}

/** How much a board holds, and what is new in it. */
export interface BoardTotals {
  readonly threadCount: number
  readonly postCount: number
  /** Epoch milliseconds; null where nothing was ever posted. */
  readonly lastPostAt: number | null
  readonly lastThread: LastThread | null
}

/** The same for a board alone, without those within it. */
export interface BoardCounts extends BoardTotals {
  /** Counts up with everything that changes how the board's own page looks. */
  readonly version: number
}

/** A board in a list, with all that somebody may know of it. */
export interface BoardLine {
  readonly board: Board
  /** Of the whole branch, as far as it may be read; undefined where nothing of it may be. */
  readonly totals: BoardTotals | undefined
  /** The boards directly within it that may be seen. */
  readonly within: readonly Board[]
}

const NOTHING: BoardTotals = { threadCount: 0, postCount: 0, lastPostAt: null, lastThread: null }

/**
 * Each board with all that is within it, counted over the boards that may be read and no others, so that nothing of a
 * closed board shows in the sums or as the latest thread. Boards of whose branch nothing may be read are left out.
 */
export function totalsOf(
  tree: BoardTree,
  counts: ReadonlyMap<number, BoardTotals>,
  readable: ReadonlySet<number>,
): Map<number, BoardTotals> {
  const totals = new Map<number, BoardTotals>()
  for (const { board } of inOrder(tree).reverse()) {
    const own = readable.has(board.id) ? (counts.get(board.id) ?? NOTHING) : undefined
    const parts = (tree.within.get(board.id) ?? []).flatMap(inner => totals.get(inner.id) ?? [])
    if (own) parts.unshift(own)
    if (parts.length > 0) totals.set(board.id, parts.reduce(together))
  }
  return totals
}

/** The sum of two parts; the latest thread is that of the part with the later post. */
function together(one: BoardTotals, other: BoardTotals): BoardTotals {
  const later = (other.lastPostAt ?? 0) > (one.lastPostAt ?? 0) ? other : one
  return {
    threadCount: one.threadCount + other.threadCount,
    postCount: one.postCount + other.postCount,
    lastPostAt: later.lastPostAt,
    lastThread: later.lastThread,
  }
}
