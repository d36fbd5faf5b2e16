import type { FastifyReply, FastifyRequest } from 'fastify'
import * as v from 'valibot'
import type { Html } from '#base/html.ts'
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

const TextInput = form({ source: text({ max: MAX_POST }), format: formatField() })

const bodyOf = (request: FastifyRequest): Record<string, unknown> =>
  typeof request.body === 'object' && request.body !== null ? { ...request.body } : {}

/** Whether the form of a post asks how its text would stand, and nothing else. */
export const asksForPreview = (request: FastifyRequest): boolean => bodyOf(request)[ACT] === PREVIEW

/** A text that is being written. */
export interface TypedText {
  readonly source: string
  readonly format: Format
}

/**
 * The text in the form of a post, whatever else the form holds. `format` is the way the post is written where that cannot
 * be chosen. Throws `invalid`.
 */
export function typedText(request: FastifyRequest, format?: Format): TypedText {
  const { source, format: chosen } = bodyOf(request)
  const known = Object.entries({ source, format: format ?? chosen }).filter(
    ([, value]) => value !== undefined,
  )
  return read(TextInput, Object.fromEntries(known))
}

/** A text as it would stand, and what there is to say about it. */
export interface Previewed {
  readonly preview: string
  readonly remarks: Html | null
}

/** How a preview is answered. */
export interface PreviewOptions {
  readonly forum: Forum
  /** The id of the post that gets another wording, whose files the text may show; null for a new one. */
  readonly postId: number | null
  /** What was read in a text, for a form that is shown again. */
  remarksOn(text: TypedText): Promise<Html | null>
  /** The rendered text with the verdicts on what it quotes. */
  withVerdicts(rendered: string, text: TypedText): Promise<string>
  formPage(state: FormState, shown: Previewed): Promise<PageAnswer>
}

/**
 * Answers a form that asks how its text would stand: with the same form below the rendered text, to an island with that
 * text alone, to a program with its HTML. Writes nothing. Throws as `previewPost`.
 */
export async function answerPreview(
  request: FastifyRequest,
  reply: FastifyReply,
  typed: TypedText,
  { forum, postId, remarksOn, withVerdicts, formPage }: PreviewOptions,
): Promise<FastifyReply> {
  const html = await previewPost(forum, actorOf(request), typed.source, typed.format, postId)
  const preview = await withVerdicts(html, typed)
  const remarks = request.visitor.answer === 'page' ? await remarksOn(typed) : null
  const values = { ...typedInto(request), source: typed.source }
  return show(request, reply, {
    ...(await formPage({ values, problem: null }, { preview, remarks })),
    fragment: () => Preview(preview, request.visitor.words),
    json: () => ({ html }),
  })
}
