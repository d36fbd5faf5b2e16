import type { BoardLine, BoardTotals } from '#forum/boards/model.ts'
import type { Board } from '#forum/boards/tree.ts'
import type { ThreadList, ThreadPlace, ThreadSlice } from '#forum/threads/model.ts'

/** What the page of a board shows to somebody. */
export interface BoardPage {
  readonly board: Board
  /** The boards above it, from the top down. */
  readonly above: readonly Board[]
  readonly within: readonly BoardLine[]
  /** Of the board and all that is within it, as far as it may be read; undefined where nothing of it may be. */
  readonly totals: BoardTotals | undefined
  /** Null where the board's threads may not be read; none in a section. */
  readonly list: ThreadList | null
  readonly mayStart: boolean
}

const PLACE = /^(\d{1,16})\.(\d{1,16})$/

/** `1773500000000.7` → the place of thread 7 with its last post at that time; null for anything else. */
export function placeOf(written: unknown): ThreadPlace | null {
  const [, at, id] = (typeof written === 'string' && PLACE.exec(written)) || []
  if (at === undefined || id === undefined) return null
  const place = { lastPostAt: Number(at), id: Number(id) }
  return Number.isSafeInteger(place.lastPostAt) && Number.isSafeInteger(place.id) ? place : null
}

/** A place as addresses write it. */
export const writtenPlace = ({ lastPostAt, id }: ThreadPlace): string => `${lastPostAt}.${id}`

/** The part of an address that asks for a slice of the list; '' for its beginning. */
export function queryOf({ before, after }: ThreadSlice): string {
  if (after) return `?after=${writtenPlace(after)}`
  return before ? `?before=${writtenPlace(before)}` : ''
}
