import { readFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { AwsClient } from 'aws4fetch'
import { sha256 } from '#base/ids.ts'
import { SECOND } from '#base/time.ts'
import { type FileStore, mustBeFileName } from './file-store.ts'

/** How an S3-compatible store is reached. */
export interface S3Options {
  /** The address of the bucket, and of a folder in it: `https://s3.example/bucket/folder`. */
  readonly url: string
  readonly key: string
  readonly secret: string
  readonly region: string
}

/** How long a request may take altogether. */
const LONGEST = 60 * SECOND
const TYPE = 'application/octet-stream'

/**
 * Files in a store that speaks S3 (signature version 4). The operator names its host, so it is asked wherever it is. Throws an
 * `Error` with the status when the store refuses.
 */
export function s3Store(options: S3Options): FileStore {
  const base = options.url.replace(/\/+$/, '')
  const ask = askerOf(base, options)
  return {
    place: base,
    put: async (name, content) => {
      const bytes = 'path' in content ? await readFile(content.path) : Buffer.from(content.bytes)
      const response = await ask('PUT', name, bytes)
      await finish(response, 'PUT')
      if (!response.ok) throw new Error('The store of files knows no such bucket.')
    },
    open: async name => {
      const response = await ask('GET', name)
      if (!response.ok || !response.body) {
        await finish(response, 'GET')
        return null
      }
      return {
        size: Number(response.headers.get('content-length')),
        stream: Readable.fromWeb(response.body as ReadableStream),
      }
    },
    has: async name => {
      const response = await ask('HEAD', name)
      await finish(response, 'HEAD')
      return response.ok
    },
    remove: async name => finish(await ask('DELETE', name), 'DELETE'),
  }
}

/** Makes signed requests for the files of a bucket. */
function askerOf(base: string, { key, secret, region }: S3Options) {
  const client = new AwsClient({
    ...{ accessKeyId: key, secretAccessKey: secret, service: 's3' },
    ...{ region, retries: 0 },
  })
  return async (method: string, name: string, body?: Buffer): Promise<Response> => {
    mustBeFileName(name)
    const given = body && {
      body: new Uint8Array(body),
      headers: { 'content-type': TYPE, 'x-amz-content-sha256': sha256(body) },
    }
    const signed = await client.sign(`${base}/${name}`, { method, ...given, aws: { allHeaders: true } })
    // biome-ignore lint/style/noRestrictedGlobals: the operator names this host, no member ever does.
    return fetch(signed, { redirect: 'error', signal: AbortSignal.timeout(LONGEST) })
  }
}

async function finish(response: Response, what: string): Promise<void> {
  await response.body?.cancel()
  if (!response.ok && response.status !== 404)
    throw new Error(`The store of files answered ${response.status} to ${what}.`)
}
