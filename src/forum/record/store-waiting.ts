import { sql } from 'kysely'
import { prepared } from '#store/prepared.ts'
import type { Reader, Writer } from '#store/store.ts'

/** What processes in which nobody reads left for the one that does: one row, a list of posts and threads. */
const NAME = 'reading-waiting'
/** More signs are not kept in the list; it says then that there is more. */
const LONGEST = 20_000
const MORE = 'more'

/** What is to be looked at. */
export interface Waiting {
  readonly postIds: readonly number[]
  readonly threadIds: readonly number[]
  /** Whether there was no room for everything: all posts are to be looked at. */
  readonly isMore: boolean
}

const add = prepared((db, { value }: { value: string }) =>
  db
    .insertInto('settings')
    .values({ name: NAME, value })
    .onConflict(conflict =>
      conflict.column('name').doUpdateSet({
        value: sql<string>`case when length(settings.value) < ${sql.lit(LONGEST)}
          then settings.value || ' ' || excluded.value else ${sql.lit(MORE)} end`,
      }),
    ),
)

/** What a post or a thread is called in the list. */
export const nameOf = (added: { readonly postId: number } | { readonly threadId: number }): string =>
  'postId' in added ? `p${added.postId}` : `t${added.threadId}`

/** Adds posts and threads to what waits. Two that do so at once are both in the list. */
export async function addWaiting(db: Writer, names: readonly string[]): Promise<void> {
  const value = names.join(' ')
  await add(db, { value: value.length < LONGEST ? value : MORE })
}

const select = prepared(db => db.selectFrom('settings').select('name').where('name', '=', sql.lit(NAME)))

/** Whether anything waits. */
export async function isWaiting(db: Reader): Promise<boolean> {
  return (await select(db, {})).length > 0
}

/** Takes everything that waits, for nobody else to take. */
export async function takeWaiting(db: Writer): Promise<Waiting> {
  const row = await db.deleteFrom('settings').where('name', '=', NAME).returning('value').executeTakeFirst()
  const parts = row?.value.split(' ') ?? []
  const idsOf = (letter: string): number[] => [
    ...new Set(parts.filter(part => part.startsWith(letter)).map(part => Number(part.slice(1)))),
  ]
  return { postIds: idsOf('p'), threadIds: idsOf('t'), isMore: parts.includes(MORE) }
}
