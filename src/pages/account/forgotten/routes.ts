import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Forum } from '#forum/act.ts'
import { MAX_ADDRESS } from '#forum/members/model.ts'
import { askForPassword } from '#forum/passwords/actions.ts'
import { CsrfField } from '#web/csrf.ts'
import { line, tick } from '#web/fields.ts'
import { type FormState, form, freshForm, readForm, readQuery, withForm } from '#web/forms.ts'
import { done, type PageAnswer, show } from '#web/respond.ts'
import { networkOfRequest } from '../answer.ts'
import { PATHS } from '../model.ts'
import { Forgotten } from './views.ts'

const ForgottenQuery = form({ done: tick() })
const ForgottenInput = form({ name: line({ max: MAX_ADDRESS }) })

/** `GET` and `POST /password/forgotten`: the same for everybody, be there such an account or not. */
export function forgottenRoutes(app: FastifyInstance, forum: Forum): void {
  app.get(PATHS.forgotten, async (request, reply) => {
    const { done: isDone } = readQuery(ForgottenQuery, request)
    return show(request, reply, page(forum, request, freshForm(), isDone))
  })
  app.post(PATHS.forgotten, (request, reply) =>
    withForm(request, reply, {
      showAgain: state => page(forum, request, state, false),
      action: () => ask(forum, request, reply),
    }),
  )
}

function page(forum: Forum, request: FastifyRequest, state: FormState, isDone: boolean): PageAnswer {
  const { words } = request.visitor
  const isSent = forum.mailer.server !== null
  return {
    title: words.say('forgotten.title'),
    main: () => Forgotten({ words, csrf: CsrfField(request), state, isDone, isSent }),
    json: () => ({}),
    robots: 'noindex',
    style: 'full',
  }
}

async function ask(forum: Forum, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { name } = readForm(ForgottenInput, request)
  const { locale } = request.visitor
  await askForPassword(forum, { name, locale, network: networkOfRequest(request) })
  return done(request, reply, { json: {}, back: `${PATHS.forgotten}?done=1` })
}
