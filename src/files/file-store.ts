import type { Readable } from 'node:stream'
import { someRandomBytes } from '#base/ids.ts'

/** What is put into a store: bytes, or a file on this machine, which may be moved away. */
export type Content = { readonly bytes: Uint8Array } | { readonly path: string }

/** A stored file that is being read. */
export interface OpenFile {
  readonly size: number
  readonly stream: Readable
}

/** Where files lie: each under a name that was drawn for it, never changed, whole or not there at all. */
export interface FileStore {
  /** The place in words, for the operator. */
  readonly place: string
  /** Stores a file; when this resolves it outlives a power cut. A name is given once. */
  put(name: string, content: Content): Promise<void>
  /** A file to read, or null. Whoever opens it reads it to its end or destroys the stream. */
  open(name: string): Promise<OpenFile | null>
  has(name: string): Promise<boolean>
  /** Removes a file; nothing happens where there is none. */
  remove(name: string): Promise<void>
}

const NAME_BYTES = 16
const NAME = /^[0-9a-f]{32}$/

/** A name that no stored file has. */
export const drawFileName = (): string => someRandomBytes(NAME_BYTES).toString('hex')

/** Throws a `RangeError` for what was not drawn by `drawFileName`: no name of anybody else's becomes a path. */
export function mustBeFileName(name: string): void {
  if (!NAME.test(name)) throw new RangeError('No name of a stored file.')
}
