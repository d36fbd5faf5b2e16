import { original } from './addresses.ts'
import { all, attribute, type Element, one, textOf } from './dom.ts'

export interface Pagination {
  page: number
  pages: number
  /** Posts on a full page where the page's links show it. */
  size: number | null
  /** Posts in the whole thread where printed. */
  total: number | null
}

export const ONE_PAGE: Pagination = { page: 1, pages: 1, size: null, total: null }

/** A number printed alone, or null. */
export const wholeNumber = (text: string): number | null => {
  const found = /^\s*#?\s*(\d[\d.,\s]{0,9})\s*$/.exec(text)
  const value = found ? Number((found[1] as string).replace(/\D/g, '')) : Number.NaN
  return Number.isSafeInteger(value) ? value : null
}

/**
 * Page n of m from a list of page links. `current` selects the page that is shown; offsets in the links (`start=30`,
 * `topic,7.30`) give the size of a page.
 */
export function linkedPages(list: Element | null, current: string): Pagination {
  if (!list) return ONE_PAGE
  const page = all(list, current)
    .map(element => wholeNumber(textOf(element, 40)))
    .find(number => number !== null)
  let pages = page ?? 1
  let size: number | null = null
  for (const link of all(list, 'a[href]')) {
    const number = wholeNumber(textOf(link, 40))
    if (number === null) continue
    pages = Math.max(pages, number)
    const start = startOf(attribute(link, 'href'))
    if (size === null && start !== null && number > 1 && start % (number - 1) === 0)
      size = start / (number - 1)
  }
  return { page: page ?? 1, pages, size, total: null }
}

function startOf(link: string): number | null {
  const found = /[?&]start=(\d+)|topic[=,]\d+\.(\d+)/.exec(original(link))
  const start = Number(found?.[1] ?? found?.[2] ?? 0)
  return start > 0 ? start : null
}

/** Page n of m from a sentence such as `Page 2 of 5` in whatever language; null when it holds no such pair. */
export function sentencePages(text: string): Pick<Pagination, 'page' | 'pages'> | null {
  const found = /(\d{1,6})\s*(?:\p{L}[\p{L}.]{0,12}|\/|-)\s*(\d{1,6})/u.exec(text)
  const page = Number(found?.[1])
  const pages = Number(found?.[2])
  return found && page >= 1 && page <= pages ? { page, pages } : null
}

/** The last number that stands before a word for posts, as in `26 posts`, from the text around a page's links. */
export const printedTotal = (text: string): number | null => {
  const found =
    /(\d[\d.,\s]{0,9})\s*(?:posts?|messages?|beiträge?|réponses?|mensajes?|messaggi|post[óy]?w?|сообщени\p{L}*|berichten|mensagens)(?!\p{L})/iu.exec(
      text,
    )
  return found ? wholeNumber(found[1] as string) : null
}

/** The first of several places of a page's links that is there. */
export const firstOf = (root: Parameters<typeof one>[0], selectors: readonly string[]): Element | null => {
  for (const selector of selectors) {
    const found = one(root, selector)
    if (found) return found
  }
  return null
}
