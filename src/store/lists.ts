import { type Kysely, PostgresAdapter, type RawBuilder, sql } from 'kysely'
import type { Tables } from './tables.ts'

/**
 * Lists as one parameter, JSON: the text of a statement is then the same for every length, is compiled once, and takes more
 * than the databases have room for in parameters. The one thing in which they part is what turns JSON into rows.
 */
function rowsOf(db: Kysely<Tables>, json: string): RawBuilder<unknown> {
  const isPostgres = db.getExecutor().adapter instanceof PostgresAdapter
  return isPostgres ? sql`jsonb_array_elements(${json}::jsonb)` : sql`json_each(${json})`
}

/** A JSON list of whole numbers → a query of them, to put after `in`: `where('id', 'in', numbersIn(db, values.ids))`. */
export const numbersIn = (db: Kysely<Tables>, json: string): RawBuilder<number> =>
  sql<number>`(select cast(value as bigint) from ${rowsOf(db, json)})`

/** A JSON list of whole numbers → a table with the column `number`, to select from `as` a name. */
export const numbers = (db: Kysely<Tables>, json: string): RawBuilder<{ number: number }> =>
  sql<{ number: number }>`(select cast(value as bigint) as number from ${rowsOf(db, json)})`

/** A JSON list of pairs of whole numbers → a table with the columns `one` and `other`, to select from `as` a name. */
export const pairs = (db: Kysely<Tables>, json: string): RawBuilder<{ one: number; other: number }> =>
  sql`(select cast(value ->> 0 as bigint) as one, cast(value ->> 1 as bigint) as other from ${rowsOf(db, json)})`
