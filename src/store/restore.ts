import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import {
  BackupRefused,
  checkDatabase,
  copyDatabase,
  countRows,
  flush,
  flushName,
  isFilled,
  isSameFile,
  makePrivate,
  migrateFile,
  type Place,
  type Progress,
  type Rows,
  removeBeside,
  removeDatabase,
} from './backup-file.ts'
import { copyToPostgres } from './postgres-copy.ts'

export interface RestoreOptions {
  /** Replace a forum that holds something. */
  overwrite?: boolean
  progress?: (now: Progress) => void
}

/** What was put back: rows by table. */
export interface RestoreAccount {
  file: string
  rows: Rows
}

/**
 * Puts the forum of a backup in place of the one there, brought up to this version: all of it, or nothing on failure. The
 * server must not be running. Throws `BackupRefused` when the file is no whole backup or was written by a newer Rostra,
 * when the forum there holds anything and `overwrite` was not said, and when somebody else has its file open.
 */
export async function restore(
  file: string,
  place: Place,
  { overwrite = false, progress = () => undefined }: RestoreOptions = {},
): Promise<RestoreAccount> {
  if (!existsSync(file)) throw new BackupRefused(`There is no file ${file}.`)
  if (place.kind === 'postgres') return restoreToPostgres(file, place, { overwrite, progress })
  if (isSameFile(file, place.file)) throw new BackupRefused(`${file} is the forum itself.`)
  if (!overwrite) refuseFilled(place.file)
  const draft = `${place.file}.${randomBytes(4).toString('hex')}.part`
  try {
    const rows = await prepare(file, draft, progress)
    release(place.file)
    renameSync(draft, place.file)
    flushName(place.file)
    return { file, rows }
  } catch (error) {
    removeDatabase(draft)
    throw error
  }
}

async function restoreToPostgres(
  file: string,
  { store }: Extract<Place, { kind: 'postgres' }>,
  { overwrite, progress }: Required<RestoreOptions>,
): Promise<RestoreAccount> {
  const folder = mkdtempSync(join(tmpdir(), 'rostra-restore-'))
  try {
    const draft = join(folder, 'draft.sqlite')
    const rows = await prepare(file, draft, () => undefined)
    const database = new SQLite(draft, { readonly: true })
    try {
      await copyToPostgres(database, store, overwrite, progress)
    } finally {
      database.close()
    }
    return { file, rows }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Copies a backup to a new file, checks it there and brings it up to this version; the backup itself is only read. */
async function prepare(file: string, draft: string, progress: (now: Progress) => void): Promise<Rows> {
  makePrivate(draft)
  try {
    await copyDatabase(file, draft, progress)
  } catch (error) {
    if (!(error instanceof SQLite.SqliteError)) throw error
    if (error.code !== 'SQLITE_NOTADB' && !error.code.startsWith('SQLITE_CORRUPT')) throw error
    throw new BackupRefused(`${file} is not a backup of Rostra, or it is damaged.`)
  }
  const database = new SQLite(draft)
  try {
    database.pragma('journal_mode = delete')
    checkDatabase(database, file)
    await migrateFile(database)
    const rows = countRows(database)
    flush(draft)
    return rows
  } finally {
    database.close()
  }
}

function refuseFilled(file: string): void {
  if (!existsSync(file)) return
  const database = new SQLite(file, { fileMustExist: true })
  let filled = true
  try {
    filled = isFilled(database)
  } catch (error) {
    if (!(error instanceof SQLite.SqliteError)) throw error
  } finally {
    database.close()
  }
  if (filled) throw new BackupRefused(`${file} already holds a forum. Say --overwrite to replace it.`)
}

/**
 * Makes a file ready to be replaced: nothing of it may be left in a log beside it, where SQLite would find it and take it
 * for the log of the new file. Throws `BackupRefused` when somebody else has the file open.
 */
function release(file: string): void {
  if (existsSync(file)) {
    const database = new SQLite(file, { timeout: 1000 })
    try {
      // SQLite leaves the mode with a log only when nobody else is connected.
      database.pragma('journal_mode = delete')
    } catch (error) {
      if (!(error instanceof SQLite.SqliteError)) throw error
      if (error.code.startsWith('SQLITE_BUSY'))
        throw new BackupRefused('The forum is running. Stop it first; the restored one would not be seen.')
      // A file so damaged that it cannot be opened is what a backup is for.
    } finally {
      database.close()
    }
  }
  removeBeside(file)
}
