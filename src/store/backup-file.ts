import { chmodSync, closeSync, existsSync, fsyncSync, openSync, rmSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { Kysely } from 'kysely'
import { type Database, SQLite } from './driver.ts'
import { migrate } from './migrate.ts'
import { PAGE_BYTES, sqliteDialect } from './sqlite.ts'
import { Statements } from './statements.ts'
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

const BESIDE = ['-wal', '-shm', '-journal']
const PRIVATE = 0o600
const PAGES_AT_ONCE = 1000

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

/** Opens an empty private file to be filled in one go. One that is cut short is thrown away, so nothing is safe yet. */
export function openDraft(file: string): Database {
  const database = new SQLite(file)
  database.pragma(`page_size = ${PAGE_BYTES}`)
  database.pragma('journal_mode = off')
  database.pragma('synchronous = off')
  database.pragma('foreign_keys = off')
  return database
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
        return PAGES_AT_ONCE
      },
    })
  } finally {
    database.close()
  }
}

/**
 * Brings the database in a file up to this version, or to the named migrations alone. Raises an `Error` when a newer
 * Rostra wrote it.
 */
export async function migrateFile(database: Database, only?: ReadonlySet<string>): Promise<void> {
  // The caller closes the database.
  const write = new Kysely<never>({ dialect: sqliteDialect(new Statements(database)) })
  await migrate({ kind: 'sqlite', write } as unknown as Store, only)
}

/** Whether two paths name one file. */
export const isSameFile = (one: string, other: string): boolean =>
  resolve(one) === resolve(other) && existsSync(one)
