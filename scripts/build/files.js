import { randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const DAY = 86_400_000

/** Writes a file so that a reader sees the old text or the new one, never half of it. */
export function writeWhole(path, contents) {
  mkdirSync(dirname(path), { recursive: true })
  const draft = `${path}.${randomBytes(4).toString('hex')}`
  writeFileSync(draft, contents)
  renameSync(draft, path)
}

/**
 * Removes from a folder what earlier builds left, but not what is younger than a day: a server that is still running
 * loads its parts on demand, and a cached page names the assets of its time.
 */
export function removeLeftovers(folder, now) {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isFile() && now - statSync(path).mtimeMs > DAY) rmSync(path)
  }
}
