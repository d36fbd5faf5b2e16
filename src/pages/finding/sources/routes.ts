import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { act, type Forum } from '#forum/act.ts'
import { actorOf } from '#forum/actor.ts'
import { MAX_ADDRESS } from '#forum/addresses/model.ts'
import { findingPath } from '#forum/findings/views.ts'
import { visibleTo } from '#forum/permissions/visible.ts'
import { checkSource, giveSource } from '#forum/sources/actions/give.ts'
import { removeSource } from '#forum/sources/actions/remove.ts'
import { MAX_REMOVAL_REASON } from '#forum/sources/model.ts'
import { mustRemove } from '#forum/sources/rules.ts'
import { CsrfField } from '#web/csrf.ts'
import { line } from '#web/fields.ts'
import { type FormState, form, freshForm, readForm, withForm } from '#web/forms.ts'
import { type Limit, limit } from '#web/limits.ts'
import { done, type PageAnswer, show } from '#web/respond.ts'
import { loadRemoval } from '../load.ts'
import { pageAbout, placeOf, sourcePlaceOf } from '../place.ts'
import { RemoveForm } from './views.ts'

/** How often one network may have pages of other machines read. */
const READS: Limit = { count: 10, seconds: 120 }
/** The longest day that anybody would type. */
const MAX_DAY = 20

const GiveInput = form({
  address: line({ max: MAX_ADDRESS }),
  published: line({ max: MAX_DAY, min: 0 }),
})
const RemoveInput = form({ reason: line({ max: MAX_REMOVAL_REASON, min: 0 }) })
const Nothing = form({})

/** Giving a source for a finding, having its page read again, taking it out. `formPage` shows the finding with its form. */
export function sourceRoutes(
  app: FastifyInstance,
  forum: Forum,
  formPage: (request: FastifyRequest, state: FormState) => Promise<PageAnswer>,
): void {
  const path = '/posts/:thread/:number/findings/:key/sources'
  const held = { preValidation: limit(READS) }
  app.post(path, held, (request, reply) =>
    withForm(request, reply, {
      showAgain: state => formPage(request, state),
      action: async () => {
        const place = placeOf(request)
        const input = readForm(GiveInput, request)
        const { id, verdict } = await giveSource(forum, actorOf(request), { ...place, ...input })
        return wasDone(request, reply, `#s${id}`, { ...place, sourceId: id, verdict })
      },
    }),
  )
  app.post(`${path}/:source/check`, held, (request, reply) =>
    withForm(request, reply, {
      showAgain: state => formPage(request, state),
      action: async () => {
        const place = sourcePlaceOf(request)
        readForm(Nothing, request)
        const { id, verdict } = await checkSource(forum, actorOf(request), place)
        return wasDone(request, reply, `#s${id}`, { ...place, verdict })
      },
    }),
  )
  removalRoutes(app, forum, `${path}/:source/remove`)
}

function wasDone(
  request: FastifyRequest,
  reply: FastifyReply,
  anchor: string,
  json: object,
): Promise<FastifyReply> {
  const place = placeOf(request)
  return done(request, reply, { back: `${findingPath(place, place.key)}${anchor}`, json })
}

function removalRoutes(app: FastifyInstance, forum: Forum, path: string): void {
  const formPage = async (request: FastifyRequest, state: FormState): Promise<PageAnswer> => {
    const actor = actorOf(request)
    const page = await loadRemoval(forum, actor, sourcePlaceOf(request))
    const { post, thread, removal } = page
    const { source } = removal
    mustRemove(visibleTo(await forum.site.at(forum.store.read), actor), thread, { post, source })
    const { words } = request.visitor
    const isOwn = source.memberId === actor.memberId
    return pageAbout(request, page, {
      title: words.say('finding.remove-title'),
      main: () => RemoveForm(page, { words, csrf: () => CsrfField(request), form: state, isOwn }),
      json: () => ({ sourceId: source.id, url: source.url }),
      isForm: true,
    })
  }
  app.get(path, async (request, reply) => show(request, reply, await formPage(request, freshForm())))
  app.post(path, (request, reply) =>
    withForm(request, reply, {
      showAgain: state => formPage(request, state),
      action: async () => {
        const place = sourcePlaceOf(request)
        const { reason } = readForm(RemoveInput, request)
        await act(forum, actorOf(request), a => removeSource(a, { ...place, reason }))
        return wasDone(request, reply, '', { ...place, removed: true })
      },
    }),
  )
}
