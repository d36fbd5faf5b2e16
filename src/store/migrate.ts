import { type Kysely, sql } from 'kysely'
import { MIGRATIONS } from '../../migrations/list.ts'
import { differences } from './differences.ts'
import type { Store } from './store.ts'

/** Migrations in force and known: equal when the database is up to date. */
export interface Schema {
  applied: number
  known: number
}

const TABLE = 'migrations'

async function makeLedger(db: Kysely<never>): Promise<void> {
  await db.schema
    .createTable(TABLE)
    .ifNotExists()
    .addColumn('name', 'text', column => column.primaryKey())
    .execute()
}

async function appliedNames(db: Kysely<never>): Promise<Set<string>> {
  const { rows } = await sql<{ name: string }>`select name from ${sql.table(TABLE)}`.execute(db)
  return new Set(rows.map(row => row.name))
}

/**
 * Applies, in order and each once, what the database does not have yet, in one transaction: all or nothing. Returns the
 * names applied. `only` leaves out all others, for a database as an older Rostra had it. Raises an `Error` when the
 * database was written by a newer one.
 */
export async function migrate(store: Store, only?: ReadonlySet<string>): Promise<string[]> {
  return store.write.transaction().execute(async transaction => {
    const db = transaction as unknown as Kysely<never>
    await differences[store.kind].lockForMigration(db)
    await makeLedger(db)
    const applied = await appliedNames(db)
    const known = MIGRATIONS.map(each => each.name)
    const stranger = [...applied].find(name => !known.includes(name))
    if (stranger)
      throw new Error(`This database was written by a newer Rostra: it has the migration ${stranger}.`)
    const missing = MIGRATIONS.filter(
      each => !applied.has(each.name) && (only === undefined || only.has(each.name)),
    )
    for (const migration of missing) {
      await migration.up(db, differences[store.kind])
      await sql`insert into ${sql.table(TABLE)} (name) values (${migration.name})`.execute(db)
    }
    return missing.map(each => each.name)
  })
}

/** How many migrations are in force, of how many known ones. Changes nothing. */
export async function readSchema(store: Store): Promise<Schema> {
  const tables = await store.write.introspection.getTables()
  const has = tables.some(table => table.name === TABLE)
  const applied = has ? (await appliedNames(store.write as unknown as Kysely<never>)).size : 0
  return { applied, known: MIGRATIONS.length }
}
