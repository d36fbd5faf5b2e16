import { createHmac } from 'node:crypto'
import { mkdtemp, readdir, stat, writeFile } from 'node:fs/promises'
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { AwsV4Signer } from 'aws4fetch'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { clearIncoming, diskStore } from './disk.ts'
import { drawFileName, type FileStore } from './file-store.ts'
import { openFiles } from './files.ts'
import { discard, receive } from './incoming.ts'
import { s3Store } from './s3.ts'

const KEY = { key: 'AKIATEST', secret: 'a-secret-of-the-store', region: 'eu-test-1' }

/** Computes the signature of a request anew, as a store does that knows the secret. */
async function isSigned(url: string, method: string, headers: Record<string, string>): Promise<boolean> {
  const given = /SignedHeaders=([^,]+), Signature=(\w+)/.exec(headers['authorization'] ?? '')
  const datetime = headers['x-amz-date']
  if (!given || !datetime) return false
  const names = given[1]!.split(';').filter(name => name !== 'host' && name !== 'x-amz-date')
  const signer = new AwsV4Signer({
    ...{ url, method, datetime, accessKeyId: KEY.key, secretAccessKey: KEY.secret },
    ...{ service: 's3', region: KEY.region, allHeaders: true },
    headers: Object.fromEntries(names.map(name => [name, headers[name] ?? ''])),
  })
  const expected = (await signer.sign()).headers.get('authorization')
  return expected?.includes(`Signature=${given[2]}`) === true
}

/** A store that speaks as much S3 as is needed, and takes only what is signed. */
function smallS3(): { server: Server; kept: Map<string, Buffer> } {
  const kept = new Map<string, Buffer>()
  const server = createServer(async (request, response) => {
    const { port } = server.address() as AddressInfo
    const path = request.url ?? ''
    const body = await buffer(request)
    const headers = request.headers as Record<string, string>
    const url = `http://127.0.0.1:${port}${path}`
    if (!(await isSigned(url, request.method ?? '', headers))) return response.writeHead(403).end()
    if (request.method === 'PUT') kept.set(path, body)
    else if (request.method === 'DELETE') kept.delete(path)
    const found = kept.get(path)
    if (!found) return response.writeHead(request.method === 'DELETE' ? 204 : 404).end()
    return response
      .writeHead(200, { 'content-length': found.length })
      .end(request.method === 'GET' ? found : undefined)
  })
  return { server, kept }
}

const { server, kept } = smallS3()
let folder: string
let stores: Record<'disk' | 's3', FileStore>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rostra-files-'))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/bucket/files/`
  stores = { disk: diskStore(join(folder, 'files')), s3: s3Store({ url, ...KEY }) }
})
afterAll(() => server.close())

describe.each(['disk', 's3'] as const)('a store of files on %s', kind => {
  const read = async (name: string) => {
    const opened = await stores[kind].open(name)
    return opened && { size: opened.size, text: (await buffer(opened.stream)).toString() }
  }

  test('gives what was put there until it is removed', async () => {
    const store = stores[kind]
    const name = drawFileName()
    expect([await store.has(name), await store.open(name)]).toEqual([false, null])
    await store.put(name, { bytes: Buffer.from('a quay') })
    expect([await store.has(name), await read(name)]).toEqual([true, { size: 6, text: 'a quay' }])
    await store.remove(name)
    await store.remove(name)
    expect([await store.has(name), await store.open(name)]).toEqual([false, null])
  })

  test('takes a file of this machine', async () => {
    const received = await receive(
      join(folder, 'incoming'),
      Readable.from([Buffer.from('one '), Buffer.from('two')]),
    )
    expect(received).toMatchObject({ size: 7, hash: expect.stringMatching(/^[0-9a-f]{64}$/) })
    const name = drawFileName()
    await stores[kind].put(name, { path: received.path })
    await discard(received)
    expect(await read(name)).toEqual({ size: 7, text: 'one two' })
  })

  test('knows no other names than its own', async () => {
    for (const name of ['../secret', 'a', '', 'A'.repeat(32), `${'a'.repeat(32)}/..`, 'a'.repeat(33)])
      await expect(async () => stores[kind].open(name)).rejects.toThrow('No name')
  })
})

test('files on the disk are their owner’s alone, and no half of one has a name', async () => {
  const name = drawFileName()
  await stores.disk.put(name, { bytes: Buffer.from('x') })
  const path = join(folder, 'files', name.slice(0, 2), name)
  expect((await stat(path)).mode & 0o777).toBe(0o600)
  await expect(stores.disk.put(drawFileName(), { path: join(folder, 'nothing') })).rejects.toThrow('ENOENT')
  const broken = Readable.from(
    (function* () {
      yield Buffer.from('half')
      throw new Error('gone')
    })(),
  )
  await expect(receive(join(folder, 'broken'), broken)).rejects.toThrow('gone')
  expect(await readdir(join(folder, 'broken'))).toEqual([])
  await writeFile(join(folder, 'broken', 'left'), 'x')
  expect(await clearIncoming(join(folder, 'broken'), Date.now() + 1000)).toBe(1)
  expect(await clearIncoming(join(folder, 'not-there'), 0)).toBe(0)
})

test('a store that refuses is told with its status', async () => {
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/bucket`
  const stranger = s3Store({ url, ...KEY, secret: createHmac('sha256', 'x').digest('hex') })
  await expect(stranger.put(drawFileName(), { bytes: Buffer.from('x') })).rejects.toThrow('403')
  await expect(stranger.open(drawFileName())).rejects.toThrow('403')
  expect([...kept.keys()].every(path => path.startsWith('/bucket/files/'))).toBe(true)
})

describe('a store that is slow', () => {
  const PATIENCE = 2000
  let send: (response: ServerResponse) => Promise<void>
  const slow = createServer((request, response) => {
    if (request.method === 'GET') void send(response.writeHead(200, { 'content-length': 4 }))
  })
  let store: FileStore
  beforeAll(async () => {
    await new Promise<void>(resolve => slow.listen(0, '127.0.0.1', resolve))
    const url = `http://127.0.0.1:${(slow.address() as AddressInfo).port}/bucket`
    store = s3Store({ url, ...KEY, patience: PATIENCE })
  })
  afterAll(() => {
    slow.closeAllConnections()
    slow.close()
  })
  const rest = () => new Promise(resolve => setTimeout(resolve, PATIENCE / 3))

  test('is borne for as long as something comes, and as nobody asks for more', async () => {
    send = async response => {
      for (const letter of 'quay') {
        await rest()
        response.write(letter)
      }
      response.end()
    }
    const opened = await store.open(drawFileName())
    expect((await buffer(opened!.stream)).toString()).toBe('quay')
  })

  test('is not borne once it falls silent', async () => {
    send = async response => void response.write('qu')
    const opened = await store.open(drawFileName())
    await expect(buffer(opened!.stream)).rejects.toThrow('silent')
    await expect(store.has(drawFileName())).rejects.toThrow('silent')
  })

  test('is left alone by those who read no further', async () => {
    let left = () => {}
    const isLeft = new Promise<void>(resolve => {
      left = resolve
    })
    send = async response => {
      response.once('close', left)
      response.write('qu')
    }
    const opened = await store.open(drawFileName())
    opened!.stream.destroy()
    await isLeft
  })
})

test('the operator chooses by settings', async () => {
  const none = { s3Url: undefined, s3Key: undefined, s3Secret: undefined, s3Region: 'us-east-1' }
  const files = openFiles({ data: folder, uploadBytes: 1, ...none })
  expect([files.store.place, files.incoming]).toEqual([join(folder, 'files'), join(folder, 'files/incoming')])
  const set = { ...none, s3Url: 'https://s3.example/b', s3Key: 'k', s3Secret: 's' }
  expect(openFiles({ data: folder, uploadBytes: 1, ...set }).store.place).toBe('https://s3.example/b')
  expect(() => openFiles({ data: folder, uploadBytes: 1, ...set, s3Key: undefined })).toThrow('ROSTRA_S3_KEY')
})
