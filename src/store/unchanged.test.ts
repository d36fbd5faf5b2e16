import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openTestStore, STORES, type TestStore } from '../../tests/support/databases.ts'
import { openStore } from './store.ts'
import { keptWhileUnchanged } from './unchanged.ts'

describe.each(STORES)('answers kept while nothing changes on %s', kind => {
  let store: TestStore
  beforeEach(async () => {
    store = await openTestStore(kind)
  })
  afterEach(() => store.close())

  const set = (on: Pick<TestStore, 'write'>, value: string) =>
    on.write
      .insertInto('settings')
      .values({ name: 'tide', value })
      .onConflict(conflict => conflict.column('name').doUpdateSet({ value }))
      .execute()

  test('are asked for again after every write, by whomever', async () => {
    let asked = 0
    const kept = keptWhileUnchanged<{ tide: string }>(10)
    const tide = () =>
      kept(store, 'tide', async () => {
        asked++
        const query = store.read.selectFrom('settings').select('value').where('name', '=', 'tide')
        return { tide: (await query.executeTakeFirst())?.value ?? 'none' }
      }).then(answer => answer.tide)
    expect(await tide()).toBe('none')
    await set(store, 'high')
    expect(await tide()).toBe('high')
    const before = asked
    expect([await tide(), await tide()]).toEqual(['high', 'high'])
    expect(asked - before).toBe(kind === 'sqlite' ? 0 : 2)
    const other = openStore(store.address)
    await set(other, 'low')
    // What another process says it has done comes with another turn of the event loop.
    await new Promise(resolve => setImmediate(resolve))
    expect(await tide()).toBe('low')
    if (kind === 'sqlite') await other.close()
  })

  test('are not kept when a write falls into the asking, nor beyond so many', async () => {
    const kept = keptWhileUnchanged<[number]>(2)
    let asked = 0
    const ask = async (): Promise<[number]> => [++asked]
    const first = await kept(store, 'a', async () => {
      await set(store, 'high')
      return ask()
    })
    expect(await kept(store, 'a', ask)).toEqual([first[0] + 1])
    for (const key of ['b', 'c']) await kept(store, key, ask)
    const before = asked
    for (const key of ['c', 'b', 'a']) await kept(store, key, ask)
    expect(asked - before).toBe(kind === 'sqlite' ? 1 : 3)
  })
})
