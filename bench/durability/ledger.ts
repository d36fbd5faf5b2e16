/** Something a member asked for, and whether the server said that it was done. */
export interface Attempt<What> {
  what: What
  acknowledged: boolean
}

export type Kind = 'like' | 'funny' | 'disagree'

/** A post that a member sent, perhaps several times with one key. */
export interface SentPost {
  memberId: number
  threadId: number
  requestKey: string
  /** Its number in the thread, from the acknowledgement; null as long as there is none. */
  number: number | null
  /** Wordings in the order in which they were asked for; the first is the post as it was sent. No two are the same. */
  wordings: Attempt<string>[]
  /** By the id of who reacted, in the order in which they were asked for; null takes a reaction back. */
  reactions: Map<number, Attempt<Kind | null>[]>
}

/** All that was asked of the server, whatever became of it. */
export class Ledger {
  readonly posts: SentPost[] = []

  /** Posts and everything else that the server said were done. */
  countAcknowledged(): { posts: number; edits: number; reactions: number } {
    const done = (attempts: readonly Attempt<unknown>[]): number =>
      attempts.filter(attempt => attempt.acknowledged).length
    return {
      posts: this.posts.filter(post => post.number !== null).length,
      edits: this.posts.reduce((sum, post) => sum + done(post.wordings.slice(1)), 0),
      reactions: this.posts.reduce(
        (sum, post) => sum + [...post.reactions.values()].reduce((count, each) => count + done(each), 0),
        0,
      ),
    }
  }
}

/**
 * What may be the case after some attempts: the last that was acknowledged, or any that came after it; before the first
 * acknowledgement also what was there at the beginning.
 */
export function possible<What>(attempts: readonly Attempt<What>[], before: What): What[] {
  const last = attempts.findLastIndex(attempt => attempt.acknowledged)
  const since = attempts.slice(Math.max(0, last)).map(attempt => attempt.what)
  return last < 0 ? [before, ...since] : since
}
