import { Refused } from '#base/errors.ts'
import type { Locale } from '#base/words.ts'
import type { Act } from '../../act.ts'
import { checkAddress } from '../addresses.ts'
import type { MemberRole } from '../model.ts'
import { checkName } from '../names.ts'
import type { PasswordHash } from '../passwords.ts'
import { mustManageMembers, mustNotBeReserved, mustRegister } from '../rules.ts'
import { insertAccount, isNameTaken, type NewAccount } from '../store-accounts.ts'
import { isOldName } from '../store-names.ts'

/** Somebody who wants to become a member: name and address as typed. */
export interface Joining {
  readonly name: string
  readonly address: string
  /** Null for somebody who signs in by other means. */
  readonly password: PasswordHash | null
  /** Whether the address is known to be theirs, because somebody trusted says so. */
  readonly isConfirmed?: boolean
  readonly isInvited?: boolean
  /** What they answered, as JSON. */
  readonly answers?: string
  readonly locale?: Locale
}

/**
 * Becomes a member, or one who waits where administrators have to agree; → id, and whether they wait. Whether an address
 * that is not confirmed belongs to somebody else makes no difference. Throws `not-allowed` where registration is closed and
 * for members, `invalid` or `conflict` for the field that cannot be used.
 */
export async function register(a: Act, input: Joining): Promise<{ id: number; isWaiting: boolean }> {
  const { name, address, password, isConfirmed = false, isInvited = false, answers, locale } = input
  const { settings } = a.site
  mustRegister(a.actor, settings, isInvited)
  mustNotBeReserved(name, settings)
  const isWaiting = settings.registration === 'approval' && !isInvited
  const id = await admit(a, {
    ...{ name, address, password, isConfirmed, isWaiting, role: 'member' },
    ...(answers !== undefined && { joiningAnswers: answers }),
    ...(locale !== undefined && { preferences: JSON.stringify({ language: locale }) }),
  })
  return { id, isWaiting }
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
  return admit(a, { ...input, isConfirmed: true })
}

async function admit(
  { db, now, emit }: Act,
  input: Omit<NewAccount, 'address' | 'password' | 'role' | 'joinedAt'> & {
    readonly address?: string | null
    readonly password?: PasswordHash | null
    readonly role?: MemberRole
  },
): Promise<number> {
  const { address, password = null, role = 'member' } = input
  const account = {
    ...input,
    ...{ password, role, joinedAt: now },
    name: checkName(input.name),
    address: address == null ? null : checkAddress(address),
  }
  const id = await insertAccount(db, account)
  if (id === null) {
    if (await isNameTaken(db, account.name)) throw new Refused('conflict', 'name.taken', { field: 'name' })
    throw new Refused('conflict', 'address.taken', { field: 'address' })
  }
  // Asked last: whoever gave the name up at the same moment has done so by now.
  if (await isOldName(db, account.name, id)) throw new Refused('conflict', 'name.taken', { field: 'name' })
  if (!input.isWaiting) emit({ type: 'member.joined', memberId: id })
  return id
}
