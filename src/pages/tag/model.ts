import type { BoardTree } from '#forum/boards/tree.ts'
import type { ShownDetails } from '#forum/details/model.ts'
import type { Tag } from '#forum/tags/model.ts'
import type { ListedThread } from '#forum/threads/model.ts'

/** What the page of a tag shows to somebody. */
export interface TagPage {
  readonly tag: Tag
  readonly boards: BoardTree['byId']
  readonly threads: readonly ListedThread[]
  readonly details: ReadonlyMap<number, ShownDetails>
  /** The id of the thread before which the list begins; null for its beginning. */
  readonly before: number | null
  readonly hasOlder: boolean
  /** Whether the reader looks after tags. */
  readonly mayKeep: boolean
}
