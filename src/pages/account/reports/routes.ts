import type { FastifyInstance } from 'fastify'
import { Refused } from '#base/errors.ts'
import { html } from '#base/html.ts'
import type { Forum } from '#forum/act.ts'
import { actorOf, mustBeMember } from '#forum/actor.ts'
import { reportsBy } from '#forum/reports/store.ts'
import { OwnReportView } from '#forum/reports/views.ts'
import { show } from '#web/respond.ts'
import { accountPage } from '../answer.ts'
import { PATHS } from '../model.ts'
import { AccountPart } from '../views.ts'

const BEFORE = /^[1-9]\d{0,14}$/

/** `GET /account/reports`: what the member reported, and what came of it. */
export function ownReportRoutes(app: FastifyInstance, forum: Forum): void {
  app.get(PATHS.reports, async (request, reply) => {
    const actor = actorOf(request)
    mustBeMember(actor)
    const { words } = request.visitor
    const { before } = request.query as Record<string, unknown>
    const isPlace = before === undefined || (typeof before === 'string' && BEFORE.test(before))
    if (!isPlace) throw new Refused('not-found')
    const from = before === undefined ? undefined : Number(before)
    const { reports, olderBefore } = await reportsBy(forum.store.read, actor.memberId, from)
    const older = olderBefore === null ? null : `${PATHS.reports}?before=${olderBefore}`
    const options = { words, now: forum.clock() }
    const page = accountPage(request, {
      path: PATHS.reports,
      said: 'report.made',
      json: () => ({ reports, older }),
      main: frame =>
        AccountPart(
          frame,
          PATHS.reports,
          html`<p class="meta">${words.say('report.own-about')}</p>${
            reports.length === 0
              ? html`<p class="nothing">${words.say('report.none')}</p>`
              : reports.map(each => OwnReportView(each, options))
          }${older !== null && html`<nav class="pager" aria-label="${words.say('report.older')}"><ol><li><a href="${older}" rel="next">${words.say('report.older')}</a></li></ol></nav>`}`,
        ),
    })
    return show(request, reply, page)
  })
}
