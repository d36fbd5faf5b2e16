import type { Reader, Writer } from '#store/store.ts'

/** What the ledger keeps apart: keys are unique within a source and a kind. */
export type LedgerKind = 'board' | 'member' | 'thread' | 'post'

/** How many values one query is given. */
const BATCH = 500

/** Runs a query once for every so many values; → all rows. */
export async function inBatches<Value, Row>(
  values: Iterable<Value>,
  query: (batch: Value[]) => Promise<Row[]>,
): Promise<Row[]> {
  const all = [...values]
  const rows: Row[] = []
  for (let start = 0; start < all.length; start += BATCH)
    rows.push(...(await query(all.slice(start, start + BATCH))))
  return rows
}

/** Keys of a source → ids of what was made of them; those never taken are missing. */
export async function readLedger(
  db: Reader,
  source: string,
  kind: LedgerKind,
  keys: Iterable<string>,
): Promise<Map<string, number>> {
  const rows = await inBatches(new Set(keys), batch =>
    db
      .selectFrom('imports')
      .select(['key', 'objectId'])
      .where('source', '=', source)
      .where('kind', '=', kind)
      .where('key', 'in', batch)
      .execute(),
  )
  return new Map(rows.map(row => [row.key, row.objectId]))
}

/** Whether anything was ever taken from a source. */
export async function knowsSource(db: Reader, source: string): Promise<boolean> {
  const query = db.selectFrom('imports').select('key').where('source', '=', source).limit(1)
  return (await query.executeTakeFirst()) !== undefined
}

/** Writes down what was made of keys; a key whose object is gone is given its new one. */
export async function writeLedger(
  db: Writer,
  source: string,
  kind: LedgerKind,
  objects: Iterable<readonly [key: string, id: number]>,
): Promise<void> {
  await inBatches(objects, async batch => {
    const rows = batch.map(([key, objectId]) => ({ source, kind, key, objectId }))
    await db
      .insertInto('imports')
      .values(rows)
      .onConflict(conflict =>
        conflict
          .columns(['source', 'kind', 'key'])
          .doUpdateSet(eb => ({ objectId: eb.ref('excluded.objectId') })),
      )
      .execute()
    return []
  })
}

/** Makes a board a place for threads. */
export async function openSection(db: Writer, id: number): Promise<void> {
  await db
    .updateTable('boards')
    .set(eb => ({ section: 0, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** How much a board gains, and the thread in which it was last written. */
export interface BoardGain {
  threads: number
  posts: number
  last: { threadId: number; at: number }
}

/** Adds to a board's counts; its last thread stays when it is the later one. */
export async function addToBoard(db: Writer, id: number, { threads, posts, last }: BoardGain): Promise<void> {
  await db
    .updateTable('boards')
    .set(eb => {
      const isLater = eb.or([eb('lastPostAt', 'is', null), eb('lastPostAt', '<=', last.at)])
      return {
        threadCount: eb('threadCount', '+', threads),
        postCount: eb('postCount', '+', posts),
        version: eb('version', '+', 1),
        lastThreadId: eb.case().when(isLater).then(last.threadId).else(eb.ref('lastThreadId')).end(),
        lastPostAt: eb.case().when(isLater).then(last.at).else(eb.ref('lastPostAt')).end(),
      }
    })
    .where('id', '=', id)
    .execute()
}

/** Waits for other imports to end, so that no two take the same thing. */
export async function waitForTurn(db: Writer): Promise<void> {
  await db
    .insertInto('versions')
    .values({ name: 'imports', value: 1 })
    .onConflict(conflict =>
      conflict.column('name').doUpdateSet(eb => ({ value: eb('versions.value', '+', 1) })),
    )
    .execute()
}
