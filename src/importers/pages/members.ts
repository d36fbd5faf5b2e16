import { type NeutralMember, type NeutralThread, nameWithin, originOf } from '../neutral.ts'
import { memberKey } from './keys.ts'
import type { Card, PagePost, ThreadPage } from './model.ts'

type PrintedCard = Omit<NeutralMember, 'key' | 'name'>

const FIELDS = ['title', 'joinedAt', 'messages', 'reactionScore', 'country', 'location'] as const

/** The members that wrote on pages, each once, with the youngest of their cards. */
export class MembersOfPages {
  private readonly members = new Map<string, NeutralMember>()

  /** Takes the author of a post; → their key. */
  take(page: ThreadPage, post: PagePost): string {
    const key = memberKey(page, post.author)
    const known = this.members.get(key)
    if (!known) this.members.set(key, { key, name: post.author, ...printedCard(post.card) })
    else mergeCard(known, printedCard(post.card))
    return key
  }

  /**
   * The members, and the threads with their authors. Somebody on pages that do not say where they are from is whoever
   * bears the name on the pages of one site; where two sites have that name, nobody can say.
   */
  settled(threads: readonly NeutralThread[]): { members: NeutralMember[]; threads: NeutralThread[] } {
    const sited = new Map<string, NeutralMember | null>()
    for (const member of this.members.values())
      if (originOf(member.key) !== null)
        sited.set(nameWithin(member.key), sited.has(nameWithin(member.key)) ? null : member)
    const keys = new Map<string, string>()
    for (const member of [...this.members.values()]) {
      const same = originOf(member.key) === null ? sited.get(nameWithin(member.key)) : null
      if (!same) continue
      mergeCard(same, member)
      keys.set(member.key, same.key)
      this.members.delete(member.key)
    }
    const named = (author: string | null): string | null =>
      author === null ? null : (keys.get(author) ?? author)
    const settled = threads.map(thread => ({
      ...thread,
      posts: thread.posts.map(post => ({ ...post, author: named(post.author) })),
    }))
    return { members: [...this.members.values()], threads: settled }
  }
}

/** A card as a page prints it → as a record holds it. */
const printedCard = (card: Card): PrintedCard => ({
  title: card.title,
  joinedAt: card.joined?.at ?? null,
  messages: card.messages,
  reactionScore: card.reactionScore,
  country: card.country,
  location: card.location,
})

/** Of a member's cards, the one with most messages is the youngest; what it lacks the others may have. */
function mergeCard(member: NeutralMember, other: PrintedCard): void {
  const younger = (other.messages ?? -1) > (member.messages ?? -1)
  for (const field of FIELDS) {
    const value = younger ? (other[field] ?? member[field]) : (member[field] ?? other[field])
    Object.assign(member, { [field]: value })
  }
}
