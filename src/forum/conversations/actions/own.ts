import type { Act } from '../../act.ts'
import { mustBeMember } from '../../actor.ts'
import { readLabels, type Takes } from '../model.ts'
import { markRead, removePerson, setLabels, setMuted, setTakes } from '../store-write.ts'
import { beginInConversation } from './begin.ts'

interface Place {
  readonly threadId: number
}

/**
 * Somebody leaves a conversation and sees nothing of it any more; what they wrote stays for the others. Throws
 * `not-signed-in`, `not-found`.
 */
export async function leave(a: Act, { threadId }: Place): Promise<void> {
  const { memberId } = (await beginInConversation(a, threadId)).actor
  await removePerson(a.db, { threadId, memberId, at: a.now })
  a.emit({ type: 'conversation.left', threadId, memberId })
}

/** Somebody has read a conversation up to a number. Throws `not-signed-in`, `not-found`. */
export async function readTo(a: Act, { threadId, number }: Place & { number: number }): Promise<void> {
  const { thread, actor } = await beginInConversation(a, threadId)
  const last = Math.min(number, thread.lastNumber)
  await markRead(a.db, { threadId, memberId: actor.memberId, number: last })
}

/**
 * Gives a conversation one's own labels, with commas between them, in place of those it had. Throws `not-signed-in`,
 * `not-found`, and `invalid` for the field `labels`.
 */
export async function label(a: Act, { threadId, labels }: Place & { labels: string }): Promise<void> {
  const { actor } = await beginInConversation(a, threadId)
  await setLabels(a.db, threadId, actor.memberId, readLabels(labels))
}

/** A conversation is not counted as unread any more and sends no mail. Throws `not-signed-in`, `not-found`. */
export async function mute(a: Act, { threadId }: Place): Promise<void> {
  const { memberId } = (await beginInConversation(a, threadId)).actor
  await setMuted(a.db, { threadId, memberId, muted: true })
}

/** The opposite of `mute`. */
export async function unmute(a: Act, { threadId }: Place): Promise<void> {
  const { memberId } = (await beginInConversation(a, threadId)).actor
  await setMuted(a.db, { threadId, memberId, muted: false })
}

/** Sets from whom one takes conversations. Throws `not-signed-in`. */
export async function takeFrom({ db, actor }: Act, { takes }: { takes: Takes }): Promise<void> {
  mustBeMember(actor)
  await setTakes(db, actor.memberId, takes)
}
