import type { FastifyInstance, FastifyRequest } from 'fastify'
import * as v from 'valibot'
import { Refused } from '#base/errors.ts'
import { html } from '#base/html.ts'
import type { Forum } from '#forum/act.ts'
import { actorOf } from '#forum/actor.ts'
import { type Visible, visibleTo } from '#forum/permissions/visible.ts'
import { publishers, sourcesBy } from '#forum/sources/store-lists.ts'
import { FeedLink, sendFeed } from '#web/feed.ts'
import { line } from '#web/fields.ts'
import { form, readParams, readQuery } from '#web/forms.ts'
import { show } from '#web/respond.ts'
import { FeedLine, keptRecord, Listed, Onward, tabPage } from '../frame.ts'
import { FEED_ENTRIES, LINES, RECORD_PATH, twoOf, writtenPlace } from '../model.ts'
import { PublisherLine, publisherPath, SOURCES_PATH, SourceLine, sourceEntry, sourceJson } from './views.ts'

const PUBLISHERS = 60
const MAX_PUBLISHER = 260

/** A name of a publisher is a host: no signs that cannot be seen. */
const HOST = /^[^\s\p{C}]+$/u

const ListQuery = form({ after: line({ max: MAX_PUBLISHER, min: 0 }) })
const Publisher = form({ publisher: v.pipe(v.string(), v.maxLength(MAX_PUBLISHER), v.regex(HOST)) })

/** `/record/sources` and `/record/sources/:publisher`: where posts say that they have it from. */
export function sourceRoutes(app: FastifyInstance, forum: Forum): void {
  app.get(SOURCES_PATH, keptRecord, async (request, reply) => {
    const { words } = request.visitor
    const { after } = readQuery(ListQuery, request)
    const visible = await visibleIn(forum, request)
    const { items, next } = await publishers(forum.store.read, visible, PUBLISHERS, after || undefined)
    const rows = items.map(item => PublisherLine(item, words))
    const page = tabPage(request, 'sources', {
      about: 'record.sources-about',
      list: html`${Listed(rows, words.say('record.no-sources'))}${Onward(SOURCES_PATH, next, words)}`,
      json: { publishers: items.map(each => ({ ...each, path: publisherPath(each.publisher) })), next },
    })
    return show(request, reply, page)
  })
  publisherRoutes(app, forum)
}

function publisherRoutes(app: FastifyInstance, forum: Forum): void {
  app.get('/record/sources/:publisher', keptRecord, async (request, reply) => {
    const { words } = request.visitor
    const { publisher, items, next } = await load(forum, request, LINES)
    const path = publisherPath(publisher)
    const onward = writtenPlace(next && { ...next })
    const options = { words, now: forum.clock() }
    return show(request, reply, {
      title: publisher,
      canonical: path,
      style: 'full',
      trail: [
        { href: RECORD_PATH, name: words.say('record.title') },
        { href: SOURCES_PATH, name: words.say('record.sources') },
      ],
      head: () => FeedLink(`${path}/feed`, publisher),
      main: () =>
        html`<h1><bdi>${publisher}</bdi></h1>${items.map(item => SourceLine(item, options))}${Onward(path, onward, words)}${FeedLine(`${path}/feed`, words)}`,
      json: () => ({ publisher, sources: items.map(sourceJson), next: onward }),
    })
  })
  app.get('/record/sources/:publisher/feed', keptRecord, async (request, reply) => {
    const { words } = request.visitor
    const { publisher, items } = await load(forum, request, FEED_ENTRIES)
    const entries = items.map(item => sourceEntry(item, words))
    return sendFeed(request, reply, { title: publisher, path: publisherPath(publisher), entries })
  })
}

const visibleIn = async (forum: Forum, request: FastifyRequest): Promise<Visible> =>
  visibleTo(await forum.site.at(forum.store.read), actorOf(request))

/** Throws `not-found` where no post that may be read cites the publisher. */
async function load(forum: Forum, request: FastifyRequest, limit: number) {
  const { publisher } = readParams(Publisher, request)
  const { after } = request.query as { after?: unknown }
  const place = after === undefined ? undefined : twoOf(after)
  if (place === null) throw new Refused('not-found')
  const visible = await visibleIn(forum, request)
  const list = await sourcesBy(forum.store.read, visible, publisher, {
    limit,
    ...(place && { after: { at: place.first, id: place.second } }),
  })
  if (list.items.length === 0) throw new Refused('not-found')
  return { publisher, ...list }
}
