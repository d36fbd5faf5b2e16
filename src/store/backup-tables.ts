import { BackupRefused } from './backup-file.ts'
import type { Database } from './driver.ts'

/** What a copy holds: rows by the name of the table. */
export type Rows = Record<string, number>

export interface Table {
  name: string
  columns: string[]
  /** Rows may be large: they hold bytes. */
  large: boolean
  /** Ids count up by themselves. */
  counted: boolean
  /** Refers to rows of its own. */
  recursive: boolean
}

const LEDGER = 'migrations'

/** Tables without which no file is a forum, whatever version wrote it. */
const CORE = ['members', 'boards', 'threads', 'posts']

/** The tables of a database that hold a forum, each after those it refers to. */
export function tablesOf(database: Database): Table[] {
  const rows = database
    .prepare(
      "select name, sql from sqlite_master where type = 'table' and name not like 'sqlite\\_%' escape '\\' and name <> ? order by name",
    )
    .all(LEDGER) as { name: string; sql: string }[]
  const referred = new Map(rows.map(({ name }) => [name, referredBy(database, name)]))
  const ordered: Table[] = []
  const done = new Set<string>()
  const visit = ({ name, sql }: { name: string; sql: string }): void => {
    if (done.has(name)) return
    done.add(name)
    for (const row of rows) if (referred.get(name)?.includes(row.name)) visit(row)
    const columns = database.pragma(`table_info("${name}")`) as { name: string; type: string }[]
    ordered.push({
      name,
      columns: columns.map(column => column.name),
      large: columns.some(column => column.type.toLowerCase() === 'blob'),
      counted: /\bautoincrement\b/i.test(sql),
      recursive: referred.get(name)?.includes(name) ?? false,
    })
  }
  for (const row of rows) visit(row)
  return ordered
}

const referredBy = (database: Database, name: string): string[] =>
  (database.pragma(`foreign_key_list("${name}")`) as { table: string }[]).map(key => key.table)

/** How many rows each table has. */
export function countRows(database: Database): Rows {
  return Object.fromEntries(
    tablesOf(database).map(({ name }) => [
      name,
      database.prepare(`select count(*) from "${name}"`).pluck().get() as number,
    ]),
  )
}

/** The highest id that was ever given in a table; 0 before the first. */
export const readCounter = (database: Database, table: string): number =>
  (database.prepare('select seq from sqlite_sequence where name = ?').pluck().get(table) as
    | number
    | undefined) ?? 0

/** Lets the ids of a table go on after the given one. */
export function writeCounter(database: Database, table: string, last: number): void {
  database.prepare('delete from sqlite_sequence where name = ?').run(table)
  database.prepare('insert into sqlite_sequence (name, seq) values (?, ?)').run(table, last)
}

/**
 * The migrations that a file went through. Throws `BackupRefused` unless it is a whole database of a forum. `name` is how
 * the operator knows it.
 */
export function checkArchive(database: Database, name: string): Set<string> {
  // Whoever made the file may have put functions into it that run when it is looked at.
  database.pragma('trusted_schema = off')
  database.pragma('cell_size_check = on')
  const objects = database.prepare('select type, name, sql from sqlite_master').all() as {
    type: string
    name: string
    sql: string | null
  }[]
  const tables = objects.filter(object => object.type === 'table')
  if (![LEDGER, ...CORE].every(core => tables.some(table => table.name === core)))
    throw new BackupRefused(`${name} is not a backup of Rostra.`)
  if (objects.some(object => !isPlain(object.type, object.sql)))
    throw new BackupRefused(`${name} holds triggers, views or other things that Rostra never makes.`)
  const [problem] = problemsOf(database)
  if (problem) throw new BackupRefused(`${name} is damaged: ${problem}. Use another backup.`)
  return new Set(database.prepare(`select name from ${LEDGER}`).pluck().all() as string[])
}

const isPlain = (type: string, sql: string | null): boolean =>
  type === 'index' || (type === 'table' && !/^\s*create\s+virtual\b/i.test(sql ?? ''))

/** Throws `BackupRefused` when a file lacks a table, or a column of one, that its own migrations make. */
export function mustHold(archive: Database, tables: readonly Table[], name: string): void {
  for (const table of tables) {
    const held = (archive.pragma(`table_info("${table.name}")`) as { name: string }[]).map(each => each.name)
    const lacking = table.columns.find(column => !held.includes(column))
    if (lacking !== undefined)
      throw new BackupRefused(`${name} lacks ${table.name}.${lacking}, which its version of Rostra has.`)
  }
}

/** What SQLite finds wrong with a database, at most a few sentences; nothing when it is whole. */
export function problemsOf(database: Database): string[] {
  const found = (database.pragma('integrity_check(5)') as { integrity_check: string }[])
    .map(row => row.integrity_check)
    .filter(text => text !== 'ok')
  if (found.length > 0) return found
  const strays = database.pragma('foreign_key_check') as { table: string; parent: string }[]
  return [
    ...new Set(strays.map(row => `rows of ${row.table} refer to rows of ${row.parent} that are not there`)),
  ]
}

/** Whether a database holds anything that a person made. */
export function isFilled(database: Database): boolean {
  const tables = tablesOf(database).map(table => table.name)
  return CORE.some(
    name => tables.includes(name) && database.prepare(`select 1 from "${name}" limit 1`).get() !== undefined,
  )
}
