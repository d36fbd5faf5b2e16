/**
 * `npm run limits`: keeps files and functions small, and refuses the habits that let a code base rot. Prints one line for
 * each finding; fails when there is an error, never for a warning.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import ts from 'typescript'

const FILE = { warn: 300, fail: 400 }
const TEST_FILE = { warn: 500, fail: 500 }
const FUNCTION = { warn: 40, fail: 60 }
const CODE = /\.(ts|js|cjs|mjs|css)$/
const SCRIPT = /\.(ts|js|cjs|mjs)$/
const SKIPPED = /(^|\/)(node_modules|dist|fixtures)\//
const CATCH_ALL_NAME = /^(utils?|helpers?|misc|common|shared)(\.|$)/i
// Built from halves, so that this file does not accuse itself.
const BANNED_TEXT = [
  [new RegExp(`\\b(TO${'DO'}|FIX${'ME'}|XX${'X'}|HA${'CK'})\\b`), 'unfinished work is not committed'],
  [new RegExp(`\\bMath\\.${'random'}\\(`), 'use node:crypto for secrets, a seeded generator for samples'],
]

const findings = []
const report = (level, file, line, text) => findings.push({ level, file, line, text })

/** Compares a length with its limits and reports it. */
function judge(limits, lines, file, line, what) {
  if (lines > limits.fail)
    report('error', file, line, `${what} has ${lines} lines; the limit is ${limits.fail}`)
  else if (lines > limits.warn)
    report('warning', file, line, `${what} has ${lines} lines; aim below ${limits.warn}`)
}

/** A name to print for a function: its own, or that of the variable, property or call it is given to. */
function nameOf(node) {
  if (node.name) return node.name.getText()
  const { parent } = node
  if (parent && 'name' in parent && parent.name) return parent.name.getText()
  if (parent && ts.isCallExpression(parent)) return `${parent.expression.getText().slice(0, 40)}(…)`
  return 'function'
}

/** A callback handed to `describe` groups tests; it is not a unit of work. */
function groupsTests(node) {
  const { parent } = node
  return (
    parent !== undefined &&
    ts.isCallExpression(parent) &&
    /^(describe|suite)\b|^describe\./.test(parent.expression.getText())
  )
}

/** Measures every function below `node`; a function inside another counts for both. */
function measureFunctions(node, source, file) {
  if (ts.isFunctionLike(node) && 'body' in node && node.body && !groupsTests(node)) {
    const first = source.getLineAndCharacterOfPosition(node.getStart(source)).line
    const last = source.getLineAndCharacterOfPosition(node.getEnd()).line
    judge(FUNCTION, last - first + 1, file, first + 1, `\`${nameOf(node)}\``)
  }
  ts.forEachChild(node, child => measureFunctions(child, source, file))
}

const isReExport = statement => ts.isExportDeclaration(statement) && statement.moduleSpecifier !== undefined

/** Default exports, and files that do nothing but pass on what others export. */
function checkExports(source, file) {
  for (const statement of source.statements) {
    const isDefault =
      (ts.isExportAssignment(statement) && !statement.isExportEquals) ||
      statement.modifiers?.some(modifier => modifier.kind === ts.SyntaxKind.DefaultKeyword)
    if (!isDefault || file.endsWith('.config.ts')) continue
    const { line } = source.getLineAndCharacterOfPosition(statement.getStart(source))
    report('error', file, line + 1, 'a default export has no name to search for')
  }
  const barrel = source.statements.length > 0 && source.statements.every(isReExport)
  if (barrel && file !== 'src/plugin-api.ts')
    report('error', file, 1, 'a file that only re-exports hides the ladder')
}

/** Reads one file and reports all there is to say about it. */
function checkFile(file) {
  const text = readFileSync(file, 'utf8')
  const lines = text.split('\n')
  if (lines.at(-1) === '') lines.pop()
  judge(file.includes('.test.') ? TEST_FILE : FILE, lines.length, file, 1, 'the file')
  if (CATCH_ALL_NAME.test(basename(file))) report('error', file, 1, 'name the file after what it does')
  for (const [index, line] of lines.entries()) {
    for (const [pattern, why] of BANNED_TEXT) if (pattern.test(line)) report('error', file, index + 1, why)
  }
  if (!SCRIPT.test(file)) return
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  measureFunctions(source, source, file)
  checkExports(source, file)
}

/** Files under version control and new ones, as git lists them; without git there is nothing to judge. */
function listFiles(paths) {
  const listed = execFileSync('git', ['ls-files', '-z', '-c', '-o', '--exclude-standard', '--', ...paths], {
    encoding: 'utf8',
  })
  return [...new Set(listed.split('\0'))].filter(file => CODE.test(file) && !SKIPPED.test(file))
}

function main() {
  const files = listFiles(process.argv.slice(2))
  for (const file of files) {
    try {
      checkFile(file)
    } catch (error) {
      // Deleted in the work tree, not yet in the index.
      if (error.code !== 'ENOENT') throw error
    }
  }
  for (const { level, file, line, text } of findings) console.log(`${file}:${line}: ${level}: ${text}`)
  const errors = findings.filter(finding => finding.level === 'error').length
  console.log(`limits: ${files.length} files, ${errors} errors, ${findings.length - errors} warnings`)
  process.exitCode = errors > 0 ? 1 : 0
}

main()
