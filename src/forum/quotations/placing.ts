import { quotedOf } from '@rostra/record/comparing'
import type { Writer } from '#store/store.ts'
import { type Extract, type NewWording, normal } from './extracts.ts'
import { type Groups, groupsOf, isAlike, mostShared } from './matching.ts'
import { LEAST_COMPARED } from './model.ts'
import { mayBeSame } from './speaker-names.ts'
import { speakersNamedWith } from './store-named.ts'
import {
  insertKeys,
  insertQuotations,
  insertWordings,
  move,
  removeEmptyQuotations,
  type Wording,
  wordingsByHash,
  wordingsByIds,
  wordingsByKeys,
  wordingsOfQuotations,
} from './store-wordings.ts'

/** The quotation and the wording that an extract belongs to. */
export interface Place {
  readonly quotationId: number
  readonly wordingId: number
  /** The extract's own words, where those of the wording have other marks or another case; else null. */
  readonly words: string | null
}

/** A wording that is kept, with its words. */
interface Found extends Place {
  readonly words: string
}

/** What is placed: words, and who said them. */
export type Placed = Pick<Extract, 'speaker' | 'wording'>

const isShort = ({ wordCount }: Pick<NewWording, 'wordCount'>): boolean => wordCount < LEAST_COMPARED
/** Short quotations are one only where one speaker said them. */
const nameOf = ({ speaker, wording }: Placed): string =>
  `${wording.hash} ${isShort(wording) ? (speaker?.key ?? '') : ''}`

/**
 * Finds for each extract the quotation that it is, in the order given: by the same words, else by similar ones, else a new
 * one. Quotations that a new wording shows to be one become one; `grown`: those that others came to.
 */
export async function place(
  db: Writer,
  extracts: readonly Placed[],
): Promise<{ places: Place[]; grown: number[] }> {
  const different = new Map(extracts.map(extract => [nameOf(extract), extract]))
  const known = await findKnown(db, different)
  const fresh = [...different].filter(([name]) => !known.has(name))
  const { places, merged } = await settleFresh(
    db,
    fresh.map(([, extract]) => extract),
  )
  for (const [at, [name]] of fresh.entries()) known.set(name, places[at]!)
  const placed = extracts.map((extract): Place => {
    const { quotationId, wordingId, words } = known.get(nameOf(extract))!
    const own = extract.wording.words
    // A post that others may not read can have had the words first: each shows its own.
    return {
      wordingId,
      quotationId: merged.get(quotationId) ?? quotationId,
      words: own === words ? null : own,
    }
  })
  return { places: placed, grown: [...new Set(merged.values())] }
}

/** The extracts whose very words are kept already. */
async function findKnown(db: Writer, extracts: ReadonlyMap<string, Placed>): Promise<Map<string, Found>> {
  const rows = await wordingsByHash(
    db,
    [...extracts.values()].map(each => each.wording.hash),
  )
  const short = rows.filter(isShort).map(row => row.quotationId)
  const named = short.length === 0 ? [] : await speakersNamedWith(db, short, { withSayings: true })
  const byHash = new Map<number, Wording[]>()
  for (const row of rows) {
    const same = byHash.get(row.wordsHash)
    if (same) same.push(row)
    else byHash.set(row.wordsHash, [row])
  }
  const found = new Map<string, Found>()
  for (const [name, extract] of extracts) {
    const row = byHash
      .get(extract.wording.hash)
      ?.find(
        each =>
          normal(quotedOf(each.words)) === normal(extract.wording.quoted) &&
          (!isShort(each) || isSaidBy(extract, each.quotationId, named)),
      )
    if (row) found.set(name, { quotationId: row.quotationId, wordingId: row.id, words: row.words })
  }
  return found
}

const isSaidBy = (
  { speaker }: Placed,
  quotationId: number,
  named: readonly { quotationId: number; nameKey: string }[],
): boolean =>
  speaker !== null &&
  named.some(each => each.quotationId === quotationId && mayBeSame(each.nameKey, speaker.key))

/** Places words that are not kept yet; `merged`: quotations that are another one now. */
async function settleFresh(
  db: Writer,
  fresh: readonly Placed[],
): Promise<{ places: Found[]; merged: Map<number, number> }> {
  if (fresh.length === 0) return { places: [], merged: new Map() }
  const similar = await similarTo(db, fresh)
  const groups = groupsAmong(fresh)
  // Quotations that are there take part under their ids, below zero.
  for (const [at, { wording }] of fresh.entries())
    for (const other of similar[at]!)
      if (groups.of(at) !== groups.of(-other.quotationId) && isAlike(wording.quoted, quotedOf(other.words)))
        groups.join(at, -other.quotationId)
  const merged = await merge(db, similar.flat(), groups)
  const tops = fresh.map((_, at) => groups.of(at))
  const open = [...new Set(tops.filter(top => top >= 0))]
  const ids = await insertQuotations(db, open.length)
  const added = new Map(open.map((top, index) => [top, ids[index]!]))
  const idOf = (top: number): number => (top < 0 ? (merged.get(-top) ?? -top) : added.get(top)!)
  return { places: await addWordings(db, fresh, tops.map(idOf)), merged }
}

/** Which of the new words are of one quotation. */
function groupsAmong(fresh: readonly Placed[]): Groups {
  const groups = groupsOf(fresh.map(each => each.wording))
  const short = fresh.flatMap((each, at) => (isShort(each.wording) ? [{ ...each, at }] : []))
  const byHash = new Map<number, (typeof short)[number][]>()
  for (const each of short) {
    const same = byHash.get(each.wording.hash)
    for (const other of same ?? [])
      if (mayBeSame(each.speaker?.key ?? '', other.speaker?.key ?? '')) groups.join(each.at, other.at)
    if (same) same.push(each)
    else byHash.set(each.wording.hash, [each])
  }
  return groups
}

/** For each of the new words the wordings that share most keys with it. */
async function similarTo(db: Writer, fresh: readonly Placed[]): Promise<Wording[][]> {
  const holders = await wordingsByKeys(
    db,
    fresh.flatMap(each => each.wording.keys),
  )
  const candidates = fresh.map(each => mostShared(each.wording.keys, holders))
  const rows = await wordingsByIds(db, [...new Set(candidates.flat())])
  const byId = new Map(rows.map(row => [row.id, row]))
  return candidates.map(ids => ids.flatMap(id => byId.get(id) ?? []))
}

/** Puts quotations together that are one; → what each of them is now. */
async function merge(db: Writer, similar: readonly Wording[], groups: Groups): Promise<Map<number, number>> {
  const merged = new Map<number, number>()
  const oldest = new Map<number, number>()
  for (const id of [...new Set(similar.map(each => each.quotationId))].sort((one, other) => one - other)) {
    const first = oldest.get(groups.of(-id))
    if (first === undefined) oldest.set(groups.of(-id), id)
    else merged.set(id, first)
  }
  if (merged.size === 0) return merged
  const wordings = await wordingsOfQuotations(db, [...merged.keys()])
  await move(
    db,
    wordings.map(each => ({ wordingId: each.id, quotationId: merged.get(each.quotationId)! })),
  )
  await removeEmptyQuotations(db, [...merged.keys()])
  return merged
}

async function addWordings(
  db: Writer,
  fresh: readonly Placed[],
  quotationIds: readonly number[],
): Promise<Found[]> {
  const names = fresh.map(({ wording }, at) => `${quotationIds[at]} ${wording.hash}`)
  const different = new Map(names.map((name, at) => [name, at]))
  const wordingIds = await insertWordings(
    db,
    [...different.values()].map(at => {
      const { words, wordCount, hash } = fresh[at]!.wording
      return { quotationId: quotationIds[at]!, words, wordCount, wordsHash: hash }
    }),
  )
  const byName = new Map([...different.keys()].map((name, index) => [name, wordingIds[index]!]))
  await insertKeys(
    db,
    [...different].flatMap(([name, at]) =>
      fresh[at]!.wording.keys.map(key => [key, byName.get(name)!] as const),
    ),
  )
  return names.map((name, at) => ({
    ...{ quotationId: quotationIds[at]!, wordingId: byName.get(name)! },
    words: fresh[different.get(name)!]!.wording.words,
  }))
}
