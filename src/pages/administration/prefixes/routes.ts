import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Refused } from '#base/errors.ts'
import { act, type Forum } from '#forum/act.ts'
import { actorOf } from '#forum/actor.ts'
import { inOrder } from '#forum/boards/tree.ts'
import { addPrefix, changePrefix, removePrefix, shiftPrefix } from '#forum/prefixes/actions.ts'
import { MAX_PREFIX, type Prefix, TONES } from '#forum/prefixes/model.ts'
import { choice, id, line, many } from '#web/fields.ts'
import { type FormState, form, freshForm, readForm, readParams, withForm } from '#web/forms.ts'
import { type PageAnswer, show } from '#web/respond.ts'
import { administrationPage, wasDone } from '../answer.ts'
import { PREFIXES_PATH } from '../model.ts'
import { prefixPath } from './model.ts'
import { OnePrefix, PrefixList } from './views.ts'

const MOST_BOARDS = 5000

const PrefixParams = form({ id: id() })
const PrefixInput = form({
  name: line({ max: MAX_PREFIX }),
  tone: choice(TONES),
  boards: many(id(), MOST_BOARDS),
})
const ShiftInput = form({ direction: choice(['up', 'down']) })
const NothingInput = form({})

const PATH = `${PREFIXES_PATH}/:id`

/** The prefixes: their list and order, a new one, what one is, and its removal. */
export function prefixRoutes(app: FastifyInstance, forum: Forum): void {
  app.get(PREFIXES_PATH, async (request, reply) => show(request, reply, await listPage(forum, request)))
  app.post(PREFIXES_PATH, (request, reply) => add(forum, request, reply))
  app.get(PATH, async (request, reply) => show(request, reply, await prefixPage(forum, request)))
  app.post(PATH, (request, reply) => change(forum, request, reply))
  app.post(`${PATH}/shift`, async (request, reply) => {
    const { direction } = readForm(ShiftInput, request)
    await act(forum, actorOf(request), a => shiftPrefix(a, idOf(request), direction))
    return wasDone(request, reply, PREFIXES_PATH)
  })
  app.post(`${PATH}/remove`, async (request, reply) => {
    readForm(NothingInput, request)
    await act(forum, actorOf(request), a => removePrefix(a, idOf(request)))
    return wasDone(request, reply, PREFIXES_PATH)
  })
}

const idOf = (request: FastifyRequest): number => readParams(PrefixParams, request).id

const prefixJson = ({ boards, ...prefix }: Prefix): object => ({ ...prefix, boards: [...boards] })

async function listPage(
  forum: Forum,
  request: FastifyRequest,
  state: FormState = freshForm({ tone: 'plain' }),
): Promise<PageAnswer> {
  const site = await forum.site.at(forum.store.read)
  const prefixes = [...site.prefixes.values()]
  return administrationPage(request, {
    path: PREFIXES_PATH,
    main: frame => PrefixList(frame, state, { prefixes, boards: inOrder(site.boards) }),
    json: () => ({ prefixes: prefixes.map(prefixJson) }),
  })
}

/** Throws `not-found`. */
async function prefixPage(forum: Forum, request: FastifyRequest, state?: FormState): Promise<PageAnswer> {
  const site = await forum.site.at(forum.store.read)
  const prefix = site.prefixes.get(idOf(request))
  if (!prefix) throw new Refused('not-found')
  const { name, tone, boards } = prefix
  const shown = state ?? freshForm({ name, tone, boards: [...boards].map(String) })
  return administrationPage(request, {
    path: PREFIXES_PATH,
    title: name,
    main: frame => OnePrefix(frame, shown, { prefix, boards: inOrder(site.boards) }),
    json: () => prefixJson(prefix),
  })
}

function add(forum: Forum, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  return withForm(request, reply, {
    showAgain: state => listPage(forum, request, state),
    action: async () => {
      const input = readForm(PrefixInput, request)
      const made = await act(forum, actorOf(request), a => addPrefix(a, input))
      return wasDone(request, reply, PREFIXES_PATH, { id: made })
    },
  })
}

function change(forum: Forum, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  return withForm(request, reply, {
    showAgain: state => prefixPage(forum, request, state),
    action: async () => {
      const input = readForm(PrefixInput, request)
      const prefix = idOf(request)
      await act(forum, actorOf(request), a => changePrefix(a, prefix, input))
      return wasDone(request, reply, prefixPath(prefix), { id: prefix, ...input })
    },
  })
}
