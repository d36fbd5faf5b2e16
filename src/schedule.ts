import { DAY, HOUR, MINUTE } from '#base/time.ts'
import { act, type Forum } from '#forum/act.ts'
import { SYSTEM } from '#forum/actor.ts'
import { closeOverdue } from '#forum/polls/actions.ts'
import { renderOld } from '#forum/posts/rendering.ts'
import { beginTurn } from '#forum/record/waiting.ts'
import { forgetExpired } from '#forum/sessions/actions.ts'
import type { Outbox } from '#jobs/outbox.ts'
import type { Task } from '#jobs/schedule.ts'
import { forgetEvents } from '#jobs/store.ts'

/** How long events that were heard are kept, for whoever looks into what happened. */
const EVENTS_KEPT = 7 * DAY
/** Posts printed anew at one turn. */
const POSTS_A_TURN = 500

/** Everything periodic, in one list. */
export function tasksOf(forum: Forum, outbox: Outbox): readonly Task[] {
  return [
    { name: 'deliver events left behind', every: MINUTE, run: () => outbox.sweep() },
    {
      name: 'forget old events',
      every: DAY,
      run: () => act(forum, SYSTEM, ({ db, now }) => forgetEvents(db, now - EVENTS_KEPT)),
    },
    {
      name: 'forget expired sessions, links and attempts',
      every: HOUR,
      run: () => act(forum, SYSTEM, forgetExpired),
    },
    {
      name: 'print posts of an older renderer anew',
      every: MINUTE,
      run: () => renderOld(forum, POSTS_A_TURN),
    },
    { name: 'close polls whose time is over', every: MINUTE, run: () => closeOverdue(forum) },
    ...readingTasks(forum),
  ]
}

/** The reading, where this process has somebody who reads: a turn that it took without would be lost to those who do. */
function readingTasks(forum: Forum): readonly Task[] {
  const { record } = forum
  if (!record) return []
  return [{ name: 'read posts that are not read yet', every: MINUTE, run: () => beginTurn(forum, record) }]
}
