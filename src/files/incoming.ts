import { createHash } from 'node:crypto'
import { mkdir, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { syncAndClose } from './disk.ts'
import { drawFileName } from './file-store.ts'

/** A file that came in and lies beside the others until it is known what becomes of it. */
export interface Received {
  readonly path: string
  /** SHA-256 of its bytes, in hex. */
  readonly hash: string
  readonly size: number
}

/** Writes a stream to a file of its own, piece by piece; no more of it is held than a piece. */
export async function receive(folder: string, bytes: Readable): Promise<Received> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, drawFileName())
  const file = await open(path, 'wx', 0o600)
  const hash = createHash('sha256')
  let size = 0
  try {
    for await (const piece of bytes) {
      const part = piece as Buffer
      hash.update(part)
      size += part.length
      await file.write(part)
    }
  } catch (error) {
    await file.close()
    await discard({ path })
    throw error
  }
  await syncAndClose(file)
  return { path, hash: hash.digest('hex'), size }
}

/** Throws what came in away; nothing happens where it has gone its way. */
export async function discard({ path }: Pick<Received, 'path'>): Promise<void> {
  await rm(path, { force: true })
}
