/**
 * `npm test`: finds a browser, builds, runs every test and ends with the counts. Arguments go on to vitest, so
 * `npm test -- src/store` runs the tests below that folder. Which PostgreSQL is used, `tests/support/setup.ts` says.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findChromium, installChromium } from './test/chromium.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const WITHOUT_BROWSER = `
**************************************************************************
  The browser tests did NOT run: there is no Chromium on this machine.
  Install one, or name its path in the variable CHROMIUM.
**************************************************************************`

/** Runs vitest and returns its exit code and its counts; all zero and a failure when it did not come to an end. */
function runTests(projects, environment) {
  const folder = mkdtempSync(join(tmpdir(), 'rostra-counts-'))
  const report = join(folder, 'report.json')
  const projectFlags = projects.map(project => `--project=${project}`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const { status } = spawnSync(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', ...projectFlags, ...reporters, ...process.argv.slice(2)],
    { cwd: root, stdio: 'inherit', env: environment },
  )
  const counts = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined
  rmSync(folder, { recursive: true })
  return { status: status ?? 1, counts }
}

/** Failed tests, and at least one where a file failed before its tests, or the run ended badly without naming any. */
function failures(status, counts) {
  const named = counts?.numFailedTests ?? 0
  const files =
    counts?.testResults.filter(file => file.status === 'failed' && file.assertionResults.length === 0) ?? []
  return Math.max(named + files.length, status === 0 ? 0 : 1)
}

const chromium = findChromium() ?? installChromium()
console.log(`Node: ${process.version}`)
console.log(`Browser: ${chromium ?? 'none'}`)
if (existsSync(join(root, 'src/cli/rostra.ts'))) {
  const { build } = await import('./build.js')
  await build()
}
const projects = chromium ? ['unit', 'browser'] : ['unit']
const environment = { ...process.env, ...(chromium ? { CHROMIUM: chromium } : {}) }
const { status, counts } = runTests(projects, environment)
if (!chromium) console.log(WITHOUT_BROWSER)
const skipped = (counts?.numPendingTests ?? 0) + (counts?.numTodoTests ?? 0)
if (skipped > 0) console.log(`skipped: ${skipped}`)
console.log(`tests: ${counts?.numPassedTests ?? 0} passed, ${failures(status, counts)} failed`)
process.exitCode = status
