import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import * as esbuild from 'esbuild'
import { writeWhole } from './files.js'

const BROWSERS = ['chrome111', 'edge111', 'firefox113', 'safari16.4']
/** Styles that stand inside each page; the content security policy admits them by their hash. */
const INLINE = new Set(['core.css'])
/** Where features keep their styles and islands, in the order of the ladder: a later rule wins. */
const FEATURE_FOLDERS = ['src/web', 'src/plugins', 'src/forum', 'src/pages']
const COMPRESSIBLE = /\.(js|css|svg)$/

const brotli = promisify(brotliCompress)
const gzipped = promisify(gzip)

/** Every `style.css` or `island.ts` of the features, as paths from the root. */
function featureFiles(root, name) {
  return FEATURE_FOLDERS.filter(folder => existsSync(join(root, folder))).flatMap(folder =>
    readdirSync(join(root, folder), { recursive: true })
      .map(path => `${folder}/${path.replaceAll('\\', '/')}`)
      .filter(path => path.endsWith(`/${name}`))
      .sort(),
  )
}

/** Files of one folder with one ending, as paths from the root. */
function filesIn(root, folder, ending) {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder))
    .filter(name => name.endsWith(ending) && !name.includes('.test.') && !name.endsWith('.d.ts'))
    .sort()
    .map(name => `${folder}/${name}`)
}

/** Files among `paths` that none of `readers` names in an import: those a page asks for by itself. */
function roots(root, paths, readers) {
  const text = readers.map(path => readFileSync(join(root, path), 'utf8')).join('\n')
  const imported = new Set(
    [...text.matchAll(/['"](?:[^'"\n]*\/)([\w.-]+\.(?:ts|css))['"]/g)].map(match => match[1]),
  )
  return paths.filter(path => !imported.has(basename(path)))
}

/** Logical name → the files that together make it. Features add to `full.css` and `app.js`, unasked by anybody. */
function bundles(root) {
  const found = new Map()
  const add = (name, path) => found.set(name, [...(found.get(name) ?? []), path])
  const sheets = filesIn(root, 'src/web/styles', '.css')
  for (const path of roots(root, sheets, sheets)) add(basename(path), path)
  for (const path of featureFiles(root, 'style.css')) add('full.css', path)
  const modules = filesIn(root, 'src/web/browser', '.ts')
  const islands = featureFiles(root, 'island.ts')
  for (const path of roots(root, modules, [...modules, ...islands]))
    add(basename(path, '.ts').concat('.js'), path)
  for (const path of islands) add('app.js', path)
  return found
}

/** Lets a bundle begin with a module that only exists during the build and imports the files it is made of. */
const gather = (root, found) => ({
  name: 'gather',
  setup(build) {
    build.onResolve({ filter: /^bundle:/ }, ({ path }) => ({ path: path.slice(7), namespace: 'bundle' }))
    build.onLoad({ filter: /.*/, namespace: 'bundle' }, ({ path }) => {
      const css = path.endsWith('.css')
      const line = file =>
        css ? `@import ${JSON.stringify(`./${file}`)};` : `import ${JSON.stringify(`./${file}`)}`
      return { contents: found.get(path).map(line).join('\n'), loader: css ? 'css' : 'ts', resolveDir: root }
    })
  },
})

/** Writes a file and its compressed forms. */
async function writeAsset(path, contents) {
  if (COMPRESSIBLE.test(path)) {
    const options = { params: { [constants.BROTLI_PARAM_SIZE_HINT]: contents.length } }
    const [br, gz] = await Promise.all([brotli(contents, options), gzipped(contents, { level: 9 })])
    writeWhole(`${path}.br`, br)
    writeWhole(`${path}.gz`, gz)
  }
  writeWhole(path, contents)
}

/** What a page needs to know about one asset: its file, and for inline styles their text and its hash. */
function manifestEntry(name, file, contents) {
  if (!INLINE.has(name)) return { file }
  const text = Buffer.from(contents).toString('utf8').trim()
  return { file, text, hash: `sha256-${createHash('sha256').update(text).digest('base64')}` }
}

/**
 * Builds what browsers load into `dist/assets`, compressed beforehand, and `manifest.json` there, which gives the file of
 * each logical name: `{ "app.js": { "file": "app-1A2B3C4D.js" }, "core.css": { "file", "text", "hash" } }`.
 */
export async function buildAssets(root) {
  const found = bundles(root)
  const folder = join(root, 'dist', 'assets')
  const { outputFiles, metafile } = await esbuild.build({
    absWorkingDir: root,
    entryPoints: [...found.keys()].map(name => ({
      in: `bundle:${name}`,
      out: name.replace(/\.(css|js)$/, ''),
    })),
    plugins: [gather(root, found)],
    outdir: 'dist/assets',
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    loader: { '.svg': 'file', '.png': 'file', '.woff2': 'file' },
    bundle: true,
    minify: true,
    splitting: true,
    format: 'esm',
    target: BROWSERS,
    metafile: true,
    write: false,
    logLevel: 'warning',
  })
  const manifest = {}
  for (const { path, contents } of outputFiles) {
    const entry = metafile.outputs[relative(root, path).replaceAll('\\', '/')]?.entryPoint
    if (!entry?.startsWith('bundle:')) continue
    const name = entry.slice('bundle:'.length)
    manifest[name] = manifestEntry(name, relative(folder, path), contents)
  }
  await Promise.all(outputFiles.map(({ path, contents }) => writeAsset(path, contents)))
  writeWhole(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  return outputFiles.length
}
