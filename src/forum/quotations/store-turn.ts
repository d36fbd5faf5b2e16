import { threadOf } from '#base/ids.ts'
import { numbersIn } from '#store/lists.ts'
import { prepared } from '#store/prepared.ts'
import type { Writer } from '#store/store.ts'

const NAME = 'record'

const count = prepared((db, { name }: { name: string }) =>
  db
    .updateTable('versions')
    .set(eb => ({ value: eb('value', '+', 1) }))
    .where('name', '=', name),
)

/**
 * Waits until nobody else keeps what was read, and makes all others wait until this transaction ends: two posts with the
 * same words that are kept at once must see one another.
 */
export async function takeTurn(db: Writer): Promise<void> {
  await count(db, { name: NAME })
}

const touch = prepared((db, { ids }: { ids: string }) =>
  db
    .updateTable('threads')
    .set(eb => ({ version: eb('version', '+', 1) }))
    .where('id', 'in', numbersIn(db, ids)),
)

/** Makes the kept pages old on which posts stand: what is said beside them has changed. */
export async function touchThreadsOf(db: Writer, postIds: Iterable<number>): Promise<void> {
  const ids = new Set([...postIds].map(threadOf))
  if (ids.size > 0) await touch(db, { ids: JSON.stringify([...ids]) })
}
