import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { html } from '#base/html.ts'
import { wallTime } from '#base/zoned.ts'
import { act, type Forum } from '#forum/act.ts'
import { actorOf } from '#forum/actor.ts'
import { detailEntries, detailsOf } from '#forum/details/fields.ts'
import { MAX_POST } from '#forum/posts/model.ts'
import {
  actField,
  answerPreview,
  asksForPreview,
  formatField,
  type Previewed,
  typedText,
} from '#forum/posts/preview.ts'
import { postPath } from '#forum/posts/views.ts'
import { previewOf } from '#forum/remarks/routes.ts'
import { cancelScheduled, changeScheduled, publish } from '#forum/scheduled/actions.ts'
import { MAX_MOMENT, refusalOf, type ScheduledThread } from '#forum/scheduled/model.ts'
import { MAX_TITLE, MIN_TITLE } from '#forum/threads/model.ts'
import { FormNotice } from '#web/components/notice.ts'
import { CsrfField } from '#web/csrf.ts'
import { sentenceOf } from '#web/errors.ts'
import { id, line, text } from '#web/fields.ts'
import { type FormState, form, freshForm, readForm, readParams, withForm } from '#web/forms.ts'
import { done, type PageAnswer, show } from '#web/respond.ts'
import { accountPage, wasDone } from '../answer.ts'
import { PATHS } from '../model.ts'
import { loadOneScheduled, loadScheduled } from './load.ts'
import { OneScheduled, ScheduledList } from './views.ts'

const ScheduledId = form({ id: id() })
const ChangeInput = form({
  title: line({ min: MIN_TITLE, max: MAX_TITLE }),
  source: text({ max: MAX_POST }),
  format: formatField(),
  publishAt: line({ max: MAX_MOMENT }),
  ...detailEntries(),
  act: actField(),
})
const Nothing = form({})

const PATH = `${PATHS.scheduled}/:id`

/** `/account/scheduled`: the threads that wait for their time, and what their writer does with them. */
export function scheduledRoutes(app: FastifyInstance, forum: Forum): void {
  const idOf = (request: FastifyRequest): number => readParams(ScheduledId, request).id
  app.get(PATHS.scheduled, async (request, reply) => show(request, reply, await listPage(forum, request)))
  app.get(PATH, async (request, reply) => show(request, reply, await onePage(forum, request)))
  app.post(PATH, (request, reply) => change(forum, request, reply))
  app.post(`${PATH}/publish`, async (request, reply) => {
    readForm(Nothing, request)
    const { timeZone } = request.visitor.words
    const place = await act(forum, actorOf(request), a => publish(a, { id: idOf(request), timeZone }))
    return done(request, reply, { back: postPath(place), json: { ...place, path: postPath(place) } })
  })
  app.post(`${PATH}/cancel`, async (request, reply) => {
    readForm(Nothing, request)
    await act(forum, actorOf(request), a => cancelScheduled(a, idOf(request)))
    return wasDone(request, reply, PATHS.scheduled)
  })
}

async function listPage(forum: Forum, request: FastifyRequest): Promise<PageAnswer> {
  const lines = await loadScheduled(forum, actorOf(request))
  const { words } = request.visitor
  return accountPage(request, {
    path: PATHS.scheduled,
    main: frame => ScheduledList(frame, lines),
    json: () => ({
      scheduled: lines.map(({ thread: { id: number, boardId, fields, publishAt, failure } }) => ({
        ...{ id: number, boardId, title: fields.title, publishAt },
        failure: failure && sentenceOf(refusalOf(failure), words),
      })),
    }),
  })
}

/** A form that is shown again, perhaps with its text rendered. */
type Again = FormState & { readonly previewed?: Previewed }

async function onePage(forum: Forum, request: FastifyRequest, state?: Again): Promise<PageAnswer> {
  const { id: number } = readParams(ScheduledId, request)
  const { thread, offers } = await loadOneScheduled(forum, actorOf(request), number)
  const { words } = request.visitor
  const shown = state ?? freshForm(valuesOf(thread, words.timeZone))
  return {
    ...{ title: words.say('scheduled.edit-title'), robots: 'noindex', style: 'full' },
    trail: [{ href: PATHS.scheduled, name: words.say('scheduled.title') }],
    main: () =>
      OneScheduled({
        ...{ words, csrf: CsrfField(request), form: shown, isTyped: state !== undefined, offers, thread },
        ...{ preview: state?.previewed?.preview ?? null, remarks: state?.previewed?.remarks ?? null },
      }),
    ...(state?.problem && { fragment: () => html`${FormNotice(state)}` }),
    json: () => ({ id: number, boardId: thread.boardId, publishAt: thread.publishAt, ...thread.fields }),
  }
}

/** What the form shows first: what stands there, its time as a clock of the reader's shows it. */
function valuesOf({ fields, publishAt }: ScheduledThread, timeZone: string): FormState['values'] {
  const { title, source, format, kind, prefixId, tags, sourceUrl } = fields
  return {
    ...{ title, source, format, tags: tags ?? '', sourceUrl: sourceUrl ?? '' },
    ...(kind && { kind }),
    prefix: String(prefixId ?? ''),
    publishAt: wallTime(publishAt, timeZone),
  }
}

function change(forum: Forum, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { id: number } = readParams(ScheduledId, request)
  return withForm(request, reply, {
    showAgain: state => onePage(forum, request, state),
    action: async () => {
      if (asksForPreview(request)) {
        const { thread } = await loadOneScheduled(forum, actorOf(request), number)
        const place = { boardId: thread.boardId }
        const formPage = (state: FormState, previewed: Previewed) =>
          onePage(forum, request, { ...state, previewed })
        return answerPreview(
          request,
          reply,
          typedText(request),
          previewOf(request, { forum, place, formPage }),
        )
      }
      const { act: _act, publishAt, title, source, format, ...said } = readForm(ChangeInput, request)
      const fields = { title, source, format, ...detailsOf(said) }
      const { timeZone } = request.visitor.words
      await act(forum, actorOf(request), a => changeScheduled(a, { id: number, fields, publishAt, timeZone }))
      return wasDone(request, reply, PATHS.scheduled, { id: number })
    },
  })
}
