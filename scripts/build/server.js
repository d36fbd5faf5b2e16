import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as esbuild from 'esbuild'
import { writeWhole } from './files.js'

const readPackage = folder => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))

/**
 * Dependencies that are bundled too: plain modules in many files, or with much that we do not use. Loaded one by one they
 * took a third of the start, and kysely alone a sixth of the idle server's memory.
 */
const TAKEN_IN = new Set([
  'css-select',
  'diff',
  'htmlparser2',
  'intl-messageformat',
  'kysely',
  'lru-cache',
  'markdown-it',
  'unhomoglyph',
  'valibot',
])

/** Everything that stays an import of node_modules: the other dependencies of the root and of its packages. */
function externals(root) {
  const packages = readdirSync(join(root, 'packages')).map(name => join(root, 'packages', name))
  const names = [root, ...packages].flatMap(folder => Object.keys(readPackage(folder).dependencies ?? {}))
  return [...new Set(names)].filter(name => !name.startsWith('@rostra/') && !TAKEN_IN.has(name))
}

/** What is started by its name: the command line, and the thread that reads posts. */
const ENTRIES = ['src/forum/record/worker.ts', 'src/cli/rostra.ts']

/**
 * Bundles the command line, and through it the whole server, into `dist/cli/rostra.js` and parts loaded on demand; the
 * thread that reads posts into `dist/forum/record/worker.js`.
 */
export async function buildServer(root) {
  const { outputFiles } = await esbuild.build({
    absWorkingDir: root,
    entryPoints: ENTRIES,
    outbase: 'src',
    outdir: 'dist',
    chunkNames: 'parts/[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    external: externals(root),
    sourcemap: 'linked',
    sourcesContent: false,
    write: false,
    logLevel: 'warning',
  })
  // The entry goes last: it names the parts.
  const entry = join(root, 'dist', 'cli', 'rostra.js')
  const ordered = outputFiles.sort((a, b) => Number(a.path === entry) - Number(b.path === entry))
  for (const file of ordered) writeWhole(file.path, file.contents)
  return outputFiles.length
}
