import type { FastifyReply, FastifyRequest } from 'fastify'
import * as v from 'valibot'
import { choice, text } from '#web/fields.ts'
import { type FormState, form, read, typedInto } from '#web/forms.ts'
import { type PageAnswer, show } from '#web/respond.ts'
import type { Forum } from '../act.ts'
import { actorOf } from '../actor.ts'
import { ACT, PREVIEW, Preview } from './composer.ts'
import { type Format, MAX_POST } from './model.ts'
import { previewPost } from './rendering.ts'

/** The ways in which a post can be written, as a field. */
export const formatField = () => v.optional(choice(['markdown', 'bbcode']), 'markdown')

/** What the buttons of a composer say, as a field. */
export const actField = () => v.optional(choice([PREVIEW]))

const PreviewInput = form({ source: text({ max: MAX_POST }), format: formatField() })

const bodyOf = (request: FastifyRequest): Record<string, unknown> =>
  typeof request.body === 'object' && request.body !== null ? { ...request.body } : {}

/** Whether the form of a post asks how its text would stand, and nothing else. */
export const asksForPreview = (request: FastifyRequest): boolean => bodyOf(request)[ACT] === PREVIEW

/**
 * Answers such a form: with the same form below the rendered text, to an island with that text alone, to a program with
 * its HTML. Writes nothing. `format` is the way the post is written where that cannot be chosen. Throws as `previewPost`.
 */
export async function answerPreview(
  request: FastifyRequest,
  reply: FastifyReply,
  options: {
    forum: Forum
    format?: Format
    formPage(state: FormState, preview: string): Promise<PageAnswer>
  },
): Promise<FastifyReply> {
  const { source: typed, format: chosen } = bodyOf(request)
  const fields = { source: typed, format: options.format ?? chosen }
  const known = Object.entries(fields).filter(([, value]) => value !== undefined)
  const { source, format } = read(PreviewInput, Object.fromEntries(known))
  const rendered = await previewPost(options.forum, actorOf(request), source, format)
  const page = await options.formPage({ values: typedInto(request), problem: null }, rendered)
  return show(request, reply, {
    ...page,
    fragment: () => Preview(rendered, request.visitor.words),
    json: () => ({ html: rendered }),
  })
}
