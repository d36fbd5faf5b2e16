/**
 * Writes the pages of `docs/reference` that follow from the code: `npm run reference`. With `--check` it writes nothing
 * and fails when a page is not as it would be written.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { environmentPage } from './generate-reference/environment.ts'

const PAGES: Record<string, () => string> = {
  'docs/reference/environment.md': environmentPage,
}

const check = process.argv.includes('--check')
for (const [path, page] of Object.entries(PAGES)) {
  const text = page()
  if (existsSync(path) && readFileSync(path, 'utf8') === text) continue
  if (check) {
    console.error(`${path} is not what the code says; npm run reference writes it.`)
    process.exitCode = 1
    continue
  }
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
  console.log(`Wrote ${path}.`)
}
