import { act, type Forum } from '../act.ts'
import { SYSTEM } from '../actor.ts'
import type { Badge, BadgeRule, RuleKind } from './model.ts'
import { readBadges } from './store.ts'
import { awardTo, settledFor, whoEarned } from './store-earned.ts'

type Earnable = Badge & { readonly rule: BadgeRule }

const isEarnable = (badge: Badge): badge is Earnable => badge.rule !== null

/**
 * Gives badges to those who have earned them by a rule: of each up to `portion` members; → how many were given. What is
 * left is for the next turn.
 */
export async function giveEarned(forum: Forum, portion: number): Promise<number> {
  let given = 0
  for (const badge of (await readBadges(forum.store.read)).filter(isEarnable))
    given += await award(forum, badge, { limit: portion })
  return given
}

/** The same for one member, and the rules of some kinds. */
export async function giveEarnedTo(
  forum: Forum,
  memberId: number,
  kinds: readonly RuleKind[],
): Promise<number> {
  const badges = (await readBadges(forum.store.read)).filter(isEarnable)
  const asked = badges.filter(each => kinds.includes(each.rule.kind))
  if (asked.length === 0) return 0
  // Most members have what can be had by now, and counting what somebody wrote takes longer.
  const settled = await settledFor(forum.store.read, memberId)
  let given = 0
  for (const badge of asked)
    if (!settled.has(badge.id)) given += await award(forum, badge, { limit: 1, memberId })
  return given
}

/** Asked by reading first: most of the time nobody has earned anything, and a write would make others wait. */
async function award(
  forum: Forum,
  badge: Earnable,
  of: { readonly limit: number; readonly memberId?: number },
): Promise<number> {
  const ids = await whoEarned(forum.store.read, badge, { ...of, now: forum.clock() })
  if (ids.length === 0) return 0
  return act(forum, SYSTEM, async ({ db, now, emit }) => {
    const given = await awardTo(db, badge.id, ids, now)
    for (const memberId of given) emit({ type: 'badge.given', memberId, badgeId: badge.id })
    return given.length
  })
}
