import type { IncomingMessage, ServerResponse } from 'node:http'
import { LRUCache } from 'lru-cache'
import type { Html } from '#base/html.ts'
import { sha256 } from '#base/ids.ts'
import type { Clock } from '#base/time.ts'
import { compress } from './compress.ts'
import { answerKind, type Encoding, encodingOf, VARY } from './negotiate.ts'
import type { FlatHeaders } from './security-headers.ts'
import { sessionCookie } from './session.ts'
import { languageOf, marginOf, themeOf } from './visitor.ts'

/** Query names that pages for everybody may read. A request with any other is answered afresh. */
const KEYED = new Set(['after', 'around', 'before', 'board', 'kind', 'order', 'page', 'prefix', 'tag'])
/** Names that others hang onto links; no page reads them. */
const IGNORED = /^(utm_[a-z]{2,20}|fbclid|gclid|mc_cid|mc_eid|ref_src)$/
const LONGEST_ADDRESS = 1000
const ENTRY_OVERHEAD = 1500
const ETAG_LENGTH = 22
/** No page may take more than this part of the whole. */
const LARGEST_PART = 8

/** What a page under a key was made from. */
export interface PageSource {
  readonly key: string
  readonly tag: string
  /** The version of the tag BEFORE anything was loaded, so that a change in between makes the page old, not wrong. */
  readonly version: string
  /** How long counters on it may stand still. */
  readonly seconds: number
}

interface Entry {
  readonly tag: string
  readonly version: string
  readonly expires: number
  readonly etag: string
  readonly head: string[]
  readonly bytes: Buffer
}

/**
 * Finished answers for guests, compressed, up to a number of bytes. It knows only what stands in its key: path, allowed
 * query, language, theme, margin, encoding and the kind of answer.
 */
export interface GuestCache {
  /** The key of a request that any guest could have sent; null when the answer must be made afresh. */
  keyOf(request: IncomingMessage): string | null
  /**
   * Answers from what is kept: true when it did, at once; false when it did not and never will; a promise of either
   * when the version is not known at once.
   */
  serve(request: IncomingMessage, response: ServerResponse): boolean | Promise<boolean>
  /** Compresses a finished page, keeps it, and sends it as an answer to the request that it was made for. */
  keepAndSend(
    source: PageSource,
    page: { type: string; body: string | Html },
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void>
  /** Bytes in use. */
  size(): number
}

interface CacheOptions {
  bytes: number
  secure: boolean
  headers: FlatHeaders
  clock: Clock
  cacheVersion(tag: string): string | Promise<string>
}

export function createGuestCache(options: CacheOptions): GuestCache {
  const entries = new LRUCache<string, Entry>({
    maxSize: Math.max(1, options.bytes),
    maxEntrySize: Math.max(1, Math.floor(options.bytes / LARGEST_PART)),
    sizeCalculation: (entry, key) => entry.bytes.length + key.length + ENTRY_OVERHEAD,
  })
  const cookie = `${sessionCookie(options.secure)}=`
  const keyOf = (request: IncomingMessage): string | null => keyOfRequest(request, cookie)

  const serve = (request: IncomingMessage, response: ServerResponse): boolean | Promise<boolean> => {
    const key = keyOf(request)
    if (key === null) return false
    const entry = entries.get(key)
    if (!entry) return false
    let version: string | Promise<string>
    try {
      version = options.cacheVersion(entry.tag)
    } catch {
      return sendEntry(entry, request, response)
    }
    const judge = (now: string): boolean => {
      if (now === entry.version && entry.expires > options.clock()) return sendEntry(entry, request, response)
      if (entries.peek(key) === entry) entries.delete(key)
      return false
    }
    if (typeof version === 'string') return judge(version)
    return version.then(judge, () => sendEntry(entry, request, response))
  }

  return {
    keyOf,
    serve,
    size: () => entries.calculatedSize,
    keepAndSend: async (source, page, request, response) => {
      const { bytes, encoding } = await compress(
        page.body,
        encodingOf(request.headers['accept-encoding']),
        'often',
      )
      const entry = makeEntry(source, page.type, bytes, encoding, options)
      if (options.bytes > 0) entries.set(source.key, entry)
      sendEntry(entry, request, response)
    },
  }
}

function makeEntry(
  source: PageSource,
  type: string,
  bytes: Buffer,
  encoding: Encoding,
  options: CacheOptions,
): Entry {
  const etag = `"${sha256(bytes, 'base64url').slice(0, ETAG_LENGTH)}"`
  const head = [
    ...['Content-Type', type],
    ...(encoding === 'identity' ? [] : ['Content-Encoding', encoding]),
    ...['Content-Length', String(bytes.length), 'ETag', etag],
    ...['Cache-Control', 'public, no-cache', 'Vary', VARY],
    ...options.headers,
  ]
  const expires = options.clock() + source.seconds * 1000
  return { tag: source.tag, version: source.version, expires, etag, head, bytes }
}

function sendEntry(entry: Entry, request: IncomingMessage, response: ServerResponse): true {
  if (request.headers['if-none-match']?.includes(entry.etag)) {
    const kept = ['Content-Type', 'Content-Encoding', 'Content-Length']
    response.writeHead(304, withoutNames(entry.head, kept)).end()
  } else {
    response.writeHead(200, entry.head)
    response.end(request.method === 'HEAD' ? undefined : entry.bytes)
  }
  return true
}

function withoutNames(flat: FlatHeaders, names: readonly string[]): string[] {
  return flat.filter((_, index) => !names.includes(flat[index - (index % 2)]!))
}

/** An answer to a guest depends on what stands here and on nothing else. */
function keyOfRequest(request: IncomingMessage, cookie: string): string | null {
  const { headers, url = '' } = request
  if (request.method !== 'GET' && request.method !== 'HEAD') return null
  if (headers.authorization !== undefined || headers['x-island'] !== undefined) return null
  if (headers.cookie?.includes(cookie)) return null
  const address = keyedAddress(url)
  if (address === null) return null
  const language = languageOf(headers.cookie, headers['accept-language'])
  const encoding = encodingOf(headers['accept-encoding'])
  const look = `${language} ${themeOf(headers.cookie)} ${marginOf(headers.cookie)}`
  return `${answerKind(headers)} ${encoding} ${look} ${address}`
}

function keyedAddress(url: string): string | null {
  if (url.length > LONGEST_ADDRESS || !url.startsWith('/')) return null
  const mark = url.indexOf('?')
  if (mark < 0) return url
  const kept = new Map<string, string>()
  for (const pair of url.slice(mark + 1).split('&')) {
    const [name = '', value = ''] = pair.split('=', 2)
    if (name === '' || IGNORED.test(name)) continue
    if (!KEYED.has(name) || kept.has(name)) return null
    kept.set(name, value)
  }
  const query = [...kept].sort(([one], [other]) => (one < other ? -1 : 1)).map(pair => pair.join('='))
  return query.length === 0 ? url.slice(0, mark) : `${url.slice(0, mark)}?${query.join('&')}`
}
