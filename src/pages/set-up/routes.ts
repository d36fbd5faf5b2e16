import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as v from 'valibot'
import { isTimeZone } from '#base/words.ts'
import { act, type Forum } from '#forum/act.ts'
import { GUEST } from '#forum/actor.ts'
import { MAX_ADDRESS, MAX_PASSWORD, MAX_TYPED_NAME } from '#forum/members/model.ts'
import { hashPassword } from '#forum/members/passwords.ts'
import { startSession } from '#forum/sessions/actions.ts'
import { agentOf } from '#forum/sessions/model.ts'
import { mustKnowLink, setUp } from '#forum/set-up/actions.ts'
import { MAX_FORUM_NAME } from '#forum/settings/model.ts'
import { timeZoneOptions } from '#web/components/time-zone.ts'
import { CsrfField } from '#web/csrf.ts'
import { line, secret, tick } from '#web/fields.ts'
import { type FormState, form, freshForm, readForm, readParams, withForm } from '#web/forms.ts'
import { type Limit, limit } from '#web/limits.ts'
import { done, type PageAnswer, show } from '#web/respond.ts'
import { giveSession } from '#web/session.ts'
import { setUpPath } from './model.ts'
import { SetUp } from './views.ts'

const MAX_TOKEN = 64
const MAX_ZONE = 60
/** A link of 128 bits is not guessed; this only keeps guessing cheap to refuse. */
const LOOKS: Limit = { count: 30, seconds: 60 }

const SetUpParams = form({ token: line({ max: MAX_TOKEN }) })
const SetUpInput = form({
  forumName: line({ max: MAX_FORUM_NAME }),
  timeZone: v.pipe(line({ max: MAX_ZONE }), v.check(isTimeZone, 'form.not-offered')),
  name: line({ max: MAX_TYPED_NAME }),
  address: line({ max: MAX_ADDRESS }),
  password: secret({ max: MAX_PASSWORD }),
  example: tick(),
})

/**
 * `/set-up/:token`: the page that makes the administrator and names the forum, behind the link of the terminal. `fill` has
 * the example community taken in.
 */
export function setUpRoutes(
  app: FastifyInstance,
  forum: Forum,
  fill: (forum: Forum) => Promise<unknown>,
): void {
  const path = setUpPath(':token')
  const hold = limit(LOOKS)
  const tokenOf = async (request: FastifyRequest): Promise<string> => {
    await hold(request)
    const { token } = readParams(SetUpParams, request)
    await mustKnowLink(forum, token)
    return token
  }
  app.get(path, async (request, reply) => {
    const token = await tokenOf(request)
    const { timeZone } = forum.site.latest().settings
    return show(request, reply, page(request, token, freshForm({ timeZone })))
  })
  app.post(path, async (request, reply) => {
    const token = await tokenOf(request)
    return withForm(request, reply, {
      showAgain: state => page(request, token, state),
      action: () => open(forum, fill, token, request, reply),
    })
  })
}

function page(request: FastifyRequest, token: string, state: FormState): PageAnswer {
  const { words } = request.visitor
  const zone = typeof state.values['timeZone'] === 'string' ? state.values['timeZone'] : ''
  const shown = { words, state, path: setUpPath(token), zones: timeZoneOptions(isTimeZone(zone) ? zone : '') }
  return {
    title: words.say('set-up.title'),
    main: () => SetUp({ ...shown, csrf: CsrfField(request) }),
    json: () => ({}),
    robots: 'noindex',
    style: 'full',
  }
}

/** The password is hashed before the transaction, as it takes long; the example is taken in after it. */
async function open(
  forum: Forum,
  fill: (forum: Forum) => Promise<unknown>,
  token: string,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { example, password, ...input } = readForm(SetUpInput, request)
  const hash = await hashPassword(password, [input.name, input.address, input.forumName])
  const firstBoard = example ? null : request.visitor.words.say('set-up.first-board')
  const { id, session } = await act(forum, GUEST, async a => {
    const made = await setUp(a, token, { ...input, password: hash, firstBoard })
    return { id: made, session: await startSession(a, made, agentOf(request.headers['user-agent'])) }
  })
  if (example) await fill(forum)
  giveSession(reply, session)
  return done(request, reply, { json: { id }, back: '/' })
}
