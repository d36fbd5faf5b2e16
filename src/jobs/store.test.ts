import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Store } from '#store/store.ts'
import { openTestStore, STORES } from '../../tests/support/databases.ts'
import { addToOutbox, finishEvents, openEvents } from './store.ts'

for (const kind of STORES)
  describe(`the outbox on ${kind}`, () => {
    let store: Store
    beforeAll(async () => {
      store = await openTestStore(kind)
    })
    afterAll(() => store.close())

    it('keeps events in their order until they are finished, and none of a failed transaction', async () => {
      const ids = await store.write
        .transaction()
        .execute(async db => [
          await addToOutbox(db, { type: 'first' }, 10),
          await addToOutbox(db, { type: 'second' }, 20),
          await addToOutbox(db, { type: 'third' }, 30),
        ])
      const failing = store.write.transaction().execute(async db => {
        await addToOutbox(db, { type: 'never' }, 5)
        throw new Error('stop')
      })
      await expect(failing).rejects.toThrow('stop')
      const types = async (before: number, limit = 10) =>
        (await openEvents(store.read, before, limit)).map(each => (each.event as { type: string }).type)
      expect(await types(30)).toEqual(['first', 'second'])
      expect(await types(31, 2)).toEqual(['first', 'second'])
      await store.write.transaction().execute(db => finishEvents(db, ids.slice(0, 1), 40))
      expect(await types(31)).toEqual(['second', 'third'])
      await store.write.transaction().execute(db => finishEvents(db, [], 40))
      expect(await types(31)).toEqual(['second', 'third'])
    })
  })
