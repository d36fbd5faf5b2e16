import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as v from 'valibot'
import { act, type Forum } from '#forum/act.ts'
import { actorOf, mayAdminister, mustBeMember } from '#forum/actor.ts'
import { invitationPath, invite, withdraw } from '#forum/invitations/actions.ts'
import { MEMBER_DAYS, MOST_DAYS, MOST_USES } from '#forum/invitations/model.ts'
import { mayInvite } from '#forum/invitations/rules.ts'
import { invitationsOf } from '#forum/invitations/store.ts'
import { linkTo } from '#forum/mail/actions.ts'
import { MAX_ADDRESS } from '#forum/members/model.ts'
import { id, line, wholeNumber } from '#web/fields.ts'
import { type FormState, form, freshForm, readForm, readParams, withForm } from '#web/forms.ts'
import { type PageAnswer, show } from '#web/respond.ts'
import { accountPage, wasDone } from '../answer.ts'
import { PATHS } from '../model.ts'
import { Invitations } from './views.ts'

const PATH = `${PATHS.invitations}/:id/withdraw`

const Params = form({ id: id() })
const NothingInput = form({})
const InvitationInput = form({
  address: line({ max: MAX_ADDRESS, min: 0 }),
  uses: v.optional(wholeNumber({ min: 1, max: MOST_USES }), 1),
  days: v.optional(wholeNumber({ min: 1, max: MOST_DAYS }), MEMBER_DAYS),
})

/** `GET` and `POST /account/invitations`, and taking one back. */
export function invitationRoutes(app: FastifyInstance, forum: Forum): void {
  app.get(PATHS.invitations, async (request, reply) =>
    show(request, reply, await page(forum, request, { state: START })),
  )
  app.post(PATHS.invitations, (request, reply) =>
    withForm(request, reply, {
      showAgain: state => page(forum, request, { state }),
      action: () => make(forum, request, reply),
    }),
  )
  app.post(PATH, async (request, reply) => {
    const params = readParams(Params, request)
    readForm(NothingInput, request)
    await act(forum, actorOf(request), a => withdraw(a, params.id))
    return wasDone(request, reply, PATHS.invitations)
  })
}

const START: FormState = freshForm({ uses: '1', days: String(MEMBER_DAYS) })

/** `made` is an invitation that was just made: the link, or the address to which it went. */
async function page(
  forum: Forum,
  request: FastifyRequest,
  shown: { state: FormState; made?: { link: string; address: string } },
): Promise<PageAnswer> {
  const actor = actorOf(request)
  mustBeMember(actor)
  const site = await forum.site.at(forum.store.read)
  const invitations = await invitationsOf(forum.store.read, actor.memberId, forum.clock())
  return accountPage(request, {
    path: PATHS.invitations,
    main: frame =>
      Invitations(frame, {
        ...{ invitations, state: shown.state, made: shown.made ?? null },
        may: mayInvite(actor, site),
        isFree: mayAdminister(actor),
      }),
    json: () => ({ invitations }),
  })
}

/** The link is on this one answer and nowhere else; the store knows its hash. */
async function make(forum: Forum, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const actor = actorOf(request)
  const input = readForm(InvitationInput, request)
  const token = await act(forum, actor, a => invite(a, { ...input, locale: request.visitor.locale }))
  const link = linkTo(forum, invitationPath(token))
  const made = { link, address: input.address }
  const answer = await page(forum, request, { state: START, made })
  return show(request, reply, {
    ...answer,
    json: () => (input.address === '' ? { path: invitationPath(token) } : {}),
  })
}
