import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Refused } from '#base/errors.ts'
import type { Forum } from '#forum/act.ts'
import { actorOf } from '#forum/actor.ts'
import { arrive, leaveToSignIn, offeredProviders } from '#forum/providers/actions.ts'
import { returnPath } from '#forum/providers/model.ts'
import { agentOf } from '#forum/sessions/model.ts'
import { id, line } from '#web/fields.ts'
import { type FormState, form, readForm, readParams, withForm } from '#web/forms.ts'
import { limit } from '#web/limits.ts'
import { done, type PageAnswer } from '#web/respond.ts'
import { clearStep, giveStep, stepToken } from '#web/steps.ts'
import { PATHS } from '../model.ts'
import { leaveFor } from './leaving.ts'
import { letIn, withNext } from './letting-in.ts'
import { MAX_NEXT, STEPS } from './model.ts'

const ProviderParams = form({ provider: id() })
const LeaveInput = form({ next: line({ max: MAX_NEXT, min: 0 }) })

/** `POST /sign-in/with/:provider` leads to a provider, `GET /sign-in/with/:provider/return` is the way back. */
export function providerSignInRoutes(
  app: FastifyInstance,
  forum: Forum,
  signInPage: (request: FastifyRequest, state: FormState) => Promise<PageAnswer>,
): void {
  app.post('/sign-in/with/:provider', { preValidation: limit(STEPS) }, (request, reply) =>
    withForm(request, reply, {
      showAgain: state => signInPage(request, state),
      action: () => leave(forum, request, reply),
    }),
  )
  app.get('/sign-in/with/:provider/return', { preValidation: limit(STEPS) }, (request, reply) =>
    withForm(request, reply, {
      showAgain: state => signInPage(request, state),
      action: () => comeBack(forum, request, reply),
    }),
  )
}

async function leave(forum: Forum, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { provider: providerId } = readParams(ProviderParams, request)
  const { next } = readForm(LeaveInput, request)
  const provider = (await offeredProviders(forum)).find(each => each.id === providerId)
  if (!provider) throw new Refused('not-found')
  const { url } = request.server.web.options.config
  const departure = await leaveToSignIn(forum, actorOf(request), { providerId, url, next })
  return leaveFor(request, reply, { ...departure, name: provider.name })
}

/** Without the cookie of the browser that left, nothing is looked at and nothing changes. */
async function comeBack(forum: Forum, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { provider: providerId } = readParams(ProviderParams, request)
  const token = stepToken(request, 'provider')
  if (token === null) return reply.redirect(PATHS.signIn, 303)
  const { url } = request.server.web.options.config
  const mark = request.url.indexOf('?')
  const address = new URL(returnPath(providerId) + (mark < 0 ? '' : request.url.slice(mark)), url)
  clearStep(reply, 'provider')
  const agent = agentOf(request.headers['user-agent'])
  const arrival = await arrive(forum, actorOf(request), { providerId, token, address, agent })
  if (arrival.kind === 'linked') return done(request, reply, { json: {}, back: `${PATHS.providers}?done=1` })
  if (arrival.kind === 'entered') return letIn(forum, request, reply, arrival)
  giveStep(reply, 'provider', arrival.token)
  return done(request, reply, { json: { step: 'named' }, back: withNext(PATHS.named, arrival.next) })
}
