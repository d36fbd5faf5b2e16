import { sql } from 'kysely'
import { problemsOf } from './backup-tables.ts'
import { openForReading } from './sqlite.ts'
import type { Reader, Writer } from './store.ts'

/** Reads a whole SQLite file while others go on using it; → what is wrong with it, in a few sentences. */
export function findDamage(file: string): string[] {
  const database = openForReading(file)
  try {
    return problemsOf(database)
  } finally {
    database.close()
  }
}

/** Keys and indexes of a PostgreSQL that it does not hold to, as sentences. */
export async function findUnheld(db: Reader): Promise<string[]> {
  const { rows } = await sql<{ what: string }>`
    select 'the key ' || conname || ' is not held to' as what from pg_constraint
      where not convalidated and connamespace = current_schema()::regnamespace
    union all
    select 'the index ' || relname || ' is not valid' from pg_index join pg_class on pg_class.oid = indexrelid
      where not indisvalid and relnamespace = current_schema()::regnamespace`.execute(db as Writer)
  return rows.map(row => row.what)
}

/** The version of the database behind a store, as it names itself. Raises the driver's error when it does not answer. */
export async function databaseVersion(store: { kind: 'sqlite' | 'postgres'; read: Reader }): Promise<string> {
  if (store.kind === 'sqlite') return 'SQLite'
  const { rows } = await sql<{
    version: string
  }>`select current_setting('server_version') as version`.execute(store.read as Writer)
  return `PostgreSQL ${rows[0]?.version}`
}
