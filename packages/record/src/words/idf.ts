import { RARITIES, STRETCHES } from './frequencies.ts'

/** Bits of a word that is in no table, unless it is short. */
export const RAREST = Math.log2(STRETCHES) - 1
const BITS_PER_CHARACTER = 2.5

let table: Map<string, number> | undefined

/**
 * A folded word → how rare it is, in bits: log2 of (stretches of 100 words / those with the word), inverse document
 * frequency (Spärck Jones 1972), in steps of a quarter, from 0 ("the") to 11.75. Counted in 13,008 stretches of two
 * collections in the public domain: the State of the Union addresses since 1900 and the CIA World Factbook, by
 * `scripts/count-words.ts`. A word that is not in the table counts as rare, a short one less so, which makes the
 * characters of Chinese and the little words of other languages weigh less. The table is read at the first call.
 */
export function bitsOf(word: string): number {
  table ??= readTable()
  return table.get(word) ?? Math.min(RAREST, BITS_PER_CHARACTER * word.length)
}

function readTable(): Map<string, number> {
  const bits = new Map<string, number>()
  for (const [level, words] of RARITIES.entries()) {
    if (words === '') continue
    for (const word of words.split(' ')) bits.set(word, level / 4)
  }
  return bits
}
