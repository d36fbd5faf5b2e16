import { basename } from 'node:path'
import ts from 'typescript'

const FILE = { warn: 300, fail: 400 }
const TEST_FILE = { warn: 500, fail: 500 }
const FUNCTION = { warn: 40, fail: 60 }
const SCRIPT = /\.(ts|js|cjs|mjs)$/
/** What others import on purpose: the doors of a package (of its sources, and of folders beside them), and that of the plugins. */
const DOOR =
  /^packages\/([^/]+)\/src\/\1\.ts$|^packages\/[^/]+\/(?!src\/)([^/]+)\/\2\.ts$|^src\/plugin-api\.ts$/
const CATCH_ALL_NAME = /^(utils?|helpers?|misc|common|shared)(\.|$)/i
// Built from halves, so that this file does not accuse itself.
const BANNED_TEXT = [
  [new RegExp(`\\b(TO${'DO'}|FIX${'ME'}|XX${'X'}|HA${'CK'})\\b`), 'unfinished work is not committed'],
  [new RegExp(`\\bMath\\.${'random'}\\(`), 'use node:crypto for secrets, a seeded generator for samples'],
]

/** Compares a length with its limits and reports it. */
function judge(report, limits, lines, line, what) {
  if (lines > limits.fail) report('error', line, `${what} has ${lines} lines; the limit is ${limits.fail}`)
  else if (lines > limits.warn)
    report('warning', line, `${what} has ${lines} lines; aim below ${limits.warn}`)
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
function measureFunctions(node, source, report) {
  if (ts.isFunctionLike(node) && 'body' in node && node.body && !groupsTests(node)) {
    const first = source.getLineAndCharacterOfPosition(node.getStart(source)).line
    const last = source.getLineAndCharacterOfPosition(node.getEnd()).line
    judge(report, FUNCTION, last - first + 1, first + 1, `\`${nameOf(node)}\``)
  }
  ts.forEachChild(node, child => measureFunctions(child, source, report))
}

const isReExport = statement => ts.isExportDeclaration(statement) && statement.moduleSpecifier !== undefined

/** Default exports, and files that do nothing but pass on what others export. */
function checkExports(source, file, report) {
  for (const statement of source.statements) {
    const isDefault =
      (ts.isExportAssignment(statement) && !statement.isExportEquals) ||
      statement.modifiers?.some(modifier => modifier.kind === ts.SyntaxKind.DefaultKeyword)
    if (!isDefault || file.endsWith('.config.ts')) continue
    const { line } = source.getLineAndCharacterOfPosition(statement.getStart(source))
    report('error', line + 1, 'a default export has no name to search for')
  }
  const barrel = source.statements.length > 0 && source.statements.every(isReExport)
  if (barrel && !DOOR.test(file)) report('error', 1, 'a file that only re-exports hides the ladder')
}

/** A file's path and text → all there is to say: `{ level: 'error' | 'warning', line, text }`. */
export function findingsIn(file, text) {
  const findings = []
  const report = (level, line, why) => findings.push({ level, line, text: why })
  const lines = text.split('\n')
  if (lines.at(-1) === '') lines.pop()
  judge(report, file.includes('.test.') ? TEST_FILE : FILE, lines.length, 1, 'the file')
  if (CATCH_ALL_NAME.test(basename(file))) report('error', 1, 'name the file after what it does')
  for (const [index, line] of lines.entries()) {
    for (const [pattern, why] of BANNED_TEXT) if (pattern.test(line)) report('error', index + 1, why)
  }
  if (!SCRIPT.test(file)) return findings
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  measureFunctions(source, source, report)
  checkExports(source, file, report)
  return findings
}
