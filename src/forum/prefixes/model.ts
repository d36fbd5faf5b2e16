import { Refused } from '#base/errors.ts'
import { cleanLine, isVisible } from '#base/text.ts'
import type { Board } from '../boards/tree.ts'

/** The longest name, in UTF-16 units. */
export const MAX_PREFIX = 30
/** The most prefixes of a forum. */
export const MOST_PREFIXES = 200

/** In which of the colours of the style a prefix is written. */
export const TONES = ['plain', 'accent', 'good', 'mark'] as const
export type Tone = (typeof TONES)[number]

/** A word before the title of a thread, out of a list that administrators keep. */
export interface Prefix {
  readonly id: number
  readonly name: string
  readonly tone: Tone
  readonly position: number
  /** Ids of the boards in which it can be chosen. */
  readonly boards: ReadonlySet<number>
}

/** What an administrator writes about a prefix. */
export interface PrefixInput {
  readonly name: string
  readonly tone: Tone
  readonly boards: readonly number[]
}

/** The prefixes of a forum by id, in their order. */
export type Prefixes = ReadonlyMap<number, Prefix>

/** Those that can be chosen in a board. */
export const prefixesIn = (prefixes: Prefixes, boardId: number): Prefix[] =>
  [...prefixes.values()].filter(prefix => prefix.boards.has(boardId))

/**
 * The prefix that is chosen for a thread of a board, null for none; `present` is that which it has. Throws `invalid` for the
 * field `prefix` when it cannot be chosen there, and when the board wants one.
 */
export function readPrefix(
  prefixes: Prefixes,
  board: Pick<Board, 'id' | 'prefixRequired'>,
  chosen: number | null,
  present: number | null = null,
): number | null {
  const offered = prefixesIn(prefixes, board.id)
  const refused = (sentence: string): Refused => new Refused('invalid', sentence, { field: 'prefix' })
  if (chosen === null) {
    if (board.prefixRequired && offered.length > 0) throw refused('prefix.required')
    return null
  }
  if (chosen !== present && !offered.some(prefix => prefix.id === chosen)) throw refused('form.not-offered')
  return chosen
}

/** A name as typed → the name. Throws `invalid` for the field `name`. */
export function readPrefixName(typed: string): string {
  const name = cleanLine(typed)
  const refused = (sentence: string, values: Record<string, number> = {}): Refused =>
    new Refused('invalid', sentence, { field: 'name', values })
  if (!isVisible(name)) throw refused('form.required')
  if (name.length > MAX_PREFIX) throw refused('form.too-long', { limit: MAX_PREFIX })
  return name
}
