import { compareWordings, type Quoted, quotationKeys } from '@rostra/record/comparing'

/** Words that may be a wording of a quotation, with the keys by which they are found. */
export interface Alike {
  readonly quoted: Quoted
  readonly keys: readonly number[]
}

/** A key in more wordings than this leads nowhere. */
export const MOST_WITH_KEY = 200
/** The wordings that share most keys are compared, so many of them. */
export const MOST_COMPARED = 20
/** A quotation with more wordings is not taken apart again when one of them goes. */
const MOST_TAKEN_APART = 40

/** Whether two wordings are of one quotation: the same words, one a part of the other, or altered. */
export const isAlike = (one: Quoted, other: Quoted): boolean =>
  (compareWordings(one, other)?.relation ?? 'different') !== 'different'

/** Sets that grow together. */
export class Groups {
  readonly #above = new Map<number, number>()

  /** Who stands for the set that a member is in. */
  of(member: number): number {
    let top = member
    for (let next = this.#above.get(top); next !== undefined; next = this.#above.get(top)) top = next
    if (top !== member) this.#above.set(member, top)
    return top
  }

  /** Puts the sets of two members together; the lower one stands for them. */
  join(one: number, other: number): void {
    const [low, high] = [this.of(one), this.of(other)].sort((a, b) => a - b) as [number, number]
    if (low !== high) this.#above.set(high, low)
  }
}

/**
 * Keys, and who has them → for each the others that share keys with it, those that share most first; keys that too many have count for nothing.
 */
export function mostShared(
  keys: readonly number[],
  holders: ReadonlyMap<number, readonly number[]>,
): number[] {
  const shared = new Map<number, number>()
  for (const key of keys) {
    const list = holders.get(key) ?? []
    if (list.length <= MOST_WITH_KEY)
      for (const holder of list) shared.set(holder, (shared.get(holder) ?? 0) + 1)
  }
  return [...shared]
    .sort((one, other) => other[1] - one[1] || one[0] - other[0])
    .slice(0, MOST_COMPARED)
    .map(([holder]) => holder)
}

/** Wordings → which of them are of one quotation, by their places; directly, or through others. */
export function groupsOf(wordings: readonly Alike[]): Groups {
  const groups = new Groups()
  const holders = new Map<number, number[]>()
  for (const [at, { keys, quoted }] of wordings.entries()) {
    for (const other of mostShared(keys, holders))
      if (groups.of(other) !== groups.of(at) && isAlike(quoted, wordings[other]!.quoted))
        groups.join(other, at)
    for (const key of keys) {
      const list = holders.get(key)
      if (list) list.push(at)
      else holders.set(key, [at])
    }
  }
  return groups
}

/** The wordings of a quotation → the parts it falls into, each a list of places; one part where it holds together. */
export function partsOf(quoted: readonly Quoted[]): number[][] {
  const places = quoted.map((_, at) => at)
  if (quoted.length < 2 || quoted.length > MOST_TAKEN_APART) return [places]
  const groups = groupsOf(quoted.map(each => ({ quoted: each, keys: quotationKeys(each) })))
  const parts = new Map<number, number[]>()
  for (const at of places) {
    const part = parts.get(groups.of(at))
    if (part) part.push(at)
    else parts.set(groups.of(at), [at])
  }
  return [...parts.values()]
}
