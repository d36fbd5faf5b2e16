import { describe, expect, test } from 'vitest'
import { migrate } from '#store/migrate.ts'
import { openStore } from '#store/store.ts'
import { openTestStore, STORES } from './databases.ts'

describe.each(STORES)('a test database on %s', kind => {
  test('is migrated, alone, and gone afterwards', async () => {
    const [one, other] = await Promise.all([openTestStore(kind), openTestStore(kind)])
    expect(await migrate(one)).toEqual([])
    await one.write.insertInto('settings').values({ name: 'colour', value: 'red' }).execute()
    expect(await other.read.selectFrom('settings').selectAll().execute()).toEqual([])
    if (!('pool' in one.address)) {
      const again = openStore(one.address)
      expect(await again.read.selectFrom('settings').select('value').execute()).toEqual([{ value: 'red' }])
      await again.close()
    }
    await one.close()
    await other.close()
  })

  test('is empty where a migration is what is tested', async () => {
    const store = await openTestStore(kind, { migrated: false })
    expect(await migrate(store)).not.toEqual([])
    await store.close()
  })
})
