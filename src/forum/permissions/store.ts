import type { Reader, Writer } from '#store/store.ts'
import type { Group, GroupKind, Level, Permission } from './model.ts'

/** All groups, those of the roles first, then by id. */
export async function readGroups(db: Reader): Promise<Group[]> {
  return db.selectFrom('groups').select(['id', 'name', 'kind']).orderBy('id').execute()
}

/** Every cell that was set. */
export async function readPermissions(db: Reader): Promise<Permission[]> {
  return db.selectFrom('boardPermissions').select(['boardId', 'groupId', 'level']).execute()
}

/** Sets a board's whole row of the table; no levels at all means that it has those of the board above it. */
export async function writePermissions(
  db: Writer,
  boardId: number,
  levels: ReadonlyMap<number, Level>,
): Promise<void> {
  await db.deleteFrom('boardPermissions').where('boardId', '=', boardId).execute()
  const rows = [...levels].map(([groupId, level]) => ({ boardId, groupId, level }))
  if (rows.length > 0) await db.insertInto('boardPermissions').values(rows).execute()
}

/** → id of the new group, or null when its name is taken. */
export async function addGroup(db: Writer, name: string, kind: GroupKind): Promise<number | null> {
  const row = await db
    .insertInto('groups')
    .values({ name, kind })
    .onConflict(conflict => conflict.column('name').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

/** Gives a group that an administrator made another name. */
export async function updateGroup(db: Writer, id: number, name: string): Promise<void> {
  await db.updateTable('groups').set({ name }).where('id', '=', id).where('kind', '=', 'custom').execute()
}

/** Takes a group away, from its members and from every board. Those of the roles stay. → whether it did. */
export async function removeGroup(db: Writer, id: number): Promise<boolean> {
  await keepRows(db, id)
  const result = await db
    .deleteFrom('groups')
    .where('id', '=', id)
    .where('kind', '=', 'custom')
    .executeTakeFirst()
  return Number(result.numDeletedRows) > 0
}

/** A row that lost its last cell would open its board as wide as the one above: each keeps one that gives nothing. */
async function keepRows(db: Writer, groupId: number): Promise<void> {
  await db
    .insertInto('boardPermissions')
    .columns(['boardId', 'groupId', 'level'])
    .expression(
      db
        .selectFrom('boardPermissions')
        .innerJoin('groups', join => join.on('groups.kind', '=', 'guest'))
        .where('boardPermissions.groupId', '=', groupId)
        .select(eb => ['boardPermissions.boardId', 'groups.id', eb.val('none' as const).as('level')]),
    )
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

/** Member's ids → ids of their own groups, in order. */
export async function groupsOf(db: Reader, memberId: number): Promise<number[]> {
  const rows = await db
    .selectFrom('groupMembers')
    .select('groupId')
    .where('memberId', '=', memberId)
    .orderBy('groupId')
    .execute()
  return rows.map(row => row.groupId)
}

/** Puts a member in exactly these groups. */
export async function writeGroupsOf(db: Writer, memberId: number, groups: readonly number[]): Promise<void> {
  await db.deleteFrom('groupMembers').where('memberId', '=', memberId).execute()
  const rows = groups.map(groupId => ({ groupId, memberId }))
  if (rows.length > 0) await db.insertInto('groupMembers').values(rows).execute()
}

/** How many members each group holds that an administrator fills. */
export async function countGroupMembers(db: Reader): Promise<Map<number, number>> {
  const rows = await db
    .selectFrom('groupMembers')
    .groupBy('groupId')
    .select(eb => ['groupId', eb.fn.countAll<number>().as('count')])
    .execute()
  return new Map(rows.map(row => [row.groupId, Number(row.count)]))
}
