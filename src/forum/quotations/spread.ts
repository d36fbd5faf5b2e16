import type { Reader } from '#store/store.ts'
import type { Visible } from '../permissions/visible.ts'
import { isAlteredFrom, isSaying } from './comparing.ts'
import { LEAST_COMPARED, type NamedPost, type QuotationOnRecord, type Spread } from './model.ts'
import { namedPosts } from './store-posts.ts'
import {
  type Carrier,
  carriersOf,
  type StandRow,
  speakerOf,
  standsIn,
  wordsOfWordings,
} from './store-stands.ts'

type OwnStand = StandRow & { postCount: number }

/** A quotation among the posts that a reader may read. */
interface Carried {
  /** The posts that carry it, the earliest first, each once. */
  readonly posts: readonly number[]
  /** Those of them that have only other words than the first. */
  readonly altered: readonly number[]
}

/**
 * What the posts of a page have on record, for their margins: post → the key of the finding → where the quotation stands
 * too. Posts without any are not in the map. Four queries.
 */
export async function quotationsOf(
  db: Reader,
  visible: Visible,
  postIds: Iterable<number>,
): Promise<Map<number, Map<string, QuotationOnRecord>>> {
  const own = await standsIn(db, visible, postIds)
  const followed = own.filter(stand => !isSaying(stand.postCount, isShort(stand)))
  const carried = await carriedBy(db, visible, followed)
  const named = await namedPosts(db, visible, placesOf(carried.values()))
  const found = new Map<number, Map<string, QuotationOnRecord>>()
  for (const stand of own) {
    const { key, quotationId, postId } = stand
    const at = carried.get(quotationId)
    const spread = at ? spreadOf(stand, at, named) : null
    const ofPost = found.get(postId) ?? new Map<string, QuotationOnRecord>()
    found.set(postId, ofPost.set(key, { key, quotationId, speaker: speakerOf(stand), spread }))
  }
  return found
}

const isShort = ({ wordCount }: OwnStand): boolean => wordCount < LEAST_COMPARED

async function carriedBy(
  db: Reader,
  visible: Visible,
  stands: readonly OwnStand[],
): Promise<Map<number, Carried>> {
  const carriers = await carriersOf(
    db,
    visible,
    stands.map(stand => stand.quotationId),
  )
  const byQuotation = new Map<number, Carrier[]>()
  for (const carrier of carriers) {
    const list = byQuotation.get(carrier.quotationId)
    if (list) list.push(carrier)
    else byQuotation.set(carrier.quotationId, [carrier])
  }
  const several = [...byQuotation.values()].filter(list => new Set(list.map(each => each.wordingId)).size > 1)
  const words = await wordsOfWordings(
    db,
    several.flat().map(each => each.wordingId),
  )
  return new Map([...byQuotation].map(([id, list]) => [id, carriedOf(list, words)]))
}

/** Stands of one quotation, the earliest first, and the words of its wordings, where it has several. */
export function carriedOf(carriers: readonly Carrier[], words: ReadonlyMap<number, string>): Carried {
  const firstWording = carriers[0]?.wordingId ?? 0
  const other = new Set(
    [...new Set(carriers.map(each => each.wordingId))].filter(
      id => id !== firstWording && isAlteredFrom(words.get(firstWording) ?? '', words.get(id) ?? ''),
    ),
  )
  const faithful = new Set(carriers.filter(each => !other.has(each.wordingId)).map(each => each.postId))
  const posts = [...new Set(carriers.map(each => each.postId))]
  return { posts, altered: posts.filter(id => !faithful.has(id)) }
}

/** The posts of which a margin may say something. */
function placesOf(carried: Iterable<Carried>): number[] {
  return [...carried].flatMap(({ posts, altered }) => [...posts.slice(0, 1), ...altered.slice(0, 2)])
}

function spreadOf(
  { postId, quotationId }: OwnStand,
  { posts, altered }: Carried,
  named: ReadonlyMap<number, NamedPost>,
): Spread {
  const others = altered.filter(id => id !== postId)
  const first = posts[0] === postId ? null : (named.get(posts[0] ?? 0) ?? null)
  return {
    ...{ quotationId, first },
    laterCount: posts.length - (first ? 2 : 1),
    alteredCount: others.length,
    altered: named.get(others[0] ?? 0) ?? null,
    isAltered: altered.includes(postId),
  }
}
