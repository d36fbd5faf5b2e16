import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Config, readConfig } from '#config/config.ts'
import type { Place } from '#store/backup-file.ts'
import { openStore, type Store } from '#store/store.ts'

/** The file of the forum, inside the data folder. */
const FILE = 'rostra.sqlite'

/** Where the SQLite file of a configuration is, whether it is there or not. */
export const databaseFile = (config: Config): string => join(config.data, FILE)

/** Makes the data folder, private to its owner, when it is missing. */
export function makeDataFolder(config: Config): void {
  mkdirSync(config.data, { recursive: true, mode: 0o700 })
}

/** Opens the database that the configuration names; makes the data folder when the database lies in it. */
export function openConfigured(config: Config): Store {
  if (config.databaseUrl) return openStore({ kind: 'postgres', url: config.databaseUrl })
  makeDataFolder(config)
  return openStore({ kind: 'sqlite', file: databaseFile(config), durability: config.durability })
}

/** Opens the store of the environment for the length of `work`. */
export async function withStore<T>(work: (store: Store, config: Config) => Promise<T>): Promise<T> {
  const config = readConfig(process.env)
  const store = openConfigured(config)
  try {
    return await work(store, config)
  } finally {
    await store.close()
  }
}

/** The database of the environment as backups know it, for the length of `work`. A SQLite file is not opened for it. */
export async function withPlace<T>(work: (place: Place, config: Config) => Promise<T>): Promise<T> {
  const config = readConfig(process.env)
  if (!config.databaseUrl) return work({ kind: 'sqlite', file: databaseFile(config) }, config)
  return withStore(store => work({ kind: 'postgres', store }, config))
}
