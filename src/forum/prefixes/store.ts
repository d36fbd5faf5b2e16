import { sql } from 'kysely'
import type { Reader, Writer } from '#store/store.ts'
import { type Prefixes, type PrefixInput, TONES, type Tone } from './model.ts'

const toneOf = (text: string): Tone => TONES.find(tone => tone === text) ?? 'plain'

/** All prefixes, in their order, each with the boards in which it can be chosen. */
export async function readPrefixes(db: Reader): Promise<Prefixes> {
  const rows = await db.selectFrom('prefixes').selectAll().orderBy('position').orderBy('id').execute()
  if (rows.length === 0) return new Map()
  const boards = new Map(rows.map(row => [row.id, new Set<number>()]))
  for (const { prefixId, boardId } of await db.selectFrom('prefixBoards').selectAll().execute())
    boards.get(prefixId)?.add(boardId)
  return new Map(
    rows.map(row => [row.id, { ...row, tone: toneOf(row.tone), boards: boards.get(row.id) ?? new Set() }]),
  )
}

/** Adds a prefix behind the others; → its id, null where there is one of this name. */
export async function insertPrefix(db: Writer, { name, tone }: PrefixInput): Promise<number | null> {
  const row = await db
    .insertInto('prefixes')
    .values(eb => ({
      ...{ name, tone },
      position: eb
        .selectFrom('prefixes')
        .select(inner => inner(inner.fn.coalesce(inner.fn.max('position'), inner.lit(0)), '+', 1).as('next')),
    }))
    .onConflict(conflict => conflict.column('name').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

/** Gives a prefix another name and tone; → whether the name is free. */
export async function updatePrefix(db: Writer, id: number, { name, tone }: PrefixInput): Promise<boolean> {
  const taken = await db
    .selectFrom('prefixes')
    .select('id')
    .where('name', '=', name)
    .where('id', '<>', id)
    .executeTakeFirst()
  if (taken) return false
  await db.updateTable('prefixes').set({ name, tone }).where('id', '=', id).execute()
  return true
}

/** Says in which boards a prefix can be chosen. */
export async function writePrefixBoards(db: Writer, id: number, boards: readonly number[]): Promise<void> {
  await db.deleteFrom('prefixBoards').where('prefixId', '=', id).execute()
  const rows = [...new Set(boards)].map(boardId => ({ prefixId: id, boardId }))
  if (rows.length > 0) await db.insertInto('prefixBoards').values(rows).execute()
}

/** Puts prefixes in the given order. */
export async function placePrefixes(db: Writer, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return
  await db
    .updateTable('prefixes')
    .set(eb => {
      let cases = eb.case().when('id', '=', ids[0]!).then(sql.lit(1))
      for (const [index, id] of ids.slice(1).entries())
        cases = cases.when('id', '=', id).then(sql.lit(index + 2))
      return { position: cases.else(eb.ref('position')).end() }
    })
    .where('id', 'in', ids)
    .execute()
}

/** Removes a prefix, from its threads too. */
export async function removePrefixRow(db: Writer, id: number): Promise<void> {
  await db.updateTable('threads').set({ prefixId: null }).where('prefixId', '=', id).execute()
  await db.deleteFrom('prefixes').where('id', '=', id).execute()
}
