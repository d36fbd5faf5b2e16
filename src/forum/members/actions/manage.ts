import { Refused } from '#base/errors.ts'
import { isTaken } from '#store/differences.ts'
import type { Act } from '../../act.ts'
import { checkAddress } from '../addresses.ts'
import type { MemberRole } from '../model.ts'
import { mustManageMembers } from '../rules.ts'
import { holdAdministrators, isAddressTaken, type MemberColumns, updateMember } from '../store-accounts.ts'

/**
 * Gives a member a role. Throws `not-allowed` for anybody but an administrator, `not-found`, and `conflict` when nobody
 * would be left to administer.
 */
export async function setRole(a: Act, memberId: number, role: MemberRole): Promise<void> {
  mustManageMembers(a.actor)
  if (role !== 'administrator') await mustLeaveAnother(a, memberId)
  await change(a, memberId, { role })
}

/** Lets a member read and no longer write. Throws as `setRole` does. */
export async function suspend(a: Act, memberId: number): Promise<void> {
  mustManageMembers(a.actor)
  await mustLeaveAnother(a, memberId)
  await change(a, memberId, { suspended: 1 })
}

/** Lets a member write again. Throws `not-allowed` and `not-found`. */
export async function unsuspend(a: Act, memberId: number): Promise<void> {
  mustManageMembers(a.actor)
  await change(a, memberId, { suspended: 0 })
}

/** Writes an address that is known to be the member's. Throws `not-found`, `invalid` and `conflict`. */
export async function writeAddress(a: Act, memberId: number, typed: string | null): Promise<void> {
  const address = typed === null ? null : checkAddress(typed)
  if (address && (await isAddressTaken(a.db, address.key, memberId))) throw taken()
  const changes = {
    address: address?.address ?? null,
    addressKey: address?.key ?? null,
    addressConfirmedAt: address === null ? null : a.now,
  }
  try {
    await change(a, memberId, changes)
  } catch (error) {
    // Somebody else has confirmed it at the same moment.
    throw isTaken(error) ? taken() : error
  }
}

const taken = (): Refused => new Refused('conflict', 'address.taken', { field: 'address' })

async function mustLeaveAnother({ db }: Act, memberId: number): Promise<void> {
  const administrators = await holdAdministrators(db)
  if (administrators.includes(memberId) && administrators.length === 1)
    throw new Refused('conflict', 'refused.last-administrator')
}

async function change({ db, emit }: Act, memberId: number, changes: MemberColumns): Promise<void> {
  if (!(await updateMember(db, memberId, changes))) throw new Refused('not-found')
  emit({ type: 'member.changed', memberId })
}
