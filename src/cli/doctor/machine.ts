import { accessSync, constants, statfsSync, statSync } from 'node:fs'
import type { Config } from '#config/config.ts'
import { driverFor, sqliteVersions } from '#store/driver.ts'
import { refuseOldSqlite } from '#store/sqlite.ts'
import { bad, type Finding, good } from './finding.ts'

const OLD_NODE = 20
const OTHERS_MAY = 0o077
const LEAST_FREE = 500e6

/** Node and the driver of SQLite: a pair that works, of an age that is looked after. */
export function checkNode(node: string, driver: string): Finding {
  const says = `Node ${node} with better-sqlite3 ${driver}`
  const fits = driverFor(node) === 'better-sqlite3-13' ? 13 : 12
  if (Number.parseInt(driver, 10) !== fits)
    return bad('Node', `${says}, which crash together.`, 'Run `npm ci` in the folder of Rostra.')
  const isOld = Number.parseInt(node, 10) <= OLD_NODE
  return good('Node', isOld ? `${says}; Node 20 gets no more repairs, 24 is better.` : `${says}.`)
}

/** Whether the SQLite inside the driver can be trusted with a log. */
export function checkSqlite(version: string): Finding {
  try {
    refuseOldSqlite(version)
    return good('SQLite', `SQLite ${version}.`)
  } catch (error) {
    return bad('SQLite', (error as Error).message, 'Run `npm ci` in the folder of Rostra.')
  }
}

/** The data folder: there, writable, and nobody else's business. */
export function checkFolder(folder: string): Finding {
  try {
    const { mode } = statSync(folder)
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
    if (process.platform !== 'win32' && (mode & OTHERS_MAY) !== 0)
      return bad(
        'data folder',
        `${folder} is open to other accounts of this machine.`,
        `Run \`chmod 700 ${folder}\`.`,
      )
    return good('data folder', `${folder} is writable, and for this account alone.`)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    return code === 'ENOENT'
      ? bad(
          'data folder',
          `${folder} is not there.`,
          'Start the forum with `rostra serve`, or set ROSTRA_DATA to its folder.',
        )
      : bad(
          'data folder',
          `${folder} cannot be written to (${code}).`,
          'Give it to the account that runs Rostra.',
        )
  }
}

/** Whether there is room for posts, and for the log of the database beside them. */
export function checkSpace(folder: string, least: number = LEAST_FREE): Finding {
  const { bavail, bsize } = statfsSync(folder)
  const free = `${((bavail * bsize) / 1e9).toLocaleString('en', { maximumFractionDigits: 1 })} GB are free`
  if (bavail * bsize >= least) return good('disk', `${free} at ${folder}.`)
  return bad('disk', `Only ${free} at ${folder}.`, 'Make room, before writing fails.')
}

/** Everything that can be said without the database. */
export function checkMachine(config: Config): Finding[] {
  const { driver, sqlite } = sqliteVersions()
  const folder = checkFolder(config.data)
  const space = folder.good ? [checkSpace(config.data)] : []
  // With PostgreSQL nothing need lie in the folder, so a missing one is no fault.
  const folders = config.databaseUrl && !folder.good ? [] : [folder, ...space]
  return [checkNode(process.versions.node, driver), checkSqlite(sqlite), ...folders]
}
