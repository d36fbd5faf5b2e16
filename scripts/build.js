/**
 * `npm run build`: the server into `dist/cli` and `dist/parts`, what browsers load into `dist/assets`. `bin/rostra.js`
 * calls it by itself whenever the sources have changed.
 */
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { buildAssets } from './build/assets.js'
import { removeLeftovers } from './build/files.js'
import { buildServer } from './build/server.js'
import { sourceStamp, writeStamp } from './build/stamp.js'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Builds everything and tells in one line, on standard error, what it did. */
export async function build() {
  const start = performance.now()
  const stamp = sourceStamp(root)
  const [parts, assets] = await Promise.all([buildServer(root), buildAssets(root)])
  removeLeftovers(join(root, 'dist'), Date.now())
  writeStamp(root, stamp)
  console.error(
    `built ${parts} server files and ${assets} assets in ${Math.round(performance.now() - start)} ms`,
  )
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await build()
