import { type Kysely, type RawBuilder, sql } from 'kysely'
import { numbers, numbersIn } from '#store/lists.ts'
import type { Tables } from '#store/tables.ts'
import { isReadable } from './store-posts.ts'

type Database = Kysely<Tables>

/**
 * Whether a row of `stands` is of one of the boards: asked before the posts and their threads are joined, so that what
 * nobody may read costs little. It does not stand for `isReadable`. With `is true` PostgreSQL asks where the row is read, and joins
 * nothing for it.
 */
export const isInBoards = (db: Database, boards: string): RawBuilder<boolean> =>
  sql<boolean>`(stands.board_id in ${numbersIn(db, boards)}) is true`

/** Boards that may be read, one after the other: an index leads to what each has, past all that others have. */
export const allowedBoards = (db: Database, boards: string): RawBuilder<unknown> =>
  sql`${numbers(db, boards)} allowed`

/** The stands of a speaker in one of `allowedBoards`, in posts that may be read, as what follows `from`; the table is `own`. */
export const standsNaming = (
  db: Database,
  speaker: RawBuilder<number>,
  boards: string,
): RawBuilder<unknown> =>
  sql`stands own cross join posts cross join threads
    where own.speaker_id = ${speaker} and own.board_id = allowed.number
      and ${isReadable(db, sql<number>`own.post_id`, boards)}`

// As single values: for `exists`, and for joins, PostgreSQL may go through all stands of a speaker.
const isInSome = (db: Database, boards: string, stands: RawBuilder<unknown>): RawBuilder<boolean> =>
  sql<boolean>`(select 1 from ${allowedBoards(db, boards)}
    where (select 1 from ${stands} limit 1) is not null limit 1) is not null`

/** Whether posts that may be read name a speaker. */
export const isNamed = (db: Database, speaker: RawBuilder<number>, boards: string): RawBuilder<boolean> =>
  isInSome(db, boards, standsNaming(db, speaker, boards))

/** Whether a post that may be read has the name of a speaker exactly as it is kept: no other shows it. */
export const isNameShown = (db: Database, speaker: RawBuilder<number>, boards: string): RawBuilder<boolean> =>
  isInSome(db, boards, sql`${standsNaming(db, speaker, boards)} and own.speaker_name is null`)

/**
 * What is selected of `stands`, with its words and its speaker, both as its post has them; the speaker that the name was
 * joined to shows where a post that may be read has that name.
 */
export const standColumns = (db: Database, boards: string): RawBuilder<unknown> =>
  sql`stands.quotation_id, stands.wording_id, stands.key, stands.post_id, stands.at,
    coalesce(stands.words, wordings.words) as words, wordings.word_count,
    coalesce(speakers.joined_to, speakers.id) as speaker_id,
    case when stands.speaker_name is null and speakers.joined_to is null then speakers.name
      when ${isNameShown(db, sql<number>`coalesce(speakers.joined_to, speakers.id)`, boards)}
        then coalesce(main.name, speakers.name)
      else coalesce(stands.speaker_name, speakers.name) end as speaker_name`

/** Where that comes from. */
export const DETAILS = sql`inner join wordings on wordings.id = stands.wording_id
  left join speakers on speakers.id = stands.speaker_id
  left join speakers main on main.id = speakers.joined_to`
