import { get } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import type { Figure } from '../figures.ts'
import type { Part } from '../part.ts'
import type { Stage } from '../stage/stage.ts'

const KB = 1000
const PATIENCE = 60_000
const BETWEEN_LOOKS = 500
const HEADERS = {
  'User-Agent': 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/140 Mobile Safari/537.36',
  Accept: 'text/html,application/xhtml+xml,image/avif,image/webp,*/*;q=0.8',
  'Accept-Encoding': 'gzip, deflate, br',
  'Accept-Language': 'en-US,en;q=0.9',
}

/** One answer on the wire. */
interface Loaded {
  /** Head and body, as they came. */
  bytes: number
  /** The body alone, as it came: compressed. */
  body: number
  text: string
}

/** What a guest's browser that was never here loads for the thread page: bytes on the wire, heads of answers included. */
export const weight: Part = async (stage): Promise<Figure[]> => {
  const page = await loadRead(stage.server.site, stage.thread.path)
  const found = partsOf(page.text)
  const elsewhere = found.filter(part => part.address.startsWith('//') || /^[a-z]+:/i.test(part.address))
  const local = new Map(found.filter(part => !elsewhere.includes(part)).map(part => [part.address, part]))
  let [needed, all, script] = [page.bytes, page.bytes, 0]
  // What a script or a style names in turn is added to the map while it is gone through.
  for (const { address, kind, blocks } of local.values()) {
    const { bytes, text } = await load(stage.server.site, address)
    for (const further of namedBy(kind, text)) {
      const path = new URL(further, `http://site${address}`).pathname
      if (!local.has(path)) local.set(path, { address: path, kind, blocks })
    }
    all += bytes
    if (kind === 'script') script += bytes
    if (blocks) needed += bytes
  }
  return [
    {
      what: 'weight: thread page and the style it needs',
      value: needed / KB,
      unit: 'KB',
      goal: { most: 14 },
    },
    {
      what: `  everything together (${local.size + 1} requests)`,
      value: all / KB,
      unit: 'KB',
      goal: { most: 30 },
    },
    { what: '  script', value: script / KB, unit: 'KB', goal: { most: 8 } },
    await composerWeight(stage),
    { what: '  requests to elsewhere', value: elsewhere.length, unit: 'requests', goal: { most: 0 } },
  ]
}

/**
 * What a member's browser loads to write a reply: the page, its style, and the scripts that come with it, as compressed,
 * without the heads of answers. What waits until it is asked for (the rich editor, names, files) is not counted.
 */
async function composerWeight(stage: Stage): Promise<Figure> {
  const { site } = stage.server
  const page = await load(site, `/threads/${stage.thread.id}/reply`, stage.members[0]?.cookie)
  const local = new Map(partsOf(page.text).map(part => [part.address, part]))
  const first = new Set(local.keys())
  let bytes = page.body
  for (const { address, kind, blocks } of local.values()) {
    if (kind === 'image') continue
    const { body, text } = await load(site, address)
    bytes += body
    const later = first.has(address) && kind === 'script' ? importedLater(text) : []
    for (const further of [...namedBy(kind, text), ...later]) {
      const path = new URL(further, `http://site${address}`).pathname
      if (!local.has(path)) local.set(path, { address: path, kind, blocks })
    }
  }
  const what = '  composer: page, style and scripts, compressed'
  return { what, value: bytes / KB, unit: 'KB', goal: { most: 25 } }
}

/** What the script of every page loads by itself where it is of use. */
const importedLater = (text: string): string[] =>
  [...text.matchAll(/\bimport\("(\.[^"]+)"\)/g)].map(match => match[1] as string)

interface PagePart {
  address: string
  kind: 'script' | 'style' | 'image'
  /** The page is not shown as it is meant before this has come. */
  blocks: boolean
}

/** What a page names for its browser to load, in its markup and in its inline styles. */
function partsOf(page: string): PagePart[] {
  const head = page.slice(0, page.indexOf('</head>'))
  const parts: PagePart[] = []
  for (const [tag, name] of page.matchAll(/<(link|script|img|source|iframe|video|audio|object)\b[^>]*>/g)) {
    const address = /\b(?:src|href|data)="([^"]+)"/.exec(tag)?.[1]?.replaceAll('&amp;', '&')
    if (address === undefined || address.startsWith('data:')) continue
    if (name !== 'link') parts.push({ address, kind: name === 'script' ? 'script' : 'image', blocks: false })
    else if (/rel="[^"]*(stylesheet|icon|preload|manifest)/.test(tag)) {
      const kind = tag.includes('stylesheet') ? 'style' : 'image'
      parts.push({ address, kind, blocks: kind === 'style' && head.includes(tag) })
    }
  }
  for (const [, address] of page.matchAll(/url\(["']?(?!data:)([^"')]+)/g))
    parts.push({ address: address as string, kind: 'image', blocks: false })
  return parts
}

/** What a style or a module needs at once: other modules by static imports, pictures by `url()`. */
function namedBy(kind: PagePart['kind'], text: string): string[] {
  const pattern = kind === 'style' ? /url\(["']?(?!data:)([^"')]+)/g : /\b(?:from|import) ?"(\.[^"]+)"/g
  return kind === 'image' ? [] : [...text.matchAll(pattern)].map(match => match[1] as string)
}

/** The page once its posts have been read: with its margins. Throws an `Error` when that takes too long. */
async function loadRead(site: string, path: string): Promise<Loaded> {
  for (let waited = 0; waited < PATIENCE; waited += BETWEEN_LOOKS) {
    const page = await load(site, path)
    if (page.text.includes('<li id="p1-r1"')) return page
    await new Promise(resolve => setTimeout(resolve, BETWEEN_LOOKS))
  }
  throw new Error(`${path} has no margin after ${PATIENCE} ms`)
}

function load(site: string, path: string, cookie = ''): Promise<Loaded> {
  return new Promise((resolve, reject) => {
    get(site + path, { headers: { ...HEADERS, ...(cookie && { cookie }) }, agent: false }, async response => {
      const chunks: Buffer[] = []
      for await (const chunk of response) chunks.push(chunk as Buffer)
      if (response.statusCode !== 200) return reject(new Error(`${path} answers ${response.statusCode}`))
      const body = Buffer.concat(chunks)
      const { 'content-encoding': encoding } = response.headers
      const plain =
        encoding === 'br' ? brotliDecompressSync(body) : encoding === 'gzip' ? gunzipSync(body) : body
      resolve({ bytes: response.socket.bytesRead, body: body.length, text: plain.toString('utf8') })
    }).on('error', reject)
  })
}
