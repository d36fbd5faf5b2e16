import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const SOURCES = [
  ...['src', 'packages', 'migrations', 'scripts/build', 'scripts/build.js'],
  ...['package.json', 'package-lock.json'],
]
const IGNORED = /(^|\/)(node_modules|fixtures)$|\.test\.[jt]s$/

/** Adds a line with path, size and time of change for every file that a build reads. */
function listSources(root, path, lines) {
  if (IGNORED.test(path)) return
  const status = statSync(join(root, path), { throwIfNoEntry: false })
  if (status === undefined) return
  if (!status.isDirectory()) {
    lines.push(`${path} ${status.size} ${status.mtimeMs}`)
    return
  }
  for (const name of readdirSync(join(root, path)).sort()) listSources(root, `${path}/${name}`, lines)
}

/** The folder of a checkout → a short text that changes whenever a build would read something else. */
export function sourceStamp(root) {
  const lines = []
  for (const path of SOURCES) listSources(root, path, lines)
  return createHash('sha256').update(lines.join('\n')).digest('hex')
}

const stampFile = root => join(root, 'dist', 'stamp')

/** True when `dist` was built from the sources as they are now. */
export function isFresh(root) {
  try {
    return readFileSync(stampFile(root), 'utf8') === sourceStamp(root)
  } catch (error) {
    if (error.code === 'ENOENT') return false
    throw error
  }
}

/** Remembers what `dist` was built from. Take the stamp before the build: a file saved meanwhile must count as changed. */
export const writeStamp = (root, stamp) => writeFileSync(stampFile(root), stamp)
