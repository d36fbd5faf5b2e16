import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type Content, type FileStore, mustBeFileName } from './file-store.ts'

const ONLY_OWNER = 0o600
const ONLY_OWNER_FOLDER = 0o700

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT'

/**
 * Files in a folder of this machine, a few in each folder below it. A file is written beside, brought to the disk and then
 * named, so that a process that is killed leaves no half of one.
 */
export function diskStore(folder: string): FileStore {
  const folderOf = (name: string): string => join(folder, name.slice(0, 2))
  const pathOf = (name: string): string => {
    mustBeFileName(name)
    return join(folderOf(name), name)
  }
  return {
    place: folder,
    put: async (name, content) => {
      const path = pathOf(name)
      await mkdir(folderOf(name), { recursive: true, mode: ONLY_OWNER_FOLDER })
      await rename(await written(`${path}.part`, content), path)
      await syncFolder(folderOf(name))
    },
    open: async name => {
      try {
        const file = await open(pathOf(name), 'r')
        return { size: (await file.stat()).size, stream: file.createReadStream() }
      } catch (error) {
        if (isMissing(error)) return null
        throw error
      }
    },
    has: async name => {
      try {
        return (await stat(pathOf(name))).isFile()
      } catch (error) {
        if (isMissing(error)) return false
        throw error
      }
    },
    remove: name => rm(pathOf(name), { force: true }),
  }
}

/** Content as a file beside its place; → where. */
async function written(path: string, content: Content): Promise<string> {
  if ('path' in content) {
    const file = await open(content.path, 'r+')
    await syncAndClose(file)
    return content.path
  }
  const file = await open(path, 'w', ONLY_OWNER)
  try {
    await file.writeFile(content.bytes)
  } finally {
    await syncAndClose(file)
  }
  return path
}

/** Brings a file to the disk. */
export async function syncAndClose(file: FileHandle): Promise<void> {
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Brings the names in a folder to the disk, where the system lets a folder be opened. */
async function syncFolder(folder: string): Promise<void> {
  const opened = await open(folder, 'r').catch(() => null)
  if (!opened) return
  await opened.sync().catch(() => undefined)
  await opened.close()
}

/** Removes what was on its way in and stayed in a folder since before a moment (epoch ms); → how many. */
export async function clearIncoming(folder: string, before: number): Promise<number> {
  const names = await readdir(folder).catch(() => [])
  let count = 0
  for (const name of names) {
    const path = join(folder, name)
    const found = await stat(path).catch(() => null)
    if (!found?.isFile() || found.mtimeMs >= before) continue
    await rm(path, { force: true })
    count++
  }
  return count
}
