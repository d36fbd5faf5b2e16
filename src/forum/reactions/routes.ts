import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as v from 'valibot'
import { Refused } from '#base/errors.ts'
import { html } from '#base/html.ts'
import { CsrfField } from '#web/csrf.ts'
import { choice, id, tick } from '#web/fields.ts'
import { form, readForm, readParams } from '#web/forms.ts'
import { done } from '#web/respond.ts'
import { act, type Forum } from '../act.ts'
import { actorOf } from '../actor.ts'
import { visibleTo } from '../permissions/visible.ts'
import { findPost } from '../posts/store.ts'
import { threadPath } from '../threads/views.ts'
import { react, unreact } from './actions.ts'
import { KINDS, NO_REACTIONS } from './model.ts'
import { mayReact } from './rules.ts'
import { reactionsOf } from './store.ts'
import { ReactionBar } from './views.ts'

const PlaceParams = form({ thread: id(), number: id() })
const ReactionInput = form({ set: v.optional(choice(KINDS)), remove: tick() })

/** The reactions to a post: `set` gives one of the kinds, `remove` takes back the one that was given. */
export function reactionRoutes(app: FastifyInstance, forum: Forum): void {
  app.post('/posts/:thread/:number/reactions', (request, reply) => setOrRemove(forum, request, reply))
}

async function setOrRemove(
  forum: Forum,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { thread: threadId, number } = readParams(PlaceParams, request)
  const { set: kind, remove } = readForm(ReactionInput, request)
  const actor = actorOf(request)
  const place = { threadId, number }
  if (remove === (kind !== undefined)) throw new Refused('invalid')
  await act(forum, actor, a => (kind ? react(a, { ...place, kind }) : unreact(a, place)))
  const { read } = forum.store
  const visible = visibleTo(await forum.site.at(read), actor)
  const found = await findPost(read, visible, threadId, number)
  if (!found) throw new Refused('not-found')
  const { post, thread } = found
  const reactions = (await reactionsOf(read, [post.id], actor.memberId)).get(post.id) ?? NO_REACTIONS
  const csrf = mayReact(visible, thread, post) ? CsrfField(request) : null
  return done(request, reply, {
    json: { ...place, reactions },
    fragment: () => ReactionBar(place, reactions, { words: request.visitor.words, csrf }) ?? html``,
    back: threadPath(thread, number),
  })
}
