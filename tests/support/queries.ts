import type { Kysely } from 'kysely'
import type { Forum } from '#forum/act.ts'
import type { Tables } from '#store/tables.ts'

/**
 * The same forum on PostgreSQL, its reading counted: `count` tells how many queries were answered so far. On SQLite what
 * is prepared goes past it.
 */
export function countQueries(forum: Forum): { forum: Forum; count(): number } {
  let count = 0
  const read = (forum.store.read as Kysely<Tables>).withPlugin({
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      count++
      return result
    },
  })
  return { forum: { ...forum, store: { ...forum.store, read } }, count: () => count }
}
