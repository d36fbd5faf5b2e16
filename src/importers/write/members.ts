import { nameKeyOf } from '#forum/members/names.ts'
import type { NeutralMember } from '../neutral.ts'
import { cardAfter, type Gain, type KnownCard, type NewCard, NO_CARD, type PrintedCard } from './cards.ts'
import { sayNewcomer } from './member-words.ts'
import { type NewcomersName, settleNames } from './names.ts'
import { readLedger, writeLedger } from './store.ts'
import { insertMembers, type KnownMember, membersById, type NewMember, updateCard } from './store-members.ts'
import { cut, type Writing } from './writing.ts'

/** The longest title or place of an imported card, in UTF-16 units. */
const MAX_PRINTED = 100

/** What the record holds of one member. */
export interface MemberShare {
  /** Their posts of the record, and the score of the reactions to them, be they new here or not. */
  all: Gain
  /** The same of what is new here. */
  fresh: Gain
  /** When they wrote first, as far as the record says. */
  firstAt: number | null
}

const NO_SHARE: MemberShare = { all: { posts: 0, score: 0 }, fresh: { posts: 0, score: 0 }, firstAt: null }

/**
 * Finds or makes the members of the record, with the cards they have after it. A member is found by the ledger; else one
 * of the same name is the same where `settleNames` says so. Nobody who came here otherwise is given anything of theirs.
 */
export async function writeMembers(
  writing: Writing,
  shares: ReadonlyMap<string, MemberShare>,
): Promise<void> {
  const { a, record } = writing
  const keys = record.members.map(member => member.key)
  const taken = await readLedger(a.db, record.source, 'member', keys)
  const known = await membersById(a.db, taken.values())
  const newcomers: NeutralMember[] = []
  for (const member of record.members) {
    const here = known.get(taken.get(member.key) ?? Number.NaN)
    if (here) await keepMember(writing, member, here, shares.get(member.key) ?? NO_SHARE, 'taken before')
    else newcomers.push(member)
  }
  await addNewcomers(writing, newcomers, shares)
  const made = newcomers.map(({ key }): [string, number] => [key, writing.members.get(key) as number])
  await writeLedger(a.db, record.source, 'member', made)
}

/** A name can be taken by somebody who registers meanwhile; then another is sought. */
async function addNewcomers(
  writing: Writing,
  newcomers: readonly NeutralMember[],
  shares: ReadonlyMap<string, MemberShare>,
): Promise<void> {
  for (let waiting = newcomers; waiting.length > 0; ) {
    const { same, named } = await settleNames(writing, waiting)
    for (const { member, here } of same) {
      const why = `the ${here.name} who was taken before`
      await keepMember(writing, member, here, shares.get(member.key) ?? NO_SHARE, why)
    }
    const rows = named.map(each => newMember(writing, each, shares.get(each.member.key) ?? NO_SHARE))
    const ids = await insertMembers(writing.a.db, rows)
    for (const { member, name } of named) {
      const id = ids.get(nameKeyOf(name))
      if (id === undefined) continue
      writing.members.set(member.key, id)
      writing.siteChanged = true
      const { all, fresh } = shares.get(member.key) ?? NO_SHARE
      sayNewcomer(writing, { member, name, printed: printedOf(writing, member, all), fresh })
    }
    waiting = named.map(({ member }) => member).filter(({ key }) => !writing.members.has(key))
  }
}

function newMember(writing: Writing, { member, name }: NewcomersName, share: MemberShare): NewMember {
  const card = cardAfter(NO_CARD, printedOf(writing, member, share.all), share.fresh, true)
  const joinedAt = card.joinedAt ?? Math.min(share.firstAt ?? writing.a.now, writing.a.now)
  return { ...card, name, nameKey: nameKeyOf(name), joinedAt }
}

async function keepMember(
  writing: Writing,
  member: NeutralMember,
  here: KnownMember,
  share: MemberShare,
  why: string,
): Promise<void> {
  const { a } = writing
  writing.members.set(member.key, here.id)
  const card = cardAfter(here.card, printedOf(writing, member, share.all), share.fresh, here.open)
  const item = { item: 'member', where: here.name, key: member.key }
  if ((Object.keys(card) as (keyof NewCard)[]).some(field => card[field] !== here.card[field])) {
    await updateCard(a.db, here.id, { ...card, joinedAt: card.joinedAt ?? a.now })
    writing.siteChanged = true
  }
  const after: KnownCard = {
    ...card,
    importedPosts: here.card.importedPosts + share.fresh.posts,
    importedScore: here.card.importedScore + share.fresh.score,
  }
  if (shownOf(here.card) === shownOf(after)) writing.say(item, 'left', why)
  else writing.say(item, 'changed', `${why}; the card is brought up to what is printed`)
  // Another key of the record may lead to the same member.
  here.card = after
}

/** What a card shows, to be compared. */
function shownOf(card: KnownCard): string {
  const { title, joinedAt, country, location } = card
  const counts = [card.messageBase + card.importedPosts, card.reactionBase + card.importedScore]
  return JSON.stringify([title, joinedAt, country, location, ...counts])
}

/** What a record prints of a member, with the posts of the record counted in and as long as a card has room for. */
function printedOf({ record }: Writing, member: NeutralMember, all: Gain): PrintedCard {
  const before = record.counts === 'before'
  const text = (words: string | null, length: number): string | null =>
    words === null ? null : cut(words, length) || null
  return {
    title: text(member.title, MAX_PRINTED),
    joinedAt: member.joinedAt,
    country: text(member.country, MAX_PRINTED),
    location: text(member.location, MAX_PRINTED),
    messages: member.messages === null ? null : member.messages + (before ? all.posts : 0),
    reactionScore: member.reactionScore === null ? null : member.reactionScore + (before ? all.score : 0),
  }
}
