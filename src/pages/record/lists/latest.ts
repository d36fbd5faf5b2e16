import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Refused } from '#base/errors.ts'
import { html } from '#base/html.ts'
import type { Forum } from '#forum/act.ts'
import { actorOf } from '#forum/actor.ts'
import { visibleTo } from '#forum/permissions/visible.ts'
import type { StandList, StandPlace } from '#forum/quotations/model.ts'
import { latestStands } from '#forum/quotations/store-stands.ts'
import { sendFeed } from '#web/feed.ts'
import { type PageAnswer, show } from '#web/respond.ts'
import { keptRecord, Listed, Onward, tabPage } from '../frame.ts'
import { FEED_ENTRIES, LINES, RECORD_PATH, standPlaceOf, writtenPlace } from '../model.ts'
import { StandLine, standEntry, standJson } from '../stands.ts'

const FEED = '/record/feed'

/** `/record`: where quotations stood last in the forum. */
export function latestRoutes(app: FastifyInstance, forum: Forum): void {
  app.get(RECORD_PATH, keptRecord, async (request, reply) => {
    const list = await load(forum, request, LINES, placeAsked(request))
    return show(request, reply, latestPage(request, forum, list))
  })
  app.get(FEED, keptRecord, async (request, reply) => {
    const { words } = request.visitor
    const { stands } = await load(forum, request, FEED_ENTRIES)
    const entries = stands.map(stand => standEntry(stand, words))
    return sendFeed(request, reply, { title: words.say('record.title'), path: RECORD_PATH, entries })
  })
}

/** The place that an address names; undefined for the beginning. Throws `not-found` for what is none. */
export function placeAsked(request: FastifyRequest): StandPlace | undefined {
  const { after } = request.query as { after?: unknown }
  if (after === undefined) return undefined
  const place = standPlaceOf(after)
  if (place) return place
  throw new Refused('not-found')
}

async function load(
  forum: Forum,
  request: FastifyRequest,
  limit: number,
  after?: StandPlace,
): Promise<StandList> {
  const { read } = forum.store
  const visible = visibleTo(await forum.site.at(read), actorOf(request))
  return latestStands(read, visible, limit, after)
}

function latestPage(request: FastifyRequest, forum: Forum, { stands, next }: StandList): PageAnswer {
  const { words } = request.visitor
  const options = { words, now: forum.clock() }
  const rows = stands.map(stand => StandLine(stand, options))
  const onward = writtenPlace(next && { ...next })
  return tabPage(request, 'latest', {
    about: 'record.latest-about',
    feed: FEED,
    list: html`${Listed(rows, words.say('record.nothing'))}${Onward(RECORD_PATH, onward, words)}`,
    json: { stands: stands.map(standJson), next: onward },
  })
}
