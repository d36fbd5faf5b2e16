import type { Reader, Writer } from '#store/store.ts'
import { readProgress, replaceProgress } from '../settings/store-progress.ts'

/** How far a round through all posts has come. Times are epoch milliseconds. */
export interface Round {
  /** What reads, marks and prints at present; a round of another one begins anew. */
  readonly version: string
  /** The id of the post that was looked at last. */
  readonly after: number
  /** Posts looked at in this round, and how many of them had to be read. */
  readonly looked: number
  readonly read: number
  readonly startedAt: number
  /** Null while it is under way. */
  readonly finishedAt: number | null
  /** Whether another one is to follow at once: posts may have come behind its back. */
  readonly again: boolean
}

const NAME = 'reading'

/** What was written down last, and how; undefined where nothing was. */
export async function readRound(db: Reader | Writer): Promise<WrittenRound | undefined> {
  const found = await readProgress<Round>(db, NAME)
  return found && { round: found.progress, written: found.written }
}

/** A round as it was written down, and how. */
export interface WrittenRound {
  readonly round: Round
  readonly written: string
}

/** Writes down how far it has come, unless somebody else did since `before` was read; → whether it did. */
export const writeRound = (db: Writer, round: Round, before: string | undefined): Promise<boolean> =>
  replaceProgress(db, NAME, { progress: round, before })
