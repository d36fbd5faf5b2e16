import type { Forum } from '#forum/act.ts'
import { badgeForAnswer, badgeForPost, badgeForReaction, badgeForThread } from '#forum/badges/listeners.ts'
import { tellOfConversation } from '#forum/conversations/listeners.ts'
import { keyThread } from '#forum/duplicates/keeping.ts'
import type { EventOf, EventType, ForumEvent } from '#forum/events.ts'
import { removeUnusedPicture } from '#forum/files/listeners.ts'
import { noteLinks } from '#forum/link-cards/listeners.ts'
import { judgePost, judgeThread } from '#forum/quotes/listeners.ts'
import {
  forgetPost,
  lookAtPost,
  lookAtThread,
  readPostAgain,
  readThreadAgain,
} from '#forum/record/listeners.ts'

type Listener<T extends EventType> = (forum: Forum, event: EventOf<T>) => Promise<unknown>

/** Who hears what. Every consequence of every event is on one of these lines; each must bear to be told twice. */
export const LISTENERS: { readonly [T in EventType]: readonly Listener<T>[] } = {
  'site.changed': [forum => forum.site.at(forum.store.read)],
  'member.joined': [],
  'member.changed': [],
  'member.left': [],
  'member.renamed': [],
  'badge.given': [],
  'sign-in.changed': [],
  'avatar.changed': [removeUnusedPicture],
  'answer.set': [badgeForAnswer],
  'thread.started': [keyThread, badgeForThread],
  'thread.renamed': [keyThread],
  'thread.locked': [],
  'thread.unlocked': [],
  'thread.deleted': [lookAtThread, judgeThread],
  'thread.restored': [readThreadAgain, judgeThread],
  'post.added': [noteLinks, lookAtPost, badgeForPost, judgePost, tellOfConversation],
  'post.edited': [noteLinks, lookAtPost, judgePost],
  'post.printed': [readPostAgain],
  'post.deleted': [forgetPost, judgePost],
  'post.restored': [noteLinks, readPostAgain, judgePost],
  'record.corrected': [],
  'reaction.set': [badgeForReaction],
  'reaction.removed': [],
  'tie.set': [],
  'tie.removed': [],
  'poll.voted': [],
  'poll.closed': [],
  'source.asked': [],
  'source.unasked': [],
  'source.given': [],
  'source.checked': [],
  'source.removed': [],
  'conversation.invited': [],
  'conversation.left': [],
  'report.made': [],
  'report.closed': [],
}

/** Has all consequences of an event happen, one after the other. Passes on what a listener throws. */
export async function hear(forum: Forum, event: ForumEvent): Promise<void> {
  for (const listener of LISTENERS[event.type] as readonly Listener<EventType>[]) await listener(forum, event)
}
