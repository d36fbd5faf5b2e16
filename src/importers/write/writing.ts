import { cleanLine } from '#base/text.ts'
import type { Act } from '#forum/act.ts'
import type { AccountLine, Outcome } from '../account.ts'
import type { NeutralRecord } from '../neutral.ts'

/** A record cannot be written; nothing of it is. The message says why, for the person who runs the import. */
export class ImportRefused extends Error {
  constructor(sentence: string) {
    super(sentence)
    this.name = 'ImportRefused'
  }
}

export interface WriteOptions {
  /**
   * The id or the title of the board that all threads go into, whatever boards the record names. It is made at the top
   * where no board has that title.
   */
  board?: string
  /** Told now and then how many of the new posts are written. */
  progress?: (now: { done: number; of: number }) => void
}

/** Where a post of the record stands here. */
export interface Place {
  threadId: number
  number: number
}

/** One record on its way into the forum: where it goes, and what has been made of it so far. */
export class Writing {
  readonly a: Act
  readonly record: NeutralRecord
  readonly options: WriteOptions
  readonly account: AccountLine[] = []
  /** Keys of the record → ids here. */
  readonly boards = new Map<string, number>()
  readonly members = new Map<string, number>()
  /** Keys of posts, of the record or only named in it → where they stand. */
  readonly places = new Map<string, Place>()
  /** Whether boards or members were made or changed, so that every kept page is old. */
  siteChanged = false

  constructor(a: Act, record: NeutralRecord, options: WriteOptions) {
    this.a = a
    this.record = record
    this.options = options
  }

  /** Says what became of one item. */
  say(line: { item: string; where: string; key: string }, outcome: Outcome, why?: string): void {
    const { item, where, key } = line
    this.account.push({ item, where, outcome, ...(why === undefined ? {} : { why }), key })
  }
}

/** The value of a key that the record itself promises. Throws an `Error` where it breaks its word. */
export function mustHave<Value>(map: ReadonlyMap<string, Value>, key: string, what: string): Value {
  const value = map.get(key)
  if (value === undefined) throw new Error(`the record names ${what} ${key}, which it does not hold`)
  return value
}

/** A text on one line and in its normal form, at most so many UTF-16 units, no character cut in two. */
export function cut(text: string, length: number): string {
  const line = cleanLine(text).slice(0, length)
  return (line.isWellFormed() ? line : line.slice(0, -1)).trim()
}

/** Whether `cut` takes something off. */
export const isLonger = (text: string, length: number): boolean => cleanLine(text).length > length
