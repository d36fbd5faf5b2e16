import { all, attribute, one, type Root } from './dom.ts'

/** What a page shows about where it was published. */
export interface PageAddress {
  /** Host and folder of the forum without scheme and `www.`, e.g. `example.org/forum`; null where nothing shows it. */
  site: string | null
  threadId: string | null
  /** An absolute address to resolve the page's relative ones against, or null. */
  base: URL | null
}

export type Family = 'xenforo' | 'phpbb' | 'vbulletin' | 'mybb' | 'smf' | 'discourse' | 'invision'

/** Patterns of a thread's address after the host; what stands before the match is the forum's folder. */
const THREADS: Record<Family, readonly RegExp[]> = {
  xenforo: [/(?:index\.php\?)?threads\/(?:[^/?#]*\.)?(\d+)(?=[/?#]|$)/],
  phpbb: [
    /viewtopic(?:\.php|[0-9a-f]{4}\.html)\?(?:[^#]*&)?t=(\d+)/,
    /[^/]*-t(\d+)(?:-\d+)?\.html/,
    /topic(\d+)(?:-\d+)?\.html/,
  ],
  vbulletin: [
    /showthread\.php\?(?:[^#]*&)?t=(\d+)/,
    /showthread\.php[?/](\d+)/,
    /threads\/(\d+)(?=[-/?#]|$)/,
    /(?:[^/]+\/)?(\d+)-[^/]*\.html/,
  ],
  mybb: [/showthread\.php\?(?:[^#]*&)?tid=(\d+)/, /thread-(\d+)(?:-[^/]*)?\.html/],
  smf: [/index\.php[?/](?:[^#]*[;&,])?topic[=,](\d+)/, /topic,(\d+)/],
  discourse: [/t\/(?:[^/?#]*\/)?(\d+)(?=[/?#.]|$)/],
  invision: [/(?:index\.php\?\/)?topic\/(\d+)-/, /index\.php\?(?:[^#]*&)?showtopic=(\d+)/],
}

const POST =
  /(?:#|[?&;/])(?:post|pid|msg|p|findComment&comment)[-_=]?(\d+)|[.]msg(\d+)|posts\/(\d+)|(?:findComment|comment)[-=](\d+)/

/**
 * A link as it was before the page was saved: archives write `showthread.php%3Ftid=31.html` or
 * `viewtopic.php@t=31.html` for a file's name.
 */
export function original(link: string): string {
  const decoded = link.slice(0, 2_000).replace(/%(3F|3B|3D|26|2C)/gi, code => decodeURIComponent(code))
  return decoded.includes('?') ? decoded.replace(/\.html?(?=$|#)/i, '') : decoded
}

/** The id of the post a link leads to, as it stands in the link of any of the forum softwares, or null. */
export function postIdOf(link: string): string | null {
  const found = POST.exec(original(link))
  return found ? (found[1] ?? found[2] ?? found[3] ?? found[4] ?? null) : null
}

/** The id of the thread a link leads to, and the folder before it, or null. */
export function threadOf(family: Family, link: string): { id: string; folder: string } | null {
  const plain = original(link).replace(/^https?:\/\/(?:www\.)?/i, '')
  for (const pattern of THREADS[family]) {
    const found = pattern.exec(plain)
    if (found) return { id: found[1] as string, folder: plain.slice(0, found.index) }
  }
  return null
}

/** Comments that browsers and archives leave in a page they save. */
const SAVED_FROM = /<!--\s*(?:saved from url=\(\d+\)|Mirrored from )(https?:\/\/)?([^\s>]{4,1000})/i
const MIRRORED_AT = /by HTTrack[^>]{0,60}?,\s*([A-Z][a-z]{2}, \d{1,2} [A-Z][a-z]{2} \d{4} [\d:]{8} GMT)/

/**
 * Where a page was published, by its canonical address, its saver's comment, or its own absolute links; `heading` is the
 * link its title bears, '' where it bears none.
 */
export function pageAddress(family: Family, root: Root, markup: string, heading: string): PageAddress {
  const links = linksOf(root)
  const absolute = links.filter(link => /^https?:\/\//i.test(link))
  const stated = statedAddresses(root, markup)
  const canonical = attribute(one(root, 'link[rel="canonical"]'), 'href')
  const known = [...stated.map(address => address.href), canonical, heading].map(link =>
    threadOf(family, link),
  )
  const own = known.find(thread => thread !== null) ?? null
  const threadId = own?.id ?? mostFrequentThread(family, links)
  const linked = absolute.find(link => threadId !== null && threadOf(family, link)?.id === threadId)
  const tagged = toUrl(attribute(one(root, 'base[href]'), 'href'))
  const host = stated[0] ?? toUrl(linked ?? '')
  if (!host) return { site: null, threadId, base: tagged }
  const name = host.hostname.replace(/^www\./, '')
  const folders = [scriptFolder(absolute, name), own?.folder, linked && threadOf(family, linked)?.folder]
  const folder = folders.find(each => each && (each === name || each.startsWith(`${name}/`))) || name
  return { site: folder.replace(/\/+$/, ''), threadId, base: tagged ?? host }
}

const linksOf = (root: Root): string[] => [
  ...new Set(
    all(root, 'a[href], form[action], [data-href]').map(
      link => attribute(link, 'href') || attribute(link, 'action') || attribute(link, 'data-href'),
    ),
  ),
]

/** When the page was saved, where its saver says so, as epoch milliseconds. */
export function savedAt(markup: string): number | null {
  const found = MIRRORED_AT.exec(markup)
  const at = found ? Date.parse(found[1] as string) : Number.NaN
  return Number.isNaN(at) ? null : at
}

function statedAddresses(root: Root, markup: string): URL[] {
  const saved = SAVED_FROM.exec(markup)
  const candidates = [
    attribute(one(root, 'link[rel="canonical"]'), 'href'),
    attribute(one(root, 'meta[property="og:url"]'), 'content'),
    saved ? `${saved[1] ?? 'http://'}${saved[2]}` : '',
    attribute(one(root, 'base[href]'), 'href'),
  ]
  return candidates.map(address => toUrl(address)).filter(address => address !== null)
}

/** The folder in which the forum's own scripts stand, which sites with rewritten addresses still link. */
function scriptFolder(links: readonly string[], host: string): string | null {
  for (const link of links) {
    const plain = original(link).replace(/^https?:\/\/(?:www\.)?/i, '')
    const found =
      /^[^?#]*?(?<=\/)(?=(?:register|faq|search|memberlist|forumdisplay|viewforum|posting|newreply|ucp|showthread|viewtopic)\.php)/.exec(
        plain,
      )
    if (found && (found[0] === host || found[0].startsWith(`${host}/`))) return found[0]
  }
  return null
}

function mostFrequentThread(family: Family, links: readonly string[]): string | null {
  const counts = new Map<string, number>()
  for (const link of links) {
    const id = threadOf(family, link)?.id
    if (id) counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  let best: string | null = null
  for (const [id, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = id
  return best
}

/** A web address → URL, or null for anything else. */
export function toUrl(address: string, base: URL | null = null): URL | null {
  if (!base && !/^(?:https?:)?\/\//i.test(address)) return null
  try {
    const url = new URL(address.startsWith('//') ? `https:${address}` : address, base ?? undefined)
    return url.protocol === 'http:' || url.protocol === 'https:' ? url : null
  } catch {
    return null
  }
}

/** Names that browsers give the folder beside a saved page; an address in it is nobody's. */
const SAVED_FOLDER =
  /^(?:\.\/)?[^/?]+(?:_files|\.files|-Dateien|_fichiers|_archivos|_bestanden|_pliki|_arquivos|_file|_dosyalar|_soubory)\//i

/** An address as it can stand in BBCode: absolute, brackets and quotes encoded; null where it leads nowhere. */
export function bbAddress(address: string, base: URL | null): string | null {
  const trimmed = address.trim()
  if (trimmed === '' || trimmed.length > 2_000 || SAVED_FOLDER.test(trimmed)) return null
  if (/^mailto:[^\s[\]"]+@[^\s[\]"]+$/i.test(trimmed)) return trimmed
  const url = toUrl(trimmed, base)
  return url ? url.href.replace(/\[/g, '%5B').replace(/\]/g, '%5D').replace(/"/g, '%22') : null
}
