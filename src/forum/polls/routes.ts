import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Refused } from '#base/errors.ts'
import { CsrfField } from '#web/csrf.ts'
import { id, many } from '#web/fields.ts'
import { form, readForm, readParams } from '#web/forms.ts'
import { done } from '#web/respond.ts'
import { type Act, act, type Forum } from '../act.ts'
import { actorOf } from '../actor.ts'
import { visibleTo } from '../permissions/visible.ts'
import type { PostPlace } from '../posts/model.ts'
import { findPost } from '../posts/store.ts'
import { threadPath } from '../threads/views.ts'
import { close, vote } from './actions.ts'
import { MOST_OPTIONS } from './model.ts'
import { mayClose, mayVote } from './rules.ts'
import { askedPoll } from './store.ts'
import { PollView, pollJson } from './views.ts'

const PlaceParams = form({ thread: id(), number: id() })
const VoteInput = form({ option: many(id(), MOST_OPTIONS) })

/** Voting in the poll under a post, taking a vote back, and closing it. */
export function pollRoutes(app: FastifyInstance, forum: Forum): void {
  app.post('/posts/:thread/:number/poll', (request, reply) => {
    const { option: options } = readForm(VoteInput, request)
    if (options.length === 0) throw new Refused('invalid', 'poll.nothing-chosen', { field: 'option' })
    return answer(forum, request, reply, (a, place) => vote(a, { ...place, options }))
  })
  app.post('/posts/:thread/:number/poll/withdraw', (request, reply) => {
    readForm(VoteInput, request)
    return answer(forum, request, reply, (a, place) => vote(a, { ...place, options: [] }))
  })
  app.post('/posts/:thread/:number/poll/close', (request, reply) => {
    readForm(VoteInput, request)
    return answer(forum, request, reply, close)
  })
}

async function answer(
  forum: Forum,
  request: FastifyRequest,
  reply: FastifyReply,
  action: (a: Act, place: PostPlace) => Promise<void>,
): Promise<FastifyReply> {
  const { thread: threadId, number } = readParams(PlaceParams, request)
  const place = { threadId, number }
  const actor = actorOf(request)
  await act(forum, actor, a => action(a, place))
  const { read } = forum.store
  const visible = visibleTo(await forum.site.at(read), actor)
  const found = await findPost(read, visible, threadId, number)
  const poll = found && (await askedPoll(read, found.post.id, actor.memberId))
  if (!found || !poll) throw new Refused('not-found')
  const now = forum.clock()
  const { post, thread } = found
  const may = {
    mayVote: mayVote(visible, thread, { post, poll, now }),
    mayClose: mayClose(visible, thread, { post, poll, now }),
  }
  const { words } = request.visitor
  return done(request, reply, {
    json: { ...place, poll: pollJson(poll, now) },
    fragment: () => PollView(place, poll, { words, now, csrf: CsrfField(request), ...may }),
    back: threadPath(thread, number),
  })
}
