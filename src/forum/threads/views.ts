import { numbersOn, type PageSize, POSTS_PER_PAGE, pageOfNumber, type Thread } from './model.ts'

/** Words that stand in the addresses of a thread's forms; a title of one of them gets a hyphen. */
const TAKEN = new Set(['delete', 'rename', 'reply'])

/** What of a thread its address is made of. */
type Addressed = Pick<Thread, 'id' | 'slug'> & Partial<Pick<Thread, 'people'>>

/**
 * A thread's address, or that of one of its posts: `/threads/7/port-strike`, `/threads/7/port-strike?page=2#p27`. `size` is
 * for the page of a reader of their own.
 */
export function threadPath(thread: Addressed, number?: number, size: PageSize = POSTS_PER_PAGE): string {
  const path = threadPagePath(thread, number === undefined ? 1 : pageOfNumber(number, size), size)
  return number === undefined ? path : `${path}#p${number}`
}

/**
 * The address of a page of a thread, or of a conversation; the first has no query. A page of another than the usual size
 * is named by its first number, `?from=51`: it means the same to everybody.
 */
export function threadPagePath(thread: Addressed, page: number, size: PageSize = POSTS_PER_PAGE): string {
  const words = TAKEN.has(thread.slug) ? `${thread.slug}-` : thread.slug
  const path = thread.people
    ? `/conversations/${thread.id}`
    : `/threads/${thread.id}/${encodeURIComponent(words)}`
  if (page <= 1) return path
  return size === POSTS_PER_PAGE ? `${path}?page=${page}` : `${path}?from=${numbersOn(page, size).first}`
}
