import { Refused } from '#base/errors.ts'
import type { Act } from '../act.ts'
import { mustBeMember, mustWrite } from '../actor.ts'
import { readDetails } from '../details/model.ts'
import { boardPlace } from '../drafts/model.ts'
import { forgetDraft } from '../drafts/store.ts'
import { visibleTo } from '../permissions/visible.ts'
import { readPoll } from '../polls/model.ts'
import type { PostPlace } from '../posts/model.ts'
import { readTyped } from '../posts/rendering.ts'
import { holdMember } from '../sessions/store-ways.ts'
import { begin } from '../starting/actions.ts'
import type { StartFields } from '../starting/model.ts'
import { readTitle } from '../threads/model.ts'
import { mustStart } from '../threads/rules.ts'
import { MOST_SCHEDULED, readPublishAt } from './model.ts'
import { findScheduled, insertScheduled, scheduledOf, takeScheduled, updateScheduled } from './store.ts'

/** When a thread is to be started, as typed, and the time zone (IANA name) that is meant. */
export interface AskedTime {
  readonly publishAt: string
  readonly timeZone: string
}

/** Refuses now what would be refused at its time. */
async function mustBeFit(a: Act, boardId: number, fields: StartFields, at: AskedTime): Promise<number> {
  mustWrite(a.actor)
  const board = a.site.boards.byId.get(boardId)
  if (!board) throw new Refused('not-found')
  mustStart(visibleTo(a.site, a.actor), board)
  readTitle(fields.title)
  readDetails(a.site, board, fields)
  await readTyped(a.db, fields.source, fields.format)
  readPoll(fields.poll, { now: a.now, timeZone: at.timeZone })
  return readPublishAt(at.publishAt, { now: a.now, timeZone: at.timeZone })
}

/**
 * Has a thread started at a time; the same form sent twice waits once. → its number among those that wait. Throws as
 * `startThread` does, and `invalid` for the field `publishAt`.
 */
export async function schedule(
  a: Act,
  { boardId, fields, ...at }: AskedTime & { boardId: number; fields: StartFields },
): Promise<number> {
  mustWrite(a.actor)
  const { memberId } = a.actor
  const publishAt = await mustBeFit(a, boardId, fields, at)
  // Whoever sends the same form at the same time waits here, and then finds what it made.
  await holdMember(a.db, memberId)
  const waiting = await scheduledOf(a.db, memberId)
  const { requestKey } = fields
  const known = waiting.find(each => requestKey !== null && each.fields.requestKey === requestKey)
  if (known) return known.id
  if (waiting.length >= MOST_SCHEDULED)
    throw new Refused('conflict', 'scheduled.too-many', { values: { limit: MOST_SCHEDULED } })
  await forgetDraft(a.db, memberId, boardPlace(boardId))
  return insertScheduled(a.db, { memberId, boardId, fields, publishAt, at: a.now })
}

/** Changes a thread that waits, and its time. Throws `not-found` for those of others, and as `schedule` does. */
export async function changeScheduled(
  a: Act,
  {
    id,
    fields,
    ...at
  }: AskedTime & { id: number; fields: Omit<StartFields, 'poll' | 'requestKey' | 'attachments'> },
): Promise<void> {
  mustWrite(a.actor)
  const { memberId } = a.actor
  const present = await findScheduled(a.db, memberId, id)
  if (!present) throw new Refused('not-found')
  const { poll, requestKey, attachments } = present.fields
  const whole = { ...fields, poll, requestKey, attachments }
  const publishAt = await mustBeFit(a, present.boardId, whole, at)
  if (!(await updateScheduled(a.db, { id, memberId, fields: whole, publishAt })))
    throw new Refused('not-found')
}

/** Does not start a thread. Throws `not-signed-in`, `not-found`. */
export async function cancelScheduled(a: Act, id: number): Promise<void> {
  mustBeMember(a.actor)
  if (!(await takeScheduled(a.db, a.actor.memberId, id))) throw new Refused('not-found')
}

/**
 * Starts a thread of the actor's that waits, whatever its time; with that it waits no more, so it is started once. → where it
 * stands. Throws `not-found`, and as `startThread` does: then it waits on.
 */
export async function publish(
  a: Act,
  { id, timeZone }: { id: number; timeZone: string },
): Promise<PostPlace> {
  mustBeMember(a.actor)
  const taken = await takeScheduled(a.db, a.actor.memberId, id)
  if (!taken) throw new Refused('not-found')
  return begin(a, { ...taken.fields, boardId: taken.boardId, timeZone, isFromEarlier: true })
}
