import { readdirSync, readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join } from 'node:path'
import { type Encoding, encodingOf } from './negotiate.ts'
import type { FlatHeaders } from './security-headers.ts'

/** The styles that stand in every page, and their hash as the content security policy writes it. */
export interface InlineStyle {
  readonly text: string
  readonly hash: string
}

/** What the build made for browsers, held in memory. */
export interface Assets {
  readonly core: InlineStyle
  /** The address of an asset by its logical name, `full.css` or `app.js`; null when the build has none. */
  path(name: string): string | null
  /** A file by its name in the build, in one encoding or as it is. */
  file(name: string, encoding: Encoding): AssetFile | null
}

export interface AssetFile {
  readonly type: string
  readonly bytes: Buffer
  readonly encoding: Encoding
}

/** Where assets are served; what stands behind it is the name of a file. */
export const ASSETS_PATH = '/assets/'

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}
const ENDINGS = { br: '.br', gzip: '.gz', identity: '' } as const
const FOREVER = 'public, max-age=31536000, immutable'
const A_DAY = 'public, max-age=86400'
/** The sign of the site: an opening quotation mark. */
const SIGN = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#8c2f1b"/><path d="M14 10c-4 1.2-6.5 4.300-6.5 8.200 0 2.600 1.400 4.300 3.600 4.300 2 0 3.400-1.400 3.400-3.300 0-1.800-1.200-3-2.900-3.200.3-1.800 1.500-3.200 3.300-4zm10 0c-4 1.200-6.500 4.300-6.500 8.200 0 2.600 1.400 4.300 3.600 4.300 2 0 3.400-1.400 3.400-3.300 0-1.800-1.200-3-2.900-3.200.3-1.800 1.500-3.200 3.300-4z" fill="#fbfaf6"/></svg>`
const ROBOTS = 'User-agent: *\nAllow: /\n'

interface Manifest {
  readonly [name: string]: { readonly file: string; readonly text?: string; readonly hash?: string }
}

/**
 * Reads the folder that `npm run build` filled: `manifest.json` gives the file of each logical name and, for `core.css`,
 * its text and hash; beside each file may lie `….br` and `….gz`. Throws an `Error` when there is no build.
 */
export function loadAssets(folder: string): Assets {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest
  const { text, hash } = manifest['core.css'] ?? {}
  if (text === undefined || hash === undefined) throw new Error(`${folder} holds no core.css; run the build`)
  const files = new Map<string, AssetFile>()
  for (const name of readdirSync(folder)) {
    const encoding = name.endsWith('.br') ? 'br' : name.endsWith('.gz') ? 'gzip' : 'identity'
    const type = TYPES[extname(encoding === 'identity' ? name : name.slice(0, -3))]
    if (type) files.set(name, { type, encoding, bytes: readFileSync(join(folder, name)) })
  }
  return {
    core: { text, hash },
    path: name => (Object.hasOwn(manifest, name) ? ASSETS_PATH + manifest[name]!.file : null),
    file: (name, encoding) => files.get(name + ENDINGS[encoding]) ?? files.get(name) ?? null,
  }
}

/**
 * Answers for files: assets (kept by browsers for ever, since their names change with their contents), the sign of the
 * site and `/robots.txt`. False when the request is for something else.
 */
export function createFiles(options: {
  assets: Assets
  headers: FlatHeaders
  robots(): string
}): (request: IncomingMessage, response: ServerResponse) => boolean {
  const found = (url: string, request: IncomingMessage): (AssetFile & { keep: string }) | null => {
    if (url.startsWith(ASSETS_PATH)) {
      const encoding = encodingOf(request.headers['accept-encoding'])
      const file = options.assets.file(url.slice(ASSETS_PATH.length), encoding)
      return file && { ...file, keep: FOREVER }
    }
    const plain = (type: string, text: string) =>
      ({ type, bytes: Buffer.from(text), encoding: 'identity', keep: A_DAY }) as const
    if (url === '/favicon.svg' || url === '/favicon.ico') return plain('image/svg+xml', SIGN)
    return url === '/robots.txt' ? plain('text/plain; charset=utf-8', options.robots()) : null
  }
  return (request, response) => {
    const { method, url = '' } = request
    if (method !== 'GET' && method !== 'HEAD') return false
    const file = found(url, request)
    if (!file) return false
    response.writeHead(200, [
      ...['Content-Type', file.type, 'Content-Length', String(file.bytes.length)],
      ...(file.encoding === 'identity' ? [] : ['Content-Encoding', file.encoding]),
      ...['Cache-Control', file.keep, 'Vary', 'Accept-Encoding'],
      ...options.headers,
    ])
    response.end(method === 'HEAD' ? undefined : file.bytes)
    return true
  }
}

/** What `/robots.txt` says unless the site has its own. */
export const defaultRobots = (): string => ROBOTS
