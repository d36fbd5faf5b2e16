import { pairsOf } from '../cards.ts'
import { crumbsOf } from '../crumbs.ts'
import {
  above,
  all,
  attribute,
  childrenOf,
  type Element,
  hasClass,
  linesOf,
  one,
  type Root,
  textOf,
} from '../dom.ts'
import { linkedPages, ONE_PAGE, printedTotal, wholeNumber } from '../pagination.ts'
import type { Engine, RawPage, RawPost } from './engine.ts'
import { currentTime } from './phpbb3.ts'

/** phpBB 3 in subsilver2: tables, no post numbers, the signature in a second `.postbody`. */
export const subsilver2: Engine = {
  name: 'phpBB 3 (subsilver2)',
  family: 'phpbb',
  marks: [
    { selector: 'table.tablebg .postauthor', words: 'authors as .postauthor in table.tablebg' },
    { selector: 'table.tablebg .postbody', words: 'texts in .postbody' },
  ],
  pageSize: 10,
  read: (root: Root) => {
    const title = textOf(one(root, 'a.titles, .titles'), 500)
    return {
      title,
      crumbs: crumbsOf(all(one(root, 'p.breadcrumbs') ?? root, 'p.breadcrumbs a'), title),
      pagination: { ...pagesOf(root), total: totalOf(root) },
      posts: all(root, '.postauthor').flatMap(readPost),
      link: attribute(one(root, 'a.titles'), 'href'),
      zone: all(root, 'p.datetime').map(element => textOf(element, 200))[0] ?? '',
      now: currentTime(root),
      adverts: 0,
    }
  },
}

/** Page n of m as two stressed numbers in a row: `Page <strong>1</strong> of <strong>3</strong>`. */
export function pagesOf(root: Root): RawPage['pagination'] {
  for (const place of all(root, 'td.nav, span.nav')) {
    const numbers = childrenOf(place).flatMap(child =>
      'attribs' in child && /^(?:b|strong)$/.test((child as Element).name)
        ? [wholeNumber(textOf(child, 20))]
        : [],
    )
    const [page, pages] = numbers
    if (numbers.length === 2 && page && pages && page <= pages)
      return { ...linkedPages(listOf(root), 'never'), page, pages }
  }
  return ONE_PAGE
}

const listOf = (root: Root): Element | null => {
  const link = one(root, 'a[href*="start="]')
  return link ? (above(link, 'table, td') ?? null) : null
}

const totalOf = (root: Root): number | null =>
  all(root, 'td.gensmall')
    .map(cell => /\[\s*(.{3,40})\s*\]/.exec(textOf(cell, 60))?.[1])
    .map(text => (text ? printedTotal(text) : null))
    .find(total => total !== null) ?? null

function readPost(name: Element): RawPost[] {
  const post = above(name, 'table.tablebg')
  if (!post) return []
  const bodies = all(post, '.postbody')
  // The signature is marked up like the text, and told apart by its line alone.
  const body = bodies.find(text => !/^_{5,}/.test(textOf(text, 40)))
  const anchor = attribute(one(name.parent as Element, 'a[name^="p"]'), 'name')
  const profile = one(post, 'td.profile')
  const head = one(post, 'td.gensmall')
  const details = all(post, '.postdetails')
  return [
    {
      id: /^p\d+$/.test(anchor) ? anchor.slice(1) : null,
      number: null,
      author: textOf(name, 120),
      linked: one(post, 'a[href*="viewprofile"]') !== null,
      title: titleOf(details),
      pairs: pairsOf(linesOf(profile)),
      time: timeOf(head),
      body: body ? childrenOf(body) : null,
      edit: editOf(post, head),
      signature: bodies.length > 1,
      files: all(post, 'a[href*="download/file.php"]').filter(
        link => !above(link, '.postbody') && !above(link, '.profile'),
      ),
    },
  ]
}

const titleOf = (details: readonly Element[]): string | null =>
  details
    .filter(element => element.name === 'td')
    .map(element => textOf(element, 200))
    .find(text => text !== '') ?? null

/** `Posted: Wed Jun 11, 2014 11:28 am`, below the subject, which may hold a date of its own. */
function timeOf(head: Element | null): string {
  const line = linesOf(head).findLast(text => /\d{1,2}:\d{2}|\d{4}/.test(text)) ?? ''
  return line.replace(/^[^:]{1,40}:\s*/, '')
}

function editOf(post: Element, head: Element | null): string {
  const note = all(post, '.gensmall, .editby').find(
    element =>
      element !== head &&
      /\d{4}/.test(textOf(element, 200)) &&
      /\d{1,2}:\d{2}/.test(textOf(element, 200)) &&
      !hasClass(element, 'icons') &&
      !one(element, '.gensmall') &&
      !within(element, head),
  )
  return textOf(note, 300)
}

function within(element: Element, ancestor: Element | null): boolean {
  for (let node = element.parent; node; node = node.parent) if (node === ancestor) return true
  return false
}
