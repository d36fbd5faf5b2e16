import { keeper } from './kept.ts'
import type { Store } from './store.ts'

/**
 * Keeps answers of queries until anything is written, up to `most` of them, those asked for last: `ask` is called where
 * none is kept for the key, and always where the database does not say whether it has changed.
 */
export function keptWhileUnchanged<Answer extends object>(
  most: number,
): (store: Store, key: string, ask: () => Promise<Answer>) => Promise<Answer> {
  const keep = keeper<Answer>({ size: most, sizeOf: () => 1 })
  return (store, key, ask) => {
    const mark = store.changeMark()
    return mark === null ? ask() : keep(store.read, `${mark} ${key}`, ask)
  }
}
