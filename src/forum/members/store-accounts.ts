import type { Reader, Writer } from '#store/store.ts'
import type { Tables } from '#store/tables.ts'
import type { Address } from './addresses.ts'
import type { MemberRole } from './model.ts'
import { nameKeyOf } from './names.ts'
import type { PasswordHash } from './passwords.ts'

/** `waiting` until an administrator agrees; `gone` once the account was deleted and its posts stay. */
export type MemberState = 'active' | 'waiting' | 'gone'

/** What only the account's owner and administrators may know of a member. */
export interface Account {
  readonly id: number
  readonly name: string
  readonly role: MemberRole
  readonly address: string | null
  /** Null for somebody who cannot sign in. */
  readonly password: PasswordHash | null
  readonly suspended: boolean
  readonly state: MemberState
  /** When the owner of the address said that it is theirs; null where nobody did yet. */
  readonly addressConfirmedAt: number | null
}

const ACCOUNT = [
  ...(['id', 'name', 'role', 'address', 'password', 'suspended'] as const),
  ...(['state', 'addressConfirmedAt'] as const),
] as const

type AccountRow = Pick<Tables['members'], 'name' | 'role' | 'address' | 'password'> & {
  id: number
  suspended: 0 | 1
  state: MemberState
  addressConfirmedAt: number | null
}

const accountOf = (row: AccountRow): Account => ({
  ...row,
  password: row.password as PasswordHash | null,
  suspended: row.suspended === 1,
})

/** One account, or undefined. */
export async function findAccount(db: Reader, id: number): Promise<Account | undefined> {
  const row = await db.selectFrom('members').select(ACCOUNT).where('id', '=', id).executeTakeFirst()
  return row && accountOf(row)
}

/** The account that has this name or this address; where two have, the one of the address. */
export async function findAccountBy(
  db: Reader,
  keys: { name: string; address: string },
): Promise<Account | undefined> {
  const rows = await db
    .selectFrom('members')
    .select([...ACCOUNT, 'addressKey'])
    .where(eb => eb.or([eb('nameKey', '=', keys.name), eb('addressKey', '=', keys.address)]))
    .execute()
  const { addressKey: _key, ...row } = rows.find(each => each.addressKey === keys.address) ?? rows[0] ?? {}
  return 'id' in row ? accountOf(row as AccountRow) : undefined
}

/** A member to be. */
export interface NewAccount {
  readonly name: string
  readonly address: Address | null
  readonly password: PasswordHash | null
  readonly role: MemberRole
  readonly joinedAt: number
  /**
   * Whether the address is known to be theirs. Until then it is written down and nothing more: it keeps nobody else from
   * using it, and nobody signs in with it.
   */
  readonly isConfirmed: boolean
  /** Whether an administrator has to agree first. */
  readonly isWaiting?: boolean
  /** JSON; '' for nothing. */
  readonly joiningAnswers?: string
  readonly preferences?: string
}

/** Adds a member; → id, or null when the name or the confirmed address is somebody else's. */
export async function insertAccount(db: Writer, account: NewAccount): Promise<number | null> {
  const { name, address, password, role, joinedAt, isConfirmed, isWaiting } = account
  const row = await db
    .insertInto('members')
    .values({
      ...{ name, nameKey: nameKeyOf(name), password, role, joinedAt },
      address: address?.address ?? null,
      addressKey: isConfirmed ? (address?.key ?? null) : null,
      addressConfirmedAt: isConfirmed && address ? joinedAt : null,
      state: isWaiting ? 'waiting' : 'active',
      joiningAnswers: account.joiningAnswers ?? '',
      preferences: account.preferences ?? '',
      ...{ title: null, country: null, location: null, avatar: null, timeZone: null },
    })
    .onConflict(conflict => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

/** Whether a name is read like that of a member. */
export async function isNameTaken(db: Reader, name: string): Promise<boolean> {
  const query = db.selectFrom('members').select('id').where('nameKey', '=', nameKeyOf(name))
  return (await query.executeTakeFirst()) !== undefined
}

/** Whether an address belongs to another member than `besides`. */
export async function isAddressTaken(db: Reader, key: string, besides: number | null): Promise<boolean> {
  const row = await db.selectFrom('members').select('id').where('addressKey', '=', key).executeTakeFirst()
  return row !== undefined && row.id !== besides
}

/** What may be changed of a member: the account, and what the card says. */
export type MemberColumns = Partial<
  Pick<
    Tables['members'],
    'role' | 'address' | 'addressKey' | 'password' | 'country' | 'location' | 'timeZone' | 'title' | 'avatar'
  >
> &
  Partial<Record<'preferences' | 'privacy' | 'signature' | 'signatureHtml', string>> & {
    suspended?: 0 | 1
    addressConfirmedAt?: number | null
    state?: MemberState
  }

/** Writes some columns of a member; → whether there is one. */
export async function updateMember(db: Writer, id: number, changes: MemberColumns): Promise<boolean> {
  const result = await db.updateTable('members').set(changes).where('id', '=', id).executeTakeFirst()
  return Number(result.numUpdatedRows) > 0
}

/** The hash of a member's picture; null where there is none, undefined where there is no member. */
export async function avatarOf(db: Reader, id: number): Promise<string | null | undefined> {
  const row = await db.selectFrom('members').select('avatar').where('id', '=', id).executeTakeFirst()
  return row?.avatar
}

/**
 * Makes everybody who changes the number of administrators wait for one another, then → the ids of those who can act as
 * one.
 */
export async function holdAdministrators(db: Writer): Promise<number[]> {
  await db.updateTable('members').set({ role: 'administrator' }).where('role', '=', 'administrator').execute()
  const rows = await db
    .selectFrom('members')
    .select('id')
    .where('role', '=', 'administrator')
    .where('suspended', '=', 0)
    .execute()
  return rows.map(row => row.id)
}
