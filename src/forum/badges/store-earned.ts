import { type RawBuilder, sql } from 'kysely'
import { postId } from '#base/ids.ts'
import { DAY } from '#base/time.ts'
import type { Reader, Writer } from '#store/store.ts'
import { CONVERSATIONS } from '../boards/model.ts'
import type { BadgeRule } from './model.ts'

/** What makes a post's id out of its thread's. */
const NUMBERS = postId(1, 0)

/** Members whose threads or answers count; conversations are nobody's business. */
const starters = sql`select author_id from threads
  where author_id is not null and deleted_at is null and board_id <> ${sql.lit(CONVERSATIONS)}`
const answerers = (least: number) => sql`select posts.author_id from threads
  join posts on posts.id = threads.id * ${sql.lit(NUMBERS)} + threads.answer
  where threads.answer is not null and threads.deleted_at is null and posts.deleted_at is null
    and posts.author_id is not null and threads.board_id <> ${sql.lit(CONVERSATIONS)}
  group by posts.author_id having count(*) >= ${least}`

/** A rule → the condition that a row of `members` fulfils who has earned it. */
function earned({ kind, least }: BadgeRule, now: number): RawBuilder<boolean> {
  switch (kind) {
    case 'messages':
      return sql`members.message_base + members.message_count >= ${least}`
    case 'score':
      return sql`members.reaction_base + members.reaction_score >= ${least}`
    case 'days':
      return sql`members.joined_at <= ${now - least * DAY}`
    case 'first-thread':
      return sql`members.id in (${starters})`
    case 'answers':
      return sql`members.id in (${answerers(least)})`
  }
}

/**
 * Members who have earned a badge by its rule and neither have it nor had it taken away, the first so many; of one member
 * alone where one is given.
 */
export async function whoEarned(
  db: Reader | Writer,
  badge: { readonly id: number; readonly rule: BadgeRule },
  at: { readonly now: number; readonly limit: number; readonly memberId?: number },
): Promise<number[]> {
  let query = db
    .selectFrom('members')
    .select('members.id')
    .where(earned(badge.rule, at.now))
    .where('state', '=', 'active')
    .where(eb =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('memberBadges')
            .select('badgeId')
            .whereRef('memberBadges.memberId', '=', 'members.id')
            .where('badgeId', '=', badge.id),
        ),
      ),
    )
    .orderBy('members.id')
    .limit(at.limit)
  if (at.memberId !== undefined) query = query.where('members.id', '=', at.memberId)
  return (await query.execute()).map(row => row.id)
}

/** Gives a badge to members by its rule; → those who did not have it. A badge is given once, whoever else gives it now. */
export async function awardTo(
  db: Writer,
  badgeId: number,
  memberIds: readonly number[],
  at: number,
): Promise<number[]> {
  if (memberIds.length === 0) return []
  const rows = await db
    .insertInto('memberBadges')
    .values(memberIds.map(memberId => ({ memberId, badgeId, at, givenBy: null, reason: '' })))
    .onConflict(conflict => conflict.columns(['memberId', 'badgeId']).doNothing())
    .returning('memberId')
    .execute()
  return rows.map(row => row.memberId)
}

/** Who wrote a post; null where no member did. */
export async function scoredBy(db: Reader, id: number): Promise<number | null> {
  const row = await db.selectFrom('posts').select('authorId').where('id', '=', id).executeTakeFirst()
  return row?.authorId ?? null
}
