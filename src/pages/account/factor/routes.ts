import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Refused } from '#base/errors.ts'
import type { Forum } from '#forum/act.ts'
import { actorOf, mustBeMember } from '#forum/actor.ts'
import { beginFactor, confirmFactor, newCodes, removeFactor, secretOfSetup } from '#forum/factors/actions.ts'
import { addressOf, squareOf } from '#forum/factors/codes.ts'
import { MAX_CODE } from '#forum/factors/model.ts'
import { factorOf } from '#forum/factors/store.ts'
import { MAX_PASSWORD } from '#forum/members/model.ts'
import { agentOf } from '#forum/sessions/model.ts'
import { signsInByPassword } from '#forum/sessions/store-ways.ts'
import { choice, line, secret } from '#web/fields.ts'
import { type FormState, form, freshForm, readForm, withForm } from '#web/forms.ts'
import { type PageAnswer, show } from '#web/respond.ts'
import { giveSession } from '#web/session.ts'
import { accountPage, networkOfRequest, wasDone } from '../answer.ts'
import { PATHS } from '../model.ts'
import { FactorPage, NewCodes, SetUp } from './views.ts'

const MAX_SETUP = 60

const BeginInput = form({ currentPassword: secret({ max: MAX_PASSWORD, min: 0 }) })
const ConfirmInput = form({ setup: line({ max: MAX_SETUP }), code: line({ max: MAX_CODE }) })
const ChangeInput = form({
  act: choice(['codes', 'off']),
  currentPassword: secret({ max: MAX_PASSWORD, min: 0 }),
  code: line({ max: MAX_CODE }),
})

/** `/account/factor`: the code that is asked for after the password, and the codes for whoever has lost the way to it. */
export function factorRoutes(app: FastifyInstance, forum: Forum): void {
  const again = (state: FormState, request: FastifyRequest) => page(forum, request, state)
  app.get(PATHS.factor, async (request, reply) => show(request, reply, await again(freshForm(), request)))
  app.post(PATHS.factor, (request, reply) =>
    withForm(request, reply, {
      showAgain: state => again(state, request),
      action: () => begin(forum, request, reply),
    }),
  )
  app.post(`${PATHS.factor}/confirm`, (request, reply) =>
    withForm(request, reply, {
      showAgain: state => setUpAgain(forum, request, state),
      action: () => confirm(forum, request, reply),
    }),
  )
  app.post(`${PATHS.factor}/change`, (request, reply) =>
    withForm(request, reply, {
      showAgain: state => again(state, request),
      action: () => change(forum, request, reply),
    }),
  )
}

async function page(forum: Forum, request: FastifyRequest, state: FormState): Promise<PageAnswer> {
  const actor = actorOf(request)
  mustBeMember(actor)
  const factor = await factorOf(forum.store.read, actor.memberId)
  const hasPassword = await signsInByPassword(forum.store.read, actor.memberId)
  return accountPage(request, {
    path: PATHS.factor,
    said: 'factor.is-off',
    main: frame => FactorPage(frame, state, { factor, hasPassword, name: actor.name ?? '' }),
    json: () => ({ factor }),
  })
}

const proofOf = (request: FastifyRequest) => ({
  network: networkOfRequest(request),
  session: request.visitor.sessionHash,
  agent: agentOf(request.headers['user-agent']),
})

async function begin(forum: Forum, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { currentPassword } = readForm(BeginInput, request)
  const setup = await beginFactor(forum, actorOf(request), { currentPassword, ...proofOf(request) })
  return show(request, reply, await setUpPage(forum, request, freshForm({ setup })))
}

/** The secret is on this page and nowhere else. Throws as `secretOfSetup` does. */
async function setUpPage(forum: Forum, request: FastifyRequest, state: FormState): Promise<PageAnswer> {
  const actor = actorOf(request)
  const setup = String(state.values['setup'] ?? '')
  const key = await secretOfSetup(forum, actor, setup)
  const { settings } = await forum.site.at(forum.store.read)
  const address = await addressOf(key, { forum: settings.name, member: actor.name ?? '' })
  const square = await squareOf(address)
  return accountPage(request, {
    path: PATHS.factor,
    main: frame => SetUp(frame, state, { setup, key, square }),
    json: () => ({ setup, secret: key, address }),
  })
}

/** Where the setting up is over, the page begins anew. */
async function setUpAgain(forum: Forum, request: FastifyRequest, state: FormState): Promise<PageAnswer> {
  try {
    return await setUpPage(forum, request, state)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return page(forum, request, state)
  }
}

async function confirm(forum: Forum, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const input = readForm(ConfirmInput, request)
  const { codes, token } = await confirmFactor(forum, actorOf(request), { ...input, ...proofOf(request) })
  giveSession(reply, token)
  return showCodes(request, reply, codes)
}

async function change(forum: Forum, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { act: wanted, ...typed } = readForm(ChangeInput, request)
  const input = { ...typed, ...proofOf(request) }
  if (wanted === 'off') {
    giveSession(reply, await removeFactor(forum, actorOf(request), input))
    return wasDone(request, reply, PATHS.factor)
  }
  const { codes, token } = await newCodes(forum, actorOf(request), input)
  giveSession(reply, token)
  return showCodes(request, reply, codes)
}

/** The codes are on this one answer; the store knows their hashes. */
function showCodes(
  request: FastifyRequest,
  reply: FastifyReply,
  codes: readonly string[],
): Promise<FastifyReply> {
  const answer = accountPage(request, {
    path: PATHS.factor,
    main: frame => NewCodes(frame, codes),
    json: () => ({ codes }),
  })
  return show(request, reply, answer)
}
