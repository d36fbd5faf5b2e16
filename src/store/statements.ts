import type { Database, Statement } from './driver.ts'

/** Statements kept ready per connection; queries built from lists of many lengths would fill it without end. */
const KEPT = 500

type Row = Record<string, unknown>
type Outcome = ReturnType<Statement['run']>

/**
 * A statement that was prepared once. Rows come from the driver as arrays and become objects here, under names that were
 * worked out once: that is faster than objects from the driver whose every key is then translated.
 */
export class ReadyStatement {
  /** Whether it gives rows. */
  readonly reader: boolean
  readonly #statement: Statement
  readonly #nameOf: (column: string) => string
  #names: string[] = []

  constructor(statement: Statement, nameOf: (column: string) => string) {
    this.#statement = statement
    this.#nameOf = nameOf
    this.reader = statement.reader
    if (this.reader) statement.raw(true)
  }

  /** Every row. */
  all(parameters: readonly unknown[]): Row[] {
    return (this.#statement.all(...parameters) as unknown[][]).map(cells => this.#rowOf(cells))
  }

  /** One row after the other, the connection busy until the last. */
  *iterate(parameters: readonly unknown[]): IterableIterator<Row> {
    for (const cells of this.#statement.iterate(...parameters)) yield this.#rowOf(cells as unknown[])
  }

  run(parameters: readonly unknown[]): Outcome {
    return this.#statement.run(...parameters)
  }

  #rowOf(cells: readonly unknown[]): Row {
    // A table may have got a column since.
    if (this.#names.length !== cells.length)
      this.#names = this.#statement.columns().map(column => this.#nameOf(column.name))
    const names = this.#names
    const row: Row = {}
    for (let index = 0; index < cells.length; index++) row[names[index] as string] = cells[index]
    return row
  }
}

/** A connection that prepares each text of SQL once. `nameOf` says what a column is called in the rows. */
export class Statements {
  readonly #database: Database
  readonly #nameOf: (column: string) => string
  readonly #known = new Map<string, ReadyStatement>()
  #asked = 0

  constructor(database: Database, nameOf: (column: string) => string = name => name) {
    this.#database = database
    this.#nameOf = nameOf
  }

  /** How often a statement was asked for: it grows before anything is changed and before every commit. */
  get asked(): number {
    return this.#asked
  }

  prepare(text: string): ReadyStatement {
    this.#asked++
    const known = this.#known.get(text)
    if (known) return known
    if (this.#known.size >= KEPT) this.#known.clear()
    const statement = new ReadyStatement(this.#database.prepare(text), this.#nameOf)
    this.#known.set(text, statement)
    return statement
  }

  close(): void {
    this.#database.close()
  }
}

/** `last_post_at` → `lastPostAt`. */
export const camelCase = (column: string): string =>
  column.replace(/_+([^_])/g, (_, letter: string) => letter.toUpperCase())
