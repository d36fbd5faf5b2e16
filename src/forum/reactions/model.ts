/** What each reaction adds to the reaction score of whoever wrote the post. */
export const SCORES = { like: 1, funny: 0, disagree: -1 } as const

export const KINDS = ['like', 'funny', 'disagree'] as const
export type Kind = (typeof KINDS)[number]

/** The reactions to a post. */
export interface Reactions {
  readonly counts: Readonly<Record<Kind, number>>
  /** The viewer's own; null for a guest. */
  readonly mine: Kind | null
}

export const NO_REACTIONS: Reactions = { counts: { like: 0, funny: 0, disagree: 0 }, mine: null }
