import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Refused } from '#base/errors.ts'
import { act, type Forum } from '#forum/act.ts'
import { actorOf } from '#forum/actor.ts'
import { register } from '#forum/members/actions/admit.ts'
import { MAX_ADDRESS, MAX_PASSWORD, MAX_TYPED_NAME } from '#forum/members/model.ts'
import { hashPassword } from '#forum/members/passwords.ts'
import { mustRegister } from '#forum/members/rules.ts'
import { startSession } from '#forum/sessions/actions.ts'
import { takeJoinAttempt } from '#forum/sessions/attempts.ts'
import { agentOf } from '#forum/sessions/model.ts'
import { CsrfField } from '#web/csrf.ts'
import { line, secret } from '#web/fields.ts'
import { type FormState, form, freshForm, readForm, readQuery, withForm } from '#web/forms.ts'
import { done, type PageAnswer, show } from '#web/respond.ts'
import { giveSession } from '#web/session.ts'
import { networkOfRequest } from '../answer.ts'
import { PATHS } from '../model.ts'
import { LEAST_TIME, MOST_TIME, momentOf, stampOf } from './stamp.ts'
import { Register } from './views.ts'

const MAX_NEXT = 2000
const MAX_STAMP = 60

const RegisterQuery = form({ next: line({ max: MAX_NEXT, min: 0 }) })
const RegisterInput = form({
  name: line({ max: MAX_TYPED_NAME }),
  address: line({ max: MAX_ADDRESS }),
  password: secret({ max: MAX_PASSWORD }),
  /** Not seen by people; programs that fill in everything fill in this too. */
  website: line({ max: MAX_NEXT, min: 0 }),
  /** When the form was shown; see `stampOf`. */
  opened: line({ max: MAX_STAMP, min: 0 }),
  next: line({ max: MAX_NEXT, min: 0 }),
})

/** `GET` and `POST /register`. */
export function registerRoutes(app: FastifyInstance, forum: Forum): void {
  app.get(PATHS.register, async (request, reply) => {
    const { settings } = await forum.site.at(forum.store.read)
    mustRegister(actorOf(request), settings)
    return show(request, reply, page(request, freshForm(readQuery(RegisterQuery, request))))
  })
  app.post(PATHS.register, (request, reply) =>
    withForm(request, reply, {
      showAgain: state => page(request, state),
      action: () => join(forum, request, reply),
    }),
  )
}

function page(request: FastifyRequest, state: FormState): PageAnswer {
  const { words } = request.visitor
  const { clock, csrfSecret } = request.server.web.options
  const typed = state.values['opened']
  const kept = typeof typed === 'string' && ageOf(request, typed) !== null ? typed : null
  const opened = kept ?? stampOf(csrfSecret, clock())
  return {
    title: words.say('register.title'),
    main: () => Register({ words, csrf: CsrfField(request), state, opened }),
    json: () => ({ opened }),
    robots: 'noindex',
    style: 'full',
  }
}

/** How long ago a form was shown, in milliseconds; null when it was not, or too long ago. */
function ageOf(request: FastifyRequest, opened: string): number | null {
  const { clock, csrfSecret } = request.server.web.options
  const moment = momentOf(csrfSecret, opened)
  const age = moment === null ? null : clock() - moment
  return age !== null && age <= MOST_TIME ? age : null
}

/** Keeps out programs that know nothing of this form in particular, without asking anybody elsewhere. */
function mustBeTyped(request: FastifyRequest, input: { website: string; opened: string }): void {
  if (input.website !== '') throw new Refused('invalid', 'register.not-empty')
  const age = ageOf(request, input.opened)
  if (age === null) throw new Refused('invalid', 'register.too-old')
  if (age < LEAST_TIME) throw new Refused('invalid', 'register.too-quick')
}

/** The password is hashed between two transactions, as it takes long. */
async function join(forum: Forum, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const actor = actorOf(request)
  const { name, address, password, next, ...proof } = readForm(RegisterInput, request)
  mustRegister(actor, (await forum.site.at(forum.store.read)).settings)
  mustBeTyped(request, proof)
  await act(forum, actor, a => takeJoinAttempt(a, networkOfRequest(request)))
  const hash = await hashPassword(password, [name, address])
  const { id, token } = await act(forum, actor, async a => {
    const made = await register(a, { name, address, password: hash })
    return { id: made, token: await startSession(a, made, agentOf(request.headers['user-agent'])) }
  })
  giveSession(reply, token)
  return done(request, reply, { json: { id }, back: next || '/' })
}
