import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { act, type Forum } from '#forum/act.ts'
import { actorOf, GUEST } from '#forum/actor.ts'
import { MAX_ADDRESS, MAX_PASSWORD } from '#forum/members/model.ts'
import { mayRegister } from '#forum/members/rules.ts'
import { offeredProviders } from '#forum/providers/actions.ts'
import { signIn, signOut } from '#forum/sessions/actions.ts'
import { agentOf } from '#forum/sessions/model.ts'
import { CsrfField } from '#web/csrf.ts'
import { line, secret, tick } from '#web/fields.ts'
import { type FormState, form, freshForm, readForm, readQuery, withForm } from '#web/forms.ts'
import { localPath } from '#web/local-path.ts'
import { done, type PageAnswer, show } from '#web/respond.ts'
import { clearSession } from '#web/session.ts'
import { networkOfRequest } from '../answer.ts'
import { PATHS } from '../model.ts'
import { letIn } from './letting-in.ts'
import { MAX_NEXT } from './model.ts'
import { passkeySignInRoutes } from './passkey-routes.ts'
import { providerSignInRoutes } from './provider-routes.ts'
import { SignIn } from './views.ts'

const SignInQuery = form({
  next: line({ max: MAX_NEXT, min: 0 }),
  chosen: tick(),
  confirmed: tick(),
  waits: tick(),
})
const SignInInput = form({
  name: line({ max: MAX_ADDRESS }),
  password: secret({ max: MAX_PASSWORD }),
  next: line({ max: MAX_NEXT, min: 0 }),
})
const NothingInput = form({})

/** `GET` and `POST /sign-in`, `POST /sign-out`. */
export function signInRoutes(app: FastifyInstance, forum: Forum): void {
  app.get(PATHS.signIn, async (request, reply) => {
    const { next, chosen, confirmed, waits } = readQuery(SignInQuery, request)
    if (actorOf(request).memberId !== null) return reply.redirect(localPath(next) ?? '/', 303)
    return show(request, reply, await page(forum, request, freshForm({ next }), { chosen, confirmed, waits }))
  })
  app.post(PATHS.signIn, (request, reply) =>
    withForm(request, reply, {
      showAgain: state => page(forum, request, state),
      action: () => enter(forum, request, reply),
    }),
  )
  passkeySignInRoutes(app, forum, (request, state) => page(forum, request, state))
  providerSignInRoutes(app, forum, (request, state) => page(forum, request, state))
  app.post(PATHS.signOut, async (request, reply) => {
    readForm(NothingInput, request)
    const { sessionHash } = request.visitor
    if (sessionHash !== null) await act(forum, actorOf(request), a => signOut(a, sessionHash))
    clearSession(reply)
    return done(request, reply, { json: {}, back: '/' })
  })
}

async function page(
  forum: Forum,
  request: FastifyRequest,
  state: FormState,
  from: { chosen?: boolean; confirmed?: boolean; waits?: boolean } = {},
): Promise<PageAnswer> {
  const { words } = request.visitor
  const { settings } = await forum.site.at(forum.store.read)
  const isOpen = mayRegister(GUEST, settings)
  const { chosen: isChosen = false, confirmed: isConfirmed = false, waits = false } = from
  const providers = await offeredProviders(forum)
  return {
    title: words.say('sign-in.title'),
    main: () =>
      SignIn({
        ...{ words, csrf: CsrfField(request), state, isChosen, isConfirmed, isOpen },
        ...{ isWaiting: waits, providers },
      }),
    json: () => ({ providers: providers.map(({ id, name }) => ({ id, name })) }),
    robots: 'noindex',
    style: 'full',
  }
}

async function enter(forum: Forum, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { name, password, next } = readForm(SignInInput, request)
  const agent = agentOf(request.headers['user-agent'])
  const entry = await signIn(forum, { name, password, agent, network: networkOfRequest(request) })
  return letIn(forum, request, reply, { entry, next })
}
