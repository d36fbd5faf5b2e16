import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Refused } from '#base/errors.ts'
import { act, type Forum } from '#forum/act.ts'
import { actorOf, mustBeMember } from '#forum/actor.ts'
import { askAgain, askForAddress } from '#forum/confirming/actions.ts'
import { MAX_ADDRESS, MAX_PASSWORD } from '#forum/members/model.ts'
import { findAccount } from '#forum/members/store-accounts.ts'
import { line, secret } from '#web/fields.ts'
import { type FormState, form, freshForm, readForm, withForm } from '#web/forms.ts'
import { type PageAnswer, show } from '#web/respond.ts'
import { accountPage, networkOfRequest, wasDone } from '../answer.ts'
import { PATHS } from '../model.ts'
import { AddressForm } from './views.ts'

const AddressInput = form({
  address: line({ max: MAX_ADDRESS }),
  currentPassword: secret({ max: MAX_PASSWORD }),
})

const NothingInput = form({})

/** `GET` and `POST /account/address`: another address, and the link that confirms the present one, once more. */
export function addressRoutes(app: FastifyInstance, forum: Forum): void {
  app.get(PATHS.address, async (request, reply) => show(request, reply, await page(forum, request)))
  app.post(PATHS.address, (request, reply) =>
    withForm(request, reply, {
      showAgain: state => page(forum, request, state),
      action: () => change(forum, request, reply),
    }),
  )
  app.post(`${PATHS.address}/confirm`, (request, reply) =>
    withForm(request, reply, {
      showAgain: state => page(forum, request, state),
      action: async () => {
        readForm(NothingInput, request)
        const network = networkOfRequest(request)
        await act(forum, actorOf(request), a => askAgain(a, { network, locale: request.visitor.locale }))
        return wasDone(request, reply, PATHS.address)
      },
    }),
  )
}

async function page(forum: Forum, request: FastifyRequest, typed?: FormState): Promise<PageAnswer> {
  const actor = actorOf(request)
  mustBeMember(actor)
  const account = await findAccount(forum.store.read, actor.memberId)
  if (!account) throw new Refused('not-found')
  const { address, addressConfirmedAt } = account
  const state = typed ?? freshForm()
  return accountPage(request, {
    path: PATHS.address,
    said: 'account.address-sent',
    main: frame =>
      AddressForm(frame, state, {
        ...{ name: account.name, address, isSent: forum.mailer.server !== null },
        isConfirmed: addressConfirmedAt !== null,
      }),
    json: () => ({ address, confirmed: addressConfirmedAt !== null }),
  })
}

async function change(forum: Forum, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const actor = actorOf(request)
  mustBeMember(actor)
  const input = readForm(AddressInput, request)
  const { locale } = request.visitor
  await askForAddress(forum, actor, { ...input, locale, network: networkOfRequest(request) })
  return wasDone(request, reply, PATHS.address)
}
