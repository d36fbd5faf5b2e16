/** A quote that somebody wants: a post with its thread and wording (`7/27/2`), and the words, '' for all of it. */
export interface Picked {
  readonly post: string
  readonly words: string
}

/** Where they are kept until the last page of this tab is closed. */
const NAME = 'quotes'
/** As many as can be asked for at once. */
const MOST = 10

/** What is collected, in the order in which it was. */
export function collected(): Picked[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(NAME) ?? '[]')
    return Array.isArray(kept) ? kept.filter(isPicked) : []
  } catch {
    return []
  }
}

const isPicked = (kept: unknown): kept is Picked =>
  typeof kept === 'object' &&
  kept !== null &&
  typeof Reflect.get(kept, 'post') === 'string' &&
  typeof Reflect.get(kept, 'words') === 'string'

/** Adds a quote; one that is there stays where it is, and beyond the most the first is forgotten. */
export function collect(quote: Picked): void {
  const known = collected()
  if (known.some(({ post, words }) => post === quote.post && words === quote.words)) return
  keep([...known, quote].slice(-MOST))
}

/** Forgets all of them. */
export const forget = (): void => keep([])

function keep(quotes: readonly Picked[]): void {
  try {
    sessionStorage.setItem(NAME, JSON.stringify(quotes))
  } catch {
    // A browser that keeps nothing: each quote stands for itself.
  }
}
