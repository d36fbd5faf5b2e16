import type { AccountLine } from '../account.ts'
import type { PageReading, Reading } from './model.ts'

/**
 * A reading, and what the writer says became of it → the account of an import of pages: every page, what the writer says
 * of boards, members and threads, and every post with its parts. A page of which no post was taken is left, and nothing
 * more is said of it or of the parts of its posts.
 */
export function tellPages(reading: Reading, written: readonly AccountLine[]): AccountLine[] {
  const posts = new Map(written.filter(line => line.item === 'post').map(line => [line.key ?? '', line]))
  const isTaken = (key: string): boolean => (posts.get(key)?.outcome ?? 'left') !== 'left'
  return [
    ...reading.pages.flatMap(page => tellPage(page, isTaken)),
    ...reading.left,
    ...written.flatMap(line => (line.item === 'post' ? tellPost(reading, line) : [line])),
  ]
}

function tellPage(page: PageReading, isTaken: (key: string) => boolean): AccountLine[] {
  if (page.posts.some(isTaken)) return [page.line, ...page.lines]
  const why = page.posts.length > 0 ? 'none of its posts was taken' : 'all its posts stand on other pages'
  return [{ ...page.line, outcome: 'left', why }]
}

function tellPost(reading: Reading, line: AccountLine): AccountLine[] {
  const post = reading.posts.get(line.key ?? '')
  if (!post) return [line]
  const told = { ...line, where: post.where, why: line.why ?? post.why }
  return line.outcome === 'left' ? [told] : [told, ...post.parts]
}
