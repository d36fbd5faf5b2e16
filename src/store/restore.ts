import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  BackupRefused,
  flush,
  flushName,
  isSameFile,
  makePrivate,
  migrateFile,
  openDraft,
  type Place,
  type Progress,
  removeBeside,
  removeDatabase,
} from './backup-file.ts'
import {
  checkArchive,
  countRows,
  isFilled,
  mustHold,
  problemsOf,
  type Rows,
  readCounter,
  tablesOf,
  writeCounter,
} from './backup-tables.ts'
import { type Database, SQLite } from './driver.ts'
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

/** Rows between two words about how far it is. */
const REPORT_EVERY = 10_000

/**
 * Puts the forum of a backup in place of the one there, brought up to this version: all of it, or nothing on failure.
 * The rows alone are taken from the file, into tables made here: nothing of its SQL is kept or run. The server must not
 * be running. Throws `BackupRefused` when the file is no whole backup or was written by a newer Rostra, when the forum
 * there holds anything and `overwrite` was not said, and when somebody else has its file open.
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
  // The rows go two ways: from the file to a draft, from there to the server.
  const first = ({ done, of, unit }: Progress) => progress({ done, of: 2 * of, unit })
  const second = ({ done, of, unit }: Progress) => progress({ done: of + done, of: 2 * of, unit })
  try {
    const draft = join(folder, 'draft.sqlite')
    const rows = await prepare(file, draft, first)
    const database = new SQLite(draft, { readonly: true })
    try {
      await copyToPostgres(database, store, overwrite, second)
    } finally {
      database.close()
    }
    return { file, rows }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Checks a backup and copies its rows into a new database of this version; the backup itself is only read. */
async function prepare(file: string, draft: string, progress: (now: Progress) => void): Promise<Rows> {
  const archive = new SQLite(file, { readonly: true, fileMustExist: true })
  try {
    // One moment of it, should somebody be writing to it.
    archive.exec('begin')
    const migrations = checkArchive(archive, file)
    makePrivate(draft)
    const database = openDraft(draft)
    try {
      await copyArchive(archive, database, { file, migrations, progress })
      const [problem] = problemsOf(database)
      if (problem) throw new BackupRefused(`What ${file} holds does not fit together: ${problem}.`)
      return countRows(database)
    } finally {
      database.close()
      flush(draft)
    }
  } catch (error) {
    throw refusalOf(error, file) ?? error
  } finally {
    archive.close()
  }
}

/** What SQLite says of a file that is no forum, as a refusal; undefined for everything else. */
function refusalOf(error: unknown, file: string): BackupRefused | undefined {
  if (!(error instanceof SQLite.SqliteError)) return undefined
  if (error.code.startsWith('SQLITE_CONSTRAINT'))
    return new BackupRefused(`What ${file} holds does not fit together: ${error.message}.`)
  const unreadable = /^SQLITE_(NOTADB|CORRUPT|CANTOPEN|FORMAT)/.test(error.code)
  if (!unreadable && !error.message.startsWith('malformed database schema')) return undefined
  return new BackupRefused(`${file} is not a backup of Rostra, or it is damaged.`)
}

/** The tables as the writer of the backup had them, its rows in them, then the migrations since. */
async function copyArchive(
  archive: Database,
  database: Database,
  from: { file: string; migrations: ReadonlySet<string>; progress: (now: Progress) => void },
): Promise<void> {
  await migrateFile(database, from.migrations)
  const made = new Set(database.prepare('select name from migrations').pluck().all() as string[])
  const stranger = [...from.migrations].find(name => !made.has(name))
  if (stranger !== undefined)
    throw new BackupRefused(`${from.file} was written by a newer Rostra: it has the migration ${stranger}.`)
  const tables = tablesOf(database)
  mustHold(archive, tables, from.file)
  const of = tables.reduce((sum, { name }) => sum + countTable(archive, name), 0)
  let done = 0
  database.exec('begin')
  for (const table of tables) {
    const names = table.columns.map(column => `"${column}"`).join(', ')
    const marks = table.columns.map(() => '?').join(', ')
    const insert = database.prepare(`insert into "${table.name}" (${names}) values (${marks})`)
    database.prepare(`delete from "${table.name}"`).run()
    for (const row of archive.prepare(`select ${names} from "${table.name}"`).raw().iterate()) {
      insert.run(row)
      if (++done % REPORT_EVERY === 0) from.progress({ done, of, unit: 'rows' })
    }
    if (table.counted) writeCounter(database, table.name, readCounter(archive, table.name))
  }
  database.exec('commit')
  from.progress({ done, of, unit: 'rows' })
  await migrateFile(database)
}

const countTable = (database: Database, name: string): number =>
  database.prepare(`select count(*) from "${name}"`).pluck().get() as number

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
