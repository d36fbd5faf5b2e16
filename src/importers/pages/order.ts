import { digest, threadKey } from './keys.ts'
import type { ThreadPage } from './model.ts'

/** Pages → threads, oldest first, each with its pages in order. */
export function threadsOf(pages: readonly ThreadPage[]): ThreadPage[][] {
  const byKey = new Map<string, ThreadPage[]>()
  for (const page of siteShared(pages)) {
    const key = threadKey(page)
    const group = byKey.get(key)
    if (group) group.push(page)
    else byKey.set(key, [page])
  }
  return [...byKey.values()].map(inOrder).sort(byAge)
}

/** Pages of one thread, saved in different ways, may show their site on one and not on the other. */
function siteShared(pages: readonly ThreadPage[]): ThreadPage[] {
  const sites = new Map<string, string | null>()
  const nameOf = (page: ThreadPage): string => JSON.stringify([page.family, page.threadId, page.title])
  for (const page of pages) {
    if (page.site === null || page.threadId === null) continue
    const known = sites.get(nameOf(page)) ?? page.site
    sites.set(nameOf(page), known === page.site && sites.get(nameOf(page)) !== null ? page.site : null)
  }
  return pages.map(page =>
    page.site === null && page.threadId !== null ? { ...page, site: sites.get(nameOf(page)) ?? null } : page,
  )
}

function inOrder(pages: readonly ThreadPage[]): ThreadPage[] {
  if (pages.every(page => page.family === 'text')) return textsInOrder(pages)
  return ordered(pages, page => [page.page, -page.posts.length, digest(JSON.stringify(page.posts))])
}

/** Texts bear no page numbers: the numbers of their posts order them, else their times, else they follow as given. */
function textsInOrder(pages: readonly ThreadPage[]): ThreadPage[] {
  const numbers = pages.map(page => page.posts.find(post => post.number !== null)?.number ?? null)
  const times = pages.map(page => page.posts.find(post => post.at !== null)?.at?.at ?? null)
  const order = [numbers, times].find(values => values.every(value => value !== null))
  const ranks = new Map(pages.map((page, index) => [page, order?.[index] ?? 0]))
  return ordered(pages, page => [ranks.get(page) as number]).map((page, index) => ({
    ...page,
    page: index + 1,
    pages: pages.length,
  }))
}

const byAge = (one: readonly ThreadPage[], other: readonly ThreadPage[]): number => {
  const rank = ([first]: readonly ThreadPage[]): Rank => [
    first?.posts[0]?.at?.at ?? Number.POSITIVE_INFINITY,
    first ? threadKey(first) : '',
  ]
  return compare(rank(one), rank(other))
}

type Rank = readonly (number | string)[]

const ordered = (pages: readonly ThreadPage[], rank: (page: ThreadPage) => Rank): ThreadPage[] =>
  pages
    .map(page => ({ page, rank: rank(page) }))
    .sort((one, other) => compare(one.rank, other.rank))
    .map(({ page }) => page)

function compare(one: Rank, other: Rank): number {
  for (const [index, value] of one.entries()) {
    const against = other[index] as number | string
    if (value !== against) return value < against ? -1 : 1
  }
  return 0
}
