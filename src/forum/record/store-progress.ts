import type { Reader, Writer } from '#store/store.ts'

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

/** A round as it was written down, and how. */
export interface WrittenRound {
  readonly round: Round
  readonly written: string
}

/** What was written down last; undefined where nothing was. */
export async function readRound(db: Reader | Writer): Promise<WrittenRound | undefined> {
  const row = await db.selectFrom('settings').select('value').where('name', '=', NAME).executeTakeFirst()
  return row && { round: JSON.parse(row.value) as Round, written: row.value }
}

/**
 * Writes down how far it has come, unless somebody else did since `before` was read; → whether it did.
 */
export async function writeRound(db: Writer, round: Round, before: string | undefined): Promise<boolean> {
  const value = JSON.stringify(round)
  if (before === undefined) {
    const added = await db
      .insertInto('settings')
      .values({ name: NAME, value })
      .onConflict(conflict => conflict.column('name').doNothing())
      .executeTakeFirst()
    return (added.numInsertedOrUpdatedRows ?? 0n) > 0n
  }
  const changed = await db
    .updateTable('settings')
    .set({ value })
    .where('name', '=', NAME)
    .where('value', '=', before)
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}
