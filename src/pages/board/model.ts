import { twoNumbersOf } from '#base/places.ts'
import type { BoardLine, BoardTotals } from '#forum/boards/model.ts'
import type { Board } from '#forum/boards/tree.ts'
import type { ShownDetails } from '#forum/details/model.ts'
import type { ThreadKind } from '#forum/kinds/model.ts'
import type { Prefix } from '#forum/prefixes/model.ts'
import type { Tag } from '#forum/tags/model.ts'
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
  /** What is said of the threads, by their ids. */
  readonly details: ReadonlyMap<number, ShownDetails>
  /** What the list is limited to; null for all threads. */
  readonly only: Only | null
  readonly mayStart: boolean
}

/** What a list of threads is limited to, as its address says and as it is called. */
export interface Only {
  readonly prefix?: Prefix | undefined
  readonly tag?: Tag | undefined
  readonly kind?: ThreadKind | undefined
}

/** The part of an address that limits a list. */
export function onlyQuery(only: Only | null): [string, string][] {
  if (!only) return []
  const { prefix, tag, kind } = only
  return [
    ...(prefix ? [['prefix', String(prefix.id)] as [string, string]] : []),
    ...(tag ? [['tag', tag.name] as [string, string]] : []),
    ...(kind ? [['kind', kind] as [string, string]] : []),
  ]
}

/** `1773500000000.7` → the place of thread 7 with its last post at that time; null for anything else. */
export function placeOf(written: unknown): ThreadPlace | null {
  const two = twoNumbersOf(written)
  return two && { lastPostAt: two[0], id: two[1] }
}

/** A place as addresses write it. */
export const writtenPlace = ({ lastPostAt, id }: ThreadPlace): string => `${lastPostAt}.${id}`

/** The part of an address that asks for a slice of the list, of some threads or of all; '' for the beginning of all. */
export function queryOf({ before, after }: ThreadSlice, only: Only | null = null): string {
  const query = new URLSearchParams(onlyQuery(only))
  if (after) query.set('after', writtenPlace(after))
  else if (before) query.set('before', writtenPlace(before))
  return query.size > 0 ? `?${query}` : ''
}
