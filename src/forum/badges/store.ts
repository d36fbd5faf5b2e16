import type { Reader, Writer } from '#store/store.ts'
import { type Badge, type HeldBadge, type NewBadge, ruleOf, storedRule } from './model.ts'

/** All badges, in their order. */
export async function readBadges(db: Reader): Promise<Badge[]> {
  const rows = await db.selectFrom('badges').selectAll().orderBy('position').orderBy('id').execute()
  return rows.map(row => ({ ...row, rule: ruleOf(row.rule) }))
}

/** Adds badges; those whose names are there already stay out. → the ids of the new ones. */
export async function insertBadges(db: Writer, badges: readonly NewBadge[]): Promise<number[]> {
  if (badges.length === 0) return []
  const rows = await db
    .insertInto('badges')
    .values(badges.map(badge => ({ ...badge, rule: storedRule(badge.rule) })))
    .onConflict(conflict => conflict.column('name').doNothing())
    .returning('id')
    .execute()
  return rows.map(row => row.id)
}

/** Whether another badge than `besides` has a name. */
export async function isBadgeNameTaken(db: Reader, name: string, besides: number): Promise<boolean> {
  const row = await db.selectFrom('badges').select('id').where('name', '=', name).executeTakeFirst()
  return row !== undefined && row.id !== besides
}

/** Changes a badge; → whether there is one. */
export async function updateBadge(db: Writer, id: number, badge: NewBadge): Promise<boolean> {
  const result = await db
    .updateTable('badges')
    .set({ ...badge, rule: storedRule(badge.rule) })
    .where('id', '=', id)
    .executeTakeFirst()
  return Number(result.numUpdatedRows) > 0
}

/** Removes a badge, from everybody who has it too; → whether there was one. */
export async function removeBadgeRow(db: Writer, id: number): Promise<boolean> {
  await db.deleteFrom('memberBadges').where('badgeId', '=', id).execute()
  const result = await db.deleteFrom('badges').where('id', '=', id).executeTakeFirst()
  return Number(result.numDeletedRows) > 0
}

/** How many members have each badge, by its id. */
export async function countHolders(db: Reader): Promise<Map<number, number>> {
  const rows = await db
    .selectFrom('memberBadges')
    .where('takenAt', 'is', null)
    .groupBy('badgeId')
    .select(eb => ['badgeId', eb.fn.countAll<number>().as('count')])
    .execute()
  return new Map(rows.map(row => [row.badgeId, Number(row.count)]))
}

/** The badges that a member has, in their order. */
export async function badgesOf(db: Reader, memberId: number): Promise<HeldBadge[]> {
  const rows = await db
    .selectFrom('memberBadges')
    .innerJoin('badges', 'badges.id', 'memberBadges.badgeId')
    .leftJoin('members', 'members.id', 'memberBadges.givenBy')
    .select(['badges.id', 'badges.name', 'description', 'rule', 'at', 'reason', 'givenBy'])
    .select('members.name as giver')
    .where('memberId', '=', memberId)
    .where('takenAt', 'is', null)
    .orderBy('position')
    .orderBy('badges.id')
    .execute()
  return rows.map(({ givenBy, giver, rule, ...row }) => ({
    ...row,
    rule: ruleOf(rule),
    givenBy: givenBy === null || giver === null ? null : { id: givenBy, name: giver },
  }))
}

/** Gives a member a badge, also one that was taken away; → false where they have it already. */
export async function insertHeld(
  db: Writer,
  held: { memberId: number; badgeId: number; at: number; givenBy: number | null; reason: string },
): Promise<boolean> {
  const { at, givenBy, reason } = held
  const row = await db
    .insertInto('memberBadges')
    .values(held)
    .onConflict(conflict =>
      conflict
        .columns(['memberId', 'badgeId'])
        .doUpdateSet({ at, givenBy, reason, takenAt: null })
        .where('memberBadges.takenAt', 'is not', null),
    )
    .returning('badgeId')
    .executeTakeFirst()
  return row !== undefined
}

/** Takes a badge from a member, for good: no rule gives it again. → whether they had it. */
export async function takeHeld(db: Writer, memberId: number, badgeId: number, at: number): Promise<boolean> {
  const result = await db
    .updateTable('memberBadges')
    .set({ takenAt: at })
    .where('memberId', '=', memberId)
    .where('badgeId', '=', badgeId)
    .where('takenAt', 'is', null)
    .executeTakeFirst()
  return Number(result.numUpdatedRows) > 0
}

/** The badges of a member, for their own copy of what is kept of them. */
export async function exportOf(db: Reader, memberId: number): Promise<object> {
  const badges = await badgesOf(db, memberId)
  return { badges: badges.map(({ name, description, at, reason }) => ({ name, description, at, reason })) }
}
