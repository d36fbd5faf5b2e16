import type { BoardLine } from '#forum/boards/model.ts'
import type { Board } from '#forum/boards/tree.ts'
import type { Stand } from '#forum/quotations/model.ts'

/** Quotations that the start page shows. */
export const LATEST_QUOTATIONS = 3

/** The boards that stand together under one heading. */
export interface BoardGroup {
  /** Null for the boards at the top that are in no section. */
  readonly section: Board | null
  readonly lines: readonly BoardLine[]
}

/** What the start page shows to somebody. */
export interface HomePage {
  readonly name: string
  readonly welcome: string
  readonly groups: readonly BoardGroup[]
  /** Over all boards that may be read. */
  readonly threadCount: number
  readonly postCount: number
  /** Where quotations stood last. */
  readonly onRecord: readonly Stand[]
  readonly mayAdminister: boolean
  /** Nobody administers the forum yet. */
  readonly isWaiting: boolean
}
