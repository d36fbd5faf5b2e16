import { join } from 'node:path'
import { diskStore } from './disk.ts'
import type { FileStore } from './file-store.ts'
import { type S3Options, s3Store } from './s3.ts'

/** Where files are kept, and where they lie while they come in. */
export interface Files {
  readonly store: FileStore
  /** A folder of this machine, on the same disk as the store where that is a folder too. */
  readonly incoming: string
  /** The largest file that is taken, in bytes. */
  readonly largest: number
}

/** What the operator set about files. */
export interface FileOptions {
  /** The folder of the forum's data. */
  readonly data: string
  readonly uploadBytes: number
  readonly s3Url: string | undefined
  readonly s3Key: string | undefined
  readonly s3Secret: string | undefined
  readonly s3Region: string
}

/** Where files are kept by what the operator set: in `files` below the data, or in an S3-compatible store. */
export function openFiles(options: FileOptions): Files {
  const folder = join(options.data, 'files')
  const s3 = s3Of(options)
  return {
    store: s3 ? s3Store(s3) : diskStore(folder),
    incoming: join(folder, 'incoming'),
    largest: options.uploadBytes,
  }
}

function s3Of({ s3Url: url, s3Key: key, s3Secret: secret, s3Region: region }: FileOptions): S3Options | null {
  if (url === undefined) return null
  if (key === undefined || secret === undefined)
    throw new Error('ROSTRA_S3_URL needs ROSTRA_S3_KEY and ROSTRA_S3_SECRET beside it.')
  return { url, key, secret, region }
}
