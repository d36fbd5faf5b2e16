/**
 * `npm run limits`: keeps files and functions small, and refuses the habits that let a code base rot. Prints one line for
 * each finding; fails when there is an error, never for a warning.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { findingsIn } from './check-lengths/limits.js'

const CODE = /\.(ts|js|cjs|mjs|css)$/
const SKIPPED = /(^|\/)(node_modules|dist|fixtures)\//

/** Code under version control and new code, as git lists it below the given paths. */
function listFiles(paths) {
  const args = ['ls-files', '-z', '-c', '-o', '--exclude-standard', '--', ...paths]
  const listed = execFileSync('git', args, { encoding: 'utf8' }).split('\0')
  // A file that was deleted stays in the index until the commit.
  return [...new Set(listed)].filter(file => CODE.test(file) && !SKIPPED.test(file) && existsSync(file))
}

const files = listFiles(process.argv.slice(2))
const findings = files.flatMap(file =>
  findingsIn(file, readFileSync(file, 'utf8')).map(each => ({ ...each, file })),
)
for (const { level, file, line, text } of findings) console.log(`${file}:${line}: ${level}: ${text}`)
const errors = findings.filter(finding => finding.level === 'error').length
console.log(`limits: ${files.length} files, ${errors} errors, ${findings.length - errors} warnings`)
process.exitCode = errors > 0 ? 1 : 0
