import type { PostPlace } from '../posts/model.ts'

/** The answer to a question as it is told under it. */
export interface ShownAnswer extends PostPlace {
  /** Null for a guest without a name. */
  readonly author: string | null
  readonly excerpt: string
}
