import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type * as v from 'valibot'
import { Refused } from '#base/errors.ts'
import { act, type Forum } from '#forum/act.ts'
import { actorOf } from '#forum/actor.ts'
import { addField, changeField, removeField } from '#forum/profiles/actions.ts'
import { FIELD_KINDS, MAX_CHOICES, MAX_LABEL, readChoices } from '#forum/profiles/model.ts'
import type { NewField } from '#forum/profiles/store.ts'
import { choice, id, line, text, tick, wholeNumber } from '#web/fields.ts'
import { type FormState, form, freshForm, readForm, readParams, withForm } from '#web/forms.ts'
import { type PageAnswer, show } from '#web/respond.ts'
import { administrationPage, wasDone } from '../answer.ts'
import { PROFILE_FIELDS_PATH } from '../model.ts'
import { FieldList, fieldPath, OneField } from './views.ts'

const PATH = `${PROFILE_FIELDS_PATH}/:id`
const MOST_POSITION = 1000

const FieldParams = form({ id: id() })
const NothingInput = form({})
const FieldInput = form({
  label: line({ max: MAX_LABEL }),
  kind: choice(FIELD_KINDS),
  choices: text({ max: MAX_CHOICES, min: 0 }),
  onCard: tick(),
  position: wholeNumber({ min: 0, max: MOST_POSITION }),
})

/** What members are asked to say of themselves: the list, a new field, changes to one, and its removal. */
export function profileFieldRoutes(app: FastifyInstance, forum: Forum): void {
  app.get(PROFILE_FIELDS_PATH, async (request, reply) => show(request, reply, await listPage(forum, request)))
  app.post(PROFILE_FIELDS_PATH, (request, reply) => add(forum, request, reply))
  app.get(PATH, async (request, reply) => show(request, reply, await fieldPage(forum, request)))
  app.post(PATH, (request, reply) => change(forum, request, reply))
  app.post(`${PATH}/remove`, (request, reply) => remove(forum, request, reply))
}

const inputOf = (request: FastifyRequest): NewField => {
  const input: v.InferOutput<typeof FieldInput> = readForm(FieldInput, request)
  return { ...input, choices: input.kind === 'choice' ? readChoices(input.choices) : [] }
}

async function listPage(forum: Forum, request: FastifyRequest, state?: FormState): Promise<PageAnswer> {
  const { profileFields } = await forum.site.at(forum.store.read)
  const next = String(Math.min(MOST_POSITION, (profileFields.at(-1)?.position ?? 0) + 1))
  return administrationPage(request, {
    path: PROFILE_FIELDS_PATH,
    main: frame => FieldList(frame, state ?? freshForm({ kind: 'line', position: next }), profileFields),
    json: () => ({ fields: profileFields }),
  })
}

/** Throws `not-found`. */
async function fieldPage(forum: Forum, request: FastifyRequest, state?: FormState): Promise<PageAnswer> {
  const { id: fieldId } = readParams(FieldParams, request)
  const { profileFields } = await forum.site.at(forum.store.read)
  const field = profileFields.find(each => each.id === fieldId)
  if (!field) throw new Refused('not-found')
  const { label, kind, choices, onCard, position } = field
  const stands = freshForm({
    ...{ label, kind, choices: choices.join('\n'), position: String(position) },
    onCard: onCard ? '1' : '',
  })
  return administrationPage(request, {
    path: PROFILE_FIELDS_PATH,
    title: label,
    main: frame => OneField(frame, state ?? stands, field),
    json: () => field,
  })
}

function add(forum: Forum, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  return withForm(request, reply, {
    showAgain: state => listPage(forum, request, state),
    action: async () => {
      const input = inputOf(request)
      const made = await act(forum, actorOf(request), a => addField(a, input))
      return wasDone(request, reply, PROFILE_FIELDS_PATH, { id: made })
    },
  })
}

function change(forum: Forum, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { id: fieldId } = readParams(FieldParams, request)
  return withForm(request, reply, {
    showAgain: state => fieldPage(forum, request, state),
    action: async () => {
      const input = inputOf(request)
      await act(forum, actorOf(request), a => changeField(a, fieldId, input))
      return wasDone(request, reply, fieldPath(fieldId), { id: fieldId })
    },
  })
}

async function remove(forum: Forum, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { id: fieldId } = readParams(FieldParams, request)
  readForm(NothingInput, request)
  await act(forum, actorOf(request), a => removeField(a, fieldId))
  return wasDone(request, reply, PROFILE_FIELDS_PATH)
}
