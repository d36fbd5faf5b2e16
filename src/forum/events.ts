/** Everything that can happen, in one list. Written in the transaction that made it true; delivered after commit. */
export type ForumEvent =
  | { type: 'site.changed' }
  | { type: 'member.joined'; memberId: number }
  | { type: 'member.changed'; memberId: number }
  | { type: 'member.renamed'; memberId: number }
  | { type: 'member.left'; memberId: number; way: 'keep' | 'anonymise' | 'remove' }
  | { type: 'badge.given'; memberId: number; badgeId: number }
  | { type: 'sign-in.changed'; memberId: number; what: 'factor' | 'passkeys' | 'providers' }
  | { type: 'avatar.changed'; memberId: number; before: string | null }
  | { type: 'thread.started'; threadId: number; boardId: number; memberId: number }
  | { type: 'thread.renamed'; threadId: number; boardId: number; memberId: number }
  | { type: 'answer.set'; threadId: number; boardId: number; memberId: number; number: number | null }
  | { type: 'thread.locked'; threadId: number; boardId: number; memberId: number }
  | { type: 'thread.unlocked'; threadId: number; boardId: number; memberId: number }
  | { type: 'thread.deleted'; threadId: number; boardId: number; memberId: number }
  | { type: 'thread.restored'; threadId: number; boardId: number; memberId: number }
  | { type: 'post.added'; postId: number; boardId: number; memberId: number }
  | { type: 'post.edited'; postId: number; boardId: number; memberId: number; revision: number }
  | { type: 'post.printed'; postId: number }
  | { type: 'post.deleted'; postId: number; boardId: number; memberId: number }
  | { type: 'post.restored'; postId: number; boardId: number; memberId: number }
  | { type: 'reaction.set'; postId: number; boardId: number; memberId: number; kind: string }
  | { type: 'reaction.removed'; postId: number; boardId: number; memberId: number }
  | { type: 'tie.set'; memberId: number; otherId: number; tie: 'follow' | 'ignore' }
  | { type: 'tie.removed'; memberId: number; otherId: number; tie: 'follow' | 'ignore' }
  | { type: 'poll.voted'; postId: number; boardId: number; memberId: number }
  | { type: 'poll.closed'; postId: number; boardId: number }
  | { type: 'source.asked'; postId: number; boardId: number; memberId: number; key: string }
  | { type: 'source.unasked'; postId: number; boardId: number; memberId: number; key: string }
  | { type: 'source.given'; postId: number; boardId: number; memberId: number; key: string; sourceId: number }
  | {
      type: 'source.checked'
      postId: number
      boardId: number
      memberId: number
      key: string
      sourceId: number
    }
  | {
      type: 'source.removed'
      postId: number
      boardId: number
      memberId: number
      key: string
      sourceId: number
    }
  | { type: 'record.corrected'; postId: number; boardId: number; memberId: number; key: string }
  | { type: 'conversation.invited'; threadId: number; memberId: number; invitedId: number }
  | { type: 'conversation.left'; threadId: number; memberId: number }
  | { type: 'report.made'; reportId: number; memberId: number }
  | { type: 'report.closed'; reportId: number; memberId: number }

export type EventType = ForumEvent['type']
export type EventOf<T extends EventType> = Extract<ForumEvent, { type: T }>
