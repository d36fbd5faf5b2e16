import { Refused } from '#base/errors.ts'
import { act, type Forum } from '../act.ts'
import { type Actor, SYSTEM } from '../actor.ts'
import { groupsOf } from '../permissions/store.ts'
import { publish } from './actions.ts'
import { failureOf } from './model.ts'
import { type Due, dueThreads, writeFailure } from './store.ts'

/** Threads that are started at one turn. */
const AT_ONCE = 50

/** Starts the threads whose time has come, each as its writer, with the rights of this moment; → how many were looked at. */
export async function publishDue(forum: Forum): Promise<number> {
  const due = await dueThreads(forum.store.read, forum.clock(), AT_ONCE)
  // One transaction each: what keeps one from being started is nothing to the others.
  for (const each of due) await publishOne(forum, each)
  return due.length
}

async function publishOne(forum: Forum, due: Due): Promise<void> {
  const { id } = due
  try {
    const actor = await actorOf(forum, due)
    const timeZone = due.timeZone ?? forum.site.latest().settings.timeZone
    await act(forum, actor, a => publish(a, { id, timeZone }))
  } catch (error) {
    if (error instanceof Refused) {
      await act(forum, SYSTEM, ({ db }) => writeFailure(db, id, failureOf(error)))
    } else {
      forum.log.error({ err: error, scheduled: id }, 'A thread could not be started and will be tried again')
    }
  }
}

/** The writer as they are now. Whoever is no active member any more may write as little as a suspended one. */
async function actorOf(forum: Forum, due: Due): Promise<Actor> {
  const { memberId, name, role, suspended, state } = due
  const { read } = forum.store
  const groups = await groupsOf(read, memberId)
  const { confirmation } = (await forum.site.at(read)).joining
  const hasUnconfirmed = due.address !== null && due.addressConfirmedAt === null
  const unconfirmed = role === 'member' && hasUnconfirmed && confirmation === 'required'
  return { memberId, name, role, groups, suspended: suspended === 1 || state !== 'active', unconfirmed }
}
