import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { html } from '#base/html.ts'
import { act, type Forum } from '#forum/act.ts'
import { actorOf } from '#forum/actor.ts'
import { attachmentEntries, attachmentsAsked, withAlts } from '#forum/attachments/fields.ts'
import { asksToAttach, attachmentsShown, keepSent, receivesFiles } from '#forum/attachments/upload.ts'
import { CONVERSATIONS } from '#forum/boards/model.ts'
import { startConversation } from '#forum/conversations/actions/start.ts'
import { CONVERSATION_PLACE, MAX_NAMES } from '#forum/conversations/model.ts'
import { mustConverse } from '#forum/conversations/rules.ts'
import { CONVERSATIONS_PATH, START_PATH } from '#forum/conversations/views.ts'
import { formDraft } from '#forum/drafts/load.ts'
import { answerSave, asksToSave } from '#forum/drafts/routes.ts'
import { freshComposer } from '#forum/posts/composer.ts'
import { MAX_POST } from '#forum/posts/model.ts'
import {
  actField,
  answerPreview,
  asksForPreview,
  formatField,
  type Previewed,
  typedText,
} from '#forum/posts/preview.ts'
import { type Opened, openComposer } from '#forum/posts/restoring.ts'
import { answerMend, answerRemarks, mendAsked, previewOf, remarksLimit } from '#forum/remarks/routes.ts'
import { MAX_TITLE, MIN_TITLE } from '#forum/threads/model.ts'
import { FormNotice } from '#web/components/notice.ts'
import { CsrfField } from '#web/csrf.ts'
import { line, text } from '#web/fields.ts'
import { type FormState, form, freshForm, readForm, typedInto, withForm } from '#web/forms.ts'
import { done, type PageAnswer, show } from '#web/respond.ts'
import { NewConversation } from './views.ts'

const LONGEST_KEY = 64
/** A text of a conversation is compared with what stands in boards, as any other. */
const PLACE = { boardId: CONVERSATIONS }

const StartInput = form({
  people: line({ max: MAX_NAMES }),
  title: line({ min: MIN_TITLE, max: MAX_TITLE }),
  source: text({ max: MAX_POST }),
  format: formatField(),
  ...attachmentEntries(),
  requestKey: line({ max: LONGEST_KEY, min: 0 }),
  act: actField(),
})

/** `GET /conversations/new?to=Name` and `POST /conversations`, and the remarks on what is typed there. */
export function newConversationRoutes(app: FastifyInstance, forum: Forum): void {
  app.get(START_PATH, async (request, reply) => {
    const actor = actorOf(request)
    mustConverse(actor)
    const { to } = request.query as Record<string, unknown>
    const fresh = freshComposer()
    const asked = typeof to === 'string' ? to.slice(0, MAX_NAMES) : ''
    const opened = await openComposer(forum, actor, { place: CONVERSATION_PLACE, form: fresh })
    const people = asked === '' ? String(opened.form.values['people'] ?? '') : asked
    const state = { ...opened.form, values: { ...opened.form.values, people } }
    return show(request, reply, await formPage(request, forum, { ...opened, form: state }))
  })
  app.post(`${CONVERSATIONS_PATH}/remarks`, { preValidation: remarksLimit() }, async (request, reply) => {
    mustConverse(actorOf(request))
    return answerRemarks(request, reply, { forum, place: PLACE })
  })
  app.post(CONVERSATIONS_PATH, receivesFiles(forum), (request, reply) =>
    withForm(request, reply, {
      showAgain: state => again(request, forum, state),
      action: () => start(request, reply, forum),
    }),
  )
}

async function start(request: FastifyRequest, reply: FastifyReply, forum: Forum): Promise<FastifyReply> {
  const actor = actorOf(request)
  mustConverse(actor)
  await keepSent(forum, request)
  if (asksToAttach(request))
    return show(request, reply, await again(request, forum, freshForm(typedInto(request))))
  const mend = mendAsked(request)
  if (mend !== null || asksForPreview(request)) {
    const page = async (state: FormState, previewed: Previewed) => again(request, forum, state, previewed)
    const shown = { forum, place: PLACE, formPage: page }
    if (mend !== null) return answerMend(request, reply, { ...shown, mend })
    return answerPreview(request, reply, typedText(request), previewOf(request, shown))
  }
  if (asksToSave(request)) return answerSave(request, reply, forum, CONVERSATION_PLACE)
  const { act: _act, requestKey, ...input } = readForm(withAlts(StartInput, request), request)
  const key = requestKey === '' ? null : requestKey
  const asked = { ...input, ...attachmentsAsked(input), requestKey: key }
  const { threadId } = await act(forum, actor, a => startConversation(a, asked))
  const path = `${CONVERSATIONS_PATH}/${threadId}`
  return done(request, reply, { back: path, json: { id: threadId, path } })
}

function again(
  request: FastifyRequest,
  forum: Forum,
  state: FormState,
  previewed?: Previewed,
): Promise<PageAnswer> {
  return formPage(request, forum, { form: state, previewed, isTyped: true })
}

async function formPage(
  request: FastifyRequest,
  forum: Forum,
  shown: Opened & { previewed?: Previewed | undefined; isTyped?: boolean },
): Promise<PageAnswer> {
  const actor = actorOf(request)
  mustConverse(actor)
  const { words } = request.visitor
  const { form: state, previewed, isTyped = false } = shown
  const files = await attachmentsShown(forum, actor, state.values)
  return {
    ...{ title: words.say('conversation.new'), robots: 'noindex', style: 'full' },
    trail: [{ href: CONVERSATIONS_PATH, name: words.say('conversation.list') }],
    main: () =>
      NewConversation({
        ...{ words, csrf: CsrfField(request), form: state, isTyped },
        ...{ preview: previewed?.preview ?? null, remarks: previewed?.remarks ?? null },
        ...{ draft: shown.draft ?? formDraft(forum, actor, CONVERSATION_PLACE), files },
      }),
    // An island has the form already.
    ...(state.problem && { fragment: () => html`${FormNotice(state)}` }),
    json: () => ({ people: state.values['people'] ?? '' }),
  }
}
