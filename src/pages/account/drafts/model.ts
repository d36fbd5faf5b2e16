import type { Draft } from '#forum/drafts/model.ts'

/** A draft in the list of its writer. */
export interface DraftEntry extends Draft {
  /** The title of the board or thread; null where that is not to be seen any more, and for a new conversation. */
  readonly title: string | null
}
