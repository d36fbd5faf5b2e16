import { mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { randomToken } from '#base/ids.ts'
import { DAY } from '#base/time.ts'
import type { Message } from './message.ts'
import type { KeptMail, MailFolder } from './model.ts'
import { headersOf, headOf, openMail } from './reading.ts'

/** How many mails are kept, and for how long. */
export const MOST_KEPT = 500
export const KEPT_FOR = 30 * DAY

const NAME = /^(\d{4}-\d\d-\d\dT\d\d)-(\d\d)-(\d\d)-(\d{3})Z-[\w-]{1,40}\.eml$/
const HEAD_BYTES = 8192

/** The moment that a name tells; undefined for a file that is no mail of ours. */
function momentOf(name: string): number | undefined {
  const [, hour, minute, second, rest] = NAME.exec(name) ?? []
  const moment = Date.parse(`${hour}:${minute}:${second}.${rest}Z`)
  return Number.isNaN(moment) ? undefined : moment
}

const nameAt = (now: number): string =>
  `${new Date(now).toISOString().replace(/[:.]/g, '-')}-${randomToken(6)}.eml`

/** A folder in which mails lie as files that nobody but the owner of the process reads. */
export interface OpenFolder extends MailFolder {
  /** Puts a mail in, and takes out what is too old or too much. */
  put(message: Message, now: number): Promise<void>
}

/** The folder at a path, made when the first mail comes. */
export function mailFolder(path: string): OpenFolder {
  return {
    path,
    list: () => list(path),
    read: async name => {
      const at = momentOf(name)
      const bytes = at === undefined ? undefined : await readFile(join(path, name)).catch(noFile)
      return bytes && { name, at: at as number, ...openMail(bytes) }
    },
    put: async (message, now) => {
      await mkdir(path, { recursive: true, mode: 0o700 })
      const file = join(path, nameAt(now))
      // Under its name it is there as a whole or not at all.
      await writeFile(`${file}.part`, message.bytes, { mode: 0o600, flag: 'wx' })
      await rename(`${file}.part`, file)
      await clear(path, now)
    },
  }
}

function noFile(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}

/** Names of mails, the latest first. */
async function namesIn(path: string): Promise<string[]> {
  const names = (await readdir(path).catch(noFile)) ?? []
  return names
    .filter(name => momentOf(name) !== undefined)
    .sort()
    .reverse()
}

async function clear(path: string, now: number): Promise<void> {
  const names = await namesIn(path)
  const old = names.filter((name, index) => index >= MOST_KEPT || now - (momentOf(name) ?? now) > KEPT_FOR)
  for (const name of old) await rm(join(path, name), { force: true })
}

async function list(path: string): Promise<KeptMail[]> {
  const mails: KeptMail[] = []
  for (const name of await namesIn(path)) {
    const head = await beginningOf(join(path, name))
    if (head === undefined) continue
    const { to, subject } = headOf(headersOf(head))
    mails.push({ name, at: momentOf(name) ?? 0, to, subject })
  }
  return mails
}

/** The beginning of a file, in which its headers are; undefined where it was taken out meanwhile. */
async function beginningOf(file: string): Promise<Buffer | undefined> {
  const handle = await open(file).catch(noFile)
  if (!handle) return undefined
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}
