import { type Kysely, sql } from 'kysely'
import { BackupRefused, type Progress } from './backup-file.ts'
import { readCounter, type Table, tablesOf, writeCounter } from './backup-tables.ts'
import type { Database } from './driver.ts'
import { migrate } from './migrate.ts'
import type { Store } from './store.ts'

type Value = number | string | Uint8Array | null
type Row = Record<string, Value>
/** A transaction whose columns keep the names they have in the database. */
type Plain = Kysely<unknown>

/** Rows carried at once, and of tables that hold files. */
const BATCH = 500
const LARGE_BATCH = 4

const batchOf = (table: Table): number => (table.large ? LARGE_BATCH : BATCH)

/**
 * Copies every table of a PostgreSQL, as they are at one moment, into a migrated SQLite file, ids counted on from where
 * they were. Whatever the migrations had put into the file is replaced.
 */
export async function copyFromPostgres(
  store: Store,
  database: Database,
  progress: (now: Progress) => void,
): Promise<void> {
  const tables = tablesOf(database)
  await store.write
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async transaction => {
      const db = transaction.withoutPlugins() as unknown as Plain
      const report = counter(await countAll(db, tables), progress)
      for (const table of tables) {
        await copyTable(db, database, table, report)
        if (table.counted) writeCounter(database, table.name, await readSequence(db, table.name))
      }
    })
}

async function copyTable(
  db: Plain,
  database: Database,
  table: Table,
  report: (rows: number) => void,
): Promise<void> {
  const names = table.columns.map(column => `"${column}"`).join(', ')
  const marks = table.columns.map(() => '?').join(', ')
  const insert = database.prepare(`insert into "${table.name}" (${names}) values (${marks})`)
  const insertAll = database.transaction((rows: Row[]) => {
    for (const row of rows) insert.run(...table.columns.map(column => row[column] as Value))
  })
  database.prepare(`delete from "${table.name}"`).run()
  await sql`declare copied no scroll cursor for select ${sql.raw(names)} from ${sql.table(table.name)}`.execute(
    db,
  )
  for (;;) {
    const { rows } = await sql<Row>`fetch forward ${sql.lit(batchOf(table))} from copied`.execute(db)
    if (rows.length === 0) break
    insertAll(rows)
    report(rows.length)
  }
  await sql`close copied`.execute(db)
}

/**
 * Replaces everything in a PostgreSQL by what a migrated SQLite file holds, in one transaction: all or nothing. Throws
 * `BackupRefused` when the forum there holds anything, unless `overwrite`.
 */
export async function copyToPostgres(
  database: Database,
  store: Store,
  overwrite: boolean,
  progress: (now: Progress) => void,
): Promise<void> {
  await migrate(store)
  const tables = tablesOf(database)
  const total = tables.reduce(
    (sum, { name }) => sum + (database.prepare(`select count(*) from "${name}"`).pluck().get() as number),
    0,
  )
  const report = counter(total, progress)
  await store.write.transaction().execute(async transaction => {
    const db = transaction.withoutPlugins() as unknown as Plain
    const all = sql.join(tables.map(table => sql.table(table.name)))
    // Held until the end, so that nobody can post into the forum that is replaced.
    await sql`lock table ${all} in access exclusive mode`.execute(db)
    const filled = await isFilled(db)
    if (filled && !overwrite)
      throw new BackupRefused('The database already holds a forum. Say --overwrite to replace it.')
    const before = await readSiteVersion(db)
    await sql`truncate ${all}`.execute(db)
    for (const table of tables) await fillTable(db, database, table, report)
    if (filled) await raiseSiteVersion(db, before)
  })
}

async function readSiteVersion(db: Plain): Promise<number> {
  const { rows } = await sql<{ value: number }>`select value from versions where name = 'site'`.execute(db)
  return Number(rows[0]?.value ?? 0)
}

/** A server that was left running must not take the old pages, which have a version too, for the new ones. */
async function raiseSiteVersion(db: Plain, before: number): Promise<void> {
  await sql`update versions set value = greatest(value, ${sql.lit(before)}) + 1 where name = 'site'`.execute(
    db,
  )
}

async function fillTable(
  db: Plain,
  database: Database,
  table: Table,
  report: (rows: number) => void,
): Promise<void> {
  const insert = async (rows: Row[]) => {
    const names = sql.join(table.columns.map(column => sql.ref(column)))
    const json = JSON.stringify(table.large ? rows.map(withoutBytes) : rows)
    const source = sql`json_populate_recordset(null::${sql.table(table.name)}, ${json}::json)`
    await sql`insert into ${sql.table(table.name)} (${names}) select ${names} from ${source}`.execute(db)
    report(rows.length)
  }
  // References within a table are checked at the end of a statement, so such a table goes in one.
  const size = table.recursive ? Number.POSITIVE_INFINITY : batchOf(table)
  let batch: Row[] = []
  for (const row of database.prepare(`select * from "${table.name}"`).iterate() as IterableIterator<Row>) {
    batch.push(row)
    if (batch.length < size) continue
    await insert(batch)
    batch = []
  }
  if (batch.length > 0) await insert(batch)
  if (table.counted) await writeSequence(db, table.name, readCounter(database, table.name))
}

/** The same row with its bytes in the notation of `bytea`. */
const withoutBytes = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      value instanceof Uint8Array ? `\\x${Buffer.from(value).toString('hex')}` : value,
    ]),
  )

async function countAll(db: Plain, tables: readonly Table[]): Promise<number> {
  const counts = tables.map(table => sql`(select count(*) from ${sql.table(table.name)})`)
  const { rows } = await sql<{ total: number }>`select ${sql.join(counts, sql` + `)} as total`.execute(db)
  return Number(rows[0]?.total ?? 0)
}

async function isFilled(db: Plain): Promise<boolean> {
  const held = ['members', 'boards', 'threads', 'posts'].map(
    name => sql`exists (select 1 from ${sql.table(name)})`,
  )
  const { rows } = await sql<{ filled: boolean }>`select ${sql.join(held, sql` or `)} as filled`.execute(db)
  return rows[0]?.filled === true
}

/** The sequence behind the ids of a table. */
async function sequenceOf(db: Plain, table: string): Promise<string> {
  const { rows } = await sql<{ name: string }>`select pg_get_serial_sequence(${table}, 'id') as name`.execute(
    db,
  )
  return (rows[0] as { name: string }).name
}

/** The highest id that was ever given in a table; 0 before the first. */
async function readSequence(db: Plain, table: string): Promise<number> {
  const sequence = sql.raw(await sequenceOf(db, table))
  const query = sql<{
    last: number
    called: boolean
  }>`select last_value as last, is_called as called from ${sequence}`
  const [row] = (await query.execute(db)).rows
  return row ? Number(row.last) - (row.called ? 0 : 1) : 0
}

/** Lets ids go on after the given one. Unlike `setval`, this is undone with the transaction. */
async function writeSequence(db: Plain, table: string, last: number): Promise<void> {
  const sequence = sql.raw(await sequenceOf(db, table))
  await sql`alter sequence ${sequence} restart with ${sql.lit(last + 1)}`.execute(db)
}

function counter(total: number, progress: (now: Progress) => void): (rows: number) => void {
  let done = 0
  return rows => {
    done += rows
    progress({ done, of: total, unit: 'rows' })
  }
}
