import type { Kysely } from 'kysely'
import { LRUCache } from 'lru-cache'
import type { Reader, Writer } from './store.ts'
import type { Tables } from './tables.ts'

/** Asks for what a key names: at hand, or read now. */
export type Keeper<Value> = (db: Reader | Writer, key: string, read: () => Promise<Value>) => Promise<Value>

/**
 * Keeps what was read of a database under a key that must be another one whenever the answer would be: a version read
 * before it. At most `size` in all, as `sizeOf` counts; what was asked for last stays. Inside of a transaction, which may
 * see what nobody else does, everything is read.
 */
export function keeper<Value extends object>(limits: {
  size: number
  sizeOf(value: Value): number
}): Keeper<Value> {
  const byDatabase = new WeakMap<object, LRUCache<string, Value>>()
  const keptOf = (db: Kysely<Tables>): LRUCache<string, Value> => {
    const { adapter } = db.getExecutor()
    const known = byDatabase.get(adapter)
    if (known) return known
    const made = new LRUCache<string, Value>({ maxSize: limits.size, sizeCalculation: limits.sizeOf })
    byDatabase.set(adapter, made)
    return made
  }
  return async (reader, key, read) => {
    const db = reader as Kysely<Tables>
    if (db.isTransaction) return read()
    const kept = keptOf(db)
    const found = kept.get(key)
    if (found) return found
    const value = await read()
    kept.set(key, value)
    return value
  }
}
