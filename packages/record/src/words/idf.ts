import { RARITIES, STRETCHES } from './frequencies.ts'
import { hashOf } from './words.ts'

/** Bits of a word that is in no table, unless it is short. */
export const RAREST = Math.log2(STRETCHES) - 1
const BITS_PER_CHARACTER = 2.5

/**
 * An open table of words by their hashes. The words themselves are left out: a map of ten thousand strings is so large
 * that each look-up waits for memory. A word that is in no list is taken for one that is in less than 1 of 200,000 cases.
 */
interface Table {
  /** At the slot of a word its hash; 0 for a free slot. */
  readonly hashes: Int32Array
  /** At the same slot the place of the word's list in `RARITIES`. */
  readonly levels: Uint8Array
}

const SLOTS = 2 ** 15

let table: Table | undefined

/**
 * A folded word → how rare it is, in bits: log2 of (stretches of 100 words / those with the word), inverse document
 * frequency (Spärck Jones 1972), in steps of a quarter, from 0 ("the") to 11.75. Counted in 13,008 stretches of two
 * collections in the public domain: the State of the Union addresses since 1900 and the CIA World Factbook, by
 * `scripts/count-words.ts`. A word that is not in the table counts as rare, a short one less so, which makes the
 * characters of Chinese and the little words of other languages weigh less. The table is read at the first call.
 */
export function bitsOf(word: string): number {
  table ??= readTable()
  const hash = hashOf(word) || 1
  const slot = slotOf(table, hash)
  if (table.hashes[slot] === hash) return table.levels[slot]! / 4
  return Math.min(RAREST, BITS_PER_CHARACTER * word.length)
}

/** Where a hash stands in the table, or would stand. */
function slotOf({ hashes }: Table, hash: number): number {
  let slot = hash & (SLOTS - 1)
  while (hashes[slot] !== hash && hashes[slot] !== 0) slot = (slot + 1) & (SLOTS - 1)
  return slot
}

function readTable(): Table {
  const read = { hashes: new Int32Array(SLOTS), levels: new Uint8Array(SLOTS) }
  for (const [level, words] of RARITIES.entries()) {
    if (words === '') continue
    for (const word of words.split(' ')) {
      const hash = hashOf(word) || 1
      const slot = slotOf(read, hash)
      read.hashes[slot] = hash
      read.levels[slot] = level
    }
  }
  return read
}
