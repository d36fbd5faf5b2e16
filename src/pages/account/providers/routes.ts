import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as v from 'valibot'
import { Refused } from '#base/errors.ts'
import type { Forum } from '#forum/act.ts'
import { actorOf, mustBeMember } from '#forum/actor.ts'
import { MAX_PASSWORD } from '#forum/members/model.ts'
import { leaveToLink, offeredProviders, unlink } from '#forum/providers/actions.ts'
import { identitiesOf } from '#forum/providers/store.ts'
import { signsInByPassword } from '#forum/sessions/store-ways.ts'
import { id, secret } from '#web/fields.ts'
import { type FormState, form, freshForm, readForm, withForm } from '#web/forms.ts'
import { type PageAnswer, show } from '#web/respond.ts'
import { accountPage, networkOfRequest, wasDone } from '../answer.ts'
import { PATHS } from '../model.ts'
import { leaveFor } from '../sign-in/leaving.ts'
import { ProviderLinks } from './views.ts'

const LinkInput = form({
  currentPassword: secret({ max: MAX_PASSWORD, min: 0 }),
  link: v.optional(id()),
  unlink: v.optional(id()),
})

/** `/account/providers`: by which other sites the member signs in. */
export function providerLinkRoutes(app: FastifyInstance, forum: Forum): void {
  app.get(PATHS.providers, async (request, reply) =>
    show(request, reply, await page(forum, request, freshForm())),
  )
  app.post(PATHS.providers, (request, reply) =>
    withForm(request, reply, {
      showAgain: state => page(forum, request, state),
      action: () => change(forum, request, reply),
    }),
  )
}

async function page(forum: Forum, request: FastifyRequest, state: FormState): Promise<PageAnswer> {
  const actor = actorOf(request)
  mustBeMember(actor)
  const linked = new Map(
    (await identitiesOf(forum.store.read, actor.memberId)).map(({ issuer, at }) => [issuer, at]),
  )
  const providers = (await offeredProviders(forum)).map(({ id: provider, name, issuer }) => ({
    ...{ id: provider, name, since: linked.get(issuer) ?? null },
  }))
  const hasPassword = await signsInByPassword(forum.store.read, actor.memberId)
  const member = { providers, hasPassword, name: actor.name ?? '' }
  return accountPage(request, {
    path: PATHS.providers,
    main: frame => ProviderLinks(frame, state, member, forum.clock()),
    json: () => ({ providers }),
  })
}

async function change(forum: Forum, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const actor = actorOf(request)
  mustBeMember(actor)
  const { currentPassword, link: toLink, unlink: toUnlink } = readForm(LinkInput, request)
  if ((toLink === undefined) === (toUnlink === undefined)) throw new Refused('invalid')
  const proof = {
    ...{ currentPassword, network: networkOfRequest(request) },
    session: request.visitor.sessionHash,
  }
  if (toUnlink !== undefined) {
    await unlink(forum, actor, { ...proof, providerId: toUnlink })
    return wasDone(request, reply, PATHS.providers)
  }
  const provider = (await offeredProviders(forum)).find(each => each.id === toLink)
  if (!provider) throw new Refused('not-found')
  const { url } = request.server.web.options.config
  const { id: providerId, name } = provider
  const departure = await leaveToLink(forum, actor, { ...proof, providerId, url, next: '' })
  return leaveFor(request, reply, { ...departure, name })
}
