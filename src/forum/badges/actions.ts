import { Refused } from '#base/errors.ts'
import { cleanLine } from '#base/text.ts'
import type { Words } from '#base/words.ts'
import type { Act } from '../act.ts'
import { mustAdminister } from '../actor.ts'
import { findMember } from '../members/store.ts'
import { MAX_BADGE_REASON, MOST_BADGES, type NewBadge, USUAL_BADGES } from './model.ts'
import { mustGiveBadges } from './rules.ts'
import {
  insertBadges,
  insertHeld,
  isBadgeNameTaken,
  readBadges,
  removeBadgeRow,
  takeHeld,
  updateBadge,
} from './store.ts'

const taken = (): Refused => new Refused('conflict', 'badges.taken', { field: 'name' })

/** Adds a badge; → id. Throws `not-allowed` for anybody but an administrator, and `conflict`. */
export async function addBadge({ db, actor }: Act, badge: NewBadge): Promise<number> {
  mustAdminister(actor)
  if ((await readBadges(db)).length >= MOST_BADGES)
    throw new Refused('conflict', 'badges.too-many', { values: { limit: MOST_BADGES } })
  const [id] = await insertBadges(db, [badge])
  if (id === undefined) throw taken()
  return id
}

/** Adds the badges that a forum can begin with, in a language, as far as it has none of their names. Throws `not-allowed`. */
export async function addUsualBadges({ db, actor }: Act, words: Words): Promise<void> {
  mustAdminister(actor)
  const badges = USUAL_BADGES.map(({ name, about, rule }, index) => ({
    name: words.say(name),
    description: words.say(about),
    rule,
    position: index + 1,
  }))
  await insertBadges(db, badges)
}

/** Changes a badge; who has it keeps it. Throws as `addBadge` does, and `not-found`. */
export async function changeBadge({ db, actor }: Act, id: number, badge: NewBadge): Promise<void> {
  mustAdminister(actor)
  if (await isBadgeNameTaken(db, badge.name, id)) throw taken()
  if (!(await updateBadge(db, id, badge))) throw new Refused('not-found')
}

/** Removes a badge, from everybody who has it too. Throws `not-allowed` and `not-found`. */
export async function removeBadge({ db, actor }: Act, id: number): Promise<void> {
  mustAdminister(actor)
  if (!(await removeBadgeRow(db, id))) throw new Refused('not-found')
}

/**
 * Gives a member a badge by hand, with a reason; nothing happens where they have it. Throws `not-signed-in`,
 * `not-allowed`, `not-found`, and `invalid` for the fields `badge` and `reason`.
 */
export async function giveBadge(
  { db, actor, now, emit }: Act,
  memberId: number,
  given: { readonly badgeId: number; readonly reason: string },
): Promise<void> {
  mustGiveBadges(actor)
  const { badgeId } = given
  if (!(await findMember(db, memberId))) throw new Refused('not-found')
  const badges = await readBadges(db)
  if (!badges.some(badge => badge.id === badgeId))
    throw new Refused('invalid', 'form.not-offered', { field: 'badge' })
  const reason = cleanLine(given.reason)
  if (reason === '') throw new Refused('invalid', 'form.required', { field: 'reason' })
  if (reason.length > MAX_BADGE_REASON)
    throw new Refused('invalid', 'form.too-long', { field: 'reason', values: { limit: MAX_BADGE_REASON } })
  const isNew = await insertHeld(db, { memberId, badgeId, at: now, givenBy: actor.memberId, reason })
  if (isNew) emit({ type: 'badge.given', memberId, badgeId })
}

/** Takes a badge from a member; no rule gives it again. Throws `not-signed-in`, `not-allowed`, and `not-found`. */
export async function takeBadge(
  { db, actor, now, emit }: Act,
  memberId: number,
  badgeId: number,
): Promise<void> {
  mustGiveBadges(actor)
  if (!(await takeHeld(db, memberId, badgeId, now))) throw new Refused('not-found')
  emit({ type: 'member.changed', memberId })
}
