import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Forum } from '#forum/act.ts'
import { actorOf, mustBeMember } from '#forum/actor.ts'
import { MAX_PASSWORD } from '#forum/members/model.ts'
import { changePassword } from '#forum/passwords/actions.ts'
import { agentOf } from '#forum/sessions/model.ts'
import { secret } from '#web/fields.ts'
import { type FormState, form, freshForm, readForm, withForm } from '#web/forms.ts'
import { type PageAnswer, show } from '#web/respond.ts'
import { giveSession } from '#web/session.ts'
import { accountPage, networkOfRequest, wasDone } from '../answer.ts'
import { PATHS } from '../model.ts'
import { PasswordForm } from './views.ts'

const PasswordInput = form({
  currentPassword: secret({ max: MAX_PASSWORD }),
  password: secret({ max: MAX_PASSWORD }),
})

/** `GET` and `POST /account/password`. */
export function passwordRoutes(app: FastifyInstance, forum: Forum): void {
  app.get(PATHS.password, async (request, reply) => show(request, reply, page(request, freshForm())))
  app.post(PATHS.password, (request, reply) =>
    withForm(request, reply, {
      showAgain: state => page(request, state),
      action: () => change(forum, request, reply),
    }),
  )
}

function page(request: FastifyRequest, state: FormState): PageAnswer {
  const actor = actorOf(request)
  mustBeMember(actor)
  return accountPage(request, {
    path: PATHS.password,
    said: 'account.password-changed',
    main: frame => PasswordForm(frame, state, actor.name ?? ''),
    json: () => ({}),
  })
}

async function change(forum: Forum, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const actor = actorOf(request)
  mustBeMember(actor)
  const input = readForm(PasswordInput, request)
  const agent = agentOf(request.headers['user-agent'])
  const network = networkOfRequest(request)
  const token = await changePassword(forum, actor, { ...input, agent, network })
  giveSession(reply, token)
  return wasDone(request, reply, PATHS.password)
}
