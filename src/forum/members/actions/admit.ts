import { Refused } from '#base/errors.ts'
import type { Act } from '../../act.ts'
import { checkAddress } from '../addresses.ts'
import type { MemberRole } from '../model.ts'
import { checkName } from '../names.ts'
import type { PasswordHash } from '../passwords.ts'
import { mustManageMembers, mustNotBeReserved, mustRegister } from '../rules.ts'
import { insertAccount, isNameTaken } from '../store-accounts.ts'

/**
 * Becomes a member: name and address as typed; → id. Throws `not-allowed` where registration is closed and for members,
 * `invalid` or `conflict` for the field that cannot be used.
 */
export async function register(
  a: Act,
  input: { name: string; address: string; password: PasswordHash },
): Promise<number> {
  mustRegister(a.actor, a.site.settings)
  mustNotBeReserved(input.name, a.site.settings)
  return admit(a, { ...input, role: 'member' })
}

/**
 * Adds a member, for administrators: without an address or a password as well, which they can be given later. → id. Throws
 * `not-allowed`, and `invalid` or `conflict` for the field that cannot be used.
 */
export async function addMember(
  a: Act,
  input: { name: string; address?: string | null; password?: PasswordHash | null; role?: MemberRole },
): Promise<number> {
  mustManageMembers(a.actor)
  return admit(a, input)
}

async function admit(
  { db, now, emit }: Act,
  input: { name: string; address?: string | null; password?: PasswordHash | null; role?: MemberRole },
): Promise<number> {
  const { address, password = null, role = 'member' } = input
  const account = {
    ...{ password, role, joinedAt: now },
    name: checkName(input.name),
    address: address == null ? null : checkAddress(address),
  }
  const id = await insertAccount(db, account)
  if (id === null) {
    if (await isNameTaken(db, account.name)) throw new Refused('conflict', 'name.taken', { field: 'name' })
    throw new Refused('conflict', 'address.taken', { field: 'address' })
  }
  emit({ type: 'member.joined', memberId: id })
  return id
}
