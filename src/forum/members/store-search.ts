import { sql } from 'kysely'
import type { Reader } from '#store/store.ts'
import { addressKeyOf } from './addresses.ts'
import type { MemberRole } from './model.ts'
import { nameKeyOf } from './names.ts'
import { beginning } from './pattern.ts'

/** A member in the list that administrators search. */
export interface FoundMember {
  readonly id: number
  readonly name: string
  readonly role: MemberRole
  readonly address: string | null
  readonly suspended: boolean
  /** Epoch milliseconds. */
  readonly joinedAt: number
}

/**
 * Members whose name or address begins with a text ('' for all), of one group where one is given, in the order of the keys
 * of their names: the first so many after the member `after`. Capitals make no difference; names are also found by what
 * they are read as.
 */
export async function searchMembers(
  db: Reader,
  search: { begins: string; group: number | null; after: number | null; limit: number },
): Promise<FoundMember[]> {
  const { begins, group, after, limit } = search
  let query = db
    .selectFrom('members')
    .select(['id', 'name', 'role', 'address', 'suspended', 'joinedAt'])
    .orderBy('nameKey')
    .limit(limit)
  if (begins !== '')
    query = query.where(eb => {
      const like = (column: Parameters<typeof eb.ref>[0], text: string) =>
        sql<boolean>`${eb.ref(column)} like ${beginning(text)} escape '\\'`
      return eb.or([
        like('name', begins),
        sql<boolean>`lower(${eb.ref('name')}) like ${beginning(begins.toLowerCase())} escape '\\'`,
        like('nameKey', nameKeyOf(begins)),
        like('addressKey', addressKeyOf(begins)),
      ])
    })
  if (group !== null)
    query = query.where('id', 'in', eb =>
      eb.selectFrom('groupMembers').select('memberId').where('groupId', '=', group),
    )
  if (after !== null)
    query = query.where('nameKey', '>', eb =>
      eb.selectFrom('members as before').select('before.nameKey').where('before.id', '=', after),
    )
  const rows = await query.execute()
  return rows.map(row => ({ ...row, suspended: row.suspended === 1 }))
}

/** How many members have each role. */
export async function countRoles(db: Reader): Promise<Record<MemberRole, number>> {
  const rows = await db
    .selectFrom('members')
    .groupBy('role')
    .select(eb => ['role', eb.fn.countAll<number>().as('count')])
    .execute()
  const counts = { member: 0, moderator: 0, administrator: 0 }
  for (const { role, count } of rows) counts[role] = Number(count)
  return counts
}
