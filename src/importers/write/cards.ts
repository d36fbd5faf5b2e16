/** What a member's card shows beside the name, and what its counts are made of. */
export interface KnownCard {
  title: string | null
  /** Null where nobody knows. */
  joinedAt: number | null
  country: string | null
  location: string | null
  messageBase: number
  reactionBase: number
  /** Posts of the member that imports brought, and the score of the reactions that imports brought to them. */
  importedPosts: number
  importedScore: number
}

/** A card as a record prints it, its counts those after all posts of the record. */
export interface PrintedCard {
  title: string | null
  joinedAt: number | null
  country: string | null
  location: string | null
  messages: number | null
  reactionScore: number | null
}

/** What an import adds. */
export interface Gain {
  posts: number
  score: number
}

export type NewCard = Pick<
  KnownCard,
  'title' | 'joinedAt' | 'country' | 'location' | 'messageBase' | 'reactionBase'
>

/**
 * A card that is here, one that a record prints, and what the record adds → the card here from now on.
 *
 * A board counts more posts than its saved pages hold. Ours counts those that are here, so the base is what the youngest
 * card printed, less every imported post of the member: right after an import the card shows the printed number, later
 * posts add to it, and it does not matter in how many imports the pages came. Where a board prints fewer posts than its
 * pages hold, the base is 0 and all of them count. The reaction score is kept in the same way.
 *
 * Of two cards the one with more messages is the younger, and the other gives only what it lacks. `open` is false where
 * the member signs in here and says such things: then only the counts change.
 */
export function cardAfter(known: KnownCard, printed: PrintedCard, gain: Gain, open: boolean): NewCard {
  const shown = known.messageBase + known.importedPosts
  const isYounger = printed.messages !== null && printed.messages > shown
  const messages = Math.max(shown, printed.messages ?? 0)
  const score = scoreAfter(known, printed, isYounger)
  return {
    ...(open ? wordsAfter(known, printed, isYounger) : wordsOf(known)),
    messageBase: Math.max(0, messages - known.importedPosts - gain.posts),
    reactionBase: score === null ? 0 : score - known.importedScore - gain.score,
  }
}

/** The score that is printed, of which reactions here are part; null where no card printed one. */
function scoreAfter(known: KnownCard, printed: PrintedCard, isYounger: boolean): number | null {
  const before = known.reactionBase === 0 ? null : known.reactionBase + known.importedScore
  return isYounger ? (printed.reactionScore ?? before) : (before ?? printed.reactionScore)
}

const wordsOf = ({ title, joinedAt, country, location }: KnownCard) => ({
  title,
  joinedAt,
  country,
  location,
})

function wordsAfter(known: KnownCard, printed: PrintedCard, isYounger: boolean) {
  const [first, second] = isYounger ? [printed, known] : [known, printed]
  return {
    title: first.title ?? second.title,
    country: first.country ?? second.country,
    location: first.location ?? second.location,
    joinedAt: isYounger ? (printed.joinedAt ?? known.joinedAt) : earlier(known.joinedAt, printed.joinedAt),
  }
}

/** Where no card told the day, that of the first post stands there, and another card can only tell an earlier one. */
const earlier = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? (one ?? other) : Math.min(one, other)

/** The card of a member who is not here yet. */
export const NO_CARD: KnownCard = {
  title: null,
  joinedAt: null,
  country: null,
  location: null,
  messageBase: 0,
  reactionBase: 0,
  importedPosts: 0,
  importedScore: 0,
}
