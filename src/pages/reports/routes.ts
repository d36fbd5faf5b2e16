import type { FastifyInstance, FastifyRequest } from 'fastify'
import * as v from 'valibot'
import { Refused } from '#base/errors.ts'
import { act, type Forum } from '#forum/act.ts'
import { actorOf, mustBeMember } from '#forum/actor.ts'
import { type Visible, visibleTo } from '#forum/permissions/visible.ts'
import { findPost } from '#forum/posts/store.ts'
import { postPath } from '#forum/posts/views.ts'
import { closeReport, report } from '#forum/reports/actions.ts'
import { MAX_NOTE, MAX_REPORT, REPORT_STATES, type ReportState } from '#forum/reports/model.ts'
import { mustLookAfterReports, mustReport } from '#forum/reports/rules.ts'
import { findReport, openReport, reportsFor } from '#forum/reports/store.ts'
import { REPORTS_PATH, reportJson } from '#forum/reports/views.ts'
import { CsrfField } from '#web/csrf.ts'
import { choice, id, line, text } from '#web/fields.ts'
import { type FormState, form, freshForm, readForm, readParams, readQuery, withForm } from '#web/forms.ts'
import { done, type PageAnswer, show } from '#web/respond.ts'
import { OneReport, ReportForm, ReportList } from './views.ts'

/** What those who reported find out. */
const OWN_PATH = '/account/reports'

const PostPlace = form({ thread: id(), number: id() })
const ReportId = form({ id: id() })
const Reason = form({ reason: text({ max: MAX_REPORT }) })
const Note = form({ note: line({ max: MAX_NOTE, min: 0 }) })
const ListQuery = form({ state: v.optional(choice(REPORT_STATES), 'open'), before: v.optional(id()) })

/** The form to report a post, and the list of those who look after reports. */
export function reportRoutes(app: FastifyInstance, forum: Forum): void {
  app.get('/posts/:thread/:number/report', async (request, reply) =>
    show(request, reply, await formPage(request, forum, freshForm())),
  )
  app.post('/posts/:thread/:number/report', (request, reply) =>
    withForm(request, reply, {
      showAgain: state => formPage(request, forum, state),
      action: async () => {
        const { thread: threadId, number } = readParams(PostPlace, request)
        const { reason } = readForm(Reason, request)
        const made = await act(forum, actorOf(request), a => report(a, { threadId, number, reason }))
        return done(request, reply, { back: `${OWN_PATH}?done=1`, json: { id: made } })
      },
    }),
  )
  listRoutes(app, forum)
}

async function formPage(request: FastifyRequest, forum: Forum, state: FormState): Promise<PageAnswer> {
  const { thread: threadId, number } = readParams(PostPlace, request)
  const { read } = forum.store
  const actor = actorOf(request)
  mustBeMember(actor)
  const visible = visibleTo(await forum.site.at(read), actor)
  const found = await findPost(read, visible, threadId, number)
  if (!found) throw new Refused('not-found')
  mustReport(visible, found.post)
  const { post, thread } = found
  const { words } = request.visitor
  const isReported = (await openReport(read, post.id, actor.memberId)) !== undefined
  const isPrivate = thread.people !== null
  return {
    ...{ title: words.say('report.title', { number: `#${number}` }), robots: 'noindex', style: 'full' },
    trail: [{ href: postPath(post), name: thread.title }],
    main: () => ReportForm(state, { words, csrf: CsrfField(request), post, isReported, isPrivate }),
    json: () => ({ threadId, number, reported: isReported }),
  }
}

/** What is visible to somebody who looks after reports. Throws `not-signed-in`, and `not-found` for everybody else. */
async function seenBy(request: FastifyRequest, forum: Forum): Promise<Visible> {
  mustLookAfterReports(actorOf(request))
  return visibleTo(await forum.site.at(forum.store.read), actorOf(request))
}

async function listPage(request: FastifyRequest, forum: Forum): Promise<PageAnswer> {
  const visible = await seenBy(request, forum)
  const { state, before } = readList(request)
  const { words } = request.visitor
  const { reports, olderBefore } = await reportsFor(forum.store.read, visible, { state, before })
  const path = state === 'open' ? `${REPORTS_PATH}?` : `${REPORTS_PATH}?state=${state}&`
  const older = olderBefore === null ? null : `${path}before=${olderBefore}`
  const options = { words, now: forum.clock(), csrf: CsrfField(request), form: freshForm() }
  return {
    ...{ title: words.say('report.list'), robots: 'noindex', style: 'full' },
    main: () => ReportList({ state, older, reports }, options),
    json: () => ({ reports: reports.map(reportJson), older }),
  }
}

async function onePage(request: FastifyRequest, forum: Forum, state: FormState): Promise<PageAnswer> {
  const visible = await seenBy(request, forum)
  const found = await findReport(forum.store.read, visible, readParams(ReportId, request).id)
  if (!found) throw new Refused('not-found')
  const { words } = request.visitor
  return {
    ...{ title: words.say('report.one'), robots: 'noindex', style: 'full' },
    trail: [{ href: REPORTS_PATH, name: words.say('report.list') }],
    main: () => OneReport(found, { words, now: forum.clock(), csrf: CsrfField(request), form: state }),
    json: () => reportJson(found),
  }
}

function listRoutes(app: FastifyInstance, forum: Forum): void {
  app.get(REPORTS_PATH, async (request, reply) => show(request, reply, await listPage(request, forum)))
  app.get(`${REPORTS_PATH}/:id`, async (request, reply) =>
    show(request, reply, await onePage(request, forum, freshForm())),
  )
  app.post(`${REPORTS_PATH}/:id/close`, (request, reply) =>
    withForm(request, reply, {
      showAgain: state => onePage(request, forum, state),
      action: async () => {
        const { id: reportId } = readParams(ReportId, request)
        const { note } = readForm(Note, request)
        await act(forum, actorOf(request), a => closeReport(a, { id: reportId, note }))
        return done(request, reply, { back: REPORTS_PATH, json: { id: reportId } })
      },
    }),
  )
}

/** Throws `not-found` for what the list does not have. */
function readList(request: FastifyRequest): { state: ReportState; before: number | undefined } {
  try {
    return { before: undefined, ...readQuery(ListQuery, request) }
  } catch {
    throw new Refused('not-found')
  }
}
