import type { Writer } from '#store/store.ts'

/** What was tried under one name since the first try that still counts. */
export interface Attempts {
  readonly name: string
  readonly count: number
  /** Epoch milliseconds. */
  readonly since: number
}

/**
 * Counts one try under each name, afresh where the first was `window` milliseconds ago; → how often each was tried, this
 * time included. All names in one statement and one order, so that two of them never wait for each other.
 */
export async function countAttempts(
  db: Writer,
  names: readonly string[],
  at: { now: number; window: number },
): Promise<Attempts[]> {
  const rows = [...names].sort().map(name => ({ name, count: 1, since: at.now }))
  return db
    .insertInto('attempts')
    .values(rows)
    .onConflict(conflict =>
      conflict.column('name').doUpdateSet(eb => {
        const isOver = eb('attempts.since', '<=', at.now - at.window)
        return {
          count: eb
            .case()
            .when(isOver)
            .then(eb.lit(1))
            .else(eb('attempts.count', '+', eb.lit(1)))
            .end(),
          since: eb.case().when(isOver).then(eb.ref('excluded.since')).else(eb.ref('attempts.since')).end(),
        }
      }),
    )
    .returning(['name', 'count', 'since'])
    .execute()
}

/** Takes one try back under each name. */
export async function uncountAttempts(db: Writer, names: readonly string[]): Promise<void> {
  await db
    .updateTable('attempts')
    .set(eb => ({ count: eb('count', '-', 1) }))
    .where('name', 'in', names)
    .where('count', '>', 0)
    .execute()
}

/** Forgets what was tried under a name. */
export async function removeAttempts(db: Writer, name: string): Promise<void> {
  await db.deleteFrom('attempts').where('name', '=', name).execute()
}

/** Forgets all whose first try was before a moment. */
export async function removeOldAttempts(db: Writer, before: number): Promise<void> {
  await db.deleteFrom('attempts').where('since', '<=', before).execute()
}
