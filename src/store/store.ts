import {
  CamelCasePlugin,
  Kysely,
  type PluginTransformResultArgs,
  type QueryResult,
  type Transaction,
  type UnknownRow,
} from 'kysely'
import { changeMarkOf } from './change-mark.ts'
import type { Kind } from './differences.ts'
import { openPool, type Pool, postgresDialect } from './postgres.ts'
import { answerDirectly } from './prepared.ts'
import { type Durability, openForReading, openForWriting, sqliteDialect } from './sqlite.ts'
import { camelCase, Statements } from './statements.ts'
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
  /**
   * A number that is another one after every commit of anybody, as of this turn of the event loop; null where the
   * database has none and must be asked itself.
   */
  changeMark(): number | null
  close(): Promise<void>
}

export type StoreOptions =
  | { kind: 'sqlite'; file: string; durability?: Durability }
  | { kind: 'postgres'; url: string }
  | { kind: 'postgres'; pool: Pool }

/** Writes names of columns in snake case, and leaves rows as they come: the statements of SQLite name them already. */
class SnakeCaseQueries extends CamelCasePlugin {
  override async transformResult({ result }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    return result
  }
}

function openSqlite(statements: Statements, kind: 'reading' | 'writing'): Kysely<Tables> {
  const db = new Kysely<Tables>({ dialect: sqliteDialect(statements), plugins: [new SnakeCaseQueries()] })
  answerDirectly(db, statements, kind)
  return db
}

/**
 * Opens a database: a file of SQLite (made when missing; one connection writes, another reads), or a PostgreSQL by its
 * address or through a pool. Raises the driver's error when it cannot be opened, an `Error` when SQLite is too old.
 */
export function openStore(options: StoreOptions): Store {
  if (options.kind === 'postgres') {
    const dialect = postgresDialect('pool' in options ? options.pool : openPool(options.url))
    const db = new Kysely<Tables>({ dialect, plugins: [new CamelCasePlugin()] })
    return { kind: 'postgres', read: db, write: db, changeMark: () => null, close: () => db.destroy() }
  }
  const writing = new Statements(openForWriting(options.file, options.durability ?? 'full'), camelCase)
  const write = openSqlite(writing, 'writing')
  const reading = openForReading(options.file)
  const read = openSqlite(new Statements(reading, camelCase), 'reading')
  const close = async () => {
    await read.destroy()
    await write.destroy()
  }
  return { kind: 'sqlite', read, write, changeMark: changeMarkOf(reading, writing), close }
}
