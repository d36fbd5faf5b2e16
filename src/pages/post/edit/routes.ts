import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as v from 'valibot'
import { html } from '#base/html.ts'
import { act, type Forum } from '#forum/act.ts'
import { actorOf } from '#forum/actor.ts'
import { attachmentEntries, attachmentsAsked, withAlts } from '#forum/attachments/fields.ts'
import { asksToAttach, attachmentsShown, keepSent, receivesFiles } from '#forum/attachments/upload.ts'
import { boardSteps } from '#forum/boards/views.ts'
import { formDraft } from '#forum/drafts/load.ts'
import { postPlace } from '#forum/drafts/model.ts'
import { answerSave, asksToSave } from '#forum/drafts/routes.ts'
import type { FormDraft } from '#forum/drafts/views.ts'
import { editPost } from '#forum/posts/actions/edit.ts'
import { MAX_POST, MAX_REASON, type PostPlace } from '#forum/posts/model.ts'
import { actField, answerPreview, asksForPreview, type Previewed, typedText } from '#forum/posts/preview.ts'
import { openEdit } from '#forum/posts/restoring.ts'
import { postPath } from '#forum/posts/views.ts'
import type { WritingPlace } from '#forum/remarks/load.ts'
import { answerMend, answerRemarks, mendAsked, previewOf, remarksLimit } from '#forum/remarks/routes.ts'
import { MAX_TITLE, MIN_TITLE } from '#forum/threads/model.ts'
import { threadPath } from '#forum/threads/views.ts'
import { FormNotice } from '#web/components/notice.ts'
import { CsrfField } from '#web/csrf.ts'
import { id, line, text } from '#web/fields.ts'
import { type FormState, form, freshForm, readForm, readParams, typedInto, withForm } from '#web/forms.ts'
import { done, type PageAnswer, show } from '#web/respond.ts'
import { type EditPage, loadEdit } from './load.ts'
import { EditView } from './views.ts'

const Place = form({ thread: id(), number: id() })
const EditInput = form({
  title: v.optional(line({ min: MIN_TITLE, max: MAX_TITLE })),
  source: text({ max: MAX_POST }),
  reason: line({ max: MAX_REASON, min: 0 }),
  basedOn: id(),
  act: actField(),
  ...attachmentEntries(),
})

const placeOf = (request: FastifyRequest): PostPlace => {
  const { thread: threadId, number } = readParams(Place, request)
  return { threadId, number }
}

/** `GET` and `POST /posts/:thread/:number/edit`, and the remarks on what is typed there. */
export function editRoutes(app: FastifyInstance, forum: Forum): void {
  app.get('/posts/:thread/:number/edit', async (request, reply) => {
    const page = await load(request, forum)
    const { words } = request.visitor
    const opened = await openEdit(forum, actorOf(request), {
      ...{ place: postPlace(page.post), form: fresh(page) },
      asked: (request.query as Record<string, unknown>)['draft'] === '1',
      problem: () => ({ code: 'conflict', message: words.say('refused.post-changed'), field: 'source' }),
    })
    return show(request, reply, await editPage(request, forum, page, { ...opened, isTyped: false }))
  })
  app.post('/posts/:thread/:number/remarks', { preValidation: remarksLimit() }, async (request, reply) => {
    const page = await load(request, forum)
    return answerRemarks(request, reply, { forum, place: writingPlace(page), format: page.present.format })
  })
  app.post('/posts/:thread/:number/edit', receivesFiles(forum), (request, reply) =>
    withForm(request, reply, {
      showAgain: async state => showTyped(request, forum, await load(request, forum), state),
      action: async () => {
        await keepSent(forum, request)
        return answerSent(request, reply, forum)
      },
    }),
  )
}

const load = (request: FastifyRequest, forum: Forum): Promise<EditPage> =>
  loadEdit(forum, actorOf(request), placeOf(request))

/** The form again, with what was typed. */
const showTyped = (
  request: FastifyRequest,
  forum: Forum,
  page: EditPage,
  state: FormState,
  previewed?: Previewed,
): Promise<PageAnswer> =>
  editPage(request, forum, page, {
    ...{ form: state, isTyped: true, ...(previewed && { previewed }) },
    draft: formDraft(forum, actorOf(request), postPlace(placeOf(request))),
  })

/** What the button asked for: files, a mended text, a preview, a draft, or that the post be changed. */
async function answerSent(request: FastifyRequest, reply: FastifyReply, forum: Forum): Promise<FastifyReply> {
  const place = placeOf(request)
  const mend = mendAsked(request)
  if (asksToAttach(request)) {
    const state = freshForm(typedInto(request))
    return show(request, reply, await showTyped(request, forum, await load(request, forum), state))
  }
  if (mend !== null || asksForPreview(request)) {
    const page = await load(request, forum)
    const { format } = page.present
    const formPage = (state: FormState, previewed: Previewed) =>
      showTyped(request, forum, page, state, previewed)
    const shown = { forum, place: writingPlace(page), formPage }
    if (mend !== null) return answerMend(request, reply, { ...shown, format, mend })
    return answerPreview(request, reply, typedText(request, format), previewOf(request, shown))
  }
  if (asksToSave(request)) {
    await load(request, forum)
    return answerSave(request, reply, forum, postPlace(place))
  }
  const { act: _act, ...input } = readForm(withAlts(EditInput, request), request)
  const asked = { ...place, ...input, ...attachmentsAsked(input) }
  const saved = await act(forum, actorOf(request), a => editPost(a, asked))
  return done(request, reply, { back: postPath(place), json: { ...saved, path: postPath(place) } })
}

const writingPlace = ({ thread, post }: EditPage): WritingPlace => ({
  boardId: thread.boardId,
  except: post.id,
})

const fresh = ({ thread, present }: EditPage): FormState =>
  freshForm({
    ...{ title: thread.title, source: present.source, reason: '' },
    basedOn: String(present.revision),
  })

/** A form that is shown: as it was opened, or again with what was typed. */
interface Shown {
  readonly form: FormState
  readonly isTyped: boolean
  readonly previewed?: Previewed
  readonly draft?: FormDraft | undefined
}

/** The page of the form. After a conflict it is based on the wording that was saved meanwhile, and shows that one. */
async function editPage(
  request: FastifyRequest,
  forum: Forum,
  page: EditPage,
  shown: Shown,
): Promise<PageAnswer> {
  const { words } = request.visitor
  const { post, thread, boards, present } = page
  const { form: state, isTyped, previewed, draft } = shown
  const isOutdated = state.problem?.code === 'conflict'
  const based = isOutdated
    ? { ...state, values: { ...state.values, basedOn: String(present.revision) } }
    : state
  const files = await attachmentsShown(forum, actorOf(request), state.values, post.id)
  return {
    title: words.say('compose.edit-post', { number: `#${post.number}` }),
    trail: [...boardSteps(boards), { href: threadPath(thread), name: thread.title }],
    robots: 'noindex',
    style: 'full',
    main: () =>
      EditView({
        ...{ words, csrf: CsrfField(request), form: based, isTyped, post, draft, files },
        format: present.format,
        isOwn: post.authorId === actorOf(request).memberId,
        ...{ preview: previewed?.preview ?? null, remarks: previewed?.remarks ?? null },
        newer: isOutdated ? present : null,
      }),
    ...(state.problem && { fragment: () => html`${FormNotice(state)}` }),
    json: () => ({ ...present, title: thread.title }),
  }
}
