import { fingerprintsOf, ownShare, type Span } from '@rostra/record/comparing'
import type { Reader } from '#store/store.ts'
import type { Visible } from '../permissions/visible.ts'
import type { NamedPost } from '../quotations/model.ts'
import { namedPosts } from '../quotations/store-posts.ts'
import { byTime, type Candidate, chosen, sharedPlaces } from './choosing.ts'
import { comparedOf, comparedOfPost, spansShared, wordsIn } from './comparing.ts'
import { firstsAmong } from './coverage.ts'
import type { PassagesInText, PassagesOfPost, SharedPost } from './model.ts'
import { type StoredSpan, unpackedSpans } from './packing.ts'
import { holdersOf, type Pair, placesOf, textsOf, wordsOfPosts } from './store.ts'
import { earlierPairs, laterPairs } from './store-shared.ts'

/**
 * What the posts of a page share with others, for their margins; all of them are in the map. Only posts that may be read
 * are named and counted, and the first stand is the first of these. Four queries.
 */
export async function passagesOf(
  db: Reader,
  visible: Visible,
  postIds: Iterable<number>,
): Promise<Map<number, PassagesOfPost>> {
  const ids = [...new Set(postIds)]
  if (ids.length === 0 || visible.boards.size === 0) return new Map()
  const words = await wordsOfPosts(db, ids)
  const before = await earlierPairs(db, visible, ids)
  const behind = await laterPairs(db, visible, ids)
  const others = [...before.map(pair => pair.otherId), ...behind.map(pair => pair.postId)]
  const named = await namedPosts(db, visible, others)
  return new Map(
    ids.map(id => {
      const earlier = before.filter(pair => pair.postId === id)
      const later = behind.filter(pair => pair.otherId === id)
      return [id, passagesOfPost(words.get(id) ?? 0, earlier, later, named)]
    }),
  )
}

function passagesOfPost(
  words: number,
  before: readonly Pair[],
  behind: readonly (Pair & { total: number })[],
  named: ReadonlyMap<number, NamedPost>,
): PassagesOfPost {
  const pairs = before.map(pair => ({ ...pair, spans: unpackedSpans(pair.spans) }))
  const { isFirst, words: taken } = firstsAmong(pairs)
  const earlier = pairs.flatMap((pair, at): SharedPost[] => {
    const post = named.get(pair.otherId)
    return post ? [sharedPost(post, pair.words, pair.spans, isFirst[at] ?? false)] : []
  })
  const later = behind.flatMap((pair): SharedPost[] => {
    const post = named.get(pair.postId)
    const spans = unpackedSpans(pair.spans).map(({ start, end, of, ...span }) => ({
      ...{ ...span, ...of },
      of: { start, end },
    }))
    return post ? [sharedPost(post, pair.words, spans, false)] : []
  })
  const laterCount = Number(behind[0]?.total ?? 0)
  return { words, ownWords: Math.max(0, words - taken), earlier, later, laterCount }
}

function sharedPost(
  post: NamedPost,
  words: number,
  stored: readonly StoredSpan[],
  isFirst: boolean,
): SharedPost {
  const spans = stored
    .map(({ start, end, of, words: equal }) => ({ start, end, of, words: equal }))
    .sort((one, other) => one.start - other.start)
  return { post, words, spans, isFirst }
}

/**
 * Where passages of a text stand already that somebody types, of the posts that they may read alone. `except`: the post
 * that is being edited; `leaveOut`: the stretches in quotation marks. Linear in the text; four queries.
 */
export async function passagesIn(
  db: Reader,
  visible: Visible,
  text: string,
  { except, leaveOut = [] }: { except?: number | undefined; leaveOut?: readonly Span[] } = {},
): Promise<PassagesInText> {
  const compared = comparedOf(text, leaveOut)
  const hashes = fingerprintsOf(compared.words, leaveOut).map(print => print.hash)
  const candidates = await candidatesFor(db, visible, hashes, except)
  const ids = candidates.map(each => each.id)
  const texts = new Map((await textsOf(db, ids)).map(row => [row.id, row]))
  const named = await namedPosts(db, visible, ids)
  const found = candidates.sort(byTime).flatMap(({ id }) => {
    const [post, row] = [named.get(id), texts.get(id)]
    const spans = post && row ? spansShared(compared, comparedOfPost(row)) : []
    return post && spans.length > 0 ? [{ post, spans }] : []
  })
  const { isFirst } = firstsAmong(found)
  const total = compared.words.folded.length
  const taken = [...leaveOut, ...found.flatMap(each => each.spans)]
  return {
    words: total,
    ownWords: Math.round(ownShare(compared.words, taken) * total),
    found: found
      .map(({ post, spans }, at) => sharedPost(post, wordsIn(spans), spans, isFirst[at] ?? false))
      .sort((one, other) => other.words - one.words || byTime(one.post, other.post)),
  }
}

/** The posts to compare with. All that may not be read are left out before any are chosen. */
async function candidatesFor(
  db: Reader,
  visible: Visible,
  hashes: readonly number[],
  except: number | undefined,
): Promise<Candidate[]> {
  const holders = await holdersOf(db, hashes)
  const places = await placesOf(db, [...holders.values()].flat())
  const candidates = [...sharedPlaces(hashes, holders)].flatMap(([id, list]): Candidate[] => {
    const place = places.get(id)
    // They may read all of these boards: one first of all is enough.
    return place && id !== except && visible.reads(place.boardId)
      ? [{ id, at: place.at, boardId: 0, shared: list }]
      : []
  })
  return chosen(candidates)
}
