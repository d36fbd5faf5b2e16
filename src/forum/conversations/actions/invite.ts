import { Refused } from '#base/errors.ts'
import type { Act } from '../../act.ts'
import { mustWrite } from '../../actor.ts'
import { countMemberAttempt } from '../../sessions/member-attempts.ts'
import { INVITATIONS, MOST_PEOPLE, type Recipient, readNames, tooManyPeople } from '../model.ts'
import { mustInvite, mustWriteTo } from '../rules.ts'
import { recipientsNamed } from '../store.ts'
import { addPeople } from '../store-write.ts'
import { beginInConversation } from './begin.ts'

/**
 * Takes more members into a conversation, by their names as typed; those who are in it already stay. They see all that was
 * said. → their ids, only of those who came. Throws `not-signed-in`, `not-found`, `not-allowed`, `too-many`, and `invalid`
 * for the field `people`.
 */
export async function invite(
  a: Act,
  { threadId, people }: { threadId: number; people: string },
): Promise<readonly number[]> {
  mustWrite(a.actor)
  const { thread, visible, actor } = await beginInConversation(a, threadId)
  mustInvite(visible, thread)
  const invited = await readRecipients(a, people, actor.memberId)
  const missing = invited.filter(each => !thread.people.has(each.id))
  if (missing.length === 0) return []
  for (const recipient of missing) mustWriteTo(recipient)
  if (thread.people.size + missing.length > MOST_PEOPLE) throw tooManyPeople()
  const attempt = await countMemberAttempt(a, 'invite', actor.memberId, INVITATIONS)
  attempt.mustBeWithin()
  const memberIds = missing.map(each => each.id)
  const came = await addPeople(a.db, { threadId, memberIds, invitedBy: actor.memberId, at: a.now })
  for (const invitedId of came)
    a.emit({ type: 'conversation.invited', threadId, memberId: actor.memberId, invitedId })
  return came
}

/** Names as typed → the others they are. Throws `invalid` for the field `people`, for a name that nobody has too. */
export async function readRecipients({ db }: Act, people: string, senderId: number): Promise<Recipient[]> {
  const names = readNames(people)
  const found = await recipientsNamed(db, names, senderId)
  const others = new Map<number, Recipient>()
  for (const [index, recipient] of found.entries()) {
    const name = names[index] as string
    if (!recipient)
      throw new Refused('invalid', 'conversation.no-member', { field: 'people', values: { name } })
    if (recipient.id !== senderId) others.set(recipient.id, recipient)
  }
  return [...others.values()]
}
