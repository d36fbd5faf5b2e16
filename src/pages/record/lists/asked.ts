import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Refused } from '#base/errors.ts'
import { type Html, html } from '#base/html.ts'
import { shortLine } from '#base/text.ts'
import type { Forum } from '#forum/act.ts'
import { actorOf } from '#forum/actor.ts'
import { findingPath } from '#forum/findings/views.ts'
import { visibleTo } from '#forum/permissions/visible.ts'
import { type AskedFinding, type AskedPlace, mostAsked, type Part } from '#forum/sources/store-lists.ts'
import { sendFeed } from '#web/feed.ts'
import { type PageAnswer, show } from '#web/respond.ts'
import { keptRecord, Listed, Onward, tabPage } from '../frame.ts'
import { FEED_ENTRIES, LINES, threeOf, writtenPlace } from '../model.ts'
import { authorOf, type ListOptions, PostLink, postJson } from '../stands.ts'

const PATH = '/record/asked'
const FEED = '/record/asked/feed'
const LONGEST = 280

/** `/record/asked`: what most members ask a source for. */
export function askedRoutes(app: FastifyInstance, forum: Forum): void {
  app.get(PATH, keptRecord, async (request, reply) => {
    const { after } = request.query as { after?: unknown }
    const place = after === undefined ? undefined : threeOf(after)
    if (place === null) throw new Refused('not-found')
    const asked = place && { count: place.first, postId: place.second, key: place.key }
    return show(request, reply, askedPage(request, forum, await load(forum, request, LINES, asked)))
  })
  app.get(FEED, keptRecord, async (request, reply) => {
    const { words } = request.visitor
    const { items } = await load(forum, request, FEED_ENTRIES)
    const entries = items.map(({ post, key, before, words: said, after, count }) => ({
      path: findingPath(post, key),
      title: shortLine(said, 100),
      summary: `${before}${said}${after} · ${words.say('record.asked-by', { count })}`,
      author: post.authorName,
      at: post.at,
    }))
    return sendFeed(request, reply, { title: words.say('record.asked'), path: PATH, entries })
  })
}

type AskedList = Part<AskedFinding, AskedPlace>

async function load(
  forum: Forum,
  request: FastifyRequest,
  limit: number,
  after?: AskedPlace,
): Promise<AskedList> {
  const { read } = forum.store
  return mostAsked(read, visibleTo(await forum.site.at(read), actorOf(request)), limit, after)
}

function askedPage(request: FastifyRequest, forum: Forum, { items, next }: AskedList): PageAnswer {
  const { words } = request.visitor
  const rows = items.map(item => AskedLine(item, { words, now: forum.clock() }))
  const onward = writtenPlace(next && { ...next })
  return tabPage(request, 'asked', {
    about: 'record.asked-about',
    feed: FEED,
    list: html`${Listed(rows, words.say('record.nothing-asked'))}${Onward(PATH, onward, words)}`,
    json: { findings: items.map(askedJson), next: onward },
  })
}

function AskedLine(asked: AskedFinding, { words, now }: ListOptions): Html {
  const { post, key, before, after, count } = asked
  const said = html`${before}<mark>${shortLine(asked.words, LONGEST)}</mark>${after}`
  return html`<article class="row"><div><h3 class="quoted"><a href="${findingPath(post, key)}"><q dir="auto">${said}</q></a></h3><p>${PostLink(post, words)}</p></div><div class="n">${words.say('record.asked-by', { count })}</div><div class="last"><b><bdi>${authorOf(post, words)}</bdi></b> ${words.time(post.at, now)}</div></article>`
}

const askedJson = ({ post, key, kind, before, words, after, count }: AskedFinding): object => ({
  ...{ key, kind, before, words, after, count, path: findingPath(post, key) },
  post: postJson(post),
})
