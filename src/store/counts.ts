import { type RawBuilder, sql } from 'kysely'
import type { Reader, Writer } from './store.ts'

/** How many rows of a kind do not say what can be counted. */
export interface Miscounts {
  threads: number
  boards: number
  members: number
}

/** Posts of a thread lie between its id and the next one's, so far apart. */
const NUMBERS_PER_THREAD = sql.lit(2 ** 20)

const LIVING_POSTS = sql`posts.deleted_at is null`

/** The posts of one thread, as a condition on their ids. */
const WITHIN_THREAD = sql`posts.id > threads.id * ${NUMBERS_PER_THREAD}
  and posts.id < (threads.id + 1) * ${NUMBERS_PER_THREAD}`

/**
 * What each thread holds: posts that are not deleted, and the highest number given. It is never lowered: a number is never
 * given twice.
 */
const THREADS = sql`
  select id, post_count,
    case when last_number < highest then highest else last_number end as last_number
  from (
    select threads.id, threads.last_number,
      coalesce(sum(case when posts.id is not null and ${LIVING_POSTS} then 1 else 0 end), 0) as post_count,
      coalesce(max(posts.id) - threads.id * ${NUMBERS_PER_THREAD}, 0) as highest
    from threads left join posts on ${WITHIN_THREAD}
    group by threads.id, threads.last_number
  ) as held`

/** The board of conversations, which count nowhere. */
const CONVERSATIONS = sql.lit(0)

/** What each board holds: threads that are not deleted, and the posts that these count. */
const BOARDS = sql`
  select boards.id, count(threads.id) as thread_count, coalesce(sum(threads.post_count), 0) as post_count
  from boards left join threads on threads.board_id = boards.id and threads.deleted_at is null
  where boards.id <> ${CONVERSATIONS}
  group by boards.id`

/** What each member wrote, in threads and posts that are not deleted, and what it was given by others. */
const MEMBERS = sql`
  select members.id, coalesce(written.posts, 0) as message_count, coalesce(given.score, 0) as reaction_score
  from members
  left join (
    select posts.author_id, count(*) as posts
    from posts join threads on threads.id = posts.id / ${NUMBERS_PER_THREAD}
    where ${LIVING_POSTS} and threads.deleted_at is null and threads.board_id <> ${CONVERSATIONS}
    group by posts.author_id
  ) as written on written.author_id = members.id
  left join (
    select posts.author_id, sum(reactions.score) as score
    from reactions join posts on posts.id = reactions.post_id
    group by posts.author_id
  ) as given on given.author_id = members.id`

/** A kind of rows, what they should say, and where they do not. `right` stands for a row of the first. */
const KINDS: Record<keyof Miscounts, { right: RawBuilder<unknown>; wrong: RawBuilder<unknown> }> = {
  threads: {
    right: THREADS,
    wrong: sql`threads.post_count <> counted.post_count or threads.last_number <> counted.last_number`,
  },
  boards: {
    right: BOARDS,
    wrong: sql`boards.thread_count <> counted.thread_count or boards.post_count <> counted.post_count`,
  },
  members: {
    right: MEMBERS,
    wrong: sql`members.message_count <> counted.message_count
      or members.reaction_score <> counted.reaction_score`,
  },
}

/** Compares the counts that threads, boards and members carry with what is there. Reads everything; changes nothing. */
export async function findMiscounts(db: Reader): Promise<Miscounts> {
  const count = async (kind: keyof Miscounts): Promise<number> => {
    const { right, wrong } = KINDS[kind]
    const query = sql<{ rows: number }>`
      select count(*) as rows from ${sql.table(kind)}
      join (${right}) as counted on counted.id = ${sql.table(kind)}.id where ${wrong}`
    return Number((await query.execute(db as Writer)).rows[0]?.rows)
  }
  return { threads: await count('threads'), boards: await count('boards'), members: await count('members') }
}

/**
 * Counts everything anew and sets what was wrong; pages that guests were shown become old where anything was. → how many
 * rows were set.
 */
export async function recount(db: Writer): Promise<Miscounts> {
  const set = async (kind: keyof Miscounts, columns: readonly string[]): Promise<number> => {
    const { right, wrong } = KINDS[kind]
    const values = columns.map(name => sql`${sql.ref(name)} = counted.${sql.ref(name)}`)
    const result = await sql`
      update ${sql.table(kind)} set ${sql.join(values)} from (${right}) as counted
      where counted.id = ${sql.table(kind)}.id and (${wrong})`.execute(db)
    return Number(result.numAffectedRows ?? 0)
  }
  const changed = {
    threads: await set('threads', ['post_count', 'last_number']),
    boards: await set('boards', ['thread_count', 'post_count']),
    members: await set('members', ['message_count', 'reaction_score']),
  }
  const any = changed.threads + changed.boards + changed.members > 0
  if (any) await sql`update versions set value = value + 1 where name = 'site'`.execute(db)
  return changed
}

/** Rows that refer to something that is not there, where no key of the database forbids it: sentences, none when all is well. */
export async function findOrphans(db: Reader): Promise<string[]> {
  const checks: [what: string, query: RawBuilder<unknown>][] = [
    [
      'posts of threads that are not there',
      sql`posts where not exists
      (select 1 from threads where threads.id = posts.id / ${NUMBERS_PER_THREAD})`,
    ],
    [
      'posts whose present wording is missing',
      sql`posts where not exists
      (select 1 from revisions where revisions.post_id = posts.id and revisions.revision = posts.revision)`,
    ],
    ['threads without a post', sql`threads where not exists (select 1 from posts where ${WITHIN_THREAD})`],
    [
      'boards whose last thread is not there',
      sql`boards where last_thread_id is not null and not exists
      (select 1 from threads where threads.id = boards.last_thread_id and threads.board_id = boards.id)`,
    ],
    [
      'members whose picture is not there',
      sql`members where avatar is not null and not exists
      (select 1 from files where files.hash = members.avatar)`,
    ],
  ]
  const found: string[] = []
  for (const [what, rows] of checks) {
    const { rows: answer } = await sql<{ count: number }>`select count(*) as count from ${rows}`.execute(
      db as Writer,
    )
    const count = Number(answer[0]?.count)
    if (count > 0) found.push(`${count} ${what}`)
  }
  return found
}
