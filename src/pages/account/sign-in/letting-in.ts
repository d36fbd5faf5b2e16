import type { FastifyReply, FastifyRequest } from 'fastify'
import { act, type Forum } from '#forum/act.ts'
import { actorOf } from '#forum/actor.ts'
import { type Entry, signOut } from '#forum/sessions/actions.ts'
import { done } from '#web/respond.ts'
import { giveSession } from '#web/session.ts'
import { clearStep, giveStep } from '#web/steps.ts'
import { PATHS } from '../model.ts'

/** The same page of signing in, that knows where to go afterwards. */
export const withNext = (path: string, next: string): string =>
  next === '' ? path : `${path}?${new URLSearchParams({ next })}`

/**
 * Answers somebody who has shown who they are: with a session, or with the page that asks for a code. A session that the
 * browser had before ends: what follows is another one in every case.
 */
export async function letIn(
  forum: Forum,
  request: FastifyRequest,
  reply: FastifyReply,
  entered: { entry: Entry; next: string },
): Promise<FastifyReply> {
  const { entry, next } = entered
  if ('step' in entry) {
    giveStep(reply, 'second', entry.step)
    const json = { step: 'code', path: PATHS.code }
    return done(request, reply, { json, back: withNext(PATHS.code, next) })
  }
  const { sessionHash } = request.visitor
  if (sessionHash !== null) await act(forum, actorOf(request), a => signOut(a, sessionHash))
  clearStep(reply, 'second')
  giveSession(reply, entry.token)
  return done(request, reply, { json: { id: entry.memberId }, back: next || '/' })
}
