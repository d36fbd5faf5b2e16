import type { IncomingMessage } from 'node:http'
import { type Duplex, pipeline, type Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { Failure } from './failure.ts'

/** The most bytes of a page, as they come and unpacked. */
export const MAX_BYTES = 4 * 2 ** 20

const UNPACK: Readonly<Record<string, () => Duplex>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
}

/** Passes bytes on until there are too many. Throws `too-large`. */
async function* limited(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let bytes = 0
  for await (const chunk of source) {
    bytes += chunk.length
    if (bytes > MAX_BYTES) throw new Failure('too-large')
    yield chunk
  }
}

/**
 * The body of an answer, unpacked, of up to `MAX_BYTES`; the connection is ended when there is more. Throws a `Failure`:
 * `too-large`, `slow` when the signal came first, `broken` for what breaks off or is packed in a way that is not known.
 */
export async function readBody(answer: IncomingMessage, signal: AbortSignal): Promise<Buffer> {
  const packing = (answer.headers['content-encoding'] ?? '').trim().toLowerCase()
  const isPlain = packing === '' || packing === 'identity'
  if (!isPlain && !Object.hasOwn(UNPACK, packing)) throw new Failure('broken')
  if (Number(answer.headers['content-length'] ?? 0) > MAX_BYTES) throw new Failure('too-large')
  // What goes wrong is thrown where the last of them is read.
  const unpacked: Readable = isPlain ? answer : pipeline(answer, limited, UNPACK[packing]!(), () => undefined)
  const chunks: Buffer[] = []
  try {
    for await (const chunk of limited(unpacked)) chunks.push(chunk)
  } catch (error) {
    if (error instanceof Failure) throw error
    throw new Failure(signal.aborted ? 'slow' : 'broken', error)
  }
  return Buffer.concat(chunks)
}
