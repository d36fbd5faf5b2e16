import { createRequire } from 'node:module'
import type BetterSQLite from 'better-sqlite3'

/** An open database, and a statement prepared in one. */
export type Database = BetterSQLite.Database
export type Statement = BetterSQLite.Statement

/** The first Node with the interface (Node-API 10) that the new driver is built on. */
const NEW_ENOUGH = [22, 14] as const

/**
 * Version of Node → the package that drives SQLite on it. Version 13 of the driver crashes an older Node as soon as a
 * database opens, version 12 a newer one (from 24.19) when it collects garbage.
 */
export function driverFor(node: string): 'better-sqlite3' | 'better-sqlite3-13' {
  const [major = 0, minor = 0] = node.split('.').map(Number)
  const [newMajor, newMinor] = NEW_ENOUGH
  const isNew = major > newMajor || (major === newMajor && minor >= newMinor)
  return isNew ? 'better-sqlite3-13' : 'better-sqlite3'
}

const load = createRequire(import.meta.url)
const name = driverFor(process.versions.node)

function loadDriver(): typeof BetterSQLite {
  try {
    return load(name) as typeof BetterSQLite
  } catch (error) {
    // The package is there only where it could be built.
    throw new Error(
      `SQLite cannot be loaded on Node ${process.versions.node}. Use Node 22.14 or later, or run \`npm ci\` again with a C++ compiler and Python at hand.`,
      { cause: error },
    )
  }
}

/** SQLite, as the driver that fits this Node has it. Raises an `Error` with a sentence where that is missing. */
export const SQLite: typeof BetterSQLite = loadDriver()

/** The versions of what reads the file: the driver, and the SQLite inside it. */
export function sqliteVersions(): { driver: string; sqlite: string } {
  const { version } = load(`${name}/package.json`) as { version: string }
  const database = new SQLite(':memory:')
  try {
    return { driver: version, sqlite: database.prepare('select sqlite_version()').pluck().get() as string }
  } finally {
    database.close()
  }
}
