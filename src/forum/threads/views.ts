import { pageOfNumber, type Thread } from './model.ts'

/** Words that stand in the addresses of a thread's forms; a title of one of them gets a hyphen. */
const TAKEN = new Set(['delete', 'rename', 'reply'])

/** What of a thread its address is made of. */
type Addressed = Pick<Thread, 'id' | 'slug'> & Partial<Pick<Thread, 'people'>>

/** A thread's address, or that of one of its posts: `/threads/7/port-strike`, `/threads/7/port-strike?page=2#p27`. */
export function threadPath(thread: Addressed, number?: number): string {
  const path = threadPagePath(thread, number === undefined ? 1 : pageOfNumber(number))
  return number === undefined ? path : `${path}#p${number}`
}

/** The address of a page of a thread, or of a conversation; the first has no query. */
export function threadPagePath(thread: Addressed, page: number): string {
  const words = TAKEN.has(thread.slug) ? `${thread.slug}-` : thread.slug
  const path = thread.people
    ? `/conversations/${thread.id}`
    : `/threads/${thread.id}/${encodeURIComponent(words)}`
  return page > 1 ? `${path}?page=${page}` : path
}
