import { type Dialect, type SqliteDatabase, SqliteDialect } from 'kysely'
import { type Database, SQLite } from './driver.ts'
import type { Statements } from './statements.ts'

/** First SQLite without the defect that could lose a WAL after a reset. */
const OLDEST_SQLITE = [3, 51, 3]
export const PAGE_BYTES = 8192
const BUSY_MS = 5000
/** How much of the file the writing connection keeps at hand: the leaves of its indexes that posts fall into. */
const WRITING_CACHE_KIB = 16_384

/** `full`: a commit is on the disk before it is acknowledged. `normal`: the last moments may go with the power. */
export type Durability = 'full' | 'normal'

/** Throws an `Error` with a sentence when this SQLite is older than the one whose WAL can be trusted. */
export function refuseOldSqlite(version: string): void {
  const parts = version.split('.').map(Number)
  for (const [index, oldest] of OLDEST_SQLITE.entries()) {
    const part = parts[index] ?? 0
    if (part > oldest) return
    if (part < oldest)
      throw new Error(`SQLite ${version} can lose writes; Rostra needs ${OLDEST_SQLITE.join('.')} or newer.`)
  }
}

/** Opens the file, made when it is missing, for the one connection that writes. */
export function openForWriting(file: string, durability: Durability): Database {
  const database = new SQLite(file, { timeout: BUSY_MS })
  refuseOldSqlite(database.prepare('select sqlite_version()').pluck().get() as string)
  database.pragma(`page_size = ${PAGE_BYTES}`)
  database.pragma('journal_mode = wal')
  database.pragma(`synchronous = ${durability}`)
  database.pragma('foreign_keys = on')
  database.pragma(`cache_size = -${WRITING_CACHE_KIB}`)
  database.pragma('mmap_size = 0')
  return database
}

/** Opens the file for a connection that cannot write. */
export function openForReading(file: string): Database {
  const database = new SQLite(file, { timeout: BUSY_MS, readonly: true })
  database.pragma('mmap_size = 0')
  return database
}

/** The dialect of a connection. */
export const sqliteDialect = (statements: Statements): Dialect =>
  new SqliteDialect({ database: statements as unknown as SqliteDatabase })
