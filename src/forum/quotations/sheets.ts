import type { Reader } from '#store/store.ts'
import type { Visible } from '../permissions/visible.ts'
import { comparedTo, isSaying } from './comparing.ts'
import {
  type CarriedQuotation,
  type ComparedStand,
  LEAST_COMPARED,
  MOST_POSTS,
  type QuotationSheet,
  STANDS_AT_ONCE,
  type StandPlace,
} from './model.ts'
import { carriedOf } from './spread.ts'
import {
  type Counted,
  firstCarriersOf,
  firstStands,
  mostCarriedBehind,
  postsCarrying,
  readableCounts,
  speakersOfQuotation,
  standsOfQuotation,
} from './store-lists.ts'
import { namedPosts } from './store-posts.ts'
import { listOf, speakerOf, wordsOfWordings } from './store-stands.ts'

/**
 * A quotation with its stands that somebody may read, the earliest first; undefined where there are none. `after` is the
 * stand that was shown last. Of a saying the altered ones are counted among its first `MOST_POSTS` stands alone. Eight
 * queries.
 */
export async function quotationPage(
  db: Reader,
  visible: Visible,
  id: number,
  after?: StandPlace,
  limit = STANDS_AT_ONCE,
): Promise<QuotationSheet | undefined> {
  const [first] = await standsOfQuotation(db, visible, id, 1)
  if (!first) return undefined
  const rows = await standsOfQuotation(db, visible, id, limit + 1, after)
  const list = await listOf(db, visible, rows, limit)
  const speakers = await speakersOfQuotation(db, visible, id)
  const carriers = await firstCarriersOf(db, visible, id)
  const words = await wordsOfWordings(
    db,
    carriers.map(each => each.wordingId),
  )
  const { posts, altered } = carriedOf(carriers.slice(0, MOST_POSTS), words)
  const [kept] = await postsCarrying(db, visible, [id])
  const postCount = carriers.length > MOST_POSTS ? Math.max(posts.length, kept?.postCount ?? 0) : posts.length
  const named = (await namedPosts(db, visible, [first.postId])).get(first.postId)
  if (!named) return undefined
  const stands = list.stands.map(
    (stand): ComparedStand =>
      stand.post.id === first.postId && stand.key === first.key
        ? { ...stand, relation: 'first', difference: null }
        : { ...stand, ...comparedTo(first.words, stand.words) },
  )
  return {
    ...{ id, words: first.words, speakers, first: named, stands, next: list.next },
    ...{ postCount, alteredCount: altered.length },
  }
}

/** Candidates that are counted at once, and how often. */
const CANDIDATES = 2
const MOST_ROUNDS = 4

/**
 * The quotations that most posts carry, of the posts that somebody may read; in at most eleven queries. Quotations lie in the
 * order of all their posts, and no reader sees more of one than that: once as many as are wanted have more than the next
 * has at most, the list is exact. Where very much is hidden it may end early.
 */
export async function mostCarried(db: Reader, visible: Visible, limit: number): Promise<CarriedQuotation[]> {
  let found: Counted[] = []
  let place: Counted = { id: 0, postCount: MOST_POSTS + 1 }
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const wanted = limit * CANDIDATES ** (round + 1)
    const candidates = await mostCarriedBehind(db, place, wanted)
    const followed = candidates.filter(each => !isSaying(each.postCount, each.longest < LEAST_COMPARED))
    const counted = await postsCarrying(
      db,
      visible,
      followed.map(each => each.id),
    )
    found = [...found, ...counted.filter(each => each.postCount > 1)].sort(inOrder).slice(0, limit)
    const last = candidates.at(-1)
    if (!last || candidates.length < wanted) break
    if (found.length === limit && (found.at(-1)?.postCount ?? 0) >= last.postCount) break
    place = last
  }
  // What was deleted a moment ago counts until it is forgotten: the few that are shown are counted as they are.
  const current = await readableCounts(
    db,
    visible,
    found.map(each => each.id),
  )
  return described(db, visible, current.filter(each => each.postCount > 1).sort(inOrder))
}

const inOrder = (one: Counted, other: Counted): number => other.postCount - one.postCount || other.id - one.id

async function described(
  db: Reader,
  visible: Visible,
  found: readonly Counted[],
): Promise<CarriedQuotation[]> {
  const ids = found.map(each => each.id)
  const firsts = await firstStands(db, visible, ids)
  const named = await namedPosts(
    db,
    visible,
    [...firsts.values()].map(row => row.postId),
  )
  return found.flatMap(({ id, postCount }): CarriedQuotation[] => {
    const row = firsts.get(id)
    const first = row && named.get(row.postId)
    return first ? [{ id, words: row.words, speaker: speakerOf(row), first, postCount }] : []
  })
}
