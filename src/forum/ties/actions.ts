import { Refused } from '#base/errors.ts'
import type { Act } from '../act.ts'
import { type MemberActor, mustBeMember } from '../actor.ts'
import type { Member } from '../members/model.ts'
import { findMember } from '../members/store.ts'
import { visibleTo } from '../permissions/visible.ts'
import { MOST_TIES, type Tie } from './model.ts'
import { addTie, removeTie, tiedTo } from './store.ts'

/**
 * Follows a member, and ignores them no more; nothing happens when that is so already. Throws `not-signed-in`, `not-found`, and
 * `not-allowed` for oneself and for more than one can follow.
 */
export async function follow(a: Act, otherId: number): Promise<void> {
  await tie(a, 'follow', otherId)
}

/** Follows a member no more. Throws `not-signed-in`. */
export async function unfollow(a: Act, otherId: number): Promise<void> {
  await untie(a, 'follow', otherId)
}

/** Folds away what a member writes, and follows them no more. Throws as `follow` does, also for moderators. */
export async function ignore(a: Act, otherId: number): Promise<void> {
  await tie(a, 'ignore', otherId)
}

/** Reads a member again. Throws `not-signed-in`. */
export async function unignore(a: Act, otherId: number): Promise<void> {
  await untie(a, 'ignore', otherId)
}

async function tie(a: Act, kind: Tie, otherId: number): Promise<void> {
  const { db, actor, now: at, site } = a
  mustBeMember(actor)
  const other = await findMember(db, otherId, visibleTo(site, actor))
  if (!other) throw new Refused('not-found')
  mustTie(actor, kind, other)
  const pair = { memberId: actor.memberId, otherId }
  if ((await tiedTo(db, kind, actor.memberId)).length >= MOST_TIES)
    throw new Refused('not-allowed', 'tie.too-many', { values: { limit: MOST_TIES } })
  if (!(await addTie(db, kind, { ...pair, at }))) return
  await removeTie(db, kind === 'follow' ? 'ignore' : 'follow', pair)
  a.emit({ type: 'tie.set', ...pair, tie: kind })
}

async function untie(a: Act, kind: Tie, otherId: number): Promise<void> {
  mustBeMember(a.actor)
  const pair = { memberId: a.actor.memberId, otherId }
  if (await removeTie(a.db, kind, pair)) a.emit({ type: 'tie.removed', ...pair, tie: kind })
}

/** Whether somebody may follow, or ignore, a member: everybody but themselves, and nobody ignores who keeps order. */
export const mayTie = (
  actor: { readonly memberId: number | null },
  kind: Tie,
  other: Pick<Member, 'id' | 'role'>,
): boolean =>
  actor.memberId !== null && actor.memberId !== other.id && (kind === 'follow' || other.role === 'member')

function mustTie(actor: MemberActor, kind: Tie, other: Member): void {
  if (mayTie(actor, kind, other)) return
  const isSelf = actor.memberId === other.id
  throw new Refused('not-allowed', isSelf ? 'tie.self' : 'tie.staff')
}
