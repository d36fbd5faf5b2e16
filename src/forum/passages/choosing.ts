/** A post that shares fingerprints with another. */
export interface Candidate {
  readonly id: number
  readonly at: number
  readonly boardId: number
  /** The places of those in the other's list of fingerprints, rising. */
  readonly shared: readonly number[]
}

/** Fewer shared fingerprints are a turn of phrase more often than a passage. */
const SEVERAL = 2
/** The texts of so many candidates are compared, and so many of those that share one fingerprint alone. */
export const MOST_COMPARED = 24
const MOST_SINGLE = 6

/** The fingerprints of a text, and who has each → for each of these posts the places in the list, rising. */
export function sharedPlaces(
  hashes: readonly number[],
  holders: ReadonlyMap<number, readonly number[]>,
): Map<number, number[]> {
  const shared = new Map<number, number[]>()
  for (const [place, hash] of hashes.entries()) {
    for (const id of holders.get(hash) ?? []) {
      const list = shared.get(id)
      if (list) list.push(place)
      else shared.set(id, [place])
    }
  }
  return shared
}

/** The earlier first; of the same moment that with the lower id. */
export const byTime = (one: Pick<Candidate, 'at' | 'id'>, other: Pick<Candidate, 'at' | 'id'>): number =>
  one.at - other.at || one.id - other.id

/**
 * Candidates → those whose texts are to be compared: of each board those that have a shared fingerprint first, and the
 * latest; whoever may read some boards alone then finds the first that they may read. However many copies there are, these
 * are few. Those that share most come first.
 */
export function chosen(candidates: readonly Candidate[]): Candidate[] {
  const boards = new Map<number, Candidate[]>()
  for (const candidate of [...candidates].sort(byTime)) {
    const own = boards.get(candidate.boardId)
    if (own) own.push(candidate)
    else boards.set(candidate.boardId, [candidate])
  }
  const picked = [...boards.values()].flatMap(chosenOfBoard)
  const single = picked.filter(each => each.shared.length < SEVERAL)
  const several = picked.filter(each => each.shared.length >= SEVERAL)
  return [
    ...several.sort((one, other) => other.shared.length - one.shared.length || byTime(one, other)),
    ...single.slice(0, MOST_SINGLE),
  ].slice(0, MOST_COMPARED)
}

/** The same of the candidates of one board, which are in the order of time. */
function chosenOfBoard(candidates: readonly Candidate[]): Candidate[] {
  const covered = new Set<number>()
  const picked = new Set<Candidate>()
  for (const candidate of candidates) {
    if (candidate.shared.every(place => covered.has(place))) continue
    picked.add(candidate)
    for (const place of candidate.shared) covered.add(place)
  }
  const latest = candidates.findLast(each => each.shared.length >= SEVERAL) ?? candidates.at(-1)
  if (latest) picked.add(latest)
  return [...picked]
}

/** A post that has a fingerprint. */
export type Holder = Omit<Candidate, 'shared'>

/** So many posts are looked at that may stand between a post and a later one; where none of them does, it counts as near. */
const MOST_BETWEEN = 8

/**
 * A post, and who has each of its fingerprints → the later posts for which it may be the first of its board to have one,
 * or the latest before them: what they lead to may change with it. A few more than that, since all that they share with
 * others is not known here. Looks at each of the holders a fixed number of times.
 */
export function affectedBy(post: Holder, holders: readonly (readonly Holder[])[]): Set<number> {
  const all = laterOf(post, holders)
  const between = all
    .filter(({ holder, shared }) => holder.boardId === post.boardId && shared.size >= SEVERAL)
    .slice(0, MOST_BETWEEN)
  const isNear = (each: Later): boolean =>
    each.shared.size < SEVERAL ? each.isNext : !between.some(other => standsBetween(other, each))
  return new Set(all.filter(each => each.isFirst || isNear(each)).map(({ holder }) => holder.id))
}

/** A post behind another one, with what they share. */
interface Later {
  readonly holder: Holder
  readonly shared: Set<number>
  /** Whether the other is the first of its board to have something of that. */
  isFirst: boolean
  /** Whether nobody of the other's board stands between them who has something of that. */
  isNext: boolean
}

/** The posts behind a post that have some of its fingerprints, in the order of time. */
function laterOf(post: Holder, holders: readonly (readonly Holder[])[]): Later[] {
  const found = new Map<number, Later>()
  for (const [place, list] of holders.entries()) {
    const later = list.filter(each => byTime(post, each) < 0)
    // Most posts are read when they are the latest.
    if (later.length === 0) continue
    const ofBoard = list.filter(each => each.boardId === post.boardId && each.id !== post.id)
    const isFirst = ofBoard.every(each => byTime(post, each) < 0)
    const [next] = ofBoard.filter(each => byTime(post, each) < 0).sort(byTime)
    for (const holder of later) {
      const known = found.get(holder.id) ?? { holder, shared: new Set(), isFirst: false, isNext: false }
      known.shared.add(place)
      known.isFirst ||= isFirst
      known.isNext ||= !next || byTime(holder, next) <= 0
      found.set(holder.id, known)
    }
  }
  return [...found.values()].sort((one, other) => byTime(one.holder, other.holder))
}

/** Whether a post is before another one, and shares enough with it to be nearer than any post before. */
function standsBetween(one: Later, other: Later): boolean {
  if (byTime(one.holder, other.holder) >= 0) return false
  let common = 0
  for (const place of other.shared) if (one.shared.has(place) && ++common === SEVERAL) return true
  return false
}
