import type { Forum } from '#forum/act.ts'
import type { EventOf, EventType, ForumEvent } from '#forum/events.ts'
import { removeUnusedPicture } from '#forum/files/listeners.ts'
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
  'avatar.changed': [removeUnusedPicture],
  'thread.started': [],
  'thread.renamed': [],
  'thread.locked': [],
  'thread.unlocked': [],
  'thread.deleted': [lookAtThread],
  'thread.restored': [readThreadAgain],
  'post.added': [lookAtPost],
  'post.edited': [lookAtPost],
  'post.deleted': [forgetPost],
  'post.restored': [readPostAgain],
  'record.corrected': [],
  'reaction.set': [],
  'reaction.removed': [],
  'poll.voted': [],
  'poll.closed': [],
  'source.asked': [],
  'source.unasked': [],
  'source.given': [],
  'source.checked': [],
  'source.removed': [],
}

/** Has all consequences of an event happen, one after the other. Passes on what a listener throws. */
export async function hear(forum: Forum, event: ForumEvent): Promise<void> {
  for (const listener of LISTENERS[event.type] as readonly Listener<EventType>[]) await listener(forum, event)
}
