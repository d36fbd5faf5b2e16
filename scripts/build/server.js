import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as esbuild from 'esbuild'
import { writeWhole } from './files.js'

const readPackage = folder => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))

/** Everything that stays an import of node_modules: the dependencies of the root and of its packages, not the packages. */
function externals(root) {
  const packages = readdirSync(join(root, 'packages')).map(name => join(root, 'packages', name))
  const names = [root, ...packages].flatMap(folder => Object.keys(readPackage(folder).dependencies ?? {}))
  return [...new Set(names)].filter(name => !name.startsWith('@rostra/'))
}

/** Bundles the command line, and through it the whole server, into `dist/cli/rostra.js` and parts loaded on demand. */
export async function buildServer(root) {
  const { outputFiles } = await esbuild.build({
    absWorkingDir: root,
    entryPoints: ['src/cli/rostra.ts'],
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
