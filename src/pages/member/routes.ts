import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as v from 'valibot'
import { Refused } from '#base/errors.ts'
import type { Forum } from '#forum/act.ts'
import { actorOf } from '#forum/actor.ts'
import { findFile } from '#forum/files/store.ts'
import { memberPath } from '#forum/members/views.ts'
import { keptForGuests } from '#web/cached-routes.ts'
import { id, line } from '#web/fields.ts'
import { form, readParams, readQuery } from '#web/forms.ts'
import { properPath } from '#web/proper-path.ts'
import { show } from '#web/respond.ts'
import { memberAnswer, memberPageMaker } from './answer.ts'
import { memberBadgeRoutes } from './badges/routes.ts'
import { loadMember, loadMembers } from './load.ts'
import { latestPlaceOf, MEMBERS_PATH } from './model.ts'
import { Members, membersJson } from './views.ts'
import { writtenRoutes } from './written/routes.ts'

/** How long a kept page of a member may stand still. */
const KEPT_SECONDS = 5
const MAX_FIND = 200
const PICTURE_KEPT = 'public, max-age=31536000, immutable'

const MemberId = form({ id: id() })
const Hash = form({ hash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)) })
const ListQuery = form({ find: line({ max: MAX_FIND, min: 0 }), after: v.nullish(id(), null) })

/** `/members`, `/members/:id/:name` and the pictures under `/avatars`. */
export function memberRoutes(app: FastifyInstance, forum: Forum): void {
  const kept = keptForGuests({
    tag: request => `member:${(request.params as { id: string }).id}`,
    seconds: KEPT_SECONDS,
  })
  const answer = (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> =>
    answerMember(forum, request, reply)
  app.get('/members/:id', answer)
  app.get('/members/:id/:name', kept, answer)
  app.get(MEMBERS_PATH, async (request, reply) => {
    const { words } = request.visitor
    const list = await loadMembers(forum, actorOf(request), readQuery(ListQuery, request))
    return show(request, reply, {
      title: words.say('member.list'),
      canonical: MEMBERS_PATH,
      style: 'full',
      ...(list.search.find !== '' && { robots: 'noindex' as const }),
      main: () => Members(list, { words }),
      json: () => membersJson(list),
    })
  })
  writtenRoutes(app, forum)
  memberBadgeRoutes(app, forum, memberPageMaker(forum))
  app.get('/avatars/:hash', async (request, reply) => {
    const file = await findFile(forum.store.read, readParams(Hash, request).hash)
    if (!file) throw new Refused('not-found')
    return reply.header('cache-control', PICTURE_KEPT).type(file.type).send(Buffer.from(file.bytes))
  })
}

async function answerMember(
  forum: Forum,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { before } = request.query as { before?: unknown }
  const place = before === undefined ? null : latestPlaceOf(before)
  if (before !== undefined && place === null) throw new Refused('not-found')
  const page = await loadMember(forum, actorOf(request), readParams(MemberId, request).id, place)
  const path = memberPath(page.card)
  const proper = properPath(request, path)
  if (proper !== null) return reply.redirect(proper, 301)
  return show(request, reply, memberAnswer(request, page, { now: forum.clock() }))
}
