import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type Html, html, joined } from '#base/html.ts'
import type { Words } from '#base/words.ts'
import type { Forum } from '#forum/act.ts'
import { actorOf } from '#forum/actor.ts'
import { quotationPath } from '#forum/findings/views.ts'
import { visibleTo } from '#forum/permissions/visible.ts'
import type { CarriedQuotation } from '#forum/quotations/model.ts'
import { mostCarried } from '#forum/quotations/sheets.ts'
import { sendFeed } from '#web/feed.ts'
import { show } from '#web/respond.ts'
import { keptRecord, Listed, tabPage } from '../frame.ts'
import { CARRIED } from '../model.ts'
import { type ListOptions, PostLink, postJson, QuotedWords, SpeakerLink, speakerJson } from '../stands.ts'

const PATH = '/record/carried'
const FEED = '/record/carried/feed'

/** `/record/carried`: the quotations that most posts carry. */
export function carriedRoutes(app: FastifyInstance, forum: Forum): void {
  app.get(PATH, keptRecord, async (request, reply) => {
    const { words } = request.visitor
    const quotations = await load(forum, request)
    const rows = quotations.map(each => CarriedLine(each, { words, now: forum.clock() }))
    const page = tabPage(request, 'carried', {
      about: 'record.carried-about',
      feed: FEED,
      list: Listed(rows, words.say('record.nothing-carried')),
      json: { quotations: quotations.map(carriedJson) },
    })
    return show(request, reply, page)
  })
  app.get(FEED, keptRecord, async (request, reply) => {
    const { words } = request.visitor
    const entries = (await load(forum, request)).map(each => ({
      path: quotationPath(each.id),
      title: each.words,
      summary: carriers(each, words),
      author: each.first.authorName,
      at: each.first.at,
    }))
    return sendFeed(request, reply, { title: words.say('record.carried'), path: PATH, entries })
  })
}

async function load(forum: Forum, request: FastifyRequest): Promise<CarriedQuotation[]> {
  const { read } = forum.store
  return mostCarried(read, visibleTo(await forum.site.at(read), actorOf(request)), CARRIED)
}

const carriers = ({ postCount }: CarriedQuotation, words: Words): string =>
  words.say('record.carriers', { count: postCount })

function CarriedLine(quotation: CarriedQuotation, { words, now }: ListOptions): Html {
  const { id, speaker, first } = quotation
  const facts = [
    speaker ? SpeakerLink(speaker) : words.say('record.unnamed'),
    words.sayHtml('record.first-in', { post: PostLink(first, words) }),
  ]
  return html`<article class="row"><div>${QuotedWords(id, quotation.words)}<p>${joined(facts, ' · ')}</p></div><div class="n">${carriers(quotation, words)}</div><div class="last">${words.time(first.at, now)}</div></article>`
}

const carriedJson = ({ id, words, speaker, first, postCount }: CarriedQuotation): object => ({
  ...{ id, path: quotationPath(id), words, postCount },
  ...{ speaker: speakerJson(speaker), first: postJson(first) },
})
