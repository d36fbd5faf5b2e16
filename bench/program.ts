import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { get } from 'node:http'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { freePort } from '../tests/support/port.ts'

const PROGRAM = join(import.meta.dirname, '..', 'bin', 'rostra.js')
const PATIENCE = 30_000
const BETWEEN_ATTEMPTS = 2
const run = promisify(execFile)

/** The built program as a process that serves. */
export interface Program {
  readonly site: string
  readonly port: number
  readonly pid: number
  /** Milliseconds from the start of the process to the first page. */
  readonly started: number
  /** What it wrote to standard error. */
  log(): string
  /** Ends it at once, as a power cut would end the process. */
  kill(): Promise<void>
  /** Ends it as an operator does. */
  stop(): Promise<void>
}

/** The environment of a process on a data folder, and nothing of ours that would change what it does. */
function environmentOf(data: string, more: Record<string, string>): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR } = process.env
  return {
    ...{ PATH, HOME, TMPDIR },
    NODE_ENV: 'production',
    ROSTRA_DATA: data,
    ROSTRA_LOG: 'error',
    // Load comes from many networks, as readers do; the limits of one network would stop it.
    ROSTRA_TRUSTED_PROXIES: '1',
    ...more,
  }
}

/** Runs `rostra …` on a data folder; → what it printed. `input` is what it reads from standard input. */
export async function rostra(
  data: string,
  words: readonly string[],
  { input = '', environment = {} }: { input?: string; environment?: Record<string, string> } = {},
): Promise<string> {
  const env = environmentOf(data, environment)
  const running = run(process.execPath, [PROGRAM, ...words], { env, maxBuffer: 2 ** 28 })
  running.child.stdin?.end(input)
  return (await running).stdout
}

/** Starts the built program on a data folder and waits for its first page. Throws an `Error` when it ends instead. */
export async function startProgram(
  data: string,
  { path = '/', environment = {} }: { path?: string; environment?: Record<string, string> } = {},
): Promise<Program> {
  const port = await freePort()
  const site = `http://127.0.0.1:${port}`
  const env = environmentOf(data, {
    PORT: String(port),
    HOST: '127.0.0.1',
    ROSTRA_URL: site,
    ...environment,
  })
  const before = performance.now()
  const child = spawn(process.execPath, [PROGRAM, 'serve'], { env, stdio: ['ignore', 'ignore', 'pipe'] })
  let written = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    written += text
  })
  const log = (): string => written
  try {
    await firstPage(child, site + path, log)
  } catch (error) {
    child.kill('SIGKILL')
    throw error
  }
  const end = (signal: NodeJS.Signals) => () => ended(child, signal)
  const started = performance.now() - before
  return { site, port, pid: child.pid as number, started, log, kill: end('SIGKILL'), stop: end('SIGTERM') }
}

async function firstPage(child: ChildProcess, url: string, log: () => string): Promise<void> {
  const deadline = performance.now() + PATIENCE
  while (performance.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}:\n${log()}`)
    if ((await statusOf(url)) === 200) return
    await new Promise(resolve => setTimeout(resolve, BETWEEN_ATTEMPTS))
  }
  throw new Error(`no page at ${url} within ${PATIENCE / 1000} s:\n${log()}`)
}

/** The status at an address after the whole answer has come; undefined when nobody answers. */
function statusOf(url: string): Promise<number | undefined> {
  return new Promise(resolve => {
    get(url, { agent: false }, response => {
      response.resume().on('end', () => resolve(response.statusCode))
    }).on('error', () => resolve(undefined))
  })
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill(signal)
  const late = setTimeout(() => child.kill('SIGKILL'), PATIENCE)
  await gone
  clearTimeout(late)
}

/** Megabytes (2²⁰ bytes) of a process that lie in memory now, and at most so far. Linux only. */
export function memoryOf(pid: number): { now: number; peak: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const kilobytes = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1])
  return { now: kilobytes('VmRSS') / 1024, peak: kilobytes('VmHWM') / 1024 }
}

/** Milliseconds of processor time that a process has taken so far, in all its threads. Linux only. */
export function processorTimeOf(pid: number): number {
  const threads = readdirSync(`/proc/${pid}/task`)
  const nanoseconds = threads.map(thread => {
    const [busy = '0'] = readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')
    return Number(busy)
  })
  return nanoseconds.reduce((sum, each) => sum + each, 0) / 1e6
}
