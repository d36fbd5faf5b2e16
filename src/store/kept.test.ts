import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestStore, STORES, type TestStore } from '../../tests/support/databases.ts'
import { keeper } from './kept.ts'

describe.each(STORES)('what is kept of a database on %s', kind => {
  let store: TestStore
  let other: TestStore
  beforeAll(async () => {
    store = await openTestStore(kind)
    other = await openTestStore(kind)
  })
  afterAll(async () => {
    await store.close()
    await other.close()
  })

  it('is read once for a key, and again when too much came between', async () => {
    const keep = keeper<string[]>({ size: 5, sizeOf: value => value.length })
    const reads: string[] = []
    const ask = (db: TestStore['read'], key: string, length: number) =>
      keep(db, key, async () => {
        reads.push(key)
        return new Array<string>(length).fill(key)
      })
    await ask(store.read, 'a', 2)
    expect(await ask(store.read, 'a', 2)).toEqual(['a', 'a'])
    await ask(store.read, 'b', 3)
    await ask(store.read, 'a', 2)
    await ask(store.read, 'c', 1)
    await ask(store.read, 'b', 3)
    expect(reads).toEqual(['a', 'b', 'c', 'b'])
    // More than all there is room for is given and not kept.
    expect(await ask(store.read, 'much', 6)).toHaveLength(6)
    await ask(store.read, 'much', 6)
    expect(reads.slice(4)).toEqual(['much', 'much'])
  })

  it('is of that database alone, and nothing is kept of a transaction', async () => {
    const keep = keeper<[string]>({ size: 100, sizeOf: () => 1 })
    const ask = (db: TestStore['read'], answer: string) => keep(db, 'key', async () => [answer])
    expect(await ask(store.read, 'one')).toEqual(['one'])
    expect(await ask(other.read, 'another')).toEqual(['another'])
    await store.write.transaction().execute(async db => {
      expect(await ask(db, 'unseen')).toEqual(['unseen'])
    })
    expect(await ask(store.read, 'too late')).toEqual(['one'])
  })
})
