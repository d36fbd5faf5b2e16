import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as v from 'valibot'
import { Refused } from '#base/errors.ts'
import { act, type Forum } from '#forum/act.ts'
import { actorOf, mustBeMember } from '#forum/actor.ts'
import { endOtherSessions, endSession } from '#forum/sessions/actions.ts'
import { isSessionId, programOf } from '#forum/sessions/model.ts'
import { sessionsOf } from '#forum/sessions/store.ts'
import { tick } from '#web/fields.ts'
import { form, readForm } from '#web/forms.ts'
import { type PageAnswer, show } from '#web/respond.ts'
import { accountPage, wasDone } from '../answer.ts'
import { PATHS } from '../model.ts'
import { SessionList } from './views.ts'

const MAX_ID = 100

const EndInput = form({
  end: v.optional(v.pipe(v.string(), v.maxLength(MAX_ID), v.check(isSessionId))),
  others: tick(),
})

/** `GET` and `POST /account/sessions`: where the member is signed in, and the end of it. */
export function sessionRoutes(app: FastifyInstance, forum: Forum): void {
  app.get(PATHS.sessions, async (request, reply) => show(request, reply, await page(forum, request)))
  app.post(PATHS.sessions, (request, reply) => end(forum, request, reply))
}

async function page(forum: Forum, request: FastifyRequest): Promise<PageAnswer> {
  const actor = actorOf(request)
  mustBeMember(actor)
  const now = forum.clock()
  const current = request.visitor.sessionHash
  const sessions = await sessionsOf(forum.store.read, actor.memberId, { now, current })
  return accountPage(request, {
    path: PATHS.sessions,
    said: 'account.sessions-ended',
    main: frame => SessionList(frame, sessions, now),
    json: () => ({
      sessions: sessions.map(({ agent, ...session }) => ({ ...session, program: programOf(agent) })),
    }),
  })
}

async function end(forum: Forum, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const actor = actorOf(request)
  mustBeMember(actor)
  const { end: id, others } = readForm(EndInput, request)
  if ((id === undefined) === !others) throw new Refused('invalid')
  const { sessionHash } = request.visitor
  await act(forum, actor, a => (id === undefined ? endOtherSessions(a, sessionHash) : endSession(a, id)))
  return wasDone(request, reply, PATHS.sessions)
}
