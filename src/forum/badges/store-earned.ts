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

/** The same of the one member of a row, by what they wrote alone. */
const hasStarted = sql<boolean>`exists (select 1 from threads
  where author_id = members.id and deleted_at is null and board_id <> ${sql.lit(CONVERSATIONS)})`
const hasAnswered = (least: number) => sql<boolean>`(select count(*) from posts
  join threads on threads.id = posts.id / ${sql.lit(NUMBERS)}
  where posts.author_id = members.id and posts.deleted_at is null and threads.deleted_at is null
    and threads.answer = posts.id % ${sql.lit(NUMBERS)} and threads.board_id <> ${sql.lit(CONVERSATIONS)}) >= ${least}`

/** A rule → the condition that a row of `members` fulfils who has earned it; asked of all of them, or of one. */
function earned({ kind, least }: BadgeRule, now: number, isForOne: boolean): RawBuilder<boolean> {
  switch (kind) {
    case 'messages':
      return sql`members.message_base + members.message_count >= ${least}`
    case 'score':
      return sql`members.reaction_base + members.reaction_score >= ${least}`
    case 'days':
      return sql`members.joined_at <= ${now - least * DAY}`
    case 'first-thread':
      return isForOne ? hasStarted : sql`members.id in (${starters})`
    case 'answers':
      return isForOne ? hasAnswered(least) : sql`members.id in (${answerers(least)})`
  }
}

/** Who is asked for, and when. */
export interface Earning {
  readonly now: number
  readonly limit: number
  /** Of one member alone where one is given. */
  readonly memberId?: number
}

/** The question of `whoEarned`. */
export const selectEarned = (
  db: Reader | Writer,
  badge: { readonly id: number; readonly rule: BadgeRule },
  at: Earning,
) =>
  db
    .selectFrom('members')
    .select('members.id')
    .where(earned(badge.rule, at.now, at.memberId !== undefined))
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
    .$if(at.memberId !== undefined, query => query.where('members.id', '=', at.memberId!))

/** Members who have earned a badge by its rule and neither have it nor had it taken away, the first so many. */
export async function whoEarned(
  db: Reader | Writer,
  badge: { readonly id: number; readonly rule: BadgeRule },
  at: Earning,
): Promise<number[]> {
  return (await selectEarned(db, badge, at).execute()).map(row => row.id)
}

/** Badges that no rule gives a member any more: those they have, and those that were taken from them. */
export async function settledFor(db: Reader, memberId: number): Promise<ReadonlySet<number>> {
  const rows = await db
    .selectFrom('memberBadges')
    .select('badgeId')
    .where('memberId', '=', memberId)
    .execute()
  return new Set(rows.map(row => row.badgeId))
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
