#!/usr/bin/env node
import { existsSync } from 'node:fs'
import module from 'node:module'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const entry = new URL('../dist/cli/rostra.js', import.meta.url)

/** Ends with one sentence instead of a stack. */
function refuse(sentence) {
  console.error(`rostra: ${sentence}`)
  process.exit(1)
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) {
    refuse(
      `Node ${process.versions.node} is too old. Install Node 20.19 or later; 22 and 24 are recommended.`,
    )
  }
}

/** Builds `dist` again when the sources are here and have changed since. */
async function buildIfStale() {
  if (!existsSync(new URL('../src/cli/rostra.ts', import.meta.url))) return
  const { isFresh } = await import('../scripts/build/stamp.js')
  if (isFresh(root)) return
  const { build } = await import('../scripts/build.js')
  await build()
}

try {
  checkNode()
  // Where nothing was installed, this says so before a stack does.
  module.createRequire(import.meta.url).resolve('commander')
  await buildIfStale()
} catch (error) {
  if (error?.code !== 'MODULE_NOT_FOUND' && error?.code !== 'ERR_MODULE_NOT_FOUND') throw error
  refuse(`${error.message.split('\n')[0]}. Run \`npm ci\` first.`)
}
if (!existsSync(entry)) refuse('there is no build. Run `npm run build`.')
module.enableCompileCache?.()
await import(entry.href)
