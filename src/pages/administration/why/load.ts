import type { Forum } from '#forum/act.ts'
import { type Actor, GUEST } from '#forum/actor.ts'
import { nameKeyOf } from '#forum/members/names.ts'
import { findMember, namedMembers } from '#forum/members/store.ts'
import { groupsOf } from '#forum/permissions/store.ts'

/** A member's name as typed → who they are when they act; '' is a guest. Null where there is nobody of that name. */
export async function actorNamed(forum: Forum, name: string): Promise<Actor | null> {
  if (name === '') return GUEST
  const db = forum.store.read
  const found = (await namedMembers(db, [name])).get(nameKeyOf(name))
  const member = found && (await findMember(db, found.id))
  if (!member) return null
  const { id, role, suspended } = member
  return { memberId: id, name: member.name, role, groups: await groupsOf(db, id), suspended }
}
