import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Refused } from '#base/errors.ts'
import { shortLine } from '#base/text.ts'
import type { Forum } from '#forum/act.ts'
import { actorOf } from '#forum/actor.ts'
import { quotationPath } from '#forum/findings/views.ts'
import { visibleTo } from '#forum/permissions/visible.ts'
import type { StandPlace } from '#forum/quotations/model.ts'
import { quotationPage } from '#forum/quotations/sheets.ts'
import { daysOfQuotation, latestStandsOf } from '#forum/quotations/store-lists.ts'
import { FeedLink, sendFeed } from '#web/feed.ts'
import { id } from '#web/fields.ts'
import { form, readParams } from '#web/forms.ts'
import { type PageAnswer, show } from '#web/respond.ts'
import { keptRecord } from '../frame.ts'
import { placeAsked } from '../lists/latest.ts'
import { FEED_ENTRIES, RECORD_PATH } from '../model.ts'
import { saidLine, standEntry } from '../stands.ts'
import { type QuotationShown, QuotationView, quotationJson } from './views.ts'

const QuotationId = form({ id: id() })
const TITLE = 60

/** `/record/quotations/:id`: one quotation, first seen, carried by, altered where. */
export function quotationRoutes(app: FastifyInstance, forum: Forum): void {
  app.get('/record/quotations/:id', keptRecord, async (request, reply) => {
    const shown = await load(forum, request, placeAsked(request))
    return show(request, reply, pageOf(request, forum, shown))
  })
  app.get('/record/quotations/:id/feed', keptRecord, async (request, reply) => {
    const { words } = request.visitor
    const { read } = forum.store
    const { sheet } = await load(forum, request)
    const visible = visibleTo(await forum.site.at(read), actorOf(request))
    const entries = (await latestStandsOf(read, visible, sheet.id, FEED_ENTRIES)).map(stand =>
      standEntry(stand, words),
    )
    return sendFeed(request, reply, { title: titleOf(sheet.words), path: quotationPath(sheet.id), entries })
  })
}

const titleOf = (words: string): string => `“${shortLine(saidLine(words), TITLE)}”`

/** Throws `not-found` where no stand of it may be read. */
async function load(forum: Forum, request: FastifyRequest, after?: StandPlace): Promise<QuotationShown> {
  const { read } = forum.store
  const { id: quotationId } = readParams(QuotationId, request)
  const visible = visibleTo(await forum.site.at(read), actorOf(request))
  const sheet = await quotationPage(read, visible, quotationId, after)
  if (!sheet) throw new Refused('not-found')
  return { sheet, days: await daysOfQuotation(read, visible, quotationId), isFirstPage: after === undefined }
}

function pageOf(request: FastifyRequest, forum: Forum, shown: QuotationShown): PageAnswer {
  const { words } = request.visitor
  const { sheet } = shown
  const title = titleOf(sheet.words)
  const path = quotationPath(sheet.id)
  return {
    title,
    canonical: path,
    style: 'full',
    trail: [{ href: RECORD_PATH, name: words.say('record.title') }],
    head: () => FeedLink(`${path}/feed`, title),
    main: () => QuotationView(shown, { words, now: forum.clock() }),
    json: () => quotationJson(shown),
  }
}
