import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rostra } from '../program.ts'
import type { Stage } from './stage.ts'

/** A copy of the forum in a folder of its own, for a second server. */
export async function withCopy<T>(stage: Stage, work: (data: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'rostra-bench-copy-'))
  try {
    const file = join(folder, 'copy.sqlite')
    const data = join(folder, 'data')
    await rostra(stage.data, ['backup', file])
    await rostra(data, ['restore', file])
    return await work(data)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
