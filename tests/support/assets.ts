import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Assets, loadAssets } from '#web/static.ts'
import { buildAssets } from '../../scripts/build/assets.js'

const ROOT = join(import.meta.dirname, '..', '..')

/** What a build of the present sources makes for browsers, without touching the build that is there. */
export async function assetsOfSources(): Promise<Assets> {
  const folder = mkdtempSync(join(tmpdir(), 'rostra-assets-'))
  try {
    for (const name of ['src', 'node_modules', 'package.json'])
      symlinkSync(join(ROOT, name), join(folder, name))
    await buildAssets(folder)
    return loadAssets(join(folder, 'dist', 'assets'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
