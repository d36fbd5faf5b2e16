import { Refused } from '#base/errors.ts'
import { MINUTE, SECOND } from '#base/time.ts'
import type { Act } from '../act.ts'
import type { AttemptLimit } from './model.ts'
import { countAttempts, uncountAttempts } from './store-attempts.ts'

/** Something that a member may do so often, counted once more. */
export interface CountedAttempt {
  /** Throws `too-many` where that was once too often. */
  mustBeWithin(): void
  /** It was nothing new. */
  takeBack(): Promise<void>
}

/**
 * Counts that a member does something that has a limit. Until the transaction ends, whoever counts the same for them waits.
 * Holds across processes; what is refused is not counted.
 */
export async function countMemberAttempt(
  { db, now }: Act,
  what: string,
  memberId: number,
  { count: most, window }: AttemptLimit,
): Promise<CountedAttempt> {
  const name = `${what} ${memberId}`
  const [counted] = await countAttempts(db, [name], { now, window })
  return {
    takeBack: () => uncountAttempts(db, [name]),
    mustBeWithin: () => {
      if (!counted || counted.count <= most) return
      const wait = counted.since + window - now
      const values = { seconds: Math.ceil(wait / SECOND), minutes: Math.ceil(wait / MINUTE) }
      throw new Refused('too-many', 'refused.too-often', { values })
    },
  }
}
