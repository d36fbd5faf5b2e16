import {
  type ColumnDefinitionBuilder,
  type CreateTableBuilder,
  type Kysely,
  type RawBuilder,
  sql,
} from 'kysely'

export type Kind = 'sqlite' | 'postgres'

/** Where the two databases part. Everything else is written once. */
export interface Differences {
  /** Type of a column that counts up by itself. */
  serial: 'integer' | 'bigserial'
  /** Type of times, ids and counts: 64 bits. */
  whole: 'integer' | 'bigint'
  bytes: RawBuilder<unknown>
  /** Type of text that is put in order byte by byte, in the same order everywhere. */
  ordered: RawBuilder<unknown>
  /** Turns a serial column into the table's key. */
  key(column: ColumnDefinitionBuilder): ColumnDefinitionBuilder
  /** Makes a table lie in the order of its key, where the database can: narrow rows, found by their key alone. */
  byKey<T extends string, C extends string>(table: CreateTableBuilder<T, C>): CreateTableBuilder<T, C>
  /** Passes over rows that another process holds; where one connection writes, there are none. */
  skipLocked<Q extends { forUpdate(): Q; skipLocked(): Q }>(query: Q): Q
  /** Lets only one process migrate at a time. */
  lockForMigration(db: Kysely<never>): Promise<void>
}

const MIGRATION_LOCK = 7_316_241

export const differences: Record<Kind, Differences> = {
  sqlite: {
    serial: 'integer',
    whole: 'integer',
    bytes: sql`blob`,
    ordered: sql`text`,
    key: column => column.primaryKey().autoIncrement(),
    byKey: table => table.modifyEnd(sql`without rowid`),
    skipLocked: query => query,
    lockForMigration: async () => undefined,
  },
  postgres: {
    serial: 'bigserial',
    whole: 'bigint',
    bytes: sql`bytea`,
    ordered: sql`text collate "C"`,
    key: column => column.primaryKey(),
    byKey: table => table,
    skipLocked: query => query.forUpdate().skipLocked(),
    lockForMigration: async db => {
      await sql`select pg_advisory_xact_lock(${sql.lit(MIGRATION_LOCK)})`.execute(db)
    },
  },
}

/** PostgreSQL: a serialization failure, a deadlock. SQLite: another process holds the file. */
const RETRYABLE = new Set(['40001', '40P01', 'SQLITE_BUSY', 'SQLITE_BUSY_SNAPSHOT'])

/** PostgreSQL and SQLite: something that must be there once is there already. */
const TAKEN = new Set(['23505', 'SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY'])

/** Whether a write failed because somebody else has what is there for one alone. */
export function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && TAKEN.has(String(error.code))
}

/** Whether a transaction failed only because another one was in its way. */
export function isRetryable(error: unknown): boolean {
  return error instanceof Error && 'code' in error && RETRYABLE.has(String(error.code))
}
