import type { FastifyRequest } from 'fastify'
import { Refused } from '#base/errors.ts'
import '#web/visitor.ts'

/** The four roles; each may what those before it may. */
export const ROLES = ['guest', 'member', 'moderator', 'administrator'] as const
export type Role = (typeof ROLES)[number]

/** Who acts: a member with a role and groups of their own, or a guest. */
export interface Actor {
  /** Null for a guest, and for the forum itself. */
  readonly memberId: number | null
  readonly name: string | null
  readonly role: Role
  /** Ids of the groups that an administrator put the member in, besides those of the role. */
  readonly groups: readonly number[]
  /** May read, but not write. */
  readonly suspended: boolean
  /** May read, but not write before they have confirmed their address. */
  readonly unconfirmed?: boolean
  /** A moderator or administrator who has the rights of a member until they have a second factor. */
  readonly lacksFactor?: boolean
}

export const GUEST: Actor = { memberId: null, name: null, role: 'guest', groups: [], suspended: false }

/** The forum itself, for what it does on its own: consequences, imports, commands of its operator. */
export const SYSTEM: Actor = { ...GUEST, role: 'administrator' }

/** An actor who is a member: what is left of `Actor` after `mustBeMember`. */
export type MemberActor = Actor & { readonly memberId: number }

declare module '#web/visitor.ts' {
  interface Who {
    readonly actor?: Actor
  }
}

/** Who sent a request. */
export const actorOf = (request: FastifyRequest): Actor => request.visitor.who?.actor ?? GUEST

/** Whether somebody has at least the rights of a role. */
export const hasRole = (actor: Actor, role: Role): boolean => ROLES.indexOf(actor.role) >= ROLES.indexOf(role)

/** Throws `not-signed-in` for a guest. */
export function mustBeMember(actor: Actor): asserts actor is MemberActor {
  if (actor.memberId === null) throw new Refused('not-signed-in')
}

/** Throws unless somebody is a member who may write at present. */
export function mustWrite(actor: Actor): asserts actor is MemberActor {
  mustBeMember(actor)
  if (actor.suspended) throw new Refused('not-allowed', 'refused.suspended')
  if (actor.unconfirmed) throw new Refused('not-allowed', 'refused.unconfirmed')
}

export const mayAdminister = (actor: Actor): boolean => actor.role === 'administrator' && !actor.suspended

/** Throws `not-allowed`, or `not-signed-in` for a guest, for anybody but an administrator and the forum itself. */
export function mustAdminister(actor: Actor): void {
  if (mayAdminister(actor)) return
  mustBeMember(actor)
  throw new Refused('not-allowed', actor.lacksFactor ? 'refused.lacks-factor' : undefined)
}
