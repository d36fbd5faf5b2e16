import { Refused } from '#base/errors.ts'
import { cleanLines } from '#base/text.ts'
import type { Act } from '../act.ts'
import { mustBeMember } from '../actor.ts'
import { visibleTo } from '../permissions/visible.ts'
import type { PostPlace } from '../posts/model.ts'
import { findPost, sourceOf } from '../posts/store.ts'
import { countMemberAttempt } from '../sessions/member-attempts.ts'
import { MAX_NOTE, MAX_REPORT, REPORTING, type Report } from './model.ts'
import { mustLookAfterReports, mustReport } from './rules.ts'
import { closeOpen, findReport, insertReport, openReport } from './store.ts'

/**
 * Reports a post to those who look after its board, with its text as it stands: of a conversation they see nothing else.
 * → the id of the report, or of the open one that the member has made of the post before. Throws `not-signed-in`,
 * `not-found`, `not-allowed`, `too-many`, and `invalid` for the field `reason`.
 */
export async function report(a: Act, input: PostPlace & { readonly reason: string }): Promise<number> {
  const { db, actor, now: at, site } = a
  mustBeMember(actor)
  const { memberId } = actor
  const visible = visibleTo(site, actor)
  const found = await findPost(db, visible, input.threadId, input.number)
  if (!found) throw new Refused('not-found')
  const { post } = found
  mustReport(visible, post)
  const reason = readText(input.reason, 'reason', MAX_REPORT)
  if (reason === '') throw new Refused('invalid', 'form.required', { field: 'reason' })
  const before = await openReport(db, post.id, memberId)
  if (before !== undefined) return before
  // Whoever sends the same form at the same time waits here, and then finds the report.
  const attempt = await countMemberAttempt(a, 'report', memberId, REPORTING)
  const known = await openReport(db, post.id, memberId)
  const written = await sourceOf(db, post)
  if (known !== undefined || !written) {
    await attempt.takeBack()
    if (known !== undefined) return known
    throw new Refused('not-found')
  }
  attempt.mustBeWithin()
  const { source, revision } = written
  const id = await insertReport(db, { postId: post.id, memberId, reason, source, revision, at })
  if (id === null) throw new Refused('conflict')
  a.emit({ type: 'report.made', reportId: id, memberId })
  return id
}

function readText(typed: string, field: string, limit: number): string {
  const text = cleanLines(typed)
  if (text.length <= limit) return text
  throw new Refused('invalid', 'form.too-long', { field, values: { limit } })
}

/**
 * Closes a report with a note to who made it; nothing happens when it is closed already. → the report as it was. Throws
 * `not-signed-in`, `not-found`, and `invalid` for the field `note`.
 */
export async function closeReport(a: Act, input: { id: number; note: string }): Promise<Report> {
  const { db, actor, now, site } = a
  mustBeMember(actor)
  mustLookAfterReports(actor)
  const found = await findReport(db, visibleTo(site, actor), input.id)
  if (!found) throw new Refused('not-found')
  const note = readText(input.note, 'note', MAX_NOTE)
  const { memberId } = actor
  const wasOpen = await closeOpen(db, found.id, { closedAt: now, closedBy: memberId, note })
  if (wasOpen) a.emit({ type: 'report.closed', reportId: found.id, memberId })
  return found
}
