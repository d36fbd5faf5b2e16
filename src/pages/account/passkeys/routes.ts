import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Refused } from '#base/errors.ts'
import { act, type Forum } from '#forum/act.ts'
import { actorOf, mustBeMember } from '#forum/actor.ts'
import { MAX_PASSWORD } from '#forum/members/model.ts'
import { askNewPasskey, keepPasskey, removePasskey, renamePasskey } from '#forum/passkeys/actions.ts'
import { MAX_CREDENTIAL, MAX_PASSKEY_NAME, partyOf } from '#forum/passkeys/model.ts'
import { passkeysOf } from '#forum/passkeys/store.ts'
import { signsInByPassword } from '#forum/sessions/store-ways.ts'
import { id, line, secret } from '#web/fields.ts'
import { type FormState, form, freshForm, readForm, readParams, withForm } from '#web/forms.ts'
import { done, type PageAnswer, show } from '#web/respond.ts'
import { clearStep, giveStep, stepToken } from '#web/steps.ts'
import { accountPage, networkOfRequest, wasDone } from '../answer.ts'
import { PATHS } from '../model.ts'
import { OnePasskey, PasskeyList } from './views.ts'

const PATH = `${PATHS.passkeys}/:id`

const PasskeyParams = form({ id: id() })
const AskInput = form({ currentPassword: secret({ max: MAX_PASSWORD, min: 0 }) })
const KeepInput = form({
  name: line({ max: MAX_PASSKEY_NAME }),
  credential: line({ max: MAX_CREDENTIAL, min: 0 }),
  currentPassword: secret({ max: MAX_PASSWORD, min: 0 }),
})
const RenameInput = form({ name: line({ max: MAX_PASSKEY_NAME }) })

/** `/account/passkeys`: what the member signs in with instead of a password, a new one, another name, the end of one. */
export function passkeyRoutes(app: FastifyInstance, forum: Forum): void {
  const list = (request: FastifyRequest, state: FormState) => listPage(forum, request, state)
  const one = (request: FastifyRequest, state?: FormState) => onePage(forum, request, state)
  app.get(PATHS.passkeys, async (request, reply) => show(request, reply, await list(request, freshForm())))
  app.post(PATHS.passkeys, (request, reply) =>
    withForm(request, reply, {
      showAgain: state => list(request, state),
      action: () => keep(forum, request, reply),
    }),
  )
  app.post(`${PATHS.passkeys}/options`, (request, reply) => ask(forum, request, reply))
  app.get(PATH, async (request, reply) => show(request, reply, await one(request)))
  app.post(PATH, (request, reply) =>
    withForm(request, reply, {
      showAgain: state => one(request, state),
      action: () => rename(forum, request, reply),
    }),
  )
  app.post(`${PATH}/remove`, (request, reply) =>
    withForm(request, reply, {
      showAgain: state => one(request, state),
      action: () => remove(forum, request, reply),
    }),
  )
}

async function listPage(forum: Forum, request: FastifyRequest, state: FormState): Promise<PageAnswer> {
  const actor = actorOf(request)
  mustBeMember(actor)
  const passkeys = await passkeysOf(forum.store.read, actor.memberId)
  const hasPassword = await signsInByPassword(forum.store.read, actor.memberId)
  const member = { passkeys, hasPassword, name: actor.name ?? '' }
  return accountPage(request, {
    path: PATHS.passkeys,
    main: frame => PasskeyList(frame, state, member, forum.clock()),
    json: () => ({ passkeys }),
  })
}

/** Throws `not-found`. */
async function onePage(forum: Forum, request: FastifyRequest, state?: FormState): Promise<PageAnswer> {
  const actor = actorOf(request)
  mustBeMember(actor)
  const { id: wanted } = readParams(PasskeyParams, request)
  const passkey = (await passkeysOf(forum.store.read, actor.memberId)).find(each => each.id === wanted)
  if (!passkey) throw new Refused('not-found')
  const hasPassword = await signsInByPassword(forum.store.read, actor.memberId)
  const values = { name: passkey.name, ...state?.values }
  return accountPage(request, {
    path: PATHS.passkeys,
    main: frame =>
      OnePasskey(frame, { values, problem: state?.problem ?? null }, passkey, {
        hasPassword,
        name: actor.name ?? '',
      }),
    json: () => passkey,
  })
}

const proofOf = (request: FastifyRequest) => ({
  network: networkOfRequest(request),
  session: request.visitor.sessionHash,
  party: partyOf(request.server.web.options.config.url),
})

async function ask(forum: Forum, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { currentPassword } = readForm(AskInput, request)
  const input = { currentPassword, ...proofOf(request) }
  const { options, token } = await askNewPasskey(forum, actorOf(request), input)
  giveStep(reply, 'passkey', token)
  return done(request, reply, { json: options, back: PATHS.passkeys })
}

async function keep(forum: Forum, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { name, credential } = readForm(KeepInput, request)
  if (credential === '') throw new Refused('invalid', 'passkey.needs-script')
  const token = stepToken(request, 'passkey') ?? ''
  const { party } = proofOf(request)
  const made = await keepPasskey(forum, actorOf(request), { token, name, credential, party })
  clearStep(reply, 'passkey')
  return wasDone(request, reply, PATHS.passkeys, { id: made })
}

async function rename(forum: Forum, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { id: passkey } = readParams(PasskeyParams, request)
  const { name } = readForm(RenameInput, request)
  await act(forum, actorOf(request), a => renamePasskey(a, passkey, name))
  return wasDone(request, reply, PATHS.passkeys, { id: passkey, name })
}

async function remove(forum: Forum, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { id: passkey } = readParams(PasskeyParams, request)
  const { currentPassword } = readForm(AskInput, request)
  await removePasskey(forum, actorOf(request), { id: passkey, currentPassword, ...proofOf(request) })
  return wasDone(request, reply, PATHS.passkeys)
}
