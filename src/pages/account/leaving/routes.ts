import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { act, type Forum } from '#forum/act.ts'
import { actorOf, mustBeMember } from '#forum/actor.ts'
import { leave } from '#forum/leaving/actions.ts'
import { WAYS } from '#forum/leaving/model.ts'
import { MAX_PASSWORD, MAX_TYPED_NAME } from '#forum/members/model.ts'
import { mustProveAgain } from '#forum/passwords/again.ts'
import { signsInByPassword } from '#forum/sessions/store-ways.ts'
import { choice, line, secret } from '#web/fields.ts'
import { type FormState, form, freshForm, readForm, withForm } from '#web/forms.ts'
import { done, type PageAnswer, show } from '#web/respond.ts'
import { clearSession } from '#web/session.ts'
import { accountPage, networkOfRequest } from '../answer.ts'
import { PATHS } from '../model.ts'
import { LeavingForm } from './views.ts'

const LeavingInput = form({
  way: choice(WAYS),
  name: line({ max: MAX_TYPED_NAME }),
  currentPassword: secret({ max: MAX_PASSWORD, min: 0 }),
})

/** `GET` and `POST /account/delete`. */
export function leavingRoutes(app: FastifyInstance, forum: Forum): void {
  app.get(PATHS.leave, async (request, reply) =>
    show(request, reply, await page(forum, request, freshForm({ way: 'keep' }))),
  )
  app.post(PATHS.leave, (request, reply) =>
    withForm(request, reply, {
      showAgain: state => page(forum, request, state),
      action: () => end(forum, request, reply),
    }),
  )
}

async function page(forum: Forum, request: FastifyRequest, state: FormState): Promise<PageAnswer> {
  const actor = actorOf(request)
  mustBeMember(actor)
  const hasPassword = await signsInByPassword(forum.store.read, actor.memberId)
  const owner = { name: actor.name ?? '', hasPassword }
  return accountPage(request, {
    path: PATHS.leave,
    main: frame => LeavingForm(frame, state, owner),
    json: () => ({ ways: WAYS }),
  })
}

async function end(forum: Forum, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const actor = actorOf(request)
  mustBeMember(actor)
  const { currentPassword, ...input } = readForm(LeavingInput, request)
  const session = request.visitor.sessionHash
  await mustProveAgain(forum, actor, { currentPassword, network: networkOfRequest(request), session })
  const nameless = request.visitor.words.say('leaving.nameless')
  await act(forum, actor, a => leave(a, { ...input, nameless }))
  clearSession(reply)
  return done(request, reply, { json: {}, back: '/' })
}
