import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Refused } from '#base/errors.ts'
import type { Forum } from '#forum/act.ts'
import { finishSignIn, isStepOpen } from '#forum/factors/actions.ts'
import { MAX_CODE } from '#forum/factors/model.ts'
import { agentOf } from '#forum/sessions/model.ts'
import { CsrfField } from '#web/csrf.ts'
import { line } from '#web/fields.ts'
import { type FormState, form, freshForm, readForm, readQuery, withForm } from '#web/forms.ts'
import { limit } from '#web/limits.ts'
import { type PageAnswer, show } from '#web/respond.ts'
import { stepToken } from '#web/steps.ts'
import { networkOfRequest } from '../answer.ts'
import { PATHS } from '../model.ts'
import { letIn, withNext } from './letting-in.ts'
import { MAX_NEXT, STEPS } from './model.ts'
import { SecondStep } from './views.ts'

const CodeQuery = form({ next: line({ max: MAX_NEXT, min: 0 }) })
const CodeInput = form({ code: line({ max: MAX_CODE }), next: line({ max: MAX_NEXT, min: 0 }) })

/** `GET` and `POST /sign-in/code`: the code of the second factor, after the password. */
export function codeRoutes(app: FastifyInstance, forum: Forum): void {
  app.get(PATHS.code, async (request, reply) => {
    const { next } = readQuery(CodeQuery, request)
    const step = stepToken(request, 'second')
    if (step === null || !(await isStepOpen(forum, step)))
      return reply.redirect(withNext(PATHS.signIn, next), 303)
    return show(request, reply, page(request, freshForm({ next })))
  })
  app.post(PATHS.code, { preValidation: limit(STEPS) }, (request, reply) =>
    withForm(request, reply, {
      showAgain: state => page(request, state),
      action: () => finish(forum, request, reply),
    }),
  )
}

function page(request: FastifyRequest, state: FormState): PageAnswer {
  const { words } = request.visitor
  return {
    title: words.say('factor.step-title'),
    main: () => SecondStep({ words, csrf: CsrfField(request), state }),
    json: () => ({}),
    robots: 'noindex',
    style: 'full',
  }
}

async function finish(forum: Forum, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { code, next } = readForm(CodeInput, request)
  const step = stepToken(request, 'second')
  if (step === null) throw new Refused('not-allowed', 'factor.step-over')
  const agent = agentOf(request.headers['user-agent'])
  const entry = await finishSignIn(forum, { step, code, agent, network: networkOfRequest(request) })
  return letIn(forum, request, reply, { entry, next })
}
