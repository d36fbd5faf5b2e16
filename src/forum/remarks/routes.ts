import type { FastifyReply, FastifyRequest } from 'fastify'
import { html } from '#base/html.ts'
import { type Limit, limit } from '#web/limits.ts'
import { type PageAnswer, show } from '#web/respond.ts'
import type { Forum } from '../act.ts'
import { actorOf } from '../actor.ts'
import { ACT } from '../posts/composer.ts'
import type { Format } from '../posts/model.ts'
import { answerPreview, type PreviewOptions, type TypedText, typedText } from '../posts/preview.ts'
import { quotesInTyped } from '../quotes/load.ts'
import { withVerdicts } from '../quotes/shown.ts'
import { mendText, remarksOn, type WritingPlace } from './load.ts'
import { MEND, remarksJson } from './model.ts'
import { RemarksView } from './views.ts'

/** What one network may ask while its people write. */
const WHILE_TYPING: Limit = { count: 40, seconds: 60 }

/** The hook of a route that answers with remarks: somebody who types asks every few seconds. */
export const remarksLimit = (): ReturnType<typeof limit> => limit(WHILE_TYPING)

/** What a form's button asks to have mended, as `mendOf` names it; null where it asks for something else. */
export function mendAsked({ body }: FastifyRequest): string | null {
  const asked: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, ACT) : null
  return typeof asked === 'string' && asked.startsWith(MEND) ? asked : null
}

/** What is to be said about a text, for the form that it is typed in. */
export async function remarksView(
  request: FastifyRequest,
  forum: Forum,
  place: WritingPlace,
  text: TypedText,
) {
  return RemarksView(await remarksOn(forum, actorOf(request), { ...text, ...place }), request.visitor.words)
}

/** Answers with the remarks on a text while it is typed: a fragment for a script, JSON for a program. Writes nothing. */
export async function answerRemarks(
  request: FastifyRequest,
  reply: FastifyReply,
  { forum, place, format }: { forum: Forum; place: WritingPlace; format?: Format },
): Promise<FastifyReply> {
  const { words } = request.visitor
  const text = typedText(request, format)
  const remarks = await remarksOn(forum, actorOf(request), { ...text, ...place })
  const main = () => RemarksView(remarks, words) ?? html``
  return show(request, reply, {
    ...{ title: words.say('remarks.title', { count: remarks.list.length }), robots: 'noindex' },
    ...{ main, fragment: main, json: () => remarksJson(remarks) },
  })
}

/**
 * Answers a button that has a text mended: with the same form, the mended text in it, below its preview; for a script and
 * a program with the text alone and what of it to look at. A remark that is no more changes nothing.
 */
export async function answerMend(
  request: FastifyRequest,
  reply: FastifyReply,
  options: {
    forum: Forum
    place: WritingPlace
    format?: Format
    mend: string
    formPage: PreviewOptions['formPage']
  },
): Promise<FastifyReply> {
  const { forum, place, mend, formPage } = options
  const { words } = request.visitor
  const text = typedText(request, options.format)
  const asked = { ...text, ...place, mend, sourceWord: words.say('remarks.source-word') }
  const mended = await mendText(forum, actorOf(request), asked)
  const source = mended?.source ?? text.source
  if (request.visitor.answer === 'page')
    return answerPreview(request, reply, { ...text, source }, previewOf(request, { forum, place, formPage }))
  return show(request, reply, jsonAnswer({ source, select: mended?.select ?? null }))
}

/** How a preview with remarks is answered for a place. */
export const previewOf = (
  request: FastifyRequest,
  { forum, place, formPage }: { forum: Forum; place: WritingPlace; formPage: PreviewOptions['formPage'] },
): PreviewOptions => ({
  ...{
    forum,
    formPage,
    postId: place.except ?? null,
    remarksOn: text => remarksView(request, forum, place, text),
  },
  withVerdicts: async (rendered, text) =>
    withVerdicts(rendered, await quotesInTyped(forum, actorOf(request), text), request.visitor.words),
})

const jsonAnswer = (json: object): PageAnswer => ({
  ...{ title: '', main: () => html``, json: () => json },
})
