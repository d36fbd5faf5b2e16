import { Refused } from '#base/errors.ts'
import { type Actor, mustWrite } from '../actor.ts'
import type { Visible } from '../permissions/visible.ts'
import type { Thread } from '../threads/model.ts'
import { hindranceToReply, refuse } from '../threads/rules.ts'
import { MOST_PEOPLE, type Recipient } from './model.ts'

/** Whether somebody may start a conversation at all. */
export const mayConverse = (actor: Actor): boolean =>
  actor.memberId !== null && !actor.suspended && !actor.unconfirmed
/** Throws `not-signed-in` for guests, `not-allowed` for the suspended. */
export const mustConverse: typeof mustWrite = mustWrite

/** Whether somebody lets themselves be invited: not by those they ignore, and only by whom they chose. */
export const mayWriteTo = ({ takes, follows, ignores }: Recipient): boolean =>
  !ignores && (takes === 'anybody' || (takes === 'followed' && follows))

/** Throws `invalid` for the field `people`. Of the reasons it tells none. */
export function mustWriteTo(recipient: Recipient): void {
  if (mayWriteTo(recipient)) return
  const { name } = recipient
  throw new Refused('invalid', 'conversation.takes-none', { field: 'people', values: { name } })
}

/** Whether somebody may invite others into a conversation: everybody in it who may write, while there is room. */
export const mayInvite = (visible: Visible, thread: Thread): boolean =>
  thread.people !== null && thread.people.size < MOST_PEOPLE && hindranceToReply(visible, thread) === null
/** Throws `not-signed-in`, `not-found` or `not-allowed` unless somebody may write in a conversation. */
export function mustInvite(visible: Visible, thread: Thread): void {
  if (thread.people === null) throw new Refused('not-found')
  refuse(hindranceToReply(visible, thread))
}
