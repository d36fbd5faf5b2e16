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
  /** Id of the board that all threads go into, whatever boards the record names. */
  board?: number
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
  readonly posts = new Map<string, number>()

  constructor(a: Act, record: NeutralRecord, options: WriteOptions) {
    this.a = a
    this.record = record
    this.options = options
  }

  /** Says what became of one item. */
  say(item: string, where: string, outcome: Outcome, why?: string): void {
    this.account.push({ item, where, outcome, ...(why === undefined ? {} : { why }) })
  }
}

/** The value of a key that the record itself promises. Throws an `Error` where it breaks its word. */
export function mustHave<Value>(map: ReadonlyMap<string, Value>, key: string, what: string): Value {
  const value = map.get(key)
  if (value === undefined) throw new Error(`the record names ${what} ${key}, which it does not hold`)
  return value
}
