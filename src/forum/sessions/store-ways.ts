import type { Reader, Writer } from '#store/store.ts'

/** By what a member can sign in. */
export interface Ways {
  readonly hasPassword: boolean
  readonly passkeys: number
  /** Providers that are still asked. */
  readonly providers: number
  readonly state: 'active' | 'waiting' | 'gone'
  /** Whether a code is asked for after a password or a provider's word. */
  readonly hasFactor: boolean
}

/** The ways of one member, or undefined where there is no such member. One query. */
export async function waysOf(db: Reader, memberId: number): Promise<Ways | undefined> {
  const row = await db
    .selectFrom('members')
    .leftJoin('authenticators', join =>
      join.onRef('authenticators.memberId', '=', 'members.id').on('confirmedAt', 'is not', null),
    )
    .select(eb => [
      'members.password',
      'members.state',
      'authenticators.confirmedAt',
      eb
        .selectFrom('passkeys')
        .select(({ fn }) => fn.countAll().as('count'))
        .whereRef('passkeys.memberId', '=', 'members.id')
        .as('passkeys'),
      eb
        .selectFrom('identities')
        .innerJoin('providers', 'providers.issuer', 'identities.issuer')
        // Several that one of them knows are given up together.
        .select(({ fn }) => fn.count('identities.issuer').distinct().as('count'))
        .whereRef('identities.memberId', '=', 'members.id')
        .as('providers'),
    ])
    .where('members.id', '=', memberId)
    .executeTakeFirst()
  return (
    row && {
      hasPassword: row.password !== null,
      passkeys: Number(row.passkeys),
      providers: Number(row.providers),
      state: row.state,
      hasFactor: row.confirmedAt !== null,
    }
  )
}

/** Whether a member can sign in with a password. */
export async function signsInByPassword(db: Reader, memberId: number): Promise<boolean> {
  const row = await db
    .selectFrom('members')
    .select('id')
    .where('id', '=', memberId)
    .where('password', 'is not', null)
    .executeTakeFirst()
  return row !== undefined
}

/** Makes everybody who changes how a member signs in wait for one another. */
export async function holdMember(db: Writer, memberId: number): Promise<void> {
  await db
    .updateTable('members')
    .set(eb => ({ role: eb.ref('role') }))
    .where('id', '=', memberId)
    .execute()
}

/** When a session began, by the hash of its token; undefined where there is none of this member. */
export async function sessionBegan(db: Reader, memberId: number, hash: string): Promise<number | undefined> {
  const row = await db
    .selectFrom('sessions')
    .select('createdAt')
    .where('hash', '=', hash)
    .where('memberId', '=', memberId)
    .executeTakeFirst()
  return row?.createdAt
}
