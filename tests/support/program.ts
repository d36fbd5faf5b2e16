import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'

/** What a command of the built program came to. */
export interface Outcome {
  code: number | null
  stdout: string
  stderr: string
}

/** The built program; it builds itself when the sources have changed. */
export const PROGRAM = join(import.meta.dirname, '..', '..', 'bin', 'rostra.js')

/**
 * Runs `rostra …` to its end, whatever it is. `environment` stands beside what node itself needs, and nothing else does;
 * `input` is what it reads from standard input.
 */
export async function runProgram(
  words: readonly string[],
  { environment = {}, input = '' }: { environment?: Record<string, string>; input?: string } = {},
): Promise<Outcome> {
  const { PATH, HOME, TMPDIR } = process.env
  const found = Object.entries({ PATH, HOME, TMPDIR }).filter(([, value]) => value !== undefined)
  const env = { ...Object.fromEntries(found), ...environment }
  const child = spawn(process.execPath, [PROGRAM, ...words], { env, stdio: 'pipe' })
  // A program that ends without reading its input closes the pipe; that is its right.
  child.stdin.on('error', () => undefined).end(input)
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  return { code: child.exitCode, stdout, stderr }
}
