import { cleanLine } from '#base/text.ts'
import type { NeutralMember } from '../neutral.ts'
import type { Gain, PrintedCard } from './cards.ts'
import { writtenName } from './names.ts'
import type { Writing } from './writing.ts'

/** A member who was made just now. */
interface Newcomer {
  member: NeutralMember
  /** The name here. */
  name: string
  /** The card as it was taken. */
  printed: PrintedCard
  fresh: Gain
}

/** Says of a new member what the card was taken as, and what is not as it was printed. */
export function sayNewcomer(writing: Writing, newcomer: Newcomer): void {
  const { member, name, printed, fresh } = newcomer
  const changes = [nameChange(member.name, name), ...cardChanges(member, printed, fresh)].filter(
    change => change !== '',
  )
  const item = { item: 'member', where: name, key: member.key }
  if (changes.length > 0) writing.say(item, 'changed', changes.join('; '))
  else writing.say(item, 'taken', cardWords(printed))
}

function nameChange(printed: string, name: string): string {
  const written = writtenName(printed)
  if (name !== written)
    return 'somebody else is here whose name is read as the same, so a number is added to it'
  return written === cleanLine(printed) ? '' : 'the name was cleared of what cannot be seen, or shortened'
}

function cardChanges(member: NeutralMember, printed: PrintedCard, fresh: Gain): string[] {
  const isCut = (['title', 'country', 'location'] as const).some(
    field => printed[field] !== (cleanLine(member[field] ?? '') || null),
  )
  return [
    printed.joinedAt === null ? "no day of joining is printed: the first post's stands for it" : '',
    isCut ? 'the title or place was shortened' : '',
    printed.messages !== null && printed.messages < fresh.posts
      ? 'fewer messages are printed than posts were taken, which all count'
      : '',
  ]
}

function cardWords(card: PrintedCard): string {
  const parts = [
    card.title === null ? '' : `title "${card.title}"`,
    card.joinedAt === null ? '' : `joined ${new Date(card.joinedAt).toISOString().slice(0, 10)}`,
    card.messages === null ? '' : `${card.messages} messages`,
    card.reactionScore === null ? '' : `reaction score ${card.reactionScore}`,
    card.country === null ? '' : `country ${card.country}`,
    card.location === null ? '' : `location ${card.location}`,
  ].filter(part => part !== '')
  return parts.length === 0 ? 'without a card' : parts.join(', ')
}
