import { chmodSync, closeSync, existsSync, fsyncSync, openSync, rmSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import SQLite, { type Database } from 'better-sqlite3'
import { Kysely } from 'kysely'
import { migrate } from './migrate.ts'
import { sqliteDialect } from './sqlite.ts'
import type { Store } from './store.ts'

/** A backup cannot be made or used; the message says why and what to do, for the operator. */
export class BackupRefused extends Error {
  constructor(sentence: string) {
    super(sentence)
    this.name = 'BackupRefused'
  }
}

/** A forum's database, as a backup is taken from it or put into it. */
export type Place = { kind: 'sqlite'; file: string } | { kind: 'postgres'; store: Store }

/** How far a copy is; `of` is the whole. */
export interface Progress {
  done: number
  of: number
  unit: 'pages' | 'rows'
}

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
const BESIDE = ['-wal', '-shm', '-journal']
const PRIVATE = 0o600

/** Removes a database file and what SQLite keeps beside it. */
export function removeDatabase(file: string): void {
  for (const ending of ['', ...BESIDE]) rmSync(file + ending, { force: true })
}

/** Removes only what SQLite keeps beside a file: it belongs to a file that is no more. */
export function removeBeside(file: string): void {
  for (const ending of BESIDE) rmSync(file + ending, { force: true })
}

/** An empty file that only its owner may read. Raises the system's error when it is there or cannot be made. */
export function makePrivate(file: string): void {
  closeSync(openSync(file, 'wx', PRIVATE))
  chmodSync(file, PRIVATE)
}

/** Waits until the disk has a file, or the names in a folder. */
export function flush(path: string): void {
  const descriptor = openSync(path, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** Waits until the disk has the name of a file. Windows cannot, and needs not. */
export function flushName(file: string): void {
  if (process.platform !== 'win32') flush(dirname(resolve(file)))
}

/** Copies a SQLite database, as it is at one moment, into an empty file; others may go on writing meanwhile. */
export async function copyDatabase(
  from: string,
  to: string,
  progress: (now: Progress) => void,
): Promise<void> {
  const database = new SQLite(from, { readonly: true, fileMustExist: true })
  try {
    // A read transaction holds the moment; without it the copy would begin again with every write of others.
    database.exec('begin')
    database.prepare('select count(*) from sqlite_master').get()
    await database.backup(to, {
      progress: ({ totalPages, remainingPages }) => {
        progress({ done: totalPages - remainingPages, of: totalPages, unit: 'pages' })
        return 1000
      },
    })
  } finally {
    database.close()
  }
}

/** Brings the database in a file up to this version. Raises an `Error` when a newer Rostra wrote it. */
export async function migrateFile(database: Database): Promise<void> {
  // The caller closes the database.
  const write = new Kysely<never>({ dialect: sqliteDialect(database) })
  await migrate({ kind: 'sqlite', write } as unknown as Store)
}

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

/** Throws `BackupRefused` unless a file is a whole database of a forum. `name` is how the operator knows it. */
export function checkDatabase(database: Database, name: string): void {
  let tables: string[]
  try {
    tables = database.prepare("select name from sqlite_master where type = 'table'").pluck().all() as string[]
  } catch {
    throw new BackupRefused(`${name} is not a backup of Rostra.`)
  }
  if (!tables.includes(LEDGER) || !tables.includes('posts'))
    throw new BackupRefused(`${name} is not a backup of Rostra.`)
  const strange = database.prepare("select name from sqlite_master where type in ('trigger', 'view')").get()
  if (strange) throw new BackupRefused(`${name} holds triggers or views, which Rostra never makes.`)
  const [problem] = problemsOf(database)
  if (problem) throw new BackupRefused(`${name} is damaged: ${problem}. Use another backup.`)
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
  return ['members', 'boards', 'threads', 'posts'].some(
    name => tables.includes(name) && database.prepare(`select 1 from "${name}" limit 1`).get() !== undefined,
  )
}

/** Whether two paths name one file. */
export const isSameFile = (one: string, other: string): boolean =>
  resolve(one) === resolve(other) && existsSync(one)
