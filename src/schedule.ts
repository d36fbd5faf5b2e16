import { DAY, HOUR, MINUTE, SECOND } from '#base/time.ts'
import { type Act, act, type Forum } from '#forum/act.ts'
import { SYSTEM } from '#forum/actor.ts'
import { sweepAttachments } from '#forum/attachments/work.ts'
import { giveEarned } from '#forum/badges/earning.ts'
import { forgetOldDrafts } from '#forum/drafts/actions.ts'
import { forgetOldKeys, keyThreads } from '#forum/duplicates/keeping.ts'
import { removeOldInvitations } from '#forum/invitations/store.ts'
import { sweepCards } from '#forum/link-cards/fetching.ts'
import { closeOverdue } from '#forum/polls/actions.ts'
import { renderOld } from '#forum/posts/rendering.ts'
import { judgeOld } from '#forum/quotes/round.ts'
import { beginTurn } from '#forum/record/waiting.ts'
import { publishDue } from '#forum/scheduled/due.ts'
import { forgetExpired } from '#forum/sessions/actions.ts'
import { printOldSignatures } from '#forum/signatures/printing.ts'
import type { Outbox } from '#jobs/outbox.ts'
import type { Task } from '#jobs/schedule.ts'
import { forgetEvents } from '#jobs/store.ts'

/** How long events that were heard are kept, for whoever looks into what happened. */
const EVENTS_KEPT = 7 * DAY
/** Posts printed anew at one turn. */
const POSTS_A_TURN = 500
/** Posts looked at for quotes at one turn. */
const QUOTING_A_TURN = 2000
/** Members who are given a badge at one turn. */
const BADGES_A_TURN = 500

/** Everything periodic, in one list. */
export function tasksOf(forum: Forum, outbox: Outbox): readonly Task[] {
  return [
    { name: 'deliver events left behind', every: MINUTE, run: () => outbox.sweep() },
    { name: 'start threads whose time has come', every: 10 * SECOND, run: () => publishDue(forum) },
    { name: 'close polls whose time is over', every: MINUTE, run: () => closeOverdue(forum) },
    {
      name: 'print posts of an older renderer anew',
      every: MINUTE,
      run: () => renderOld(forum, POSTS_A_TURN),
    },
    { name: 'print signatures anew', every: MINUTE, run: () => printOldSignatures(forum) },
    { name: 'judge quotes of older posts', every: MINUTE, run: () => judgeOld(forum, QUOTING_A_TURN) },
    { name: 'make threads findable for who starts the same', every: MINUTE, run: () => keyThreads(forum) },
    { name: 'give badges that were earned', every: HOUR, run: () => giveEarned(forum, BADGES_A_TURN) },
    ...readingTasks(forum),
    ...forgettingTasks(forum),
  ]
}

/** What nobody needs any more is not kept. */
function forgettingTasks(forum: Forum): readonly Task[] {
  const forget = (name: string, every: number, work: (a: Act) => Promise<unknown>): Task => ({
    ...{ name, every },
    run: () => act(forum, SYSTEM, work),
  })
  return [
    forget('forget old events', DAY, ({ db, now }) => forgetEvents(db, now - EVENTS_KEPT)),
    forget('forget expired sessions, links and attempts', HOUR, forgetExpired),
    forget('forget invitations whose time is over', DAY, ({ db, now }) => removeOldInvitations(db, now)),
    forget('forget old drafts', DAY, forgetOldDrafts),
    { name: 'forget by which titles old threads were found', every: DAY, run: () => forgetOldKeys(forum) },
    { name: 'forget cards of links that are not there', every: DAY, run: () => sweepCards(forum) },
    { name: 'remove attached files that nobody uses', every: HOUR, run: () => sweepAttachments(forum) },
  ]
}

/** The reading, where this process has somebody who reads: a turn that it took without would be lost to those who do. */
function readingTasks(forum: Forum): readonly Task[] {
  const { record } = forum
  if (!record) return []
  return [{ name: 'read posts that are not read yet', every: MINUTE, run: () => beginTurn(forum, record) }]
}
