import { Refused } from '#base/errors.ts'
import type { Writer } from '#store/store.ts'
import { holdMember, waysOf } from './store-ways.ts'

/** Lets a member give up one passkey or provider. Throws `conflict` for the last way to sign in. */
export async function mustHaveAnotherWay(db: Writer, memberId: number): Promise<void> {
  await holdMember(db, memberId)
  const ways = await waysOf(db, memberId)
  if (ways && !ways.hasPassword && ways.passkeys + ways.providers <= 1)
    throw new Refused('conflict', 'account.last-way')
}
