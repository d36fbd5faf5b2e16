import { CamelCasePlugin, Kysely, type Transaction } from 'kysely'
import type { Kind } from './differences.ts'
import { openPool, type Pool, postgresDialect } from './postgres.ts'
import { type Durability, openForReading, openForWriting, sqliteDialect } from './sqlite.ts'
import type { Tables } from './tables.ts'

/** Reads and cannot write: the compiler says so. */
export type Reader = Pick<Kysely<Tables>, 'selectFrom' | 'with'>

/** Reads and writes inside one transaction. */
export type Writer = Transaction<Tables>

/** The open database. `read` serves pages; `write` is for the transactions of `act()` and for the engines. */
export interface Store {
  readonly kind: Kind
  readonly read: Reader
  readonly write: Kysely<Tables>
  close(): Promise<void>
}

export type StoreOptions =
  | { kind: 'sqlite'; file: string; durability?: Durability }
  | { kind: 'postgres'; url: string }
  | { kind: 'postgres'; pool: Pool }

const withTables = (dialect: ConstructorParameters<typeof Kysely>[0]['dialect']) =>
  new Kysely<Tables>({ dialect, plugins: [new CamelCasePlugin()] })

/**
 * Opens a database: a file of SQLite (made when missing; one connection writes, another reads), or a PostgreSQL by its
 * address or through a pool. Raises the driver's error when it cannot be opened, an `Error` when SQLite is too old.
 */
export function openStore(options: StoreOptions): Store {
  if (options.kind === 'postgres') {
    const db = withTables(postgresDialect('pool' in options ? options.pool : openPool(options.url)))
    return { kind: 'postgres', read: db, write: db, close: () => db.destroy() }
  }
  const write = withTables(sqliteDialect(openForWriting(options.file, options.durability ?? 'full')))
  const read = withTables(sqliteDialect(openForReading(options.file)))
  const close = async () => {
    await read.destroy()
    await write.destroy()
  }
  return { kind: 'sqlite', read, write, close }
}
