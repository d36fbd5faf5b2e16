import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Refused } from '#base/errors.ts'
import type { Forum } from '#forum/act.ts'
import { actorOf } from '#forum/actor.ts'
import { MAX_ADDRESS, MAX_TYPED_NAME } from '#forum/members/model.ts'
import { joinNamed, linkNamed, namedPerson, offeredProviders } from '#forum/providers/actions.ts'
import { agentOf } from '#forum/sessions/model.ts'
import { CsrfField } from '#web/csrf.ts'
import { line } from '#web/fields.ts'
import { type FormState, form, freshForm, readForm, withForm } from '#web/forms.ts'
import { done, type PageAnswer, show } from '#web/respond.ts'
import { clearStep, stepToken } from '#web/steps.ts'
import { networkOfRequest } from '../answer.ts'
import { PATHS } from '../model.ts'
import { letIn } from './letting-in.ts'
import { JoinNamed, LinkNamed } from './named-views.ts'

const MAX_INVITATION = 100

const JoinInput = form({
  name: line({ max: MAX_TYPED_NAME }),
  address: line({ max: MAX_ADDRESS }),
  invitation: line({ max: MAX_INVITATION, min: 0 }),
})
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
          }),
    json: () => ({ provider, address: named.address, suggested: named.suggested }),
    robots: 'noindex',
    style: 'full',
  }
}

async function join(forum: Forum, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const input = readForm(JoinInput, request)
  const { entry, next } = await joinNamed(forum, actorOf(request), {
    ...input,
    token: stepToken(request, 'provider') ?? '',
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
