import type { Store } from './store.ts'

interface Kept<Answer> {
  readonly mark: number
  readonly answers: Map<string, Answer>
}

/**
 * Keeps answers of queries until anything is written, up to `most` of them: `ask` is called where none is kept for the key,
 * and always where the database does not say whether it has changed. An answer of undefined is not kept.
 */
export function keptWhileUnchanged<Answer>(
  most: number,
): (store: Store, key: string, ask: () => Promise<Answer>) => Promise<Answer> {
  const byStore = new WeakMap<Store, Kept<Answer>>()
  const keptOf = (store: Store, mark: number): Kept<Answer> => {
    const known = byStore.get(store)
    if (known?.mark === mark) return known
    const made = { mark, answers: new Map<string, Answer>() }
    byStore.set(store, made)
    return made
  }
  return async (store, key, ask) => {
    const mark = store.changeMark()
    if (mark === null) return ask()
    const { answers } = keptOf(store, mark)
    const known = answers.get(key)
    if (known !== undefined) return known
    const answer = await ask()
    if (answer !== undefined && answers.size < most && store.changeMark() === mark) answers.set(key, answer)
    return answer
  }
}
