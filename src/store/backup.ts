import { randomBytes } from 'node:crypto'
import { existsSync, renameSync, statSync } from 'node:fs'
import {
  BackupRefused,
  copyDatabase,
  flush,
  flushName,
  isSameFile,
  makePrivate,
  migrateFile,
  openDraft,
  type Place,
  type Progress,
  removeDatabase,
} from './backup-file.ts'
import { countRows, problemsOf, type Rows } from './backup-tables.ts'
import { SQLite } from './driver.ts'
import { readSchema } from './migrate.ts'
import { copyFromPostgres } from './postgres-copy.ts'

export interface BackupOptions {
  /** Replace a file of that name. */
  overwrite?: boolean
  progress?: (now: Progress) => void
}

/** What a backup became: its bytes and its rows by table. */
export interface BackupAccount {
  file: string
  bytes: number
  rows: Rows
}

/**
 * Writes the forum, as it is at one moment, into one SQLite file that only its owner may read, while others go on
 * writing. The file is there whole or not at all, on the disk when this returns. Throws `BackupRefused` when the file is
 * there already, when it is the forum's own, or when the schema of the database is not that of this version.
 */
export async function backUp(
  place: Place,
  file: string,
  { overwrite = false, progress = () => undefined }: BackupOptions = {},
): Promise<BackupAccount> {
  if (place.kind === 'sqlite' && isSameFile(place.file, file))
    throw new BackupRefused(`${file} is the forum itself. Name another file.`)
  if (existsSync(file) && !overwrite)
    throw new BackupRefused(`${file} is there already. Name another file, or say --overwrite.`)
  if (place.kind === 'sqlite' && !existsSync(place.file))
    throw new BackupRefused(`There is no forum yet: ${place.file} is not there.`)
  const draft = `${file}.${randomBytes(4).toString('hex')}.part`
  makePrivate(draft)
  try {
    if (place.kind === 'sqlite') await copyDatabase(place.file, draft, progress)
    else await dump(place, draft, progress)
    const rows = finish(draft)
    flush(draft)
    renameSync(draft, file)
    flushName(file)
    return { file, bytes: statSync(file).size, rows }
  } catch (error) {
    removeDatabase(draft)
    throw error
  }
}

async function dump(
  { store }: Extract<Place, { kind: 'postgres' }>,
  draft: string,
  progress: (now: Progress) => void,
): Promise<void> {
  const schema = await readSchema(store)
  if (schema.applied !== schema.known)
    throw new BackupRefused(
      `The database has ${schema.applied} of ${schema.known} migrations. Run \`rostra migrate\` first.`,
    )
  const database = openDraft(draft)
  try {
    await migrateFile(database)
    await copyFromPostgres(store, database, progress)
  } finally {
    database.close()
  }
}

/** Makes the file stand alone, checks it, counts what is in it. */
function finish(draft: string): Rows {
  const database = new SQLite(draft)
  try {
    database.pragma('journal_mode = delete')
    const [problem] = problemsOf(database)
    if (problem)
      throw new BackupRefused(`The copy is damaged: ${problem}. Run \`rostra doctor\` on the forum.`)
    return countRows(database)
  } finally {
    database.close()
  }
}
