import { fit, type Side } from './fit.ts'
import { bitsOf } from './idf.ts'
import { quotedOf, sideOf } from './wordings.ts'
import type { Words } from './words.ts'

/** A piece of a word diff. `kept` and `added` are pieces of the later text, `removed` of the earlier one. */
export interface WordChange {
  readonly change: 'kept' | 'removed' | 'added'
  readonly text: string
}

/** Kept words with fewer bits than this between changes are taken along: "the" alone joins nothing. */
const LEAST_KEPT_BITS = 3

/**
 * Two texts → what was kept, removed and added, word by word, for showing how one became the other. The pieces `kept` and
 * `added` put together are the later text, character for character; words are equal as in `wordsOf`, so a change of
 * case or of marks alone is kept. Linear beyond some hundred words.
 */
export function wordDifference(earlier: string, later: string): WordChange[] {
  const [a, b] = [quotedOf(earlier), quotedOf(later)]
  const pairs = fit(closed(sideOf(a)), closed(sideOf(b)), 0, false)
  const kept = joinedPairs(pairs.a, pairs.b, b.words)
  const changes: WordChange[] = []
  let [fromA, fromB, shown] = [0, 0, 0]
  for (let k = 0; k <= kept.length; k++) {
    const [atA, atB] = kept[k] ?? [a.words.folded.length, b.words.folded.length]
    if (atA > fromA) add(changes, 'removed', pieceOf(earlier, a.words, fromA, atA))
    if (atB > fromB) {
      const end = b.words.starts[atB] ?? later.length
      add(changes, 'added', later.slice(shown, end))
      shown = end
    }
    if (k === kept.length) break
    const end = b.words.starts[atB + 1] ?? later.length
    add(changes, 'kept', later.slice(shown, end))
    shown = end
    fromA = atA + 1
    fromB = atB + 1
  }
  if (shown < later.length) add(changes, 'kept', later.slice(shown))
  return changes
}

function closed(side: Side): Side {
  return { ...side, open: new Uint8Array(side.open.length), loose: new Uint8Array(side.loose.length) }
}

function add(changes: WordChange[], change: WordChange['change'], text: string): void {
  const last = changes.at(-1)
  if (last?.change === change) changes[changes.length - 1] = { change, text: last.text + text }
  else changes.push({ change, text })
}

/** The words with what stands behind them, up to the next word. */
function pieceOf(text: string, words: Words, from: number, to: number): string {
  return text.slice(from === 0 ? 0 : words.starts[from]!, words.starts[to] ?? text.length)
}

/** The pairs without those runs between two changes that say too little to stand alone. */
function joinedPairs(
  a: readonly number[],
  b: readonly number[],
  words: Words,
): (readonly [number, number])[] {
  const kept: (readonly [number, number])[] = []
  for (let from = 0; from < a.length; ) {
    let to = from + 1
    let bits = bitsOf(words.folded[b[from]!]!)
    while (to < a.length && a[to] === a[to - 1]! + 1 && b[to] === b[to - 1]! + 1) {
      bits += bitsOf(words.folded[b[to]!]!)
      to++
    }
    const between = from > 0 && to < a.length && a[to]! - a[to - 1]! > 1 && b[to]! - b[to - 1]! > 1
    const alone = between && a[from]! - a[from - 1]! > 1 && b[from]! - b[from - 1]! > 1
    if (!alone || bits >= LEAST_KEPT_BITS) for (let k = from; k < to; k++) kept.push([a[k]!, b[k]!])
    from = to
  }
  return kept
}
