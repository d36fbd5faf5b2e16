import { Refused } from '#base/errors.ts'
import type { Forum } from '#forum/act.ts'
import type { Actor } from '#forum/actor.ts'
import { cardsOf } from '#forum/members/store.ts'
import { findAccount } from '#forum/members/store-accounts.ts'
import { groupsOf } from '#forum/permissions/store.ts'
import { sessionsOf } from '#forum/sessions/store.ts'
import { waysOf } from '#forum/sessions/store-ways.ts'
import type { ManagedMember } from './model.ts'

/** One member with all that an administrator can change. Throws `not-found`. */
export async function loadMember(forum: Forum, actor: Actor, id: number): Promise<ManagedMember> {
  const db = forum.store.read
  const account = await findAccount(db, id)
  const site = await forum.site.at(db)
  const card = (await cardsOf(db, [id], { actor, site })).get(id)
  if (!account || !card) throw new Refused('not-found')
  const { access } = site
  const sessions = await sessionsOf(db, id, { now: forum.clock(), current: null })
  return {
    ...{ card, account, sessions: sessions.length },
    offered: access.groups.filter(group => group.kind === 'custom'),
    groups: await groupsOf(db, id),
    hasFactor: (await waysOf(db, id))?.hasFactor ?? false,
    isOwn: actor.memberId === id,
  }
}
