import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Refused } from '#base/errors.ts'
import type { Forum } from '#forum/act.ts'
import { actorOf } from '#forum/actor.ts'
import type { MemberCard } from '#forum/members/model.ts'
import { memberPath } from '#forum/members/views.ts'
import type { LatestPlace } from '#forum/posts/model.ts'
import { id, line } from '#web/fields.ts'
import { form, readParams, readQuery } from '#web/forms.ts'
import { show } from '#web/respond.ts'
import { latestPlaceOf, MEMBERS_PATH } from '../model.ts'
import { loadPosts, loadThreads } from './load.ts'
import { MAX_WORDS, postsPath, threadsPath } from './model.ts'
import { PostsView, postsJson, ThreadsView, threadsJson } from './views.ts'

const MemberId = form({ id: id() })
const PostsQuery = form({ words: line({ max: MAX_WORDS, min: 0 }) })

/** `/members/:id/written/posts?words=` and `/members/:id/written/threads`: all that a member wrote. */
export function writtenRoutes(app: FastifyInstance, forum: Forum): void {
  app.get('/members/:id/written/posts', async (request, reply) => {
    const { words } = request.visitor
    const { words: typed } = readQuery(PostsQuery, request)
    const page = await loadPosts(forum, actorOf(request), { ...askedOf(request), typed })
    const { card } = page
    return show(request, reply, {
      title: words.say('member.posts-title', { name: card.name }),
      ...{ canonical: postsPath(card.id), style: 'full', robots: 'noindex' },
      trail: trailOf(request, card),
      main: () => PostsView(page, { words, now: forum.clock() }),
      json: () => postsJson(page),
    })
  })
  app.get('/members/:id/written/threads', async (request, reply) => {
    const { words } = request.visitor
    const page = await loadThreads(forum, actorOf(request), askedOf(request))
    const { card } = page
    return show(request, reply, {
      title: words.say('member.threads-title', { name: card.name }),
      ...{ canonical: threadsPath(card.id), style: 'full', robots: 'noindex' },
      trail: trailOf(request, card),
      main: () => ThreadsView(page, { words, now: forum.clock() }),
      json: () => threadsJson(page),
    })
  })
}

const trailOf = ({ visitor }: FastifyRequest, card: MemberCard) => [
  { href: MEMBERS_PATH, name: visitor.words.say('member.list') },
  { href: memberPath(card), name: card.name },
]

/** Whose page is asked for, and from where on. Throws `not-found` for a place that is none. */
function askedOf(request: FastifyRequest): { id: number; before: LatestPlace | undefined } {
  const { before } = request.query as { before?: unknown }
  const place = before === undefined ? undefined : latestPlaceOf(before)
  if (place === null) throw new Refused('not-found')
  return { id: readParams(MemberId, request).id, before: place }
}
