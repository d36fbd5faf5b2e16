import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { buildAssets } from './assets.js'
import { removeLeftovers, writeWhole } from './files.js'
import { isFresh, sourceStamp, writeStamp } from './stamp.js'

const SOURCES = {
  'src/web/styles/core.css': "@import './tokens.css';\nbody { color: var(--ink) }\n",
  'src/web/styles/tokens.css': ':root { --ink: #111 }\n',
  'src/web/styles/full.css': '.web { margin: 0 }\n',
  'src/pages/board/style.css': '.page { margin: 2px }\n',
  'src/forum/posts/style.css': '.feature { margin: 1px }\n',
  'src/web/browser/app.ts': "import { mark } from './mark.ts'\nmark('app')\nvoid import('./editor.ts')\n",
  'src/web/browser/mark.ts':
    'export const mark = (name: string): void => document.body.classList.add(name)\n',
  'src/web/browser/editor.ts': "import { mark } from './mark.ts'\nmark('editor')\n",
  'src/forum/posts/island.ts': "import { mark } from '../../web/browser/mark.ts'\nmark('island')\n",
  'package.json': '{ "type": "module" }\n',
}

const folders = []
let root

function put(path, text) {
  const file = join(root, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'rostra-build-'))
  folders.push(root)
  for (const [path, text] of Object.entries(SOURCES)) put(path, text)
})
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true })
})

describe('assets', () => {
  const asset = name => readFileSync(join(root, 'dist/assets', name))
  const readManifest = () => JSON.parse(asset('manifest.json').toString())

  test('the manifest names what a page asks for, and the style it carries with its hash', async () => {
    await buildAssets(root)
    const manifest = readManifest()
    expect(Object.keys(manifest).sort()).toEqual(['app.js', 'core.css', 'full.css'])
    const { text, hash } = manifest['core.css']
    expect(text).toMatch(/^:root{--ink: *#111 *}body{color:var\(--ink\)}$/)
    expect(hash).toBe(`sha256-${createHash('sha256').update(text).digest('base64')}`)
  })

  test('features add their styles in the order of the ladder, and their islands', async () => {
    await buildAssets(root)
    const manifest = readManifest()
    const styles = asset(manifest['full.css'].file).toString().trim()
    expect(styles).toBe('.web{margin:0}.feature{margin:1px}.page{margin:2px}')
    const app = asset(manifest['app.js'].file).toString()
    expect(app).toMatch(/"app".*"island"/)
    expect(app).not.toContain('"editor"')
  })

  test('every asset lies there compressed', async () => {
    await buildAssets(root)
    const names = readdirSync(join(root, 'dist/assets')).filter(name => /\.(js|css)$/.test(name))
    expect(names.length).toBeGreaterThan(3)
    for (const name of names) {
      expect(brotliDecompressSync(asset(`${name}.br`))).toEqual(asset(name))
      expect(gunzipSync(asset(`${name}.gz`))).toEqual(asset(name))
    }
  })

  test('a name changes with the contents only', async () => {
    await buildAssets(root)
    const before = readManifest()
    put('src/forum/posts/style.css', '.feature { margin: 3px }\n')
    await buildAssets(root)
    const after = readManifest()
    expect(after['full.css'].file).not.toBe(before['full.css'].file)
    expect(after['app.js']).toEqual(before['app.js'])
  })
})

describe('the stamp', () => {
  test('holds until a source changes, and does not look at tests', () => {
    expect(isFresh(root)).toBe(false)
    mkdirSync(join(root, 'dist'))
    writeStamp(root, sourceStamp(root))
    put('src/forum/posts/store.test.ts', '')
    expect(isFresh(root)).toBe(true)
    put('src/forum/posts/store.ts', '')
    expect(isFresh(root)).toBe(false)
  })
})

test('leftovers stay a day, for servers and pages that still name them', () => {
  const folder = join(root, 'dist')
  writeWhole(join(folder, 'parts/old.js'), 'old')
  writeWhole(join(folder, 'parts/new.js'), 'new')
  const now = Date.now()
  utimesSync(join(folder, 'parts/old.js'), new Date(now - 100_000_000), new Date(now - 100_000_000))
  removeLeftovers(folder, now)
  expect(readdirSync(join(folder, 'parts'))).toEqual(['new.js'])
})
