import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as v from 'valibot'
import { Refused } from '#base/errors.ts'
import { DAY } from '#base/time.ts'
import { line, wholeNumber } from '#web/fields.ts'
import { form, readForm } from '#web/forms.ts'
import { type Limit, limit } from '#web/limits.ts'
import { done } from '#web/respond.ts'
import { act, type Forum } from '../act.ts'
import { actorOf } from '../actor.ts'
import { discardDraft, saveDraft } from './actions.ts'
import { keepTyped } from './load.ts'
import { BUTTON, formPath, isPlaceName, MAX_FIELDS, parseFields, SAVE } from './model.ts'
import { DISCARD_PATH } from './views.ts'

const LONGEST_PLACE = 40
const LONGEST_KEY = 64
const A_YEAR = 365 * DAY
/** What somebody may save while they write, from wherever they do: others of their network are not held back by it. */
const WHILE_TYPING: Limit = { count: 60, seconds: 60 }
/** Guests save nothing, so they share one count. */
const writerOf = (request: FastifyRequest): string => String(actorOf(request).memberId)

const place = () => v.pipe(line({ max: LONGEST_PLACE }), v.check(isPlaceName, 'refused.invalid'))

const SaveInput = form({
  place: place(),
  fields: v.pipe(v.string('form.not-text'), v.maxLength(MAX_FIELDS, 'form.too-long')),
  age: v.optional(wholeNumber({ min: 0, max: A_YEAR }), 0),
  requestKey: line({ max: LONGEST_KEY, min: 0 }),
})
const DiscardInput = form({ place: place() })

/**
 * `POST /drafts` keeps what somebody types: `place`, `fields` (the form's as JSON), `age` (milliseconds since it was
 * typed), `requestKey` → `{ state, at }`. `POST /drafts/discard` forgets it, and leads back to the form.
 */
export function draftRoutes(app: FastifyInstance, forum: Forum): void {
  app.post('/drafts', { preValidation: limit(WHILE_TYPING, undefined, writerOf) }, async (request, reply) => {
    const input = readForm(SaveInput, request)
    const fields = parseFields(input.fields)
    if (fields === null) throw new Refused('invalid', undefined, { field: 'fields' })
    const saved = await act(forum, actorOf(request), a => saveDraft(a, { ...input, fields }))
    return done(request, reply, { json: saved, back: formPath(input.place) })
  })
  app.post(DISCARD_PATH, async (request, reply) => {
    const input = readForm(DiscardInput, request)
    await act(forum, actorOf(request), a => discardDraft(a, input.place))
    return done(request, reply, { json: { place: input.place }, back: formPath(input.place) })
  })
}

/** Whether a form asks that what was typed be kept, and nothing else. */
export const asksToSave = ({ body }: FastifyRequest): boolean =>
  typeof body === 'object' && body !== null && Reflect.get(body, BUTTON) === SAVE

/** Keeps what was typed into a form, and leads back to it. Throws as `keepTyped`. */
export async function answerSave(
  request: FastifyRequest,
  reply: FastifyReply,
  forum: Forum,
  at: string,
): Promise<FastifyReply> {
  await keepTyped(forum, actorOf(request), at, request.body)
  return done(request, reply, { json: { place: at }, back: formPath(at) })
}
