import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Html, html } from '#base/html.ts'
import { act, type Forum } from '#forum/act.ts'
import { actorOf } from '#forum/actor.ts'
import { MAX_ADDRESS } from '#forum/addresses/model.ts'
import { attachmentEntries, attachmentsAsked, withAlts } from '#forum/attachments/fields.ts'
import { asksToAttach, attachmentsShown, keepSent, receivesFiles } from '#forum/attachments/upload.ts'
import { boardSteps } from '#forum/boards/views.ts'
import { formDraft } from '#forum/drafts/load.ts'
import { boardPlace, threadPlace } from '#forum/drafts/model.ts'
import { answerSave, asksToSave } from '#forum/drafts/routes.ts'
import type { FormDraft } from '#forum/drafts/views.ts'
import { DuplicateList, duplicateJson } from '#forum/duplicates/views.ts'
import { reply as addReply } from '#forum/posts/actions/reply.ts'
import { ACT, freshComposer } from '#forum/posts/composer.ts'
import { MAX_POST, type PostPlace } from '#forum/posts/model.ts'
import {
  actField,
  answerPreview,
  asksForPreview,
  formatField,
  type Previewed,
  typedText,
} from '#forum/posts/preview.ts'
import { openComposer } from '#forum/posts/restoring.ts'
import { postPath } from '#forum/posts/views.ts'
import type { WritingPlace } from '#forum/remarks/load.ts'
import { answerMend, answerRemarks, mendAsked, previewOf, remarksLimit } from '#forum/remarks/routes.ts'
import { MAX_TITLE } from '#forum/threads/model.ts'
import { threadPath } from '#forum/threads/views.ts'
import { FormNotice } from '#web/components/notice.ts'
import { CsrfField } from '#web/csrf.ts'
import { id, line, text } from '#web/fields.ts'
import {
  type FormState,
  form,
  freshForm,
  read,
  readForm,
  readParams,
  readQuery,
  typedInto,
  withForm,
} from '#web/forms.ts'
import { type DoneAnswer, done, type PageAnswer, show } from '#web/respond.ts'
import { loadReply, loadStart, offersOf } from './load.ts'
import { QUOTE, quotesAsked, type ReplyPage } from './model.ts'
import { quoteRoutes } from './quoting/routes.ts'
import { likeThis, likeTyped, startAsked, startEntries } from './starting.ts'
import { type ComposeOptions, ReplyView, StartView, withTold } from './views.ts'

const LONGEST_KEY = 64
const LONGEST_QUOTES = 200

const Place = form({ id: id() })
const Quoting = form({ format: formatField() })
const written = {
  source: text({ max: MAX_POST }),
  format: formatField(),
  requestKey: line({ max: LONGEST_KEY, min: 0 }),
  act: actField(),
}
const StartInput = form({ ...written, ...startEntries() })
const LikeInput = form({
  title: line({ max: MAX_TITLE, min: 0 }),
  sourceUrl: line({ max: MAX_ADDRESS, min: 0 }),
})
const ReplyInput = form({ ...written, ...attachmentEntries(), quote: line({ max: LONGEST_QUOTES, min: 0 }) })

/** Starting threads, replying, and what a reply quotes. */
export function composeRoutes(app: FastifyInstance, forum: Forum): void {
  startRoutes(app, forum)
  replyRoutes(app, forum)
  quoteRoutes(app, forum)
}

/** The form of a new thread. */
async function startPage(request: FastifyRequest, forum: Forum, shown: Shown): Promise<PageAnswer> {
  const page = await loadStart(forum, actorOf(request), readParams(Place, request).id)
  const { board, boards } = page
  const duplicates = shown.form.problem?.code === 'conflict' ? await likeTyped(request, forum) : []
  const starting = { offers: await offersOf(forum, page), duplicates, now: forum.clock() }
  const draft = shown.draft ?? formDraft(forum, actorOf(request), boardPlace(board.id))
  const files = await attachmentsShown(forum, actorOf(request), shown.form.values)
  return composePage(
    request,
    { ...shown, draft },
    {
      title: request.visitor.words.say('board.new-thread'),
      trail: boardSteps(boards),
      main: options => StartView(page, withTold({ ...options, files }, duplicates), starting),
      json: { board: { id: board.id, title: board.title } },
    },
  )
}

/** Threads that are like what is typed. */
async function likePage(request: FastifyRequest, forum: Forum): Promise<PageAnswer> {
  const { words } = request.visitor
  const duplicates = await likeThis(request, forum, { ...readQuery(LikeInput, request), source: '' })
  return {
    ...{ title: words.say('board.new-thread'), robots: 'noindex' },
    main: () => html`${DuplicateList(duplicates, { words, now: forum.clock() })}`,
    json: () => ({ duplicates: duplicates.map(duplicateJson) }),
  }
}

function startRoutes(app: FastifyInstance, forum: Forum): void {
  const formPage = (request: FastifyRequest, shown: Shown) => startPage(request, forum, shown)
  app.get('/boards/:id/threads/new', async (request, reply) => {
    const place = boardPlace(readParams(Place, request).id)
    const opened = await openComposer(forum, actorOf(request), { place, form: freshComposer() })
    return show(request, reply, await formPage(request, opened))
  })
  const placeOf = async (request: FastifyRequest): Promise<WritingPlace> => {
    const { board } = await loadStart(forum, actorOf(request), readParams(Place, request).id)
    return { boardId: board.id }
  }
  app.post('/boards/:id/remarks', { preValidation: remarksLimit() }, async (request, reply) =>
    answerRemarks(request, reply, { forum, place: await placeOf(request) }),
  )
  app.get('/boards/:id/duplicates', { preValidation: remarksLimit() }, async (request, reply) => {
    await placeOf(request)
    return show(request, reply, await likePage(request, forum))
  })
  app.post('/boards/:id/threads', receivesFiles(forum), (request, reply) =>
    answer(request, reply, {
      ...{ forum, formPage, placeOf },
      draftPlace: boardPlace,
      action: async () => {
        const { act: _act, ...input } = readForm(withAlts(StartInput, request), request)
        const boardId = readParams(Place, request).id
        return startAsked(request, forum, { ...input, boardId, ...keyOf(input) })
      },
    }),
  )
}

function loadAsked(request: FastifyRequest, forum: Forum): Promise<ReplyPage> {
  const { quote } = request.method === 'GET' ? (request.query as Record<string, unknown>) : {}
  const threadId = readParams(Place, request).id
  const asked = quotesAsked(quote, threadId)
  const guest = request.visitor.words.say('thread.guest')
  return loadReply(forum, actorOf(request), threadId, { asked, format: 'markdown', guest })
}

/** The form of a reply. */
async function replyPage(request: FastifyRequest, forum: Forum, shown: Shown | null): Promise<PageAnswer> {
  const page = await loadAsked(request, forum)
  const { thread, boards, source } = page
  const place = threadPlace(thread.id)
  const actor = actorOf(request)
  const opened = shown ?? (await openComposer(forum, actor, { place, form: freshComposer(source) }))
  const draft = opened.draft ?? formDraft(forum, actor, place)
  const files = await attachmentsShown(forum, actor, opened.form.values)
  return composePage(
    request,
    { ...opened, draft },
    {
      title: request.visitor.words.say('post.reply'),
      trail: [...boardSteps(boards), { href: threadPath(thread), name: thread.title }],
      main: options => ReplyView(page, { ...options, files }),
      json: { thread: { id: thread.id, title: thread.title }, source },
    },
  )
}

function replyRoutes(app: FastifyInstance, forum: Forum): void {
  const formPage = (request: FastifyRequest, shown: Shown | null) => replyPage(request, forum, shown)
  const placeOf = async (request: FastifyRequest): Promise<WritingPlace> => {
    const { boardId } = (await loadAsked(request, forum)).thread
    return { boardId }
  }
  app.post('/threads/:id/remarks', { preValidation: remarksLimit() }, async (request, reply) =>
    answerRemarks(request, reply, { forum, place: await placeOf(request) }),
  )
  app.get('/threads/:id/reply', async (request, reply) => show(request, reply, await formPage(request, null)))
  app.post('/threads/:id/posts', receivesFiles(forum), async (request, reply) => {
    if (asksForQuotes(request))
      return withForm(request, reply, {
        showAgain: state => formPage(request, { form: state, isTyped: true }),
        action: async () => {
          await keepSent(forum, request)
          return show(request, reply, await withQuotes(request, forum, formPage))
        },
      })
    return answer(request, reply, {
      ...{ forum, formPage, placeOf },
      draftPlace: threadPlace,
      action: async () => {
        const { act: _act, quote: _quote, ...input } = readForm(withAlts(ReplyInput, request), request)
        const threadId = readParams(Place, request).id
        const asked = { ...input, ...attachmentsAsked(input), threadId, ...keyOf(input) }
        return act(forum, actorOf(request), a => addReply(a, asked))
      },
    })
  })
}

const asksForQuotes = ({ body }: FastifyRequest): boolean =>
  typeof body === 'object' && body !== null && Reflect.get(body, ACT) === QUOTE

/** The form of a reply with the quotes that it asked for behind what was typed. */
async function withQuotes(
  request: FastifyRequest,
  forum: Forum,
  formPage: (request: FastifyRequest, shown: Shown) => Promise<PageAnswer>,
): Promise<PageAnswer> {
  const { quote, ...typed } = typedInto(request)
  const { format } = read(Quoting, typed['format'] === undefined ? {} : { format: typed['format'] })
  const guest = request.visitor.words.say('thread.guest')
  const threadId = readParams(Place, request).id
  const quoting = { asked: quotesAsked(quote, threadId), format, guest }
  const { source } = await loadReply(forum, actorOf(request), threadId, quoting)
  const before = String(typed['source'] ?? '').trimEnd()
  const text = before === '' || source === '' ? before + source : `${before}\n\n${source}`
  return formPage(request, { form: freshForm({ ...typed, source: text }), isTyped: true })
}

const keyOf = ({ requestKey }: { requestKey: string }): { requestKey: string | null } => ({
  requestKey: requestKey === '' ? null : requestKey,
})

/** A form that is shown: fresh, or again with what was typed, perhaps with the text rendered. */
interface Shown {
  readonly form: FormState
  readonly previewed?: Previewed
  readonly isTyped?: boolean
  readonly draft?: FormDraft | undefined
}

/** Answers a form of a text: shows its preview, or does what it asks for and leads to the post. */
function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  steps: {
    forum: Forum
    formPage(request: FastifyRequest, shown: Shown): Promise<PageAnswer>
    placeOf(request: FastifyRequest): Promise<WritingPlace>
    /** The id in the address → the place of the draft. */
    draftPlace(id: number): string
    action(): Promise<PostPlace | DoneAnswer>
  },
): Promise<FastifyReply> {
  const { forum } = steps
  const again = (state: FormState, previewed?: Previewed): Promise<PageAnswer> =>
    steps.formPage(request, { form: state, isTyped: true, ...(previewed && { previewed }) })
  return withForm(request, reply, {
    showAgain: state => again(state),
    action: async () => {
      await keepSent(forum, request)
      if (asksToAttach(request))
        return show(request, reply, await again({ values: typedInto(request), problem: null }))
      const mend = mendAsked(request)
      if (mend !== null || asksForPreview(request)) {
        const shown = { forum, place: await steps.placeOf(request), formPage: again }
        if (mend !== null) return answerMend(request, reply, { ...shown, mend })
        return answerPreview(request, reply, typedText(request), previewOf(request, shown))
      }
      if (asksToSave(request)) {
        await steps.placeOf(request)
        return answerSave(request, reply, forum, steps.draftPlace(readParams(Place, request).id))
      }
      const place = await steps.action()
      if ('back' in place) return done(request, reply, place)
      return done(request, reply, { back: postPath(place), json: { ...place, path: postPath(place) } })
    },
  })
}

function composePage(
  request: FastifyRequest,
  { form: state, previewed, isTyped, draft }: Shown,
  page: Pick<PageAnswer, 'title' | 'trail'> & { main(options: ComposeOptions): Html; json: object },
): PageAnswer {
  const { words } = request.visitor
  return {
    ...{ title: page.title, trail: page.trail ?? [], robots: 'noindex', style: 'full' },
    main: () =>
      page.main({
        ...{ words, csrf: CsrfField(request), form: state },
        ...{ preview: previewed?.preview ?? null, remarks: previewed?.remarks ?? null },
        isTyped: isTyped ?? false,
        draft,
      }),
    // An island has the form already.
    ...(state.problem && { fragment: () => html`${FormNotice(state)}` }),
    json: () => page.json,
  }
}
