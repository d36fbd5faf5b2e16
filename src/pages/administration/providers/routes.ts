import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Refused } from '#base/errors.ts'
import { act, type Forum } from '#forum/act.ts'
import { actorOf } from '#forum/actor.ts'
import { addProvider, changeProvider, removeProvider } from '#forum/providers/managing.ts'
import {
  MAX_CLIENT_ID,
  MAX_CLIENT_SECRET,
  MAX_ISSUER,
  MAX_POSITION,
  MAX_PROVIDER_NAME,
  returnPath,
} from '#forum/providers/model.ts'
import { providersOf } from '#forum/providers/store.ts'
import { id, line, secret, tick, wholeNumber } from '#web/fields.ts'
import { type FormState, form, freshForm, readForm, readParams, withForm } from '#web/forms.ts'
import { type PageAnswer, show } from '#web/respond.ts'
import { administrationPage, wasDone } from '../answer.ts'
import { PROVIDERS_PATH } from '../model.ts'
import { OneProvider, ProviderList } from './views.ts'

const PATH = `${PROVIDERS_PATH}/:provider`

const ProviderParams = form({ provider: id() })
const NothingInput = form({})
const ProviderInput = form({
  name: line({ max: MAX_PROVIDER_NAME }),
  issuer: line({ max: MAX_ISSUER }),
  clientId: line({ max: MAX_CLIENT_ID }),
  clientSecret: secret({ max: MAX_CLIENT_SECRET, min: 0 }),
  trusted: tick(),
  position: wholeNumber({ min: 0, max: MAX_POSITION }),
})

/** The providers of identities: their list, a new one, what is said of one, and its removal. */
export function providerRoutes(app: FastifyInstance, forum: Forum): void {
  app.get(PROVIDERS_PATH, async (request, reply) =>
    show(request, reply, await listPage(forum, request, freshForm({ position: '0' }))),
  )
  app.post(PROVIDERS_PATH, (request, reply) =>
    withForm(request, reply, {
      showAgain: state => listPage(forum, request, state),
      action: () => add(forum, request, reply),
    }),
  )
  app.get(PATH, async (request, reply) => show(request, reply, await onePage(forum, request)))
  app.post(PATH, (request, reply) =>
    withForm(request, reply, {
      showAgain: state => onePage(forum, request, state),
      action: () => change(forum, request, reply),
    }),
  )
  app.post(`${PATH}/remove`, (request, reply) => remove(forum, request, reply))
}

async function listPage(forum: Forum, request: FastifyRequest, state: FormState): Promise<PageAnswer> {
  const providers = await providersOf(forum.store.read)
  const { isAllowed } = forum.outgoing
  return administrationPage(request, {
    path: PROVIDERS_PATH,
    main: frame => ProviderList(frame, state, providers, isAllowed),
    json: () => ({ providers, isAllowed }),
  })
}

/** Throws `not-found`. */
async function onePage(forum: Forum, request: FastifyRequest, state?: FormState): Promise<PageAnswer> {
  const { provider: wanted } = readParams(ProviderParams, request)
  const provider = (await providersOf(forum.store.read)).find(each => each.id === wanted)
  if (!provider) throw new Refused('not-found')
  const { name, issuer, clientId, trusted, position } = provider
  const now = { name, issuer, clientId, trusted: trusted ? '1' : '', position: String(position) }
  const back = request.server.web.options.config.url + returnPath(wanted)
  return administrationPage(request, {
    path: PROVIDERS_PATH,
    title: name,
    main: frame => OneProvider(frame, state ?? freshForm(now), provider, back),
    json: () => ({ ...provider, back }),
  })
}

async function add(forum: Forum, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const input = readForm(ProviderInput, request)
  const made = await addProvider(forum, actorOf(request), input)
  return wasDone(request, reply, `${PROVIDERS_PATH}/${made}`, { id: made })
}

async function change(forum: Forum, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { provider } = readParams(ProviderParams, request)
  const input = readForm(ProviderInput, request)
  await changeProvider(forum, actorOf(request), provider, input)
  return wasDone(request, reply, `${PROVIDERS_PATH}/${provider}`, { id: provider })
}

async function remove(forum: Forum, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { provider } = readParams(ProviderParams, request)
  readForm(NothingInput, request)
  await act(forum, actorOf(request), a => removeProvider(a, provider))
  return wasDone(request, reply, PROVIDERS_PATH)
}
