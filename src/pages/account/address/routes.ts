import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Refused } from '#base/errors.ts'
import type { Forum } from '#forum/act.ts'
import { actorOf, mustBeMember } from '#forum/actor.ts'
import { MAX_ADDRESS, MAX_PASSWORD } from '#forum/members/model.ts'
import { findAccount } from '#forum/members/store-accounts.ts'
import { changeAddress } from '#forum/passwords/actions.ts'
import { line, secret } from '#web/fields.ts'
import { type FormState, form, readForm, withForm } from '#web/forms.ts'
import { type PageAnswer, show } from '#web/respond.ts'
import { accountPage, networkOfRequest, wasDone } from '../answer.ts'
import { PATHS } from '../model.ts'
import { AddressForm } from './views.ts'

const AddressInput = form({
  address: line({ max: MAX_ADDRESS }),
  currentPassword: secret({ max: MAX_PASSWORD }),
})

/** `GET` and `POST /account/address`. */
export function addressRoutes(app: FastifyInstance, forum: Forum): void {
  app.get(PATHS.address, async (request, reply) => show(request, reply, await page(forum, request)))
  app.post(PATHS.address, (request, reply) =>
    withForm(request, reply, {
      showAgain: state => page(forum, request, state),
      action: () => change(forum, request, reply),
    }),
  )
}

async function page(forum: Forum, request: FastifyRequest, typed?: FormState): Promise<PageAnswer> {
  const actor = actorOf(request)
  mustBeMember(actor)
  const account = await findAccount(forum.store.read, actor.memberId)
  if (!account) throw new Refused('not-found')
  const state = typed ?? { values: { address: account.address ?? '' }, problem: null }
  return accountPage(request, {
    path: PATHS.address,
    main: frame => AddressForm(frame, state, account.name),
    json: () => ({ address: account.address }),
  })
}

async function change(forum: Forum, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const actor = actorOf(request)
  mustBeMember(actor)
  const input = readForm(AddressInput, request)
  await changeAddress(forum, actor, { ...input, network: networkOfRequest(request) })
  return wasDone(request, reply, PATHS.address, { address: input.address })
}
