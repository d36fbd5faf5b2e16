import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Act, act, type Forum } from '#forum/act.ts'
import { actorOf } from '#forum/actor.ts'
import { confirmByHand, setAddress } from '#forum/confirming/actions.ts'
import { resetFactor } from '#forum/factors/actions.ts'
import { suspend, unsuspend } from '#forum/members/actions/manage.ts'
import { setTitle } from '#forum/members/actions/profile.ts'
import { rename } from '#forum/members/actions/rename.ts'
import { MAX_ADDRESS, MAX_TITLE, MAX_TYPED_NAME, MEMBER_ROLES } from '#forum/members/model.ts'
import { makePasswordLink } from '#forum/passwords/actions.ts'
import { putInGroups } from '#forum/permissions/actions.ts'
import { changeRole, endSessionsOf } from '#forum/sessions/actions.ts'
import { choice, id, line, many } from '#web/fields.ts'
import { type FormState, form, freshForm, readForm, readParams, withForm } from '#web/forms.ts'
import { type PageAnswer, show } from '#web/respond.ts'
import { administrationPage, wasDone } from '../answer.ts'
import { managePath } from '../members/model.ts'
import { MEMBERS_PATH } from '../model.ts'
import { loadMember } from './load.ts'
import { type ManagedMember, type MemberChanges, standing } from './model.ts'
import { OneMember } from './views.ts'

const MOST_GROUPS = 1000
const PATH = `${MEMBERS_PATH}/:id`

const MemberParams = form({ id: id() })
const NothingInput = form({})
const NameInput = form({ name: line({ max: MAX_TYPED_NAME }) })
const MemberInput = form({
  role: choice(MEMBER_ROLES),
  groups: many(id(), MOST_GROUPS),
  title: line({ max: MAX_TITLE, min: 0 }),
  address: line({ max: MAX_ADDRESS, min: 0 }),
})

/** What is done by one button, with nothing to fill in. */
const DEEDS = {
  'confirm-address': confirmByHand,
  suspend,
  unsuspend,
  'end-sessions': endSessionsOf,
  'reset-factor': resetFactor,
} as const

/** One member: role, groups, title and address; suspension, a link for a new password, the end of their sessions. */
export function oneMemberRoutes(app: FastifyInstance, forum: Forum): void {
  app.get(PATH, async (request, reply) => show(request, reply, await memberPage(forum, request)))
  app.post(PATH, (request, reply) => change(forum, request, reply))
  app.post(`${PATH}/name`, (request, reply) => giveName(forum, request, reply))
  app.post(`${PATH}/password-link`, (request, reply) => link(forum, request, reply))
  for (const [name, deed] of Object.entries(DEEDS))
    app.post(`${PATH}/${name}`, (request, reply) => once(forum, request, reply, deed))
}

/** Throws `not-found`. `token` is that of a link that was just made. */
async function memberPage(
  forum: Forum,
  request: FastifyRequest,
  shown: { state?: FormState; token?: string } = {},
): Promise<PageAnswer> {
  const member = await loadMember(forum, actorOf(request), readParams(MemberParams, request).id)
  const { token } = shown
  const address = token === undefined ? null : `${request.server.web.options.config.url}/password/${token}`
  const state = { values: valuesOf(member, shown.state), problem: shown.state?.problem ?? null }
  return administrationPage(request, {
    path: MEMBERS_PATH,
    title: member.card.name,
    main: frame => OneMember(frame, state, member, address),
    json: () => memberJson(member),
  })
}

/** What stands in the form: what was typed where that is sent back, for a box that is not ticked sends nothing. */
function valuesOf(member: ManagedMember, state: FormState = freshForm()): FormState['values'] {
  const { role, groups, title, address } = standing(member)
  const { name = member.card.name } = state.values
  const now = { role, groups: groups.map(String), title, address, name }
  return Object.hasOwn(state.values, 'role') ? { ...now, groups: [], ...state.values } : now
}

function memberJson({ card, account, groups, sessions }: ManagedMember): object {
  const { id, name, role, address, suspended } = account
  return { id, name, role, address, suspended, customTitle: card.customTitle, groups, sessions }
}

function change(forum: Forum, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  return withForm(request, reply, {
    showAgain: state => memberPage(forum, request, { state }),
    action: async () => {
      const actor = actorOf(request)
      const member = await loadMember(forum, actor, readParams(MemberParams, request).id)
      const wanted = readForm(MemberInput, request)
      await act(forum, actor, a => apply(a, member, wanted))
      return wasDone(request, reply, managePath(member.account.id), wanted)
    },
  })
}

/** Another name; the old one stays theirs. */
function giveName(forum: Forum, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  return withForm(request, reply, {
    showAgain: state => memberPage(forum, request, { state }),
    action: async () => {
      const actor = actorOf(request)
      const { account } = await loadMember(forum, actor, readParams(MemberParams, request).id)
      const input = readForm(NameInput, request)
      const name = await act(forum, actor, a => rename(a, account.id, input.name))
      return wasDone(request, reply, managePath(account.id), { id: account.id, name })
    },
  })
}

/** Does what differs from what stands there, all of it or nothing. */
async function apply(a: Act, member: ManagedMember, wanted: MemberChanges): Promise<void> {
  const { id } = member.account
  const now = standing(member)
  if (wanted.address !== now.address) await setAddress(a, id, wanted.address || null)
  if (wanted.title !== now.title) await setTitle(a, id, wanted.title)
  if ([...wanted.groups].sort().join() !== [...now.groups].sort().join())
    await putInGroups(a, id, wanted.groups)
  if (wanted.role !== now.role) await changeRole(a, id, wanted.role)
}

function once(
  forum: Forum,
  request: FastifyRequest,
  reply: FastifyReply,
  deed: (a: Act, memberId: number) => Promise<void>,
): Promise<FastifyReply> {
  return withForm(request, reply, {
    showAgain: state => memberPage(forum, request, { state }),
    action: async () => {
      const actor = actorOf(request)
      const { account } = await loadMember(forum, actor, readParams(MemberParams, request).id)
      readForm(NothingInput, request)
      await act(forum, actor, a => deed(a, account.id))
      return wasDone(request, reply, managePath(account.id), { id: account.id })
    },
  })
}

/** The link is on this one answer and nowhere else; the store knows its hash. */
async function link(forum: Forum, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const member = readParams(MemberParams, request).id
  readForm(NothingInput, request)
  const token = await act(forum, actorOf(request), a => makePasswordLink(a, member))
  const page = await memberPage(forum, request, { token })
  return show(request, reply, { ...page, json: () => ({ path: `/password/${token}` }) })
}
