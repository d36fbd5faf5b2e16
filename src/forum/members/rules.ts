import { Refused } from '#base/errors.ts'
import { type Actor, hasRole, mayAdminister, mustAdminister, mustBeMember, mustWrite } from '../actor.ts'
import type { MemberSettings } from '../settings/member-settings.ts'
import type { Settings } from '../settings/model.ts'
import { nameKeyOf } from './names.ts'

/** What people are called who look after a forum. */
const OFFICES = new Set(
  [
    ...['Admin', 'Administrator', 'Administration', 'Moderator', 'Moderation', 'Mod', 'Staff', 'Owner'],
    ...['System', 'Root', 'Support', 'Security', 'Webmaster', 'Postmaster', 'Rostra'],
    ...['Administratorin', 'Moderatorin', 'Leitung'],
    ...['الإدارة', 'الادارة', 'مدير', 'المدير', 'مشرف', 'المشرف', 'النظام'],
  ].map(nameKeyOf),
)

/** Other names under which somebody could pass for the forum itself, or for everybody. */
const RESERVED = new Set(
  [
    ...['Team', 'Help', 'Forum', 'Guest', 'Member', 'Anonymous', 'Nobody', 'Everyone', 'Everybody', 'All'],
    ...['Here', 'Deleted', 'Null', 'Gast', 'Mitglied', 'Niemand', 'Alle', 'Hilfe', 'ضيف', 'عضو'],
  ].map(nameKeyOf),
)

/** Whether somebody may become a member by themselves, be it that an administrator agrees. */
export const mayRegister = (actor: Actor, settings: Settings): boolean =>
  actor.memberId === null && (settings.registration === 'open' || settings.registration === 'approval')

/** Throws `not-allowed` when nobody may join, or nobody without an invitation, or for somebody who is a member already. */
export function mustRegister(actor: Actor, settings: Settings, isInvited = false): void {
  if (settings.registration === 'closed') throw new Refused('not-allowed', 'register.closed')
  if (actor.memberId !== null) throw new Refused('not-allowed', 'register.member-already')
  if (!isInvited && !mayRegister(actor, settings)) throw new Refused('not-allowed', 'register.by-invitation')
}

/** Throws `conflict` for a name that only an administrator may give away: those of offices, and the forum's own. */
export function mustNotBeReserved(name: string, settings: Settings): void {
  const key = nameKeyOf(name)
  if (OFFICES.has(key) || RESERVED.has(key) || key === nameKeyOf(settings.name))
    throw new Refused('conflict', 'name.reserved', { field: 'name' })
}

/** Throws `conflict` for a title in which a member would pass for somebody who has an office. */
export function mustNotBeAnOffice(title: string, settings: Settings): void {
  const words = [title, ...title.split(/[^\p{L}\p{M}\p{Nd}]+/u)].map(nameKeyOf)
  if (words.some(word => OFFICES.has(word) || word === nameKeyOf(settings.name)))
    throw new Refused('conflict', 'title.reserved', { field: 'title' })
}

/** Whether somebody may change what a member's card says of them: the member, or an administrator. */
export const mayChangeProfile = (actor: Actor, memberId: number): boolean =>
  !actor.suspended && !actor.unconfirmed && (actor.memberId === memberId || mayAdminister(actor))

/** Throws `not-signed-in`, or `not-allowed`. */
export function mustChangeProfile(actor: Actor, memberId: number): void {
  if (mayChangeProfile(actor, memberId)) return
  mustWrite(actor)
  throw new Refused('not-allowed')
}

/**
 * Whether somebody may give a member a custom title: administrators everybody; themselves moderators, and members of so
 * many messages as the administrators ask for.
 */
export function maySetTitle(
  actor: Actor,
  member: { readonly id: number; readonly messages: number },
  { titleFrom }: Pick<MemberSettings, 'titleFrom'>,
): boolean {
  if (mayAdminister(actor)) return true
  if (actor.suspended || actor.unconfirmed || actor.memberId !== member.id) return false
  return hasRole(actor, 'moderator') || (titleFrom !== null && member.messages >= titleFrom)
}

/** Throws `not-signed-in`, or `not-allowed`. */
export function mustSetTitle(...asked: Parameters<typeof maySetTitle>): void {
  const [actor] = asked
  if (maySetTitle(...asked)) return
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
