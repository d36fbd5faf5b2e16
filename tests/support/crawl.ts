import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { Parser } from 'htmlparser2'
import { SQLite } from '#store/driver.ts'

/** What an address answered. */
export interface Crawled {
  readonly path: string
  /** The page that led there first. */
  readonly from: string
  readonly status: number
  readonly type: string
  readonly body: string
}

const LINKING = new Set(['a', 'link', 'img', 'script'])
/** How many pages a crawl looks at before it says that there is no end to them. */
const MOST_PAGES = 8000
const AT_ONCE = 4
/** A post has a page for each of its findings, and more pages to correct it: of each kind so many stand for all. */
const FINDING = /^\/posts\/\d+\/\d+\/findings\/[^/?]+/
const MOST_FINDINGS = 150

/** Paths of this site that a page names in links and forms that are sent by GET, without their fragments. */
export function linksIn(body: string, at: string): string[] {
  const base = new URL(at, 'http://site.invalid')
  const found: string[] = []
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (LINKING.has(name)) found.push(attributes['href'] ?? attributes['src'] ?? '')
    },
  })
  parser.end(body)
  return found
    .flatMap(href => (href !== '' && URL.canParse(href, base) ? [new URL(href, base)] : []))
    .filter(url => url.origin === base.origin)
    .map(url => url.pathname + url.search)
}

/** Follows every link from the start page on, with the given cookie; → each address once, with what it answered. */
export async function crawl(site: string, cookie?: string): Promise<Crawled[]> {
  const seen = new Map<string, string>([['/', 'the start']])
  const waiting = ['/']
  const pages: Crawled[] = []
  const isEnough = sampled()
  const next = async (): Promise<void> => {
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      if (pages.length > MOST_PAGES) throw new Error(`more than ${MOST_PAGES} pages, the last ${path}`)
      const page = await fetchPage(site, path, seen.get(path) as string, cookie)
      pages.push(page)
      for (const link of page.type.startsWith('text/html') ? linksIn(page.body, path) : []) {
        if (seen.has(link) || isEnough(link)) continue
        seen.set(link, path)
        waiting.push(link)
      }
    }
  }
  while (waiting.length > 0) await Promise.all(Array.from({ length: AT_ONCE }, next))
  return pages
}

/** Whether enough pages of a finding are looked at that differ from this one in the finding alone. */
function sampled(): (path: string) => boolean {
  const met = new Map<string, number>()
  return path => {
    if (!FINDING.test(path)) return false
    const kind = path.replace(FINDING, '')
    const count = (met.get(kind) ?? 0) + 1
    met.set(kind, count)
    return count > MOST_FINDINGS
  }
}

async function fetchPage(site: string, path: string, from: string, cookie?: string): Promise<Crawled> {
  const headers = { accept: 'text/html', ...(cookie && { cookie }) }
  const response = await fetch(site + path, { headers })
  const type = response.headers.get('content-type') ?? ''
  return { path, from, status: response.status, type, body: await response.text() }
}

/** What may change while people only read: when a session was last seen, and the work done behind. */
const LIVING = new Set(['sessions', 'schedule', 'outbox'])

/** One hash for each table of a forum's SQLite file; two equal answers mean that no row was changed in between. */
export function rowHashes(data: string): Record<string, string> {
  const database = new SQLite(join(data, 'rostra.sqlite'), { readonly: true })
  try {
    const tables = database
      .prepare(
        "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name",
      )
      .pluck()
      .all() as string[]
    return Object.fromEntries(
      tables
        .filter(table => !LIVING.has(table))
        .map(table => {
          const hash = createHash('sha256')
          for (const row of database.prepare(`select * from "${table}"`).raw().iterate())
            hash.update(JSON.stringify(row, (_, value) => (value?.type === 'Buffer' ? value.data : value)))
          return [table, hash.digest('hex')]
        }),
    )
  } finally {
    database.close()
  }
}
