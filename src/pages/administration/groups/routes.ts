import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Refused } from '#base/errors.ts'
import { act, type Forum } from '#forum/act.ts'
import { actorOf } from '#forum/actor.ts'
import { countRoles } from '#forum/members/store-search.ts'
import { addGroup, removeGroup, renameGroup } from '#forum/permissions/actions.ts'
import { MAX_GROUP_NAME } from '#forum/permissions/model.ts'
import { countGroupMembers } from '#forum/permissions/store.ts'
import { id, line } from '#web/fields.ts'
import { type FormState, form, freshForm, readForm, readParams, withForm } from '#web/forms.ts'
import { type PageAnswer, show } from '#web/respond.ts'
import { administrationPage, wasDone } from '../answer.ts'
import { GROUPS_PATH } from '../model.ts'
import { countOf, groupPath } from './model.ts'
import { GroupList, OneGroup } from './views.ts'

const GroupParams = form({ id: id() })
const GroupInput = form({ name: line({ max: MAX_GROUP_NAME }) })
const NothingInput = form({})

const PATH = `${GROUPS_PATH}/:id`

/** The groups: their list, a new one, another name for one, and its removal. */
export function groupRoutes(app: FastifyInstance, forum: Forum): void {
  app.get(GROUPS_PATH, async (request, reply) => show(request, reply, await listPage(forum, request)))
  app.post(GROUPS_PATH, (request, reply) => add(forum, request, reply))
  app.get(PATH, async (request, reply) => {
    const group = readParams(GroupParams, request).id
    return show(request, reply, await groupPage(forum, request, group))
  })
  app.post(PATH, (request, reply) => rename(forum, request, reply))
  app.post(`${PATH}/remove`, (request, reply) => remove(forum, request, reply))
}

async function listPage(
  forum: Forum,
  request: FastifyRequest,
  state: FormState = freshForm(),
): Promise<PageAnswer> {
  const { access } = await forum.site.at(forum.store.read)
  const counts = await countGroupMembers(forum.store.read)
  const roles = await countRoles(forum.store.read)
  const groups = access.groups.map(group => ({ group, count: countOf(group, counts, roles) }))
  return administrationPage(request, {
    path: GROUPS_PATH,
    main: frame => GroupList(frame, state, groups),
    json: () => ({ groups: groups.map(({ group, count }) => ({ ...group, count })) }),
  })
}

/** Throws `not-found`; so it does for the groups of the roles, which nobody can change. */
async function groupPage(
  forum: Forum,
  request: FastifyRequest,
  groupId: number,
  state?: FormState,
): Promise<PageAnswer> {
  const { access } = await forum.site.at(forum.store.read)
  const group = access.groups.find(each => each.id === groupId && each.kind === 'custom')
  if (!group) throw new Refused('not-found')
  const count = (await countGroupMembers(forum.store.read)).get(groupId) ?? 0
  return administrationPage(request, {
    path: GROUPS_PATH,
    title: group.name,
    main: frame => OneGroup(frame, state ?? freshForm({ name: group.name }), { group, count }),
    json: () => ({ ...group, count }),
  })
}

function add(forum: Forum, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  return withForm(request, reply, {
    showAgain: state => listPage(forum, request, state),
    action: async () => {
      const { name } = readForm(GroupInput, request)
      const made = await act(forum, actorOf(request), a => addGroup(a, name))
      return wasDone(request, reply, GROUPS_PATH, { id: made })
    },
  })
}

function rename(forum: Forum, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const group = readParams(GroupParams, request).id
  return withForm(request, reply, {
    showAgain: state => groupPage(forum, request, group, state),
    action: async () => {
      const { name } = readForm(GroupInput, request)
      await act(forum, actorOf(request), a => renameGroup(a, group, name))
      return wasDone(request, reply, groupPath(group), { id: group, name })
    },
  })
}

async function remove(forum: Forum, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const group = readParams(GroupParams, request).id
  readForm(NothingInput, request)
  await act(forum, actorOf(request), a => removeGroup(a, group))
  return wasDone(request, reply, GROUPS_PATH)
}
