import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Config, readConfig } from '#config/config.ts'
import { openStore, type Store } from '#store/store.ts'

/** The file of the forum, inside the data folder. */
const FILE = 'rostra.sqlite'

/** Opens the database that the configuration names; makes the data folder, private to its owner, when it is missing. */
export function openConfigured(config: Config): Store {
  if (config.databaseUrl) return openStore({ kind: 'postgres', url: config.databaseUrl })
  mkdirSync(config.data, { recursive: true, mode: 0o700 })
  return openStore({ kind: 'sqlite', file: join(config.data, FILE), durability: config.durability })
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
