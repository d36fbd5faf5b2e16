import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as v from 'valibot'
import { act, type Forum } from '#forum/act.ts'
import { actorOf } from '#forum/actor.ts'
import { addMember } from '#forum/members/actions/admit.ts'
import { MAX_ADDRESS, MAX_NAME } from '#forum/members/model.ts'
import { searchMembers } from '#forum/members/store-search.ts'
import { id, line } from '#web/fields.ts'
import { type FormState, form, freshForm, readForm, readQuery, withForm } from '#web/forms.ts'
import { type PageAnswer, show } from '#web/respond.ts'
import { administrationPage, wasDone } from '../answer.ts'
import { MEMBERS_PATH } from '../model.ts'
import { type MemberPage, type MemberSearch, managePath, NEW_MEMBER_PATH } from './model.ts'
import { MemberList, NewMember } from './views.ts'

const PER_PAGE = 50

const MemberQuery = form({
  find: line({ max: MAX_ADDRESS, min: 0 }),
  group: v.optional(id()),
  after: v.optional(id()),
})

/** UTF-16 units; what a name may be is said by `checkName`, in code points. */
const NewMemberInput = form({
  name: line({ max: 2 * MAX_NAME }),
  address: line({ max: MAX_ADDRESS, min: 0 }),
})

/** The list of members to search, and the form of a new one. */
export function memberListRoutes(app: FastifyInstance, forum: Forum): void {
  app.get(MEMBERS_PATH, async (request, reply) => {
    const { find, group, after } = readQuery(MemberQuery, request)
    const found = await load(forum, { find, group: group ?? null, after: after ?? null })
    return show(request, reply, listPage(request, found))
  })
  app.get(NEW_MEMBER_PATH, (request, reply) => show(request, reply, newPage(request, freshForm())))
  app.post(MEMBERS_PATH, (request, reply) => add(forum, request, reply))
}

async function load(forum: Forum, search: MemberSearch): Promise<MemberPage> {
  const { access } = await forum.site.at(forum.store.read)
  const { find: begins, group, after } = search
  const found = await searchMembers(forum.store.read, { begins, group, after, limit: PER_PAGE + 1 })
  return {
    search,
    members: found.slice(0, PER_PAGE),
    more: found.length > PER_PAGE,
    groupName: access.groups.find(each => each.id === group)?.name ?? null,
  }
}

function listPage(request: FastifyRequest, found: MemberPage): PageAnswer {
  return administrationPage(request, {
    path: MEMBERS_PATH,
    main: frame => MemberList(frame, found),
    json: () => ({ members: found.members, more: found.more }),
  })
}

function newPage(request: FastifyRequest, state: FormState): PageAnswer {
  return administrationPage(request, {
    path: MEMBERS_PATH,
    title: request.visitor.words.say('administration.new-member'),
    main: frame => NewMember(frame, state),
    json: () => ({}),
  })
}

function add(forum: Forum, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  return withForm(request, reply, {
    showAgain: state => newPage(request, state),
    action: async () => {
      const { name, address } = readForm(NewMemberInput, request)
      const made = await act(forum, actorOf(request), a => addMember(a, { name, address: address || null }))
      return wasDone(request, reply, managePath(made), { id: made })
    },
  })
}
