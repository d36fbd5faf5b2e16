import { spawn } from 'node:child_process'
import { type Figure, middle } from '../figures.ts'
import type { Part } from '../part.ts'
import { startProgram } from '../program.ts'
import { withCopy } from '../stage/copy.ts'
import { spreadOf } from '../statistics.ts'

const START_MS = 1000

/** From the start of the process to the end of the first page, the program built; beside Node doing nothing. */
export const startToFirstPage: Part = (stage, { rounds }) =>
  withCopy(stage, async (data): Promise<Figure[]> => {
    const starts: number[] = []
    const bare: number[] = []
    for (let round = 0; round <= rounds; round++) {
      bare.push(await bareStart())
      const program = await startProgram(data, { path: stage.thread.path })
      starts.push(program.started)
      await program.stop()
    }
    const counted = (times: number[]) => spreadOf(times.slice(1))
    return [
      middle('start to the first thread page', 'ms', counted(starts), { most: START_MS }),
      middle('  node starting and ending', 'ms', counted(bare)),
    ]
  })

function bareStart(): Promise<number> {
  const before = performance.now()
  return new Promise((resolve, reject) => {
    spawn(process.execPath, ['--eval', ''], { stdio: 'ignore' })
      .on('error', reject)
      .on('exit', () => resolve(performance.now() - before))
  })
}
