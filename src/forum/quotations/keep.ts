import { quotedOf } from '@rostra/record/comparing'
import type { Writer } from '#store/store.ts'
import type { ReadPost } from '../findings/model.ts'
import { extractsOf } from './extracts.ts'
import { partsOf } from './matching.ts'
import { MOST_POSTS } from './model.ts'
import { place } from './placing.ts'
import { inFull } from './speaker-names.ts'
import { insertStands, postsWith, removeStands, type Stand } from './store-keep.ts'
import {
  idsOfSpeakers,
  type Renaming,
  removeUnusedSpeakers,
  renameSpeakers,
  speakersNamedWith,
} from './store-speakers.ts'
import { takeTurn, touchThreadsOf } from './store-turn.ts'
import {
  insertQuotations,
  move,
  recountPosts,
  removeEmptyQuotations,
  removeUnusedWordings,
  wordingsOfQuotations,
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
  const speakers = await idsOfSpeakers(db, new Map(named.reverse()))
  const places = await place(db, extracts)
  const after = extracts.map(({ postId, boardId, at, key, speaker }, index) => ({
    ...{ postId, boardId, at, key, ...places[index]! },
    speakerId: speaker ? (speakers.get(speaker.key) ?? null) : null,
  }))
  await insertStands(db, after)
  await tidy(db, before, after)
}

/** Takes the quotations of posts off the record: of posts that were deleted, or whose thread was. */
export async function forgetQuotations(db: Writer, postIds: readonly number[]): Promise<void> {
  if (postIds.length === 0) return
  await takeTurn(db)
  await tidy(db, await removeStands(db, postIds), [])
}

/** Removes what stands nowhere any more, parts what nothing holds together, counts, and lets others see it. */
async function tidy(db: Writer, before: readonly Stand[], after: readonly Stand[]): Promise<void> {
  const touched = new Set([...before, ...after].map(each => each.quotationId))
  const lost = await removeUnusedWordings(db, [...new Set(before.map(each => each.wordingId))])
  const apart = await takeApart(db, lost)
  const ids = [...touched, ...apart]
  await removeEmptyQuotations(db, ids)
  const renamings = renamingsOf(await speakersNamedWith(db, ids, after))
  await renameSpeakers(db, renamings)
  await recountPosts(db, ids)
  const named = [...before.map(each => each.speakerId), ...renamings.map(each => each.from)]
  await removeUnusedSpeakers(db, [...new Set(named.filter(id => id !== null))])
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

/** Parts quotations whose wordings only a lost one held together; → the ids of the new ones. */
async function takeApart(db: Writer, quotationIds: readonly number[]): Promise<number[]> {
  const wordings = await wordingsOfQuotations(db, quotationIds)
  const apart: number[][] = []
  for (const id of quotationIds) {
    const own = wordings.filter(each => each.quotationId === id)
    const parts = partsOf(own.map(each => quotedOf(each.words)))
    apart.push(...parts.slice(1).map(part => part.map(at => own[at]!.id)))
  }
  const ids = await insertQuotations(db, apart.length)
  await move(
    db,
    apart.flatMap((part, at) => part.map(wordingId => ({ wordingId, quotationId: ids[at]! }))),
  )
  return ids
}

/** Who is named by the surname alone where others name the same words' speaker in full. */
function renamingsOf(named: Awaited<ReturnType<typeof speakersNamedWith>>): Renaming[] {
  const renamings: Renaming[] = []
  for (const quotationId of new Set(named.map(each => each.quotationId))) {
    const own = named.filter(each => each.quotationId === quotationId)
    const full = inFull(own.map(each => each.nameKey))
    for (const { id, nameKey } of own) {
      const to = own.find(each => each.nameKey === full.get(nameKey))
      if (to && to.id !== id) renamings.push({ quotationId, from: id, to: to.id })
    }
  }
  return renamings
}
