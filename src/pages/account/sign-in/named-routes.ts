import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Refused } from '#base/errors.ts'
import { sha256 } from '#base/ids.ts'
import type { Forum } from '#forum/act.ts'
import { actorOf } from '#forum/actor.ts'
import { askedOf, MAX_ABOUT, MAX_ANSWER, questionAsked, questionOf } from '#forum/joining/model.ts'
import { questionsOf } from '#forum/joining/store.ts'
import { MAX_ADDRESS, MAX_TYPED_NAME } from '#forum/members/model.ts'
import { joinNamed, linkNamed, namedPerson, offeredProviders } from '#forum/providers/actions.ts'
import { agentOf } from '#forum/sessions/model.ts'
import { CsrfField } from '#web/csrf.ts'
import { line, text } from '#web/fields.ts'
import { type FormState, form, freshForm, readForm, withForm } from '#web/forms.ts'
import { done, type PageAnswer, show } from '#web/respond.ts'
import { clearStep, stepToken } from '#web/steps.ts'
import { networkOfRequest } from '../answer.ts'
import { PATHS } from '../model.ts'
import { letIn } from './letting-in.ts'
import { JoinNamed, LinkNamed } from './named-views.ts'

const MAX_INVITATION = 100
const MAX_ASKED = 60

const JoinInput = form({
  name: line({ max: MAX_TYPED_NAME }),
  address: line({ max: MAX_ADDRESS }),
  invitation: line({ max: MAX_INVITATION, min: 0 }),
  /** Which question was asked; see `askedOf`. */
  asked: line({ max: MAX_ASKED, min: 0 }),
  answer: line({ max: MAX_ANSWER, min: 0 }),
  about: text({ max: MAX_ABOUT, min: 0 }),
})
/** Hex digits of a hash that choose a question. */
const CHANCE_DIGITS = 8
const NothingInput = form({})

/**
 * `/sign-in/named`: somebody whom a provider has named, and with whom nobody here is linked. They become a member, or sign in
 * and link the account they have.
 */
export function namedRoutes(app: FastifyInstance, forum: Forum): void {
  app.get(PATHS.named, async (request, reply) => {
    const page = await namedPage(forum, request, null)
    return page ? show(request, reply, page) : reply.redirect(PATHS.signIn, 303)
  })
  app.post(PATHS.named, (request, reply) =>
    withForm(request, reply, {
      showAgain: state => pageOrOver(forum, request, state),
      action: () => join(forum, request, reply),
    }),
  )
  app.post(`${PATHS.named}/link`, (request, reply) =>
    withForm(request, reply, {
      showAgain: state => pageOrOver(forum, request, state),
      action: () => link(forum, request, reply),
    }),
  )
}

async function pageOrOver(forum: Forum, request: FastifyRequest, state: FormState): Promise<PageAnswer> {
  const page = await namedPage(forum, request, state)
  if (!page) throw new Refused('not-allowed', 'provider.over')
  return page
}

/** Null where nobody was named in this browser, or too long ago. */
async function namedPage(
  forum: Forum,
  request: FastifyRequest,
  typed: FormState | null,
): Promise<PageAnswer | null> {
  const token = stepToken(request, 'provider')
  const kept = token === null ? undefined : await namedPerson(forum, token)
  if (!kept) return null
  const actor = actorOf(request)
  const { words } = request.visitor
  const { named } = kept
  const providers = await offeredProviders(forum)
  const provider = providers.find(each => each.issuer === named.issuer)?.name ?? named.issuer
  const { settings } = await forum.site.at(forum.store.read)
  const state = typed ?? freshForm({ name: named.suggested, address: named.address })
  const page = { words, csrf: CsrfField(request), state, provider }
  const isMember = actor.memberId !== null
  const question = isMember ? null : await questionFor(forum, request, state, token)
  return {
    title: words.say(isMember ? 'provider.link-title' : 'provider.named-title'),
    main: () =>
      isMember
        ? LinkNamed({ ...page, name: actor.name ?? '' })
        : JoinNamed({
            ...page,
            isVerified: named.isVerified,
            mayJoin: settings.registration !== 'closed',
            isByInvitation: settings.registration === 'invitation',
            isApproved: settings.registration === 'approval',
            question,
          }),
    json: () => ({ provider, address: named.address, suggested: named.suggested, ...question }),
    robots: 'noindex',
    style: 'full',
  }
}

/** The question that this form asks, the same until it is answered, and what says which it is; null for none. */
async function questionFor(
  forum: Forum,
  request: FastifyRequest,
  { values }: FormState,
  token: string | null,
): Promise<{ question: string; asked: string } | null> {
  const key = request.server.web.options.csrfSecret
  const opened = sha256(token ?? '')
  const typed = values['asked']
  const before = typeof typed === 'string' ? questionAsked(key, typed, opened) : null
  const chance = Number.parseInt(opened.slice(0, CHANCE_DIGITS), 16)
  const found = questionOf(await questionsOf(forum.store.read), before, chance)
  return found && { question: found.question, asked: askedOf(key, found.id, opened) }
}

async function join(forum: Forum, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { asked, answer, about, ...input } = readForm(JoinInput, request)
  const token = stepToken(request, 'provider') ?? ''
  const id = questionAsked(request.server.web.options.csrfSecret, asked, sha256(token))
  const { entry, next } = await joinNamed(forum, actorOf(request), {
    ...{ ...input, token, answers: { asked: id, answer, about } },
    locale: request.visitor.locale,
    network: networkOfRequest(request),
    agent: agentOf(request.headers['user-agent']),
  })
  clearStep(reply, 'provider')
  if (entry) return letIn(forum, request, reply, { entry, next })
  return done(request, reply, { json: { isWaiting: true }, back: `${PATHS.signIn}?waits=1` })
}

async function link(forum: Forum, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  readForm(NothingInput, request)
  const token = stepToken(request, 'provider') ?? ''
  const session = request.visitor.sessionHash
  const { next } = await linkNamed(forum, actorOf(request), { token, session })
  clearStep(reply, 'provider')
  return done(request, reply, { json: {}, back: next || `${PATHS.providers}?done=1` })
}
