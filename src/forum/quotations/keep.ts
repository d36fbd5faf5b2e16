import { quotedOf } from '@rostra/record/comparing'
import type { Writer } from '#store/store.ts'
import type { ReadPost } from '../findings/model.ts'
import { extractsOf } from './extracts.ts'
import { partsOf } from './matching.ts'
import { MOST_POSTS } from './model.ts'
import { place } from './placing.ts'
import { inFull, speakerKeyOf } from './speaker-names.ts'
import { countPosts } from './store-counts.ts'
import { insertStands, postsWith, removeStands, type Stand } from './store-keep.ts'
import { type NamedWith, renameSpeakers, speakersNamedWith } from './store-named.ts'
import { removeUnusedSpeakers, speakersByKeys } from './store-speakers.ts'
import { takeTurn, touchThreadsOf } from './store-turn.ts'
import {
  insertQuotations,
  move,
  removeEmptyQuotations,
  removeUnusedWordings,
  wordingsOfFollowed,
} from './store-wordings.ts'

/**
 * Puts the quotations of posts on record, in place of those that the posts had before; the same ones again change nothing.
 * Pages on which others stand that carry the same become old. Waits for others who keep what was read. A fixed number of
 * statements for any number of posts.
 */
export async function keepQuotations(db: Writer, posts: readonly ReadPost[]): Promise<void> {
  if (posts.length === 0) return
  await takeTurn(db)
  const before = await removeStands(
    db,
    posts.map(post => post.postId),
  )
  const extracts = posts.flatMap(extractsOf)
  if (extracts.length === 0 && before.length === 0) return
  const named = extracts.flatMap(({ speaker }) => (speaker ? [[speaker.key, speaker.name] as const] : []))
  const speakers = await speakersByKeys(db, new Map(named.reverse()))
  const { places, grown } = await place(db, extracts)
  const after = extracts.map(({ postId, boardId, at, key, speaker }, index): Stand => {
    const known = speaker && speakers.get(speaker.key)
    return {
      ...{ postId, boardId, at, key, ...places[index]! },
      speakerId: known?.id ?? null,
      speakerName: speaker && known?.name !== speaker.name ? speaker.name : null,
    }
  })
  await insertStands(db, after)
  const also = after.flatMap(({ quotationId, boardId, speakerId }, at): NamedWith[] => {
    const { speaker } = extracts[at]!
    if (!speaker || speakerId === null) return []
    return [{ quotationId, boardId, speakerId, nameKey: speaker.key, name: speaker.name }]
  })
  await tidy(db, { before, after, grown, also })
}

/** Takes the quotations of posts off the record: of posts that were deleted, or whose thread was. */
export async function forgetQuotations(db: Writer, postIds: readonly number[]): Promise<void> {
  if (postIds.length === 0) return
  await takeTurn(db)
  await tidy(db, { before: await removeStands(db, postIds), after: [], grown: [], also: [] })
}

/** What was changed, when posts were kept or forgotten. */
interface Change {
  readonly before: readonly Stand[]
  readonly after: readonly Stand[]
  /** Quotations that the stands of others came to. */
  readonly grown: readonly number[]
  /** Whom the stands after it name. */
  readonly also: readonly NamedWith[]
}

/** Removes what stands nowhere any more, parts what nothing holds together, counts, and lets others see it. */
async function tidy(db: Writer, { before, after, grown, also }: Change): Promise<void> {
  const touched = new Set([...before, ...after].map(each => each.quotationId))
  const lost = await removeUnusedWordings(db, [...new Set(before.map(each => each.wordingId))])
  const { parted, apart } = await takeApart(db, lost)
  const ids = [...touched, ...apart]
  await removeEmptyQuotations(db, ids)
  await countPosts(db, { ids, before, after, moved: [...grown, ...parted, ...apart] })
  const renamed = await nameInFull(db, ids, also)
  const named = [...before, ...renamed].flatMap(({ speakerId }) => speakerId ?? [])
  await removeUnusedSpeakers(db, [...new Set(named)])
  const own = new Set([...before, ...after].map(each => each.postId))
  const others = await postsWith(db, [...changedBetween(before, after), ...apart], MOST_POSTS)
  await touchThreadsOf(
    db,
    others.filter(id => !own.has(id)),
  )
}

/** The quotations of stands that are not the same before and after. */
function changedBetween(before: readonly Stand[], after: readonly Stand[]): Set<number> {
  const nameOf = ({ postId, key, quotationId, wordingId, at }: Stand): string =>
    [postId, key, quotationId, wordingId, at].join(' ')
  const [old, now] = [new Set(before.map(nameOf)), new Set(after.map(nameOf))]
  const changed = [
    ...before.filter(each => !now.has(nameOf(each))),
    ...after.filter(each => !old.has(nameOf(each))),
  ]
  return new Set(changed.map(each => each.quotationId))
}

/** Parts quotations whose wordings only a lost one held together; → which those are, and the ids of the new ones. */
async function takeApart(
  db: Writer,
  quotationIds: readonly number[],
): Promise<{ parted: number[]; apart: number[] }> {
  const wordings = await wordingsOfFollowed(db, quotationIds)
  const parted: number[] = []
  const apart: number[][] = []
  for (const id of quotationIds) {
    const own = wordings.filter(each => each.quotationId === id)
    const [, ...parts] = partsOf(own.map(each => quotedOf(each.words)))
    if (parts.length > 0) parted.push(id)
    apart.push(...parts.map(part => part.map(at => own[at]!.id)))
  }
  const ids = await insertQuotations(db, apart.length)
  await move(
    db,
    apart.flatMap((part, at) => part.map(wordingId => ({ wordingId, quotationId: ids[at]! }))),
  )
  return { parted, apart: ids }
}

/**
 * Whoever is named by the surname alone is who others of the same board name in full for the same words: what one board
 * knows says nothing in another. → those who were somebody else before.
 */
async function nameInFull(
  db: Writer,
  quotationIds: readonly number[],
  also: readonly NamedWith[],
): Promise<NamedWith[]> {
  const groups = new Map<string, NamedWith[]>()
  for (const named of await speakersNamedWith(db, quotationIds, { also })) {
    const place = `${named.quotationId} ${named.boardId}`
    const group = groups.get(place)
    if (group) group.push(named)
    else groups.set(place, [named])
  }
  const meant = [...groups.values()].flatMap(group => {
    const full = inFull(group.map(each => speakerKeyOf(each.name)))
    return group.map(named => ({ named, key: full.get(speakerKeyOf(named.name))! }))
  })
  const wrong = meant.filter(({ named, key }) => key !== '' && key !== named.nameKey)
  const names = new Map(meant.map(({ named }) => [speakerKeyOf(named.name), named.name]))
  const speakers = await speakersByKeys(db, new Map(wrong.map(({ key }) => [key, names.get(key)!])))
  await renameSpeakers(
    db,
    wrong.map(({ named, key }) => ({ named, to: speakers.get(key)! })),
  )
  return wrong.map(({ named }) => named)
}
