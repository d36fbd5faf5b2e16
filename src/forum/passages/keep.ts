import { type Compared, fingerprintsOf } from '@rostra/record/comparing'
import type { Writer } from '#store/store.ts'
import type { ReadPost } from '../findings/model.ts'
import { takeTurn, touchThreadsOf } from '../quotations/store-turn.ts'
import { affectedBy, byTime, type Candidate, chosen, type Holder, sharedPlaces } from './choosing.ts'
import { comparedOf, comparedOfPost, spansShared, wordsIn } from './comparing.ts'
import { worthKeeping } from './coverage.ts'
import { packedSpans, type StoredSpan } from './packing.ts'
import {
  type Fingerprinted,
  fingerprintedOf,
  holdersOf,
  insertFingerprints,
  type Pair,
  placesOf,
  removeOfPosts,
  textsOf,
  writePairs,
} from './store.ts'

/** Posts whose passages are looked for at once. */
const AT_ONCE = 50

/**
 * Keeps by which words posts are found, and what they share with others, in place of what was kept of them before; the same
 * again changes nothing. Later posts that were read before them come to lead to them. Waits for others who keep what was
 * read. A fixed number of statements for fifty posts.
 */
export async function keepPassages(db: Writer, posts: readonly ReadPost[]): Promise<void> {
  if (posts.length === 0) return
  await takeTurn(db)
  const ids = posts.map(post => post.postId)
  const changes: Changes = { before: await removeOfPosts(db, ids), after: [] }
  const texts = new Map<number, Compared>()
  const kept: Fingerprinted[] = []
  for (const { postId, text, findings } of posts) {
    const leaveOut = findings.quotations.flatMap(quotation => quotation.marked)
    const compared = comparedOf(text, leaveOut)
    texts.set(postId, compared)
    const hashes = fingerprintsOf(compared.words, leaveOut).map(print => print.hash)
    kept.push({ postId, hashes, leftOut: JSON.stringify(leaveOut), words: compared.words.folded.length })
  }
  await insertFingerprints(db, kept)
  const lost = changes.before.map(pair => pair.postId)
  const later = await settle(db, kept, texts, changes)
  const others = [...new Set([...lost, ...later])].filter(id => !texts.has(id))
  await settleAll(db, others, texts, changes)
  await touchOthers(db, changes, ids)
}

/** Forgets what posts share with others: of posts that were deleted, or whose thread was. Others lead to the next then. */
export async function forgetPassages(db: Writer, postIds: readonly number[]): Promise<void> {
  if (postIds.length === 0) return
  await takeTurn(db)
  const changes: Changes = { before: await removeOfPosts(db, postIds), after: [] }
  const gone = new Set(postIds)
  const lost = [...new Set(changes.before.map(pair => pair.postId))].filter(id => !gone.has(id))
  await settleAll(db, lost, new Map(), changes)
  await touchOthers(db, changes, postIds)
}

/** What was shared before, and is now. */
interface Changes {
  readonly before: Pair[]
  readonly after: Pair[]
}

/** Makes the pages old of other posts that share something else now, or share it with something else. */
async function touchOthers(db: Writer, { before, after }: Changes, own: readonly number[]): Promise<void> {
  const nameOf = ({ postId, otherId, spans }: Pair): string => `${postId} ${otherId} ${spans}`
  const [old, now] = [new Set(before.map(nameOf)), new Set(after.map(nameOf))]
  const changed = [
    ...before.filter(pair => !now.has(nameOf(pair))),
    ...after.filter(pair => !old.has(nameOf(pair))),
  ]
  const others = new Set(changed.flatMap(pair => [pair.postId, pair.otherId]))
  for (const id of own) others.delete(id)
  await touchThreadsOf(db, others)
}

async function settleAll(
  db: Writer,
  postIds: readonly number[],
  texts: ReadonlyMap<number, Compared>,
  changes: Changes,
): Promise<void> {
  for (let start = 0; start < postIds.length; start += AT_ONCE)
    await settle(db, await fingerprintedOf(db, postIds.slice(start, start + AT_ONCE)), texts, changes)
}

/**
 * Finds what posts share with earlier ones, by what is kept of all posts, and writes it down. The outcome is the same in
 * whatever order posts were read. → the later posts for which one of these may be the first, or the nearest, now.
 */
async function settle(
  db: Writer,
  posts: readonly Fingerprinted[],
  known: ReadonlyMap<number, Compared>,
  changes: Changes,
): Promise<number[]> {
  const holders = await holdersOf(
    db,
    posts.flatMap(post => post.hashes),
  )
  const ids = posts.map(post => post.postId)
  const places = await placesOf(db, [...ids, ...[...holders.values()].flat()])
  const wanted = posts.map(post => ({ post, others: chosen(earlierThan(post, holders, places)) }))
  const needed = wanted.flatMap(({ post, others }) =>
    others.length === 0 ? [] : [post.postId, ...others.map(other => other.id)],
  )
  const texts = await readTexts(db, needed, known)
  const rows = wanted.flatMap(({ post: { postId }, others }) =>
    pairsOf(texts.get(postId), others, texts).map(({ id, spans }) => ({
      ...{ postId, otherId: id, words: wordsIn(spans), spans: packedSpans(spans) },
    })),
  )
  changes.before.push(...(await writePairs(db, ids, rows)))
  changes.after.push(...rows)
  return posts.flatMap(post => laterThan(post, holders, places))
}

/** What a text shares with earlier posts, as far as that is worth leading to. */
function pairsOf(
  text: Compared | undefined,
  others: readonly Candidate[],
  texts: ReadonlyMap<number, Compared>,
): (Candidate & { spans: StoredSpan[] })[] {
  const shared = [...others].sort(byTime).flatMap(candidate => {
    const other = texts.get(candidate.id)
    const spans = text && other ? spansShared(text, other) : []
    return spans.length > 0 ? [{ ...candidate, spans }] : []
  })
  return worthKeeping(shared)
}

/** The earlier posts that share fingerprints with a post. */
function earlierThan(
  { postId, hashes }: Pick<Fingerprinted, 'postId' | 'hashes'>,
  holders: ReadonlyMap<number, readonly number[]>,
  places: ReadonlyMap<number, Holder>,
): Candidate[] {
  const own = places.get(postId)
  return [...sharedPlaces(hashes, holders)].flatMap(([id, list]) => {
    const other = places.get(id)
    return own && other && byTime(other, own) < 0 ? [{ ...other, shared: list }] : []
  })
}

function laterThan(
  { postId, hashes }: Fingerprinted,
  holders: ReadonlyMap<number, readonly number[]>,
  places: ReadonlyMap<number, Holder>,
): number[] {
  const own = places.get(postId)
  if (!own) return []
  const others = hashes.map(hash => (holders.get(hash) ?? []).flatMap(id => places.get(id) ?? []))
  return [...affectedBy(own, others)]
}

async function readTexts(
  db: Writer,
  ids: readonly number[],
  known: ReadonlyMap<number, Compared>,
): Promise<Map<number, Compared>> {
  const texts = new Map(known)
  const rows = await textsOf(
    db,
    [...new Set(ids)].filter(id => !known.has(id)),
  )
  for (const row of rows) texts.set(row.id, comparedOfPost(row))
  return texts
}
