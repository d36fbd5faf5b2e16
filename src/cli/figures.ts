import type { Rows } from '#store/backup-tables.ts'

/** Bytes → the same in megabytes, for a person. */
export const megabytes = (bytes: number): string =>
  `${(bytes / 1e6).toLocaleString('en', { maximumFractionDigits: 1 })} MB`

/** Rows by table → what a person would call the contents of a forum. */
export function contentsOf(rows: Rows): string {
  const counted = (table: string, one: string, many: string): string => {
    const count = rows[table] ?? 0
    return `${count.toLocaleString('en')} ${count === 1 ? one : many}`
  }
  return [
    counted('posts', 'post', 'posts'),
    counted('threads', 'thread', 'threads'),
    counted('boards', 'board', 'boards'),
    counted('members', 'member', 'members'),
  ].join(', ')
}
