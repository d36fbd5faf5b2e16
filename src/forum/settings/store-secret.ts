import { randomBytes } from 'node:crypto'
import type { Store } from '#store/store.ts'

/** The name under which it stands among the settings. */
const NAME = 'secret'
const BYTES = 32

/** The key of this forum that signs forms and links, 32 bytes: made at the first start, the same for all processes. */
export async function secretOf(store: Store): Promise<Buffer> {
  const made = randomBytes(BYTES).toString('base64')
  await store.write
    .insertInto('settings')
    .values({ name: NAME, value: made })
    .onConflict(conflict => conflict.doNothing())
    .execute()
  const { value } = await store.write
    .selectFrom('settings')
    .select('value')
    .where('name', '=', NAME)
    .executeTakeFirstOrThrow()
  return Buffer.from(value, 'base64')
}
