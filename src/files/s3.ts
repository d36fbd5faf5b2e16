import { createHash } from 'node:crypto'
import { createReadStream, openAsBlob } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { AwsClient } from 'aws4fetch'
import { sha256 } from '#base/ids.ts'
import { SECOND } from '#base/time.ts'
import { type Content, type FileStore, mustBeFileName } from './file-store.ts'

/** How an S3-compatible store is reached. */
export interface S3Options {
  /** The address of the bucket, and of a folder in it: `https://s3.example/bucket/folder`. */
  readonly url: string
  readonly key: string
  readonly secret: string
  readonly region: string
  /** Milliseconds that the store may be silent; a minute unless told otherwise. */
  readonly patience?: number
}

/** How long the store may be silent. */
const PATIENCE = 60 * SECOND
/** What is sent takes longer the more it is: at least so many bytes in a millisecond go through. */
const SLOWEST = 64
const TYPE = 'application/octet-stream'

/**
 * Files in a store that speaks S3 (signature version 4). The operator names its host, so it is asked wherever it is. Throws an
 * `Error` with the status when the store refuses.
 */
export function s3Store(options: S3Options): FileStore {
  const base = options.url.replace(/\/+$/, '')
  const { patience = PATIENCE } = options
  const ask = askerOf(base, { ...options, patience })
  return {
    place: base,
    put: async (name, content) => {
      const response = await ask('PUT', name, await sendingOf(content))
      await finish(response, 'PUT')
      if (!response.ok) throw new Error('The store of files knows no such bucket.')
    },
    open: async name => {
      const silence = silenceOf(patience)
      const response = await ask('GET', name, undefined, silence)
      if (!response.ok || !response.body) {
        await finish(response, 'GET')
        return null
      }
      const stream = Readable.from(piecesOf(response.body as ReadableStream<Uint8Array>, silence), {
        objectMode: false,
      })
      // Nobody reads on: what the store still sends is not waited for.
      stream.once('close', silence.end)
      return { size: Number(response.headers.get('content-length')), stream }
    },
    has: async name => {
      const response = await ask('HEAD', name)
      await finish(response, 'HEAD')
      return response.ok
    },
    remove: async name => finish(await ask('DELETE', name), 'DELETE'),
  }
}

/** What is sent, never in memory as a whole where it is a file of this machine. */
interface Sending {
  readonly body: Blob
  readonly hash: string
}

async function sendingOf(content: Content): Promise<Sending> {
  if ('bytes' in content)
    return { body: new Blob([new Uint8Array(content.bytes)]), hash: sha256(Buffer.from(content.bytes)) }
  const hash = createHash('sha256')
  await pipeline(createReadStream(content.path), hash)
  return { body: await openAsBlob(content.path), hash: hash.digest('hex') }
}

/** Breaks a request off when nothing came for too long. */
interface Silence {
  readonly signal: AbortSignal
  /** Waits for what comes next, and no longer than is borne. */
  during<T>(next: Promise<T>): Promise<T>
  end(): void
}

function silenceOf(most: number): Silence {
  const control = new AbortController()
  return {
    signal: control.signal,
    during: next => {
      const timer = setTimeout(() => control.abort(new Error('The store of files fell silent.')), most)
      return next.finally(() => clearTimeout(timer))
    },
    end: () => control.abort(),
  }
}

/** What comes, piece by piece. While nobody asks for the next, no time is counted. */
async function* piecesOf(body: ReadableStream<Uint8Array>, silence: Silence): AsyncGenerator<Uint8Array> {
  const reader = body.getReader()
  for (;;) {
    const { done, value } = await silence.during(reader.read())
    if (done) return
    yield value
  }
}

/** Makes signed requests for the files of a bucket. */
function askerOf(base: string, { key, secret, region, patience }: S3Options & { patience: number }) {
  const client = new AwsClient({
    ...{ accessKeyId: key, secretAccessKey: secret, service: 's3' },
    ...{ region, retries: 0 },
  })
  return async (method: string, name: string, sending?: Sending, silence?: Silence): Promise<Response> => {
    mustBeFileName(name)
    const given = sending && {
      body: sending.body,
      headers: { 'content-type': TYPE, 'x-amz-content-sha256': sending.hash },
    }
    const signed = await client.sign(`${base}/${name}`, { method, ...given, aws: { allHeaders: true } })
    const held = silence ?? silenceOf(patience + (sending?.body.size ?? 0) / SLOWEST)
    // biome-ignore lint/style/noRestrictedGlobals: the operator names this host, no member ever does.
    return held.during(fetch(signed, { redirect: 'error', signal: held.signal }))
  }
}

async function finish(response: Response, what: string): Promise<void> {
  await response.body?.cancel()
  if (!response.ok && response.status !== 404)
    throw new Error(`The store of files answered ${response.status} to ${what}.`)
}
