import { Refused } from '#base/errors.ts'
import { type Actor, hasRole, mayAdminister, mustAdminister, mustBeMember, mustWrite } from '../actor.ts'
import type { Settings } from '../settings/model.ts'
import { nameKeyOf } from './names.ts'

/** Names under which somebody could pass for the forum itself. */
const RESERVED = new Set(
  [
    ...[
      'Admin',
      'Administrator',
      'Administration',
      'Moderator',
      'Moderation',
      'Mod',
      'Staff',
      'Team',
      'Owner',
    ],
    ...['System', 'Root', 'Support', 'Help', 'Security', 'Webmaster', 'Postmaster', 'Rostra', 'Forum'],
    ...['Guest', 'Member', 'Anonymous', 'Nobody', 'Everyone', 'Everybody', 'All', 'Here', 'Deleted', 'Null'],
    ...['Administratorin', 'Moderatorin', 'Leitung', 'Gast', 'Mitglied', 'Niemand', 'Alle', 'Hilfe'],
    ...['الإدارة', 'الادارة', 'مدير', 'المدير', 'مشرف', 'المشرف', 'ضيف', 'عضو', 'النظام'],
  ].map(nameKeyOf),
)

/** Whether somebody may become a member by themselves. */
export const mayRegister = (actor: Actor, settings: Settings): boolean =>
  actor.memberId === null && settings.registration === 'open'

/** Throws `not-allowed` when nobody may join, or for somebody who is a member already. */
export function mustRegister(actor: Actor, settings: Settings): void {
  if (settings.registration === 'closed') throw new Refused('not-allowed', 'register.closed')
  if (!mayRegister(actor, settings)) throw new Refused('not-allowed', 'register.member-already')
}

/** Throws `conflict` for a name that only an administrator may give away: those of offices, and the forum's own. */
export function mustNotBeReserved(name: string, settings: Settings): void {
  const key = nameKeyOf(name)
  if (RESERVED.has(key) || key === nameKeyOf(settings.name))
    throw new Refused('conflict', 'name.reserved', { field: 'name' })
}

/** Whether somebody may change what a member's card says of them: the member, or an administrator. */
export const mayChangeProfile = (actor: Actor, memberId: number): boolean =>
  !actor.suspended && (actor.memberId === memberId || mayAdminister(actor))

/** Throws `not-signed-in`, or `not-allowed`. */
export function mustChangeProfile(actor: Actor, memberId: number): void {
  if (mayChangeProfile(actor, memberId)) return
  mustWrite(actor)
  throw new Refused('not-allowed')
}

/** Whether somebody may give a member a custom title: moderators themselves, administrators everybody. */
export const maySetTitle = (actor: Actor, memberId: number): boolean =>
  mayAdminister(actor) || (!actor.suspended && actor.memberId === memberId && hasRole(actor, 'moderator'))

/** Throws `not-signed-in`, or `not-allowed`. */
export function mustSetTitle(actor: Actor, memberId: number): void {
  if (maySetTitle(actor, memberId)) return
  mustWrite(actor)
  throw new Refused('not-allowed')
}

/** Whether somebody may give members roles, addresses and links, and suspend them. */
export const mayManageMembers = mayAdminister

/** Throws `not-signed-in`, or `not-allowed`, for anybody but an administrator and the forum itself. */
export const mustManageMembers: (actor: Actor) => void = mustAdminister

/** Throws unless it is the member's own account. Suspended members keep theirs in order too. */
export function mustBe(actor: Actor, memberId: number): void {
  mustBeMember(actor)
  if (actor.memberId !== memberId) throw new Refused('not-allowed')
}
