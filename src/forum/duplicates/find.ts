import { hashNumber } from '#base/ids.ts'
import type { Reader } from '#store/store.ts'
import { addressKeyOf, firstAddressKeys } from '../addresses/model.ts'
import type { Visible } from '../permissions/visible.ts'
import {
  areAlike,
  type Duplicate,
  LOOKED_BACK,
  MOST_ADDRESSES,
  MOST_TOLD,
  partsOf,
  shareOf,
  tellingParts,
} from './model.ts'
import { type Candidate, threadsByAddress, threadsByKeys } from './store.ts'

/** A thread that is about to be started. */
export interface ToBeStarted {
  readonly title: string
  readonly source: string
  /** Of an article; '' for none. */
  readonly sourceUrl: string
}

/**
 * Threads of the last three months that somebody may read and that are about the same address, or whose titles are nearly the
 * same: at most `MOST_TOLD`, those about the same address first, then the likest. Two queries.
 */
export async function duplicatesOf(
  db: Reader,
  visible: Visible,
  { title, source, sourceUrl }: ToBeStarted,
  at: { readonly now: number; readonly origin?: string | undefined },
): Promise<Duplicate[]> {
  const within = { boards: visible.boards, since: at.now - LOOKED_BACK }
  const parts = partsOf(title)
  const addresses = [
    ...(URL.canParse(sourceUrl) ? [addressKeyOf(sourceUrl)] : []),
    ...firstAddressKeys(source, MOST_ADDRESSES, at.origin),
  ]
  const same = await threadsByAddress(db, addresses, within)
  const known = new Set(same.map(thread => thread.id))
  const titled = (await threadsByKeys(db, tellingParts(parts).map(hashNumber), within)).filter(
    thread => !known.has(thread.id) && areAlike(parts, partsOf(thread.title)),
  )
  const likeness = (thread: Candidate): number => shareOf(parts, partsOf(thread.title))
  titled.sort((one, other) => likeness(other) - likeness(one) || other.id - one.id)
  return [...same, ...titled].slice(0, MOST_TOLD).map(({ sourceKey: _key, ...thread }) => ({
    ...thread,
    sameAddress: known.has(thread.id),
  }))
}
