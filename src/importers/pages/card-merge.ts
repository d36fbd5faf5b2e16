import type { NeutralMember } from '../neutral.ts'
import type { Card } from './model.ts'

type PrintedCard = Omit<NeutralMember, 'key' | 'name'>

/** A card as a page prints it → as a record holds it. */
export const printedCard = (card: Card): PrintedCard => ({
  title: card.title,
  joinedAt: card.joined?.at ?? null,
  messages: card.messages,
  reactionScore: card.reactionScore,
  country: card.country,
  location: card.location,
})

/** Of a member's cards, the one with most messages is the youngest; what it lacks the others may have. */
export function mergeCard(member: NeutralMember, other: PrintedCard): void {
  const younger = (other.messages ?? -1) > (member.messages ?? -1)
  for (const field of Object.keys(other) as (keyof PrintedCard)[]) {
    const value = younger ? (other[field] ?? member[field]) : (member[field] ?? other[field])
    Object.assign(member, { [field]: value })
  }
}
