import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Refused } from '#base/errors.ts'
import type { Forum } from '#forum/act.ts'
import { askPasskey, signInByPasskey } from '#forum/passkeys/actions.ts'
import { MAX_CREDENTIAL, partyOf } from '#forum/passkeys/model.ts'
import { agentOf } from '#forum/sessions/model.ts'
import { line } from '#web/fields.ts'
import { type FormState, form, readForm, withForm } from '#web/forms.ts'
import { limit } from '#web/limits.ts'
import { done, type PageAnswer } from '#web/respond.ts'
import { clearStep, giveStep, stepToken } from '#web/steps.ts'
import { PATHS } from '../model.ts'
import { letIn } from './letting-in.ts'
import { MAX_NEXT, STEPS } from './model.ts'

const NothingInput = form({})
const PasskeyInput = form({
  credential: line({ max: MAX_CREDENTIAL, min: 0 }),
  next: line({ max: MAX_NEXT, min: 0 }),
})

/** `POST /sign-in/passkey/options` and `POST /sign-in/passkey`: signing in without a password. */
export function passkeySignInRoutes(
  app: FastifyInstance,
  forum: Forum,
  signInPage: (request: FastifyRequest, state: FormState) => Promise<PageAnswer>,
): void {
  app.post(`${PATHS.signInPasskey}/options`, { preValidation: limit(STEPS) }, async (request, reply) => {
    readForm(NothingInput, request)
    const { options, token } = await askPasskey(forum, partyOf(request.server.web.options.config.url))
    giveStep(reply, 'passkey', token)
    return done(request, reply, { json: options, back: PATHS.signIn })
  })
  app.post(PATHS.signInPasskey, { preValidation: limit(STEPS) }, (request, reply) =>
    withForm(request, reply, {
      showAgain: state => signInPage(request, state),
      action: () => enter(forum, request, reply),
    }),
  )
}

async function enter(forum: Forum, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { credential, next } = readForm(PasskeyInput, request)
  if (credential === '') throw new Refused('invalid', 'passkey.needs-script')
  const entry = await signInByPasskey(forum, {
    ...{ token: stepToken(request, 'passkey') ?? '', credential },
    agent: agentOf(request.headers['user-agent']),
    party: partyOf(request.server.web.options.config.url),
  })
  clearStep(reply, 'passkey')
  return letIn(forum, request, reply, { entry, next })
}
