import type { FastifyInstance } from 'fastify'
import { id } from '#web/fields.ts'
import { form, readForm, readParams } from '#web/forms.ts'
import { done } from '#web/respond.ts'
import type { Act } from '../act.ts'
import { act, type Forum } from '../act.ts'
import { actorOf } from '../actor.ts'
import type { PostPlace } from '../posts/model.ts'
import { postPath } from '../posts/views.ts'
import { accept, unaccept } from './actions.ts'

const Place = form({ thread: id(), number: id() })
const Nothing = form({})

/** `POST /posts/:thread/:number/accept` and `…/unaccept`: which post answers a question. */
export function answerRoutes(app: FastifyInstance, forum: Forum): void {
  const set = (path: string, action: (a: Act, place: PostPlace) => Promise<void>): void => {
    app.post(path, async (request, reply) => {
      const { thread: threadId, number } = readParams(Place, request)
      const place = { threadId, number }
      readForm(Nothing, request)
      await act(forum, actorOf(request), a => action(a, place))
      return done(request, reply, { back: postPath(place), json: { ...place, path: postPath(place) } })
    })
  }
  set('/posts/:thread/:number/accept', accept)
  set('/posts/:thread/:number/unaccept', unaccept)
}
