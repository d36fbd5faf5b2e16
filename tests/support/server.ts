import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { freePort } from './port.ts'

/** A server as an operator runs it: the built program, a process and a data folder of its own. */
export interface TestServer {
  /** Where it answers, e.g. `http://127.0.0.1:40123`. */
  site: string
  /** Its data folder. */
  data: string
  /** Runs `rostra …` on the same data; → what it printed. Rejects when it ends with an error. */
  rostra(...words: string[]): Promise<string>
  /** What the server wrote to standard error so far. */
  log(): string
  /** What it printed so far: its address, and the set-up link while nobody administers it. */
  output(): string
  /** Ends the process as `kill` does, waits for it, removes the data folder. */
  stop(): Promise<void>
}

const PROGRAM = join(import.meta.dirname, '..', '..', 'bin', 'rostra.js')
const PATIENCE = 20_000
const run = promisify(execFile)

async function answers(site: string, process: ChildProcess, log: () => string): Promise<void> {
  const deadline = Date.now() + PATIENCE
  while (Date.now() < deadline) {
    if (process.exitCode !== null) throw new Error(`the server ended with ${process.exitCode}:\n${log()}`)
    try {
      await fetch(site, { redirect: 'manual' })
      return
    } catch {
      await new Promise(resolve => setTimeout(resolve, 50))
    }
  }
  throw new Error(`the server did not answer within ${PATIENCE / 1000} s:\n${log()}`)
}

async function end(process: ChildProcess): Promise<void> {
  if (process.exitCode !== null || process.signalCode !== null) return
  const ended = once(process, 'exit')
  process.kill('SIGTERM')
  const grace = setTimeout(() => process.kill('SIGKILL'), PATIENCE)
  await ended
  clearTimeout(grace)
}

/**
 * Starts the real program on a free port with an empty data folder, and waits until it answers. `prepare` may fill the
 * folder before, by commands; `environment` adds to the variables; `host` is what readers call it, who have passkeys for
 * `localhost` alone where there is no certificate.
 */
export async function startServer(
  options: {
    environment?: Record<string, string>
    prepare?: (rostra: TestServer['rostra'], data: string) => Promise<void>
    host?: '127.0.0.1' | 'localhost'
  } = {},
): Promise<TestServer> {
  const data = await mkdtemp(join(tmpdir(), 'rostra-server-'))
  const port = await freePort()
  const host = options.host ?? '127.0.0.1'
  const site = `http://${host}:${port}`
  const { PATH, HOME, TMPDIR } = process.env
  const env = {
    ...{ PATH, HOME, TMPDIR },
    NODE_ENV: 'production',
    PORT: String(port),
    HOST: host,
    ROSTRA_URL: site,
    ROSTRA_DATA: data,
    ...options.environment,
  }
  const rostra = async (...words: string[]) =>
    (await run(process.execPath, [PROGRAM, ...words], { env })).stdout
  await options.prepare?.(rostra, data)
  const child = spawn(process.execPath, [PROGRAM, 'serve'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let written = ''
  let printed = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    written += text
  })
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text
  })
  const log = () => written
  const stop = async () => {
    await end(child)
    await rm(data, { recursive: true, force: true })
  }
  try {
    await answers(site, child, log)
  } catch (error) {
    await stop()
    throw error
  }
  return { site, data, rostra, log, output: () => printed, stop }
}
