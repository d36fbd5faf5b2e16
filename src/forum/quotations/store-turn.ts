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
