import type { PageLine, PagePost, ThreadPage } from './model.ts'

/** How many numbers of missing pages are named. */
const NAMED = 12
/** No thread is believed to have more pages. */
const PAGES_MAX = 100_000

/** What is said of the pages of a thread that are not among the files. */
export function missingPages(pages: readonly ThreadPage[]): PageLine[] {
  const there = new Set(pages.map(page => page.page))
  const last = Math.min(Math.max(...pages.map(page => page.pages)), PAGES_MAX)
  const missing: number[] = []
  for (let page = 1; page <= last; page++) if (!there.has(page)) missing.push(page)
  if (missing.length === 0) return []
  const shown = `${missing.slice(0, NAMED).join(', ')}${missing.length > NAMED ? ' …' : ''}`
  const why = `${missing.length} of ${last} pages are not among the files (${shown}); their numbers are kept free`
  return [{ item: 'page', where: `"${pages[0]?.title}"`, outcome: 'left', why }]
}

/** What is said of a post's edit note. */
export function editLines(post: PagePost, where: string): PageLine[] {
  if (!post.edited) return []
  if (!post.edited.at) {
    const why = 'the note of an edit names no time that can be read'
    return [{ item: 'edit', where, outcome: 'left', why }]
  }
  const why = 'kept as the time of an edit; the wording before it is not on the page'
  return [{ item: 'edit', where, outcome: 'changed', why }]
}

/** By whom a post is, and of when. */
export const postWords = (post: PagePost): string =>
  `by ${post.guest ? 'the guest ' : ''}${post.author}${post.at === null ? '' : `, ${new Date(post.at.at).toISOString()}`}`
