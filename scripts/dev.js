/** `npm run dev`: the server from its sources, started again at every change, and the assets built anew at theirs. */
import { spawn } from 'node:child_process'
import { watch } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildAssets } from './build/assets.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const ASSET = /\.css$|(^|\/)island\.ts$|(^|\/)web\/browser\//
/** Editors save in several steps; one build follows the last. */
const QUIET = 50

async function rebuild() {
  try {
    await buildAssets(root)
  } catch {
    // esbuild has printed what is wrong; the next save tries again.
  }
}

let timer
watch(join(root, 'src'), { recursive: true }, (_event, path) => {
  if (path === null || !ASSET.test(path.replaceAll('\\', '/'))) return
  clearTimeout(timer)
  timer = setTimeout(rebuild, QUIET)
})

await rebuild()
const server = spawn(
  process.execPath,
  [
    'node_modules/tsx/dist/cli.mjs',
    'watch',
    '--clear-screen=false',
    '--include=dist/assets/manifest.json',
    'src/cli/rostra.ts',
    'serve',
  ],
  { cwd: root, stdio: 'inherit' },
)
server.on('exit', code => process.exit(code ?? 1))
