import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate } from '#store/migrate.ts'
import { openStore, type Store, type StoreOptions } from '#store/store.ts'
import { openPglitePool } from './pglite.ts'
import {
  createDatabase,
  databaseName,
  databaseUrl,
  dropDatabase,
  findPostgres,
  withClient,
} from './postgres.ts'
import { giveBack, takeDatabase } from './recycled.ts'

/** Both databases, to run a test on each: `describe.each(STORES)('posts on %s', kind => …)`. */
export const STORES = ['sqlite', 'postgres'] as const
export type StoreKind = (typeof STORES)[number]

/** An open database of its own. `close` removes it; `address` opens it once more, as another process would. */
export interface TestStore extends Store {
  readonly address: StoreOptions
}

const TEMPLATE_LOCK = 7_316_242

const newName = () => randomBytes(6).toString('hex')

/** A migrated file that others are copies of, made once in this process. */
let template: Promise<Buffer> | undefined

async function migratedFile(): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'rostra-test-'))
  const file = join(folder, 'forum.sqlite')
  const store = openStore({ kind: 'sqlite', file, durability: 'normal' })
  await migrate(store)
  await store.close()
  const bytes = readFileSync(file)
  rmSync(folder, { recursive: true, force: true })
  return bytes
}

async function openSqlite(
  migrated: boolean,
): Promise<{ address: StoreOptions; remove: () => Promise<void>; ready: boolean }> {
  const folder = mkdtempSync(join(tmpdir(), 'rostra-test-'))
  const file = join(folder, 'forum.sqlite')
  if (migrated) {
    template ??= migratedFile()
    writeFileSync(file, await template)
  }
  return {
    address: { kind: 'sqlite', file, durability: 'normal' },
    remove: async () => rmSync(folder, { recursive: true, force: true }),
    ready: migrated,
  }
}

/** Makes the migrated database that others are copies of, once in a run, whoever comes first; → its name. */
async function templateOf(server: string, run: string): Promise<string> {
  const name = databaseName(run, 'template')
  await withClient(server, async client => {
    await client.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK])
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])
    if (rowCount) return
    const draft = databaseName(run, newName())
    await createDatabase(server, draft)
    const store = openStore({ kind: 'postgres', url: databaseUrl(server, draft) })
    await migrate(store)
    await store.close()
    await client.query(`ALTER DATABASE "${draft}" RENAME TO "${name}"`)
  })
  return name
}

async function openPostgres(
  migrated: boolean,
): Promise<{ address: StoreOptions; remove: () => Promise<void>; ready: boolean }> {
  const server = process.env['ROSTRA_TEST_POSTGRES'] ?? (await findPostgres())
  if (!server) {
    const pool = await openPglitePool()
    return { address: { kind: 'postgres', pool }, remove: async () => undefined, ready: false }
  }
  process.env['ROSTRA_TEST_RUN'] ??= Date.now().toString(36)
  const run = process.env['ROSTRA_TEST_RUN']
  const fresh = databaseName(run, newName())
  if (!migrated) {
    await createDatabase(server, fresh)
    const address = { kind: 'postgres', url: databaseUrl(server, fresh) } as const
    return { address, remove: () => dropDatabase(server, fresh), ready: false }
  }
  const name = await takeDatabase(server, { name: fresh, template: await templateOf(server, run) })
  return {
    address: { kind: 'postgres', url: databaseUrl(server, name) },
    remove: () => giveBack(server, name),
    ready: true,
  }
}

/**
 * A database that nobody else uses, with all tables and no rows; without tables where `migrated` is false. SQLite is a
 * file in the temporary folder; PostgreSQL a database on the server that was found, or PGlite.
 */
export async function openTestStore(
  kind: StoreKind,
  options: { migrated?: boolean } = {},
): Promise<TestStore> {
  const migrated = options.migrated ?? true
  const { address, remove, ready } =
    kind === 'sqlite' ? await openSqlite(migrated) : await openPostgres(migrated)
  const store = openStore(address)
  if (migrated && !ready) await migrate(store)
  const close = async () => {
    await store.close()
    await remove()
  }
  return { ...store, address, close }
}
