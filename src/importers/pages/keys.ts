import { createHash } from 'node:crypto'
import { keyWithin } from '../neutral.ts'
import type { PagePost, ThreadPage } from './model.ts'

/** A short name for a text of any length that is the same in every run. */
export const digest = (...parts: (string | number | null)[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22)

/**
 * The key of a page's thread: its address where one is shown, else its id with its title, else its title with its boards.
 * Nothing of it depends on which pages of the thread are there.
 */
export function threadKey(page: ThreadPage): string {
  if (page.site !== null && page.threadId !== null) return `${page.site}/thread/${page.threadId}`
  if (page.threadId !== null) return `${page.family}/thread/${page.threadId}/${digest(page.title)}`
  return `${page.site ?? page.family}/thread/${digest(page.title, ...page.crumbs.map(crumb => crumb.title))}`
}

/** The key of a post by its id on its site; ids are unique within a site, or, where none is shown, within a thread. */
export const postKeyOfId = (page: ThreadPage, id: string): string =>
  `${page.site ?? threadKey(page)}/post/${id}`

/**
 * The key of a post; one without an id is known by its author, its time or else its number, its text, and by which of its
 * equals on the page it is.
 */
export function postKey(page: ThreadPage, post: PagePost, equals: Map<string, number>): string {
  if (post.id !== null) return postKeyOfId(page, post.id)
  const when = post.at ? post.at.at : post.number === null ? null : `#${post.number}`
  const name = digest(post.author, when, post.body)
  const count = (equals.get(name) ?? 0) + 1
  equals.set(name, count)
  return `${threadKey(page)}/post/${name}${count === 1 ? '' : `/${count}`}`
}

/** The key of a member: boards tell names apart whatever their capitals. */
export const memberKey = (page: ThreadPage, name: string): string =>
  keyWithin(page.site, name.normalize('NFC').toLowerCase())

export const boardKey = (site: string | null, path: readonly string[]): string =>
  `${site ?? 'pages'}/board/${path.join(' / ')}`
