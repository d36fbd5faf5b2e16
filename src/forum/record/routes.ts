import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Refused } from '#base/errors.ts'
import { CsrfField } from '#web/csrf.ts'
import { id, line, tick } from '#web/fields.ts'
import { form, readForm, readParams } from '#web/forms.ts'
import { done } from '#web/respond.ts'
import { act, type Forum } from '../act.ts'
import { actorOf } from '../actor.ts'
import { isKey } from '../findings/model.ts'
import { findingPath } from '../findings/views.ts'
import { visibleTo } from '../permissions/visible.ts'
import { findPost } from '../posts/store.ts'
import { askForSource, unaskForSource } from '../sources/actions/ask.ts'
import { NO_REQUESTS } from '../sources/model.ts'
import { requestsOf } from '../sources/store.ts'
import { threadPath } from '../threads/views.ts'
import { Asking } from './views-entry.ts'

/** Longer than the name of any finding. */
const LONGEST_KEY = 20

const Place = form({ thread: id(), number: id(), key: line({ max: LONGEST_KEY }) })
const RequestInput = form({ ask: tick(), unask: tick(), here: tick() })

/** Who asks for the source of a finding: `ask` asks, `unask` takes that back; `here` leads to its own page afterwards. */
export function requestRoutes(app: FastifyInstance, forum: Forum): void {
  app.post('/posts/:thread/:number/findings/:key/requests', (request, reply) =>
    setOrRemove(forum, request, reply),
  )
}

async function setOrRemove(
  forum: Forum,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { thread: threadId, number, key } = readParams(Place, request)
  const { ask, unask, here } = readForm(RequestInput, request)
  if (ask === unask) throw new Refused('invalid')
  if (!isKey(key)) throw new Refused('not-found')
  const actor = actorOf(request)
  const place = { threadId, number, key }
  await act(forum, actor, a => (ask ? askForSource(a, place) : unaskForSource(a, place)))
  const { read } = forum.store
  const visible = visibleTo(await forum.site.at(read), actor)
  const found = await findPost(read, visible, threadId, number)
  if (!found) throw new Refused('not-found')
  const { post, thread } = found
  const requests = await requestsOf(read, [post.id], actor.memberId)
  const { count: asked, mine: askedByMe } = requests.get(post.id)?.get(key) ?? NO_REQUESTS
  const { words } = request.visitor
  return done(request, reply, {
    json: { ...place, path: findingPath(place, key), asked, askedByMe },
    fragment: () => Asking(place, { key, asked, askedByMe }, { words, csrf: CsrfField(request) }),
    back: here ? findingPath(place, key) : threadPath(thread, number),
  })
}
